"""When each giving of a person comes next; planned anew with everything else of their rhythm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.giving import Before, Giving, planned_after_travel, planned_anew
from bot.domain.person import Person
from bot.domain.rhythm import Moment, local_day
from bot.services.planning import counts_from
from bot.storage.givings import Givings, Planned

A_WHILE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class GivingPlans:
    """Reads and writes ``givings``; the caller holds the transaction."""

    givings: Givings

    def anew(self, person: Person, now: datetime) -> None:
        """After any change but of the zone."""
        after = counts_from(person, now)
        self._each(
            person,
            now,
            lambda giving, before: (
                planned_anew(giving, before, person.rhythm, after, now, person.id) if after else None
            ),
        )

    def travelled(self, person: Person, now: datetime) -> None:
        """After a change of zone."""
        if counts_from(person, now) != now:
            self.anew(person, now)
            return
        self._each(
            person,
            now,
            lambda giving, before: planned_after_travel(giving, before, person.rhythm, now, person.id),
        )

    def first(self, person: Person, giving: Giving, now: datetime) -> Moment | None:
        """The first moment of a giving that is new, or at another time."""
        after = counts_from(person, now)
        before = Before(None, self._given(person, giving, now))
        return planned_anew(giving, before, person.rhythm, after, now, person.id) if after else None

    def _each(self, person: Person, now: datetime, moment: Callable[[Giving, Before], Moment | None]) -> None:
        for planned in self.givings.of(person.id):
            self.givings.put(
                person.id, planned.giving, moment(planned.giving, self._before(person, planned, now))
            )

    def _before(self, person: Person, planned: Planned, now: datetime) -> Before:
        return Before(planned.moment, self._given(person, planned.giving, now))

    def _given(self, person: Person, giving: Giving, now: datetime) -> frozenset[date]:
        since = local_day(now, person.rhythm.zone, person.rhythm.day_end) - A_WHILE
        return frozenset(day for key, day in self.givings.given(person.id, since) if key == giving.key)
