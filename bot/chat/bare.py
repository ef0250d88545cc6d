"""Commands that take nothing: what stands behind one is kept if it is a moment, and else said not to be."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.acts import Act
from bot.chat.journal import Journal
from bot.chat.turn import Handler, Turn, tell
from bot.domain.care import assess


def bare(handler: Handler, journal: Journal) -> Handler:
    """The handler, after whatever was written behind its command."""

    async def handle(turn: Turn) -> Sequence[Act]:
        before = _left_over(turn, journal)
        answered = handler(turn)
        return [*before, *(await answered if inspect.isawaitable(answered) else answered)]

    return handle


def _left_over(turn: Turn, journal: Journal) -> Sequence[Act]:
    if turn.said is None or not turn.typed or _linked(turn.said.text):
        return []
    if "\n" not in _gap(turn.said.text) and assess(turn.typed, turn.locale.care) is None:
        return tell(turn, "left-over")
    return journal.keep(replace(turn, said=replace(turn.said, text=turn.typed)))


def _linked(text: str) -> bool:
    """Whether a link led here: ``/start`` and one word, which is none of theirs (Bot API, deep linking)."""
    command, *words = text.split()
    return command.startswith("/start") and len(words) == 1


def _gap(text: str) -> str:
    """What parts the command from the rest."""
    command, rest = text.split(maxsplit=1)
    return text[len(command) : len(text) - len(rest)]
