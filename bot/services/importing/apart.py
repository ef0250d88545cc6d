"""Reading in a process of its own: whatever a file does to it, the bot and its other people go on."""

from __future__ import annotations

import asyncio
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from io import BytesIO
from pathlib import Path

from bot.domain.carried import Carried
from bot.domain.found import Found, NotTaken, Reason
from bot.services.importing.reader import NO_ROOM, Errand

ROOT = Path(__file__).parents[3]
PATIENCE = 300.0  # seconds by the clock: the reader gives way to whatever else runs here
READER = "bot.services.importing.reader"


class ReaderFailed(Exception):
    """The reader is at fault, not the file."""


class Apart:
    """Starts readers, a few at a time; each may take so many seconds."""

    def __init__(self, most: int = 2, patience: float = PATIENCE) -> None:
        self._room, self._patience = asyncio.Semaphore(most), patience

    async def read(self, errand: Errand) -> Found:
        """What the file holds. Raises NotTaken, also for what takes too much memory or time."""
        async with self._room:
            code, told = await self._sent(pickle.dumps(errand))
        if code < 0 or code == NO_ROOM:  # a limit, the kernel or an operator ended it
            raise NotTaken(Reason.TOO_MUCH)
        if code:
            raise ReaderFailed
        return await _heard(BytesIO(told))

    async def _sent(self, errand: bytes) -> tuple[int, bytes]:
        process = await _started()
        try:
            async with asyncio.timeout(self._patience):
                told, _ = await process.communicate(errand)
        except TimeoutError:
            raise NotTaken(Reason.TOO_MUCH) from None
        finally:
            if process.returncode is None:  # also where the bot is told to stop meanwhile
                process.kill()
                await process.wait()
        return process.returncode or 0, told


async def _started() -> Process:
    """It is told no setting and no token."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", READER),
        env={"PYTHONPATH": str(ROOT)},
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
    )


async def _heard(told: BytesIO) -> Found:
    """Put together again, others having their turn. Raises NotTaken."""
    head, number = pickle.load(told)  # noqa: S301 - written by our own process
    if isinstance(head, Reason):
        raise NotTaken(head, number)
    entries: list[Carried] = []
    for _ in range(number):
        entries += pickle.load(told)  # noqa: S301 - likewise
        await asyncio.sleep(0)
    return Found(head, tuple(entries))
