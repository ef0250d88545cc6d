"""Caring: what follows when words sound like a crisis (docs/care.md). Nobody is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.care import Tier
from bot.domain.lines import Support, SupportLine
from bot.domain.person import Person
from bot.domain.rhythm import local_day
from bot.storage.heavy import Heavy
from bot.storage.mutes import Countries
from bot.storage.zones import Located

ONCE_IN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Caring:
    """Notes heavy moments, lets them go, and knows where somebody looks for support."""

    heavy: Heavy
    countries: Countries
    zones: Mapping[str, Located]

    def hear(self, person: Person, glimmer_id: int, tier: Tier | None, now: datetime) -> bool:
        """Note a message's heavy words; whether to answer them: once in 24 hours.

        The same message heard again is answered again: it was cut off before.
        """
        return self._hear(person, glimmer_id, tier, now, but=glimmer_id)

    def hear_more(self, person: Person, glimmer_id: int, tier: Tier | None, now: datetime) -> bool:
        """The same for an edit, or a further picture of an album: the rest may have been answered already."""
        return self._hear(person, glimmer_id, tier, now, but=None)

    def _hear(
        self, person: Person, glimmer_id: int, tier: Tier | None, now: datetime, but: int | None
    ) -> bool:
        if tier is not Tier.EXPLICIT:
            return False
        answered = self.heavy.since(person.id, now - ONCE_IN, but)
        today = local_day(now, person.rhythm.zone, person.rhythm.day_end)
        self.heavy.note(person.id, glimmer_id, today, now)
        return not answered

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
