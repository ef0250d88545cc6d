"""What is kept through kill -9 and a bad line: ours beside a plain PTB bot with its default Updater."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Effort, Table
from benchmarks.stage import OPEN, TOKEN, started
from bot.sandbox import Fault, Sandbox

BURST = 12  # messages between two kills
FAR = 0.06  # seconds that Telegram takes to answer
SETTLED = 1.5  # seconds without a new message kept
PATIENCE = 40.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Messages handed out by Telegram: how many were kept once, not at all, or more than once."""

    said: int
    kept: int
    lost: int
    doubled: int

    @classmethod
    def of(cls, said: list[str], kept: Counter[str]) -> Outcome:
        """What became of ``said``."""
        times = [kept[text] for text in said]
        return cls(len(said), times.count(1), times.count(0), sum(1 for n in times if n > 1))


def _kept(folder: Path) -> Counter[str]:
    with closing(sqlite3.connect(folder / "glimmer.db", timeout=10)) as db:
        try:
            return Counter(row[0] for row in db.execute("SELECT text FROM glimmers"))
        except sqlite3.OperationalError:
            return Counter()  # it was killed before it had made its tables


async def _settled(folder: Path, said: list[str]) -> Outcome:
    """Wait until all is kept, or nothing more comes."""
    loop = asyncio.get_running_loop()
    end, quiet, last = loop.time() + PATIENCE, loop.time(), -1
    while loop.time() < end and loop.time() - quiet < SETTLED * 6:
        count = _kept(folder).total()
        if count != last:
            last, quiet = count, loop.time()
        if count >= len(said):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(SETTLED)
    return Outcome.of(said, _kept(folder))


@asynccontextmanager
async def _running(sandbox: Sandbox, folder: Path, module: str) -> AsyncIterator[Process]:
    process = await started(sandbox.url, folder, per_second=1000, module=module)
    try:
        yield process
    finally:
        process.kill()
        await process.communicate()


async def _kills(module: str, kills: int, seed: int) -> Outcome:
    rng = random.Random(seed)
    said: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        sandbox = Sandbox(token=TOKEN, limits=OPEN)
        async with sandbox.serving():
            people = [sandbox.person(who) for who in ("Anna", "Ben", "Chidi")]
            sandbox.faults.add(Fault.SLOW, times=10**6, method="sendMessage", seconds=FAR)
            for _ in range(kills):
                async with _running(sandbox, Path(name), module):
                    await asyncio.sleep(rng.uniform(0.6, 1.4))
                    for _ in range(BURST):
                        said.append(rng.choice(people).says(f"moment {len(said)}")["text"])
                        await asyncio.sleep(rng.uniform(0, 0.02))
            async with _running(sandbox, Path(name), module):
                return await _settled(Path(name), said)


async def _bad_line(module: str, count: int, seed: int) -> Outcome:
    rng = random.Random(seed)
    said: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        sandbox = Sandbox(token=TOKEN, limits=OPEN)
        async with sandbox.serving():
            people = [sandbox.person(who) for who in ("Anna", "Ben", "Chidi")]
            async with _running(sandbox, Path(name), module):
                await asyncio.sleep(2)
                sandbox.faults.add(
                    Fault.SLOW, times=10**6, method="sendMessage", seconds=FAR, probability=0.9
                )
                for kind in Fault:
                    sandbox.faults.add(kind, times=10**6, probability=0.1 / len(Fault), seconds=0.5)
                for _ in range(count):
                    said.append(rng.choice(people).says(f"moment {len(said)}")["text"])
                    await asyncio.sleep(rng.uniform(0, 0.06))
                sandbox.faults.clear()
                return await _settled(Path(name), said)


def run(effort: Effort) -> Iterator[Table]:
    """A row for each bot and trouble."""
    kills, messages = effort.of(20, 4), effort.of(300, 60)
    rows = []
    for what, trouble in ((f"kill -9, {kills} times", "kills"), ("a tenth of all calls fails", "line")):
        for bot, module in (("ours", "bot"), ("plain PTB", "benchmarks.plain_bot")):
            if trouble == "kills":
                found = asyncio.run(_kills(module, kills, seed=1))
            else:
                found = asyncio.run(_bad_line(module, messages, seed=2))
            rows.append((what, bot, *map(str, (found.said, found.kept, found.lost, found.doubled))))
    columns = ("trouble", "bot", "handed out", "kept once", "lost", "doubled")
    note = f"Telegram answers after {FAR * 1000:.0f} ms; {BURST} messages are sent before each kill."
    yield Table("Messages through crashes and a bad line", columns, rows, [note])
