"""What a handler wants done in the chat. Handlers return these; ``perform`` alone carries them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button."""

    label: str
    press: Press


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Say:
    """A new message (HTML). ``then`` hears its message id once Telegram has it."""

    text: str
    rows: Rows = ()
    reply_to: int | None = None
    then: Callable[[int], None] | None = None


@dataclass(frozen=True, slots=True)
class AskWhere:
    """A message with a keyboard whose one button shares the location, and another that does not."""

    text: str
    share: str
    leave: str


@dataclass(frozen=True, slots=True)
class PutAway:
    """A message that puts that keyboard away."""

    text: str


@dataclass(frozen=True, slots=True)
class Reword:
    """Put other words (HTML) and buttons on the message whose button was pressed."""

    text: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice for who pressed a button (plain text)."""

    text: str


@dataclass(frozen=True, slots=True)
class React:
    """A reaction to a message of theirs; an emoji that Telegram allows."""

    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the chat."""


Act = Say | AskWhere | PutAway | Reword | Toast | React | Leave


def rows_of(buttons: list[Button], width: int) -> Rows:
    """Buttons in rows of ``width``."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
