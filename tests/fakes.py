"""What stands in for our own ports; each is defined here once."""

from __future__ import annotations

import asyncio
import itertools
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.person import Person
from bot.services.ports import Delivered, Invitation, Messenger, Outcome, Refused


class StillClock(Clock):
    """Stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Where it stands (aware UTC)."""
        return self.at


class GatedMessenger(Messenger):
    """Takes what it is given, and has it delivered once ``gate`` is open."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.taken: list[int] = []
        self.refuses = False
        self._messages = itertools.count(1)

    async def nudge(self, person: Person, invitation: Invitation) -> Outcome:
        """Note whom it is for, and wait."""
        self.taken.append(person.id)
        await self.gate.wait()
        return Refused(timedelta(minutes=1)) if self.refuses else Delivered(next(self._messages))
