"""Where pictures are made: one worker thread, so that nobody's reply waits for a picture."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TypeVar

from bot.pictures import Booklet, Look, NotPainted, Painter, Picture

T = TypeVar("T")
log = logging.getLogger(__name__)


class Studio:
    """Paints one picture after the other. The painter is made with the first, in its thread."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="studio")
        self.easel = asyncio.Lock()
        """Held while a picture's moments are read and it is painted: none is read before its turn."""

    @cached_property
    def _painter(self) -> Painter:
        return Painter()

    async def paint(self, picture: Picture, look: Look, words: bool) -> bytes | None:
        """A PNG; None if it failed."""
        return await self._in_thread(lambda: self._painter.paint(picture, look, words))

    async def bind(self, made: Callable[[], Booklet]) -> bytes | None:
        """A PDF of what ``made`` returns; None if it failed."""
        return await self._in_thread(lambda: self._painter.booklet(made()))

    async def think(self, work: Callable[[], T]) -> T:
        """What ``work`` finds out, where it holds up nobody."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def _in_thread(self, work: Callable[[], bytes]) -> bytes | None:
        try:
            return await self.think(work)
        except NotPainted:
            log.warning("a picture could not be painted")  # nothing of what was in it
            return None

    def close(self) -> None:
        """What has not begun is let go."""
        self._thread.shutdown(wait=False, cancel_futures=True)
