"""Deciding: what is known lately of a person, gathered for ``domain.deciding``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.deciding import Lately, Skip, Verdict, decide
from bot.domain.nudge import Nudge
from bot.domain.person import Person
from bot.storage.glimmers import Glimmers
from bot.storage.heavy import Heavy
from bot.storage.past import Past

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deciding:
    """Reads what a decision needs. ``allowed`` are the ids of who is served; empty: everybody's."""

    past: Past
    glimmers: Glimmers
    heavy: Heavy
    allowed: frozenset[int] = frozenset()

    def verdict(self, person: Person, nudge: Nudge, now: datetime) -> Verdict:
        """What becomes of the due nudge at ``now`` (aware UTC)."""
        if self.allowed and person.id not in self.allowed:
            return Skip()
        return decide(person, nudge, self._lately(person, nudge), now)

    def _lately(self, person: Person, nudge: Nudge) -> Lately:
        return Lately(
            unanswered=self.past.unanswered(person.id),
            last_day=self.past.last_day(person.id),
            last_at=self.past.last_at(person.id),
            wrote_at=self.glimmers.last_at(person.id, nudge.day - A_DAY),
            rests=self.past.rests(person.id, nudge.day) or self.heavy.on(person.id, nudge.day),
        )
