"""The daily copies: made by the tick, in a thread of its own, so that nobody waits for one."""

from __future__ import annotations

import asyncio
import logging
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.storage.backup import CalledOff, back_up_daily, daily
from bot.storage.database import IN_MEMORY, DatabaseError

log = logging.getLogger(__name__)
AGAIN = timedelta(hours=1)
"""After a copy that failed."""


class Custody:
    """A copy each day (UTC), the newest ``most`` of them kept; none if that is 0."""

    def __init__(self, journal: Path, key: str, most: int) -> None:
        self._journal, self._key = journal, key
        self._most = 0 if journal == IN_MEMORY else most
        self._done: date | None = None
        self._not_before: datetime | None = None
        self._closing = threading.Event()
        self._copying: asyncio.Task[None] | None = None

    def tick(self, now: datetime) -> None:
        """Begin today's copy if there is none yet; ``now`` is aware UTC."""
        waits = self._not_before is not None and now < self._not_before
        if self._most == 0 or self._done == now.date() or self._copying or waits:
            return
        if daily(self._journal, now.date()).exists():
            self._done = now.date()
            return
        self._copying = asyncio.get_running_loop().create_task(self._copy(now))

    async def _copy(self, now: datetime) -> None:
        try:
            await asyncio.to_thread(
                back_up_daily, self._journal, self._key, now.date(), self._most, self._closing.is_set
            )
            self._done, self._not_before = now.date(), None
        except DatabaseError as error:
            log.error("today's backup was not made: %s", error)
            self._not_before = now + AGAIN
        except CalledOff:
            pass
        finally:
            self._copying = None

    async def drain(self) -> None:
        """Wait until no copy is being made."""
        if self._copying:
            await self._copying

    async def close(self) -> None:
        """Call off the copy that is being made: a goodbye must not take minutes."""
        self._closing.set()
        await self.drain()
