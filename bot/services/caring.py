"""Caring: what follows when words sound like a crisis (docs/care.md). Nobody is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from bot.domain.lines import Support, SupportLine
from bot.domain.person import Person
from bot.domain.rhythm import local_day
from bot.domain.weight import Weight
from bot.storage.heavy import Heavy
from bot.storage.lookbacks import Lookbacks
from bot.storage.mutes import Countries
from bot.storage.zones import Located

ONCE_IN = timedelta(hours=24)
GENTLE_FOR = timedelta(hours=72)
"""So long after a cry nothing cheerful is said, and after anything heavy no moment is offered back."""


class Reply(Enum):
    """What is said to words that weigh."""

    AS_USUAL = auto()
    SOFTLY = auto()  # one line that points to help
    FULLY = auto()  # where help is


@dataclass(frozen=True, slots=True)
class Caring:
    """Notes heavy moments, lets them go, and knows where somebody looks for support."""

    heavy: Heavy
    countries: Countries
    lookbacks: Lookbacks
    zones: Mapping[str, Located]

    def hear(self, person: Person, glimmer_id: int, weight: Weight | None, now: datetime) -> Reply:
        """Note what a message weighs, and how to answer: in full at most once in 24 hours.

        The same message heard again is answered again: it was cut off before.
        """
        return self._hear(person, glimmer_id, weight, now, but=glimmer_id)

    def hear_more(self, person: Person, glimmer_id: int, weight: Weight | None, now: datetime) -> Reply:
        """The same for an edit, or a further picture of an album: what was heard there stays answered."""
        before = self.heavy.weight_of(person.id, glimmer_id)
        reply = self._hear(person, glimmer_id, weight, now, but=None)
        known = before is not None and before in (weight, Weight.EXPLICIT)
        return Reply.AS_USUAL if known and reply is Reply.SOFTLY else reply

    def _hear(
        self, person: Person, glimmer_id: int, weight: Weight | None, now: datetime, but: int | None
    ) -> Reply:
        if weight is None:
            return Reply.AS_USUAL
        answered = self.heavy.cried_since(person.id, now - ONCE_IN, but)
        self.heavy.note(person.id, glimmer_id, weight, self._day(person, weight, now), now)
        return Reply.FULLY if weight is Weight.EXPLICIT and not answered else Reply.SOFTLY

    def _day(self, person: Person, weight: Weight, now: datetime) -> date:
        """The local day that it weighs on; a cry before its end, late at night, takes the coming one, too."""
        today = self._today(person, now)
        if weight is not Weight.EXPLICIT:
            return today
        return max(today, now.astimezone(ZoneInfo(person.rhythm.zone)).date())

    def _today(self, person: Person, now: datetime) -> date:
        return local_day(now, person.rhythm.zone, person.rhythm.day_end)

    def weighed(self, person: Person, now: datetime) -> bool:
        """Whether anything heavy was heard on this local day."""
        return self.heavy.heard_on(person.id, self._today(person, now))

    def quiet(self, person: Person, now: datetime) -> bool:
        """Whether a cry for help ended this day: nothing more is asked on it, nor put off within it."""
        return self.heavy.cried_on(person.id, self._today(person, now))

    def careful(self, person: Person, now: datetime) -> bool:
        """Whether they cried for help so lately that nothing cheerful is said."""
        return self.heavy.cried_since(person.id, now - GENTLE_FOR)

    def unburdened(self, person: Person, now: datetime) -> bool:
        """Whether nothing heavy was heard lately: a moment of theirs may be offered back."""
        return not self.heavy.heard_since(person.id, now - GENTLE_FOR)

    def may_offer_one(self, person: Person, now: datetime) -> bool:
        """The same, and whether there is one that may come back alone."""
        return self.unburdened(person, now) and self.lookbacks.any_alone(person.id)

    def release(self, person: Person, glimmer_id: int) -> None:
        """*I meant something else*: an ordinary glimmer from now on; the day stays quiet."""
        self.heavy.release(person.id, glimmer_id)

    def look_in(self, person: Person, country: str) -> None:
        """They look for support in that country (ISO 3166)."""
        self.countries.set(person.id, country)

    def lines(self, person: Person, support: Support) -> list[SupportLine]:
        """Who can be reached where they are: as they said, or as their zone lets us guess."""
        country = self.countries.of(person.id) or self._guess(person)
        return [line for line in support.lines if line.country == country]

    def _guess(self, person: Person) -> str:
        place = self.zones.get(person.rhythm.zone) if person.placed else None
        return place.country if place else ""
