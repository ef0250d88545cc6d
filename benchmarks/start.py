"""Cold start to the first getUpdates, and memory at rest, beside a process that only imports PTB."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Effort, Table, noisy
from benchmarks.stage import OPEN, SOMETHING, TOKEN, ended, memory, polled, started, until
from bot.sandbox import Sandbox

REST = 2.0  # seconds until it is at rest
IMPORTING = "import telegram.ext; print(); input()"


async def _ours(folder: Path, number: int) -> tuple[float, float]:
    """Seconds, megabytes. ``number`` is the update's that waits: higher than the last one."""
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving():
        sandbox.inject(SOMETHING | {"update_id": number})
        began = time.perf_counter()
        process = await started(sandbox.url, folder)
        try:
            await until(lambda: polled(sandbox))
            took = time.perf_counter() - began
            await asyncio.sleep(REST)
            return took, memory(process.pid)
        finally:
            await ended(process)


async def _bare() -> tuple[float, float]:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", IMPORTING, stdin=PIPE, stdout=PIPE)
    if process.stdout:
        await process.stdout.readline()
    took = time.perf_counter() - began
    held = memory(process.pid)
    await process.communicate(b"\n")
    return took, held


async def _measure(rounds: int) -> Iterator[tuple[str, ...]]:
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, rounds + 1):
            ours.append(await _ours(Path(folder), number))
            bare.append(await _bare())
    return (
        (what, noisy([took for took, _ in found], " s"), noisy([held for _, held in found], " MB"))
        for what, found in (("python -m bot run", ours), ("python -c 'import telegram.ext'", bare))
    )


def run(effort: Effort) -> Iterator[Table]:
    """A row for the bot and one for the bare library."""
    rows = list(asyncio.run(_measure(effort.of(5, 2))))
    yield Table("Process start to the first getUpdates; memory after", ("process", "start", "memory"), rows)
