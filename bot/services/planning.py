"""Planning: when each slot of a person is due next, from their rhythm and what was asked already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.person import FOR_GOOD, Person
from bot.domain.planning import Past, after_change, following, still_due
from bot.domain.rhythm import Moment, Slot, day_span, in_quiet, local_day, upcoming
from bot.storage.past import Past as Asked
from bot.storage.people import People

AN_INSTANT = timedelta(microseconds=1)
A_WHILE = timedelta(days=3)
"""So far back and ahead a change of zone or day end can move a local day, and more."""


@dataclass(frozen=True, slots=True)
class Planning:
    """Reads what is planned and asked; writes nothing."""

    people: People
    asked: Asked

    def anew(self, person: Person, now: datetime) -> list[Moment]:
        """Each slot's next moment after a change of any kind but the zone; today's is not lost by it."""
        if self._after(person, now) != now:
            return self.found(person, now)
        moments = (
            still_due(past, now) or after_change(slot, past, person.rhythm, now, person.id)
            for slot, past in self._past(person, now)
        )
        return [moment for moment in moments if moment]

    def travelled(self, person: Person, now: datetime) -> list[Moment]:
        """The same for who has another zone since ``now``."""
        if self._after(person, now) != now:
            return self.found(person, now)
        pasts = self._past(person, now)
        moments = (after_change(slot, past, person.rhythm, now, person.id) for slot, past in pasts)
        return [moment for moment in moments if moment]

    def found(self, person: Person, now: datetime) -> list[Moment]:
        """The same for whose zone was only guessed until now: what was planned by it counts for nothing."""
        if (after := self._after(person, now)) is None:
            return []
        moments = (
            following(slot, after, person.rhythm, person.id, past.asked)
            for slot, past in self._past(person, now)
        )
        return [moment for moment in moments if moment]

    def upcoming(self, person: Person, now: datetime, count: int) -> list[Moment]:
        """The next moments at which they are asked, in order; none while that is never."""
        after = self._after(person, now)
        if after is None:
            return []
        rhythm = person.rhythm
        pasts = self._past(person, now)
        asked = pasts[0][1].asked if pasts else ()
        planned = [past.planned for _, past in pasts if past.planned and past.planned.at >= after]
        further = upcoming(rhythm, after, 3 * count, person.id)
        by_day = {(m.slot.key, m.day): m for m in (*further, *planned)}
        free = (m for key, m in by_day.items() if key not in asked and not in_quiet(m.at, rhythm))
        return sorted(free, key=lambda m: (m.at, m.slot.key))[:count]

    def _past(self, person: Person, now: datetime) -> list[tuple[Slot, Past]]:
        rhythm = person.rhythm
        since = local_day(now, rhythm.zone, rhythm.day_end) - A_WHILE
        asked = self.asked.days_of_slots(person.id, (slot.key for slot in rhythm.slots), since)
        planned = {due.key: due for due in self.people.planned(person.id)}
        return [
            (slot, Past(Moment(slot, due.day, due.at) if (due := planned.get(slot.key)) else None, asked))
            for slot in rhythm.slots
        ]

    def _after(self, person: Person, now: datetime) -> datetime | None:
        """The instant after which moments count, given their pause; None if none does."""
        if not person.reachable or person.resting or person.paused_until == FOR_GOOD:
            return None
        if person.paused_until is None:
            return now
        start = day_span(person.paused_until, person.rhythm.zone, person.rhythm.day_end)[0]
        return max(now, start - AN_INSTANT)
