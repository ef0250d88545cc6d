"""Forgetting somebody: everything about them goes, down to the bytes of the file."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot.domain.person import Person
from bot.services.nudging import Nudging
from bot.storage.everything import Everything, Holding


class Forgetting:
    """Removes a person. Cut off at any instant, it is begun anew and ends the same.

    The button that asked for it waits in the inbox, and goes last.
    """

    def __init__(self, everything: Everything, nudging: Nudging) -> None:
        self._everything, self._nudging = everything, nudging
        self._log_is_full = True  # of what a killed process may have forgotten

    def holding(self, person: Person) -> Holding:
        """What there is to forget."""
        return self._everything.holding(person.id)

    async def forget(self, person: Person) -> None:
        """Afterwards they are a stranger; others are served meanwhile."""
        self._nudging.let_go(person.id)
        for _ in self._everything.drop_moments(person.id):
            await asyncio.sleep(0)
        self._everything.drop(person.id)
        for _ in self._everything.scrub_search():
            await asyncio.sleep(0)
        self._everything.drop_updates(person.id)
        self._log_is_full = True
        self._empty_log()

    def tidy(self, _now: datetime) -> None:
        """Empty the write-ahead log of what was forgotten, as soon as nobody reads in it."""
        self._empty_log()

    def _empty_log(self) -> None:
        if self._log_is_full:
            self._log_is_full = not self._everything.empty_log()
