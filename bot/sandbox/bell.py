"""Waiting for a change without sleeping: who rings is synchronous, who waits is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes everybody who waits, each time it is rung."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something changed."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    async def rung(self) -> None:
        """Wait for the next ring."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await waiter
        finally:
            self._waiting.discard(waiter)

    async def until(self, true: Callable[[], bool], timeout: float) -> bool:  # noqa: ASYNC109 - its callers speak of a timeout
        """Wait until a condition holds, looking again at each ring; False after ``timeout`` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not true():
                    await self.rung()
        except TimeoutError:
            return true()  # it may have come true with the last tick
        return True
