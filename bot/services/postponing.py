"""Postponing: a nudge that came at a bad moment is asked once more when its person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.later import Later, offers
from bot.domain.nudge import GRACE, Answer, Nudge
from bot.domain.person import Person
from bot.domain.rhythm import day_span, local_day
from bot.services.caring import Caring
from bot.services.rhythms import Rhythms
from bot.storage.nudges import Nudges

NEAR = timedelta(hours=1)
"""What the rhythm brings anyway so near the wanted instant is not asked twice."""


@dataclass(frozen=True, slots=True)
class Postponing:
    """*Later*, by its four buttons."""

    nudges: Nudges
    rhythms: Rhythms
    caring: Caring

    def offers(self, person: Person, nudge_id: int, now: datetime) -> list[Later]:
        """What can be offered under that nudge; nothing if it is not theirs."""
        return list(self._offers(person, now)) if self.nudges.get(person.id, nudge_id) else []

    def postpone(self, person: Person, nudge_id: int, later: Later, now: datetime) -> datetime | None:
        """When it comes again; None if it is not theirs or that is no longer to be had."""
        nudge = self.nudges.get(person.id, nudge_id)
        at = self._offers(person, now).get(later)
        if nudge is None or at is None:
            return None
        if later is Later.TOMORROW:
            day = nudge.day_meant(self.rhythms.today(person, now), now)
            self.nudges.answer_with_rest(nudge, Answer.TOMORROW, day)
        else:
            self.nudges.answer(nudge.id, Answer.LATER)
        self.nudges.let_again_go(nudge)
        return self._planned(person, at, later, now) or self._again(person, nudge, at)

    def _again(self, person: Person, nudge: Nudge, at: datetime) -> datetime | None:
        """For the local day on which it comes, and never past it."""
        rhythm = person.rhythm
        day = local_day(at, rhythm.zone, rhythm.day_end)
        over = day_span(day, rhythm.zone, rhythm.day_end)[1]
        return self.nudges.ask_again(nudge, day, at, min(at + GRACE, over))

    def _offers(self, person: Person, now: datetime) -> dict[Later, datetime]:
        """What can be offered, and when that is: after a cry for help, nothing more on that day."""
        found = offers(now, person.rhythm)
        quiet = self.caring.quiet(person, now)
        return {later: at for later, at in found.items() if later is Later.TOMORROW or not quiet}

    def _planned(self, person: Person, at: datetime, later: Later, now: datetime) -> datetime | None:
        """What comes anyway: on the wanted day for *tomorrow*, near the wanted hour for *this evening*."""
        if later in (Later.MINUTES, Later.HOUR):
            return None
        day = local_day(at, person.rhythm.zone, person.rhythm.day_end)
        for coming in self.rhythms.upcoming(person, now, 12):
            if coming.day == day and (later is Later.TOMORROW or abs(coming.due - at) <= NEAR):
                return coming.due
        return None
