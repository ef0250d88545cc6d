"""Commands that take nothing: what stands behind one is kept if it is a moment, and else said not to be.

A plain cry there is heard before (``answers.cried``).
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.acts import Act
from bot.chat.cry import linked
from bot.chat.journal import Journal
from bot.chat.turn import Handler, Turn, tell

BARE = frozenset(
    (
        *("remember", "nudge", "resume", "undo", "export", "import"),
        *("forget", "privacy", "support", "help", "start"),
    )
)


def bare(handler: Handler, journal: Journal) -> Handler:
    """The handler, after whatever was written behind its command."""

    async def handle(turn: Turn) -> Sequence[Act]:
        before = _left_over(turn, journal)
        return [*before, *await _answered(handler, turn)]

    return handle


def bare_first(handler: Handler, journal: Journal) -> Handler:
    """The handler, before whatever was written behind its command."""

    async def handle(turn: Turn) -> Sequence[Act]:
        answered = await _answered(handler, turn)
        return [*answered, *_left_over(turn, journal)]

    return handle


async def _answered(handler: Handler, turn: Turn) -> Sequence[Act]:
    answered = handler(turn)
    return await answered if inspect.isawaitable(answered) else answered


def _left_over(turn: Turn, journal: Journal) -> Sequence[Act]:
    if turn.said is None or not turn.typed or linked(turn.said.text):
        return []
    if "\n" not in _gap(turn.said.text) and turn.locale.hears(turn.typed) is None:
        return tell(turn, "left-over")
    return journal.keep(replace(turn, said=replace(turn.said, text=turn.typed)))


def _gap(text: str) -> str:
    """What parts the command from the rest."""
    command, rest = text.split(maxsplit=1)
    return text[len(command) : len(text) - len(rest)]
