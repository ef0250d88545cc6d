"""A plain cry for help, wherever it stands in a message: it comes before all else (docs/care.md)."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.domain.care import Tier


def cry(turn: Turn) -> str:
    """The words of a message, without the command before them, if they are a plain cry; else empty."""
    text = turn.said.text if turn.said else ""
    if linked(text):
        return ""
    said = (turn.typed, text)  # “/kill” is a command, too, so that all of it may be the cry
    return next((words for words in said if turn.locale.hears(words) is Tier.EXPLICIT), "")


def linked(text: str) -> bool:
    """Whether a link led here: ``/start`` and one word, which is none of theirs (Bot API, deep linking)."""
    command, *words = text.split() or [""]
    return command.startswith("/start") and len(words) == 1
