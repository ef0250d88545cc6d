"""What a handler wants done in the chat. Handlers return these; ``perform`` alone carries them out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from bot.chat.press import Press
from bot.domain.glimmer import MediumKind


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
class Show:
    """A picture, voice note or file, with a caption (HTML; what has no caption is sent without).

    ``content`` is Telegram's file id or bytes; ``otherwise`` are the bytes to send where Telegram no
    longer knows that id. ``name`` is what the file is called. ``gone`` (HTML) is said with the caption
    where it cannot be shown in any way.
    """

    kind: MediumKind
    content: str | bytes
    caption: str = ""
    rows: Rows = ()
    name: str = ""
    otherwise: bytes | None = None
    gone: str = ""
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
class Rebutton:
    """Put other buttons under the message whose button was pressed; its words or picture stay.

    ``message_id`` names another message of ours instead. Where it is gone, nothing happens.
    """

    rows: Rows = ()
    message_id: int | None = None


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


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Messages that are made one at a time, each when the one before was sent: they are large."""

    each: AsyncGenerator[Say | Show]


Act = Say | Show | OneByOne | AskWhere | PutAway | Reword | Rebutton | Toast | React | Leave


def rows_of(buttons: list[Button], width: int) -> Rows:
    """Buttons in rows of ``width``."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
