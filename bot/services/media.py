"""Pictures, voice notes and files are fetched in the background, so that a lost account loses nothing."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.services.ports import Fetched, Files, Impossible, Refused
from bot.storage.media import Media, Wanted

log = logging.getLogger(__name__)
REST = 60.0  # seconds
AT_ONCE = 3  # 20 MB each at most
HURRY = 20.0  # seconds that somebody waits for the last of theirs before they take everything away
PAUSES = tuple(
    timedelta(minutes=n) for n in (1, 5, 30, 2 * 60, 8 * 60, 24 * 60, 24 * 60, 2 * 24 * 60, 4 * 24 * 60)
)
"""Between tries: eight days in all, longer than any outage of Telegram's, then it is given up."""


class MediaKeeping:
    """Fetches what is wanted, a few files side by side; nothing is claimed, so a crash costs nothing.

    People take turns, one file each.
    """

    def __init__(self, media: Media, files: Files, clock: Clock, hurry: float = HURRY) -> None:
        self._media, self._files, self._clock, self._hurry = media, files, clock, hurry
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._closed = False
        self._last = 0

    def fetch_due(self, now: datetime) -> None:
        """Take up what is due, as far as hands are free."""
        while len(self._in_hand) < AT_ONCE and not self._closed:
            wanted = self._media.wanted(now, self._last, tuple(self._in_hand))
            if wanted is None:
                return
            self._last = wanted.person_id
            self._begin(wanted)

    def _begin(self, wanted: Wanted) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(self._take(wanted))
        self._in_hand[wanted.id] = task
        return task

    async def hurry(self, person_id: int, now: datetime) -> None:
        """Fetch what is due of theirs, whoever's turn it is; what takes too long is left to its own."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._hurry):
                while not self._closed and (wanted := self._media.wanted_of(person_id, now)):
                    await asyncio.wait([self._in_hand.get(wanted.id) or self._begin(wanted)])

    async def _take(self, wanted: Wanted) -> None:
        fetched = False
        try:
            fetched = self._record(wanted, await self._files.fetch(wanted.file_id))
        except Exception as error:  # the file cannot be written, as when the disk is full
            log.error("a file could not be kept (%s)", type(error).__name__)
            await asyncio.sleep(REST)  # this hand stays full, so that it is not fetched every second
        finally:
            del self._in_hand[wanted.id]
        if fetched:
            self.fetch_due(self._clock.now())

    def _record(self, wanted: Wanted, outcome: Fetched | Refused | Impossible) -> bool:
        """Whether the file is here now."""
        match outcome:
            case Fetched(content):
                self._media.keep(wanted, content)
            case Refused(wait):
                pause = PAUSES[wanted.tries] if wanted.tries < len(PAUSES) else None
                self._media.again(wanted, self._clock.now() + max(wait, pause) if pause else None)
            case Impossible():
                self._media.again(wanted, None)
        return isinstance(outcome, Fetched)

    async def drain(self) -> None:
        """Wait until nothing is in hand."""
        while self._in_hand:
            await asyncio.wait(tuple(self._in_hand.values()))

    async def close(self) -> None:
        """Let go of what is under way: it is fetched anew at the next start."""
        self._closed = True
        tasks = tuple(self._in_hand.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
