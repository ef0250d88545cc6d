"""Working off the inbox: one person's updates in order, different people side by side."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from bot.storage.inbox import Inbox

log = logging.getLogger(__name__)
PAUSES = (1.0, 5.0, 25.0)  # seconds between tries of what a handler failed at
GOODBYE = 10.0  # seconds that running handlers have at shutdown


class Dispatcher:
    """A lane per person; an idle lane costs nothing."""

    def __init__(
        self,
        inbox: Inbox,
        handle: Callable[[int, dict[str, Any]], Awaitable[None]],
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        self._inbox, self._handle, self._pauses = inbox, handle, pauses
        self._lanes: dict[int, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    def notice(self, rows: Iterable[tuple[int, int]]) -> None:
        """Take up (id, lane) pairs, in the order given."""
        for update_id, lane in rows:
            if lane in self._lanes:
                self._lanes[lane].append(update_id)
            elif not self._closing:
                self._lanes[lane] = deque([update_id])
                task = asyncio.get_running_loop().create_task(self._work_off(lane))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _work_off(self, lane: int) -> None:
        queue = self._lanes[lane]
        try:
            while queue and not self._closing:
                await self._one(queue.popleft())
        finally:
            del self._lanes[lane]

    async def _one(self, update_id: int) -> None:
        for pause in (*self._pauses, None):
            body = self._inbox.body(update_id)
            if body is None:
                return
            try:
                await self._handle(update_id, body)
            except Exception as error:  # whatever it is, it must stop nobody
                tries = self._inbox.failed(update_id)
                log.warning("update %d failed (%s), try %d", update_id, type(error).__name__, tries)
                if pause is None or tries > len(self._pauses):
                    self._inbox.set_aside(update_id, type(error).__name__)
                    return
                await asyncio.sleep(pause)
            else:
                self._inbox.done(update_id)
                return

    async def drain(self) -> None:
        """Wait until every lane is empty."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def close(self) -> None:
        """Let running handlers finish; what waits stays in the inbox."""
        self._closing = True
        if self._tasks:
            _, late = await asyncio.wait(tuple(self._tasks), timeout=GOODBYE)
            for task in late:
                task.cancel()
