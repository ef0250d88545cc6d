"""Planning: when each slot of a person is due next, from their rhythm and what was asked already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.deciding import Lately, foreseen
from bot.domain.person import FOR_GOOD, Person
from bot.domain.planning import Past, after_change, following, still_due
from bot.domain.rhythm import Moment, Slot, day_span, local_day
from bot.storage.past import Past as Asked
from bot.storage.people import People

AN_INSTANT = timedelta(microseconds=1)
A_DAY = timedelta(days=1)
A_WHILE = timedelta(days=3)
"""So far back and ahead a change of zone or day end can move a local day, and more."""

AHEAD = 14
"""So many more moments of a slot are looked at than are wanted: some will not be kept."""


@dataclass(frozen=True, slots=True)
class Planning:
    """Reads what is planned and asked; writes nothing."""

    people: People
    asked: Asked

    def anew(self, person: Person, now: datetime) -> list[Moment]:
        """Each slot's next moment after a change of any kind but the zone; today's is not lost by it."""
        if counts_from(person, now) != now:
            return self.found(person, now)
        moments = (
            still_due(past, now) or after_change(slot, past, person.rhythm, now, person.id)
            for slot, past in self._past(person, now)
        )
        return [moment for moment in moments if moment]

    def travelled(self, person: Person, now: datetime) -> list[Moment]:
        """The same for who has another zone since ``now``."""
        if counts_from(person, now) != now:
            return self.found(person, now)
        pasts = self._past(person, now)
        moments = (after_change(slot, past, person.rhythm, now, person.id) for slot, past in pasts)
        return [moment for moment in moments if moment]

    def found(self, person: Person, now: datetime) -> list[Moment]:
        """The same for whose zone was only guessed until now: what was planned by it counts for nothing."""
        if (after := counts_from(person, now)) is None:
            return []
        moments = (
            following(slot, after, person.rhythm, person.id, past.asked)
            for slot, past in self._past(person, now)
        )
        return [moment for moment in moments if moment]

    def upcoming(self, person: Person, now: datetime, count: int) -> list[Moment]:
        """The next moments at which they are asked if they say nothing more, in order."""
        after = counts_from(person, now)
        if after is None:
            return []
        today = local_day(now, person.rhythm.zone, person.rhythm.day_end)
        lately = self.asked.lately(person.id, today, now)
        later = replace(lately, rests=False)
        tomorrow = today + A_DAY
        known = {tomorrow: replace(lately, rests=self.asked.rests(person.id, tomorrow))}
        found: list[Moment] = []
        for slot, past in self._past(person, now):
            coming = islice(_coming(slot, past, after, person), count + AHEAD)
            kept = (_kept(m, person, lately if m.day <= today else known.get(m.day, later)) for m in coming)
            found += islice((m for m in kept if m), count)
        return sorted(found, key=lambda m: (m.at, m.slot.key))[:count]

    def _past(self, person: Person, now: datetime) -> list[tuple[Slot, Past]]:
        rhythm = person.rhythm
        since = local_day(now, rhythm.zone, rhythm.day_end) - A_WHILE
        asked = self.asked.days_of_slots(person.id, (slot.key for slot in rhythm.slots), since)
        planned = {due.key: due for due in self.people.planned(person.id)}
        return [
            (slot, Past(Moment(slot, due.day, due.at) if (due := planned.get(slot.key)) else None, asked))
            for slot in rhythm.slots
        ]


def counts_from(person: Person, now: datetime) -> datetime | None:
    """The instant after which moments count, given their pause; None if none does."""
    if not person.reachable or person.resting or person.paused_until == FOR_GOOD:
        return None
    if person.paused_until is None:
        return now
    start = day_span(person.paused_until, person.rhythm.zone, person.rhythm.day_end)[0]
    return max(now, start - AN_INSTANT)


def _coming(slot: Slot, past: Past, after: datetime, person: Person) -> Iterator[Moment]:
    """The slot's moments from the planned one on, for days that were not asked for yet."""
    planned, this_second = past.planned, after.replace(microsecond=0)  # as exact as what is planned is kept
    awaited = planned and planned.at >= this_second and (slot.key, planned.day) not in past.asked
    due = planned if awaited else None
    due = due or following(slot, after, person.rhythm, person.id, past.asked)
    while due:
        yield due
        due = following(slot, due.at, person.rhythm, person.id, past.asked)


def _kept(moment: Moment, person: Person, lately: Lately) -> Moment | None:
    at = foreseen(person, moment, lately)
    return replace(moment, at=at) if at else None
