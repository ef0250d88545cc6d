"""Planning everybody anew, some at a time: after zone rules changed, or the machine's clock was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.nudge import GRACE
from bot.services.rhythms import Rhythms
from bot.storage.people import People
from bot.storage.planned import Planned

SOME = 100
"""People a tick: the others notice nothing, and a million are done within hours."""
AT_START = 500
"""So many are done before the first tick: everybody of most bots."""


@dataclass(frozen=True, slots=True)
class Replanning:
    """``rules`` names those that zones follow now; they are compared with those planned by."""

    people: People
    rhythms: Rhythms
    planned: Planned
    rules: str

    def begin(self, now: datetime) -> None:
        """At start: plan anew if the rules are not those everybody was planned by."""
        if self.planned.rules() != self.rules:
            self.again(now)

    def again(self, now: datetime) -> None:
        """What is planned cannot be trusted: begin with some, the ticks see to the rest."""
        self.planned.begin(self.rules)
        self._some(now, AT_START)

    def go_on(self, now: datetime) -> None:
        """With each tick, a few more, if any are left."""
        self._some(now, SOME)

    def _some(self, now: datetime, most: int) -> None:
        """In one transaction, so that a crash repeats nobody."""
        if (upto := self.planned.upto()) is None:
            return
        with self.people.atomic():
            ids = self.people.beyond(upto, most)
            for person_id in ids:
                self.rhythms.replan(person_id, now, behind=GRACE)
            self.planned.reached(ids[-1] if len(ids) == most else None)
