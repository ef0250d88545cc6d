"""Planning everybody anew, some at a time: after zone rules changed, or the machine's clock was wrong."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.services.rhythms import Rhythms
from bot.storage.database import of_the_file
from bot.storage.people import People
from bot.storage.planned import Planned

log = logging.getLogger(__name__)
SOME = 20
"""Slots at once: a few milliseconds, which nobody notices who waits for an answer."""
TURNS = 10
"""So often a tick, others having their turn in between: it keeps ahead of what a million people are due."""
AT_START = 500
"""So many are done before the first tick: everybody of most bots."""
NOTED = timedelta(minutes=1)
"""How often the time is noted; a commit each second would wear out a memory card."""
SET_BACK = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Replanning:
    """``rules`` names those that zones follow now; they are compared with those planned by."""

    people: People
    rhythms: Rhythms
    planned: Planned
    rules: str

    def begin(self, now: datetime) -> None:
        """At start: plan anew if the rules are others, or an earlier process's clock was ahead of ours."""
        ticked = self.planned.ticked_at()
        if self.planned.rules() != self.rules or (ticked and ticked > now + SET_BACK):
            self.again(now)

    def again(self, now: datetime) -> None:
        """What is planned cannot be trusted: begin with some, the ticks see to the rest."""
        self.planned.begin(self.rules)
        self.planned.tick(now)
        self._some(now, AT_START)

    async def go_on(self, now: datetime) -> None:
        """With each tick, a few more, if any are left: who is due soonest goes first."""
        noted = self.planned.ticked_at()
        if noted is None or not noted <= now < noted + NOTED:
            self.planned.tick(now)
        for _ in range(TURNS):
            if not self._some(now, SOME):
                return
            await asyncio.sleep(0)

    def _some(self, now: datetime, most: int) -> bool:
        """In one transaction, so that a crash repeats little; whether any are left."""
        if (upto := self.planned.upto()) is None:
            return False
        with self.people.atomic():
            found = self.planned.beyond(upto, most)
            for person_id in dict.fromkeys(person_id for _, person_id in found):
                self._replan(person_id, now)
            self.planned.reached(found[-1] if len(found) == most else None)
        return len(found) == most

    def _replan(self, person_id: int, now: datetime) -> None:
        """What is wrong with one person's rhythm stops no other's."""
        try:
            with self.people.atomic():
                self.rhythms.replan(person_id, now)
        except Exception as error:
            if of_the_file(error):
                raise
            log.error("%d cannot be planned anew (%s)", person_id, type(error).__name__)
