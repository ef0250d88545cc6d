"""Foreseeing: when somebody is really asked next, if nothing more is said until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.services.rhythms import Rhythms


@dataclass(frozen=True, slots=True)
class Foreseeing:
    """What waits already, and what the rhythm brings."""

    rhythms: Rhythms

    def next_at(self, person_id: int, now: datetime) -> datetime | None:
        """The instant (aware UTC) at which the person is asked next; None if that cannot be seen."""
        person = self.rhythms.get(person_id)
        coming = self.rhythms.upcoming(person, now, 1) if person else []
        return coming[0].due if coming else None
