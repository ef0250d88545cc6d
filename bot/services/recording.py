"""Recording: what came of a nudge that was handed over, and what follows for its person."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.lines import Stage
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.person import Person
from bot.services.ports import (
    Delivered,
    Impossible,
    Invitation,
    Letter,
    Outcome,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.services.rhythms import Rhythms
from bot.storage.database import of_the_file
from bot.storage.nudges import Nudges
from bot.storage.people import People

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Handed:
    """A nudge on its way, said in the file to be: an invitation, or something given back."""

    person: Person
    nudge: Nudge
    what: Invitation | Letter


@dataclass(frozen=True, slots=True)
class Recording:
    """Writes outcomes down."""

    people: People
    nudges: Nudges
    rhythms: Rhythms
    clock: Clock

    def record(self, handed: Handed, outcome: Outcome) -> None:
        """One outcome; what cannot follow from it for one person takes no other's with it."""
        try:
            with self.people.atomic():
                self._record(handed, outcome)
        except Exception as error:
            if of_the_file(error):
                raise
            log.error("nudge %d cannot be recorded (%s)", handed.nudge.id, type(error).__name__)
            self.nudges.end(handed.nudge.id, NudgeState.LOST)

    def _record(self, handed: Handed, outcome: Outcome) -> None:
        now, person, nudge = self.clock.now(), handed.person, handed.nudge
        match outcome:
            case Delivered(message_id):
                self.nudges.sent(nudge.id, message_id, now)
                line = handed.what.instead if isinstance(handed.what, Invitation) else None
                if line and line.stage is Stage.FINAL:
                    self.rhythms.rest(person.id, now)
            case Refused(wait):
                self.nudges.again(nudge.id, now + wait)
                if not self._chosen(nudge):
                    self.nudges.let_go([nudge.id])
            case Uncertain():
                self.nudges.end(nudge.id, NudgeState.LOST)
            case Unreachable():
                self.nudges.end(nudge.id, NudgeState.FAILED)
                self.rhythms.reach(self.people.get(person.id) or person, False, now)
            case Impossible():
                self.nudges.end(nudge.id, NudgeState.FAILED)

    def _chosen(self, nudge: Nudge) -> bool:
        """Whether its person still wants to be asked then, or changed that while it was on its way."""
        person = self.people.get(nudge.person_id)
        return not nudge.of_a_slot or (
            person is not None and any(slot.key == nudge.slot for slot in person.rhythm.slots)
        )
