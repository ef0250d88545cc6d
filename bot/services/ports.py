"""What the services need from outside, in the domain's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.lines import Reinvite
from bot.domain.nudge import NEVER_LATE
from bot.domain.person import Person
from bot.domain.typed import Period
from bot.services.recaps import Recap
from bot.services.remember import Lookback


@dataclass(frozen=True, slots=True)
class Invitation:
    """A prompt on its way: the nudge it stands for and its words, or a re-invitation in its place.

    ``place_of`` is how many other prompts it was shown in place of; from ``until`` on (aware UTC) it is
    too late to hand it over.
    """

    nudge_id: int
    text: str
    instead: Reinvite | None = None
    place_of: int = 0
    until: datetime = NEVER_LATE


@dataclass(frozen=True, slots=True)
class Letter:
    """Something given back unasked, on its way: the nudge it stands for, its local day, and a recap
    with its period, or one moment.
    """

    nudge_id: int
    day: date
    period: Period | None = None
    recap: Recap | None = None
    lookback: Lookback | None = None
    until: datetime = NEVER_LATE


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived as that message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """It was refused before it was carried out; trying again after ``wait`` is safe."""

    wait: timedelta


class Uncertain:
    """The answer was lost; it may have arrived, so it must not be sent again."""


class Unreachable:
    """The person blocked the bot, is gone, or was never there."""


class Impossible:
    """Telegram will never take this message."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a file."""

    content: bytes


Outcome = Delivered | Refused | Uncertain | Unreachable | Impossible


class Messenger(Protocol):
    """Brings a nudge to a person."""

    async def nudge(self, person: Person, invitation: Invitation) -> Outcome:
        """Hand it over, behind every reply that waits. Never raises for what Telegram may answer."""
        ...

    async def give(self, person: Person, letter: Letter) -> Outcome:
        """The same for what is given back; delivered once its first message is."""
        ...


class Files(Protocol):
    """Brings the bytes of what people sent."""

    async def fetch(self, file_id: str) -> Fetched | Refused | Impossible:
        """Ask for them, at most 20 MB. Never raises for what Telegram may answer."""
        ...
