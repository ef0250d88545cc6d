"""Foreseeing: when somebody is really asked next, if nothing more is said until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.deciding import PutOff, Skip
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.rhythm import Moment
from bot.services.deciding import Deciding
from bot.services.rhythms import Rhythms
from bot.storage.nudges import Nudges

AHEAD = 60
"""So many moments are looked at: on the ladder's last rung most are left out."""


@dataclass(frozen=True, slots=True)
class Foreseeing:
    """Reads what a decision then would read now."""

    rhythms: Rhythms
    nudges: Nudges
    deciding: Deciding

    def next_at(self, person_id: int, now: datetime) -> datetime | None:
        """The instant (aware UTC) at which the person is asked next; None if that cannot be seen."""
        waiting = self.nudges.waits_until(person_id)
        coming = self._coming(person_id, now)
        return min((at for at in (waiting, coming) if at), default=None)

    def _coming(self, person_id: int, now: datetime) -> datetime | None:
        person = self.rhythms.get(person_id)
        if person is None:
            return None
        for moment in self.rhythms.upcoming(person, now, AHEAD):
            match self.deciding.verdict(person, _due(person_id, moment), moment.at):
                case Skip():
                    continue
                case PutOff(at):
                    return at
                case _:
                    return moment.at
        return None


def _due(person_id: int, moment: Moment) -> Nudge:
    return Nudge(0, person_id, moment.slot.key, moment.day, moment.at, NudgeState.DUE)
