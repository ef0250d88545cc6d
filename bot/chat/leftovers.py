"""What an earlier run left in the inbox: one of these may have ended it, with no error told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.storage.inbox import Inbox

log = logging.getLogger(__name__)
RUNS = 8  # that an update may have been in hand at the end of
PROBLEM = "Crash"


class Leftovers:
    """Counts attempts before they begin, which costs a commit each; what comes anew is spared that."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self.given_up: list[tuple[int, int]] = []
        self._left: set[int] = set()
        self._suspects: set[int] = set()
        self._counts: set[int] = set()
        self._alone = asyncio.Lock()

    def take_up(self) -> list[tuple[int, int]]:
        """(id, lane) of what waits, in order; what was in hand as too many runs ended is ``given_up``."""
        attempts = self._inbox.attempts()
        self.given_up = [(one, lane) for one, lane in self._inbox.waiting() if attempts[one] >= RUNS]
        for update_id, _ in self.given_up:
            self._inbox.set_aside(update_id, PROBLEM)
            log.error("update %d is set aside: %d runs ended while it was in hand", update_id, RUNS)
        waiting = self._inbox.waiting()
        self._left = {update_id for update_id, _ in waiting}
        self._suspects = {update_id for update_id, times in attempts.items() if times}
        return waiting

    @asynccontextmanager
    async def noted(self, update_id: int) -> AsyncIterator[None]:
        """An attempt; those that were in hand before wait for one another, so that one alone is to blame."""
        if update_id not in self._left:
            yield
        elif update_id in self._suspects:
            async with self._alone, self._counted(update_id):
                yield
        else:
            async with self._counted(update_id):
                yield

    @asynccontextmanager
    async def _counted(self, update_id: int) -> AsyncIterator[None]:
        if update_id not in self._counts:  # once a run, however often it is tried
            self._inbox.begun(update_id)
            self._counts.add(update_id)
        try:
            yield
        except BaseException:
            with suppress(Exception):  # a full disk: it counts until that can be written
                self._inbox.outlived(update_id)
                self._counts.discard(update_id)
            raise
        self._left.discard(update_id)
