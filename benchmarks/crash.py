"""What is kept through kill -9 and a bad line: ours beside a plain PTB bot with its default Updater."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Effort, Table
from benchmarks.stage import OPEN, TOKEN, started
from bot.sandbox import Fault, Sandbox

PEOPLE = 60  # ours answers each of them once a second at most, as Telegram wants it
BURST = 12  # messages between two kills
FAR = 0.06  # seconds that Telegram takes to answer
SETTLED = 1.5  # seconds without a new message kept
PATIENCE = 120.0


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
        if count != last or not count:  # a first start makes the list of cities
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
            people = [sandbox.person(f"Person {n}") for n in range(PEOPLE)]
            sandbox.faults.add(Fault.SLOW, times=10**6, method="sendMessage", seconds=FAR)
            for _ in range(kills):
                async with _running(sandbox, Path(name), module):
                    await asyncio.sleep(rng.uniform(0.5, 1.1))
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
            people = [sandbox.person(f"Person {n}") for n in range(PEOPLE)]
            async with _running(sandbox, Path(name), module):
                await asyncio.sleep(2)
                for (
                    kind
                ) in Fault:  # the first that concerns a call happens: so a tenth of all, whatever follows
                    sandbox.faults.add(kind, times=10**6, probability=0.1 / len(Fault), seconds=0.5)
                sandbox.faults.add(Fault.SLOW, times=10**6, method="sendMessage", seconds=FAR)
                for _ in range(count):
                    said.append(rng.choice(people).says(f"moment {len(said)}")["text"])
                    await asyncio.sleep(rng.uniform(0, 0.06))
                sandbox.faults.clear()
                return await _settled(Path(name), said)


BOTS = (("ours", "bot"), ("plain PTB", "benchmarks.plain_bot"))
Trouble = Callable[[str, int, int], Awaitable[Outcome]]


async def _beside(trouble: Trouble, count: int, seed: int) -> list[Outcome]:
    """Both bots at once, each on a server of its own: nothing here is timed."""
    return await asyncio.gather(*(trouble(module, count, seed) for _, module in BOTS))


def run(effort: Effort) -> Iterator[Table]:
    """A row for each bot and trouble."""
    kills, messages = effort.of(100, 4), effort.of(1000, 60)
    rows = []
    troubles: tuple[tuple[str, Trouble, int, int], ...] = (
        (f"kill -9, {kills} times", _kills, kills, 1),
        ("a tenth of all calls fails", _bad_line, messages, 2),
    )
    for what, trouble, count, seed in troubles:
        for (bot, _), found in zip(BOTS, asyncio.run(_beside(trouble, count, seed)), strict=True):
            rows.append((what, bot, *map(str, (found.said, found.kept, found.lost, found.doubled))))
    columns = ("trouble", "bot", "handed out", "kept once", "lost", "doubled")
    notes = [
        f"Telegram answers after {FAR * 1000:.0f} ms; {BURST} messages are sent before each kill.",
        f"Calls fail in {len(Fault)} ways: {', '.join(Fault)}.",
    ]
    yield Table("Messages through crashes and a bad line", columns, rows, notes)
