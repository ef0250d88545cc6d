"""What stands in for our own ports; each is defined here once."""

from __future__ import annotations

import asyncio
import itertools

from bot.domain.person import Person
from bot.services.ports import Delivered, Invitation, Messenger, Outcome


class GatedMessenger(Messenger):
    """Takes what it is given, and has it delivered once ``gate`` is open."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.taken: list[int] = []
        self._messages = itertools.count(1)

    async def nudge(self, person: Person, invitation: Invitation) -> Outcome:
        """Note whom it is for, and wait."""
        self.taken.append(person.id)
        await self.gate.wait()
        return Delivered(next(self._messages))
