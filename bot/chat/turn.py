"""One turn of a conversation: who, when, what, in which words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat.acts import Act, Button, Say
from bot.chat.press import Press
from bot.domain.glimmer import Said
from bot.domain.ladder import Rung
from bot.domain.person import Person
from bot.library.locale import Locale

NO_PRESS = Press("")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler needs of an update. ``now`` is aware UTC; ``typed`` what follows a command.

    ``said`` is there for messages, ``press`` for buttons; ``message_id`` is the person's message, or
    the one whose button was pressed. ``place`` is where they say they are, or what such a button carries.
    """

    update_id: int
    person: Person
    locale: Locale
    now: datetime
    message_id: int = 0
    typed: str = ""
    said: Said | None = None
    press: Press = NO_PRESS
    place: tuple[float, float] | None = None
    met: Rung = Rung.AS_CHOSEN
    """How far a silence had come that this ends."""

    def say(self, key: str, /, **values: object) -> str:
        """A message of the person's language."""
        return self.locale.say(key, **values)

    def button(self, key: str, name: str, *args: object) -> Button:
        """A button with the label ``<key>-button``."""
        return button(self.locale, key, name, *args)


def button(locale: Locale, key: str, name: str, *args: object) -> Button:
    """A button with the label ``<key>-button`` in that language."""
    return Button(locale.say(f"{key}-button"), Press.of(name, *args))


Handler = Callable[[Turn], Sequence[Act] | Awaitable[Sequence[Act]]]


def tell(turn: Turn, key: str, /, **values: object) -> list[Act]:
    """One plain message."""
    return [Say(turn.say(key, **values))]
