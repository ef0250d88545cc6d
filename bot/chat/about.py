"""``/help``, ``/privacy``, and what is said where there is no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.acts import Act, Toast
from bot.chat.turn import Turn, tell


def help_(turn: Turn) -> Sequence[Act]:
    """``/help``"""
    return tell(turn, "help")


@dataclass(frozen=True, slots=True)
class Privacy:
    """What is kept, where, and how many daily ``copies`` there are of it."""

    copies: int

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/privacy``"""
        return tell(turn, "privacy", copies=self.copies)


def unknown(turn: Turn) -> Sequence[Act]:
    """A command that there is not."""
    return tell(turn, "unknown-command")


def gone(turn: Turn) -> Sequence[Act]:
    """A button that nothing answers to any more."""
    return tell(turn, "button-gone")


def gone_briefly(turn: Turn) -> Sequence[Act]:
    """The same for who is not here, or not any more."""
    return [Toast(turn.say("button-gone-toast"))]
