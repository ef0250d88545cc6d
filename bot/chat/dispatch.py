"""Working off the inbox: one person's updates in order, different people side by side."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Any

from bot.chat.leftovers import Leftovers
from bot.storage.database import unwritable
from bot.storage.inbox import Inbox

log = logging.getLogger(__name__)
PAUSES = (1.0, 5.0, 25.0)  # seconds between tries of what a handler failed at
GOODBYE = 10.0  # seconds that running handlers have at shutdown


class Unreadable(Exception):
    """What came is no update; its first argument names the problem. Trying again cannot help."""


class Dispatcher:
    """A lane per person; an idle lane costs nothing. Pauses and goodbye are seconds.

    ``regret`` is given what is set aside: of a lane the first only, until something of it is handled again.
    """

    def __init__(
        self,
        inbox: Inbox,
        handle: Callable[[int, dict[str, Any]], Awaitable[None]],
        pauses: tuple[float, ...] = PAUSES,
        goodbye: float = GOODBYE,
        regret: Callable[[dict[str, Any]], Awaitable[None]] | None = None,
    ) -> None:
        self._inbox, self._handle, self._pauses, self._goodbye = inbox, handle, pauses, goodbye
        self._regret = regret
        self._regretted: set[int] = set()
        self._leftovers = Leftovers(inbox)
        self._handled: set[int] = set()
        self._lanes: dict[int, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()

    def resume(self) -> None:
        """Take up what an earlier run left, and tell whose message ended too many runs."""
        waiting = self._leftovers.take_up()
        for update_id, lane in self._leftovers.given_up:
            self._begin(self._tell(update_id, lane))
        self.notice(waiting)

    def notice(self, rows: Iterable[tuple[int, int]]) -> None:
        """Take up (id, lane) pairs, in the order given."""
        for update_id, lane in rows:
            if lane in self._lanes:
                self._lanes[lane].append(update_id)
            elif not self._closing.is_set():
                self._open(lane, update_id)

    def _open(self, lane: int, update_id: int) -> None:
        self._lanes[lane] = deque([update_id])
        self._begin(self._work_off(lane))

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, lane: int) -> None:
        queue = self._lanes[lane]
        try:
            while queue and not self._closing.is_set():
                await self._settle(queue.popleft(), lane)
                await asyncio.sleep(0)  # a handler that waits for nothing must not hold up other lanes
        finally:
            del self._lanes[lane]

    async def _settle(self, update_id: int, lane: int) -> None:
        try:
            while not self._closing.is_set():
                problem = await self._attempt(update_id)
                if problem is None:
                    self._regretted.discard(lane)
                    return
                if unwritable(problem):  # no fault of the update's: it is never set aside for that
                    log.warning("update %d waits (%s); is the disk full?", update_id, type(problem).__name__)
                    await self._pause(max(self._pauses, default=PAUSES[0]))
                elif await self._given_up(update_id, problem):
                    await self._tell(update_id, lane)
                    return
        except Exception as error:  # the inbox itself failed: the update stays in it, the lane goes on
            log.error("update %d is left until the next start (%s)", update_id, type(error).__name__)

    async def _tell(self, update_id: int, lane: int) -> None:
        if self._regret and lane not in self._regretted and (body := self._inbox.body(update_id)) is not None:
            self._regretted.add(lane)
            await self._regret(body)

    async def _attempt(self, update_id: int) -> BaseException | None:
        """None if it is handled and gone, else the problem."""
        try:
            if (body := self._inbox.body(update_id)) is not None:
                async with self._leftovers.noted(update_id):
                    await self._handle_once(update_id, body)
                    self._inbox.done(update_id)
                self._handled.discard(update_id)
        except (Exception, asyncio.CancelledError) as error:  # whatever it is, it must stop nobody
            if _cancelled():
                raise
            return error
        return None

    async def _handle_once(self, update_id: int, body: dict[str, Any]) -> None:
        """Not again where only writing it off failed."""
        if update_id not in self._handled:
            await self._handle(update_id, body)
            self._handled.add(update_id)

    async def _given_up(self, update_id: int, error: BaseException) -> bool:
        """Sets aside what failed too often, or cannot be read; else waits until it may be tried again."""
        if isinstance(error, Unreadable):
            self._set_aside(update_id, str(error))
            return True
        problem = type(error).__name__
        tries = self._inbox.failed(update_id)
        log.warning("update %d failed (%s), try %d", update_id, problem, tries)
        if tries > len(self._pauses):
            self._set_aside(update_id, problem)
            return True
        await self._pause(self._pauses[tries - 1])
        return False

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    def _set_aside(self, update_id: int, problem: str) -> None:
        self._inbox.set_aside(update_id, problem)
        log.error("update %d is set aside (%s)", update_id, problem)

    async def drain(self) -> None:
        """Wait until every lane is empty."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def close(self) -> None:
        """Let running handlers finish, for a while; what waits stays in the inbox."""
        self._closing.set()
        if not self._tasks:
            return
        _, late = await asyncio.wait(tuple(self._tasks), timeout=self._goodbye)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def _cancelled() -> bool:
    """Whether this lane is ended from outside, rather than by something its handler waited for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
