"""Planning: when each slot of a person is due next, from their rhythm and what was asked already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.foreseeing import foreseen
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.person import FOR_GOOD, Person
from bot.domain.planning import Past, after_change, following, still_due
from bot.domain.rhythm import Moment, Slot, day_span, local_day
from bot.storage.nudges import Nudges
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
    nudges: Nudges

    def anew(self, person: Person, now: datetime, waiting: Sequence[Moment] = ()) -> list[Moment]:
        """Each slot's next moment after a change of any kind but the zone; today's is not lost by it.

        ``waiting`` were claimed and put off, and count as planned.
        """
        if counts_from(person, now) != now:
            return self.found(person, now)
        moments = (
            still_due(past, now) or after_change(slot, past, person.rhythm, now, person.id)
            for slot, past in self._past(person, now, waiting)
        )
        return [moment for moment in moments if moment]

    def travelled(self, person: Person, now: datetime, waiting: Sequence[Moment] = ()) -> list[Moment]:
        """The same for who has another zone since ``now``."""
        if counts_from(person, now) != now:
            return self.found(person, now)
        pasts = ((slot, replace(past, last=None)) for slot, past in self._past(person, now, waiting))
        moments = (after_change(slot, past, person.rhythm, now, person.id) for slot, past in pasts)
        return [moment for moment in moments if moment]

    def found(self, person: Person, now: datetime, _waiting: Sequence[Moment] = ()) -> list[Moment]:
        """The same for whose zone was only guessed until now: what was planned by it counts for nothing."""
        if (after := counts_from(person, now)) is None:
            return []
        moments = (
            following(slot, after, person.rhythm, person.id, past.asked)
            for slot, past in self._past(person, now)
        )
        return [moment for moment in moments if moment]

    def upcoming(self, person: Person, now: datetime, count: int) -> list[Nudge]:
        """What they are asked next if they say nothing more, in order: what waits, and what the slots bring.

        Each is due when it will really be sent.
        """
        today = local_day(now, person.rhythm.zone, person.rhythm.day_end)
        lately = self.asked.lately(person.id, today, now)
        later = replace(lately, rests=False)
        known = {today + A_DAY: replace(lately, rests=self.asked.rests(person.id, today + A_DAY))}
        waiting = [replace(one, due=max(one.due, now)) for one in self.nudges.held(person.id)]
        sources: list[Iterator[Nudge]] = [iter(one for one in waiting if one.due < one.late)]
        if (after := counts_from(person, now)) is not None:
            pasts = self._past(person, now)
            sources += [islice(_coming(slot, past, after, person), count + AHEAD) for slot, past in pasts]
        coming = foreseen(person, sources, lambda day: lately if day <= today else known.get(day, later))
        return list(islice(coming, count))

    def asked_of(self, person: Person, now: datetime) -> list[Moment]:
        """What was asked lately for each of their slots."""
        since = local_day(now, person.rhythm.zone, person.rhythm.day_end) - A_WHILE
        slots = {slot.key: slot for slot in person.rhythm.slots}
        rows = self.asked.of_slots(person.id, slots, since)
        return [Moment(slots[row.key], row.day, row.at) for row in rows]

    def _past(self, person: Person, now: datetime, waiting: Sequence[Moment] = ()) -> list[tuple[Slot, Past]]:
        rows = self.asked_of(person, now)
        asked = frozenset((row.slot.key, row.day) for row in rows)
        last = {row.slot.key: row.at for row in sorted(rows, key=lambda row: row.at)}
        slots = {slot.key: slot for slot in person.rhythm.slots}
        planned = {
            due.key: Moment(slots[due.key], due.day, due.at)
            for due in self.people.planned(person.id)
            if due.key in slots
        }
        planned |= {moment.slot.key: moment for moment in waiting}
        return [(slot, Past(planned.get(key), asked, last.get(key))) for key, slot in slots.items()]


def counts_from(person: Person, now: datetime) -> datetime | None:
    """The instant after which moments count, given their pause; None if none does."""
    if not person.reachable or person.resting or person.paused_until == FOR_GOOD:
        return None
    if person.paused_until is None:
        return now
    start = day_span(person.paused_until, person.rhythm.zone, person.rhythm.day_end)[0]
    return max(now, start - AN_INSTANT)


def _coming(slot: Slot, past: Past, after: datetime, person: Person) -> Iterator[Nudge]:
    """The slot's moments from the planned one on, for days that were not asked for yet."""
    planned, this_second = past.planned, after.replace(microsecond=0)  # as exact as what is planned is kept
    awaited = planned and planned.at >= this_second and (slot.key, planned.day) not in past.asked
    due = planned if awaited else None
    due = due or following(slot, after, person.rhythm, person.id, past.asked)
    while due:
        yield Nudge(0, person.id, slot.key, due.day, due.at, NudgeState.DUE)
        due = following(slot, due.at, person.rhythm, person.id, past.asked)
