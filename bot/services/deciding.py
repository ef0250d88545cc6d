"""Deciding: what is known lately of a person, given to ``domain.deciding``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.deciding import Skip, Verdict, decide
from bot.domain.nudge import Nudge
from bot.domain.person import Person
from bot.storage.past import Past


@dataclass(frozen=True, slots=True)
class Deciding:
    """Reads what a decision needs. ``allowed`` are the ids of who is served; empty: everybody's."""

    past: Past
    allowed: frozenset[int] = frozenset()

    def verdict(self, person: Person, nudge: Nudge, now: datetime) -> Verdict:
        """What becomes of the due nudge at ``now`` (aware UTC)."""
        if self.allowed and person.id not in self.allowed:
            return Skip()
        return decide(person, nudge, self.past.lately(person.id, nudge.day, now), now)
