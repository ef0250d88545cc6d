"""A file with so many people: start, memory, and what a second costs, idle and on a busy day."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.population import many
from benchmarks.report import Effort, Expected, Table, against, percentile
from benchmarks.stage import OPEN, SOMETHING, TOKEN, ended, memory, polled, started, until
from bot import app
from bot.clock import ShiftedClock
from bot.library import Library
from bot.sandbox import Sandbox
from bot.services.nudging import Nudging
from bot.settings import Settings

IDLE_TICKS = 500
A_SECOND = timedelta(seconds=1)
AN_HOUR = timedelta(hours=1)
A_DAYS_SLOTS = 2.6  # of a person, on average
REST = 2.0  # seconds until the process is at rest


@dataclass(frozen=True, slots=True)
class Figures:
    """Start in seconds, memory and file in megabytes, ticks in milliseconds."""

    people: int
    start: float
    memory: float
    file: float
    idle: Sequence[float]
    busy: Sequence[Tick]

    @property
    def planned(self) -> int:
        """Slots."""
        return sum(tick.slots for tick in self.busy)

    def per_slot(self, ticks: Sequence[Tick]) -> float:
        """Microseconds."""
        return 1000 * sum(tick.took for tick in ticks) / max(1, sum(tick.slots for tick in ticks))


@dataclass(frozen=True, slots=True)
class Tick:
    """Milliseconds of all its turns and of the longest, and slots claimed and planned anew in it."""

    took: float
    longest: float
    slots: int


def measure(people: int, slots: int) -> Figures:
    """Seconds of the day are played through until so many slots were planned."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "glimmer.db"
        many(database, people, datetime.now(UTC))
        size = database.stat().st_size / 1e6
        start, held = started_on(Path(folder))
        idle, busy = asyncio.run(_planning(database, slots))
    return Figures(people, start, held, size, idle, busy)


def started_on(folder: Path) -> tuple[float, float]:
    """Seconds until the bot's own process polls, and its megabytes at rest."""
    return asyncio.run(_process(folder))


async def _process(folder: Path) -> tuple[float, float]:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving():
        sandbox.inject(SOMETHING)
        began = time.perf_counter()
        process = await started(sandbox.url, folder)
        try:
            await until(lambda: polled(sandbox))
            took = time.perf_counter() - began
            await asyncio.sleep(REST)
            return took, memory(process.pid)
        finally:
            await ended(process)


async def _planning(database: Path, slots: int) -> tuple[list[float], list[Tick]]:
    """Ticks of the bot's own house, as fast as they go; nothing is sent."""
    clock = ShiftedClock(-AN_HOUR)  # an hour ago nothing was due that is not planned anew by then
    settings = Settings(telegram_token=TOKEN, database=database, backups=0)
    house = app.build(settings, Library.load(app.prompts_folder()), clock)
    idle = [await _idle(house) for _ in range(IDLE_TICKS)]
    at = clock.now() + AN_HOUR
    await _tick(house.nudging, at)  # what became due while the process was started and ended
    busy: list[Tick] = []
    planned = 0
    while planned < slots:
        at += A_SECOND
        busy.append(await _tick(house.nudging, at))
        planned += busy[-1].slots
    house.db.close()
    return idle, busy


async def _idle(house: app.House) -> float:
    """Milliseconds of a whole tick at which nothing is due."""
    begin = time.perf_counter()
    await house.tick()
    return (time.perf_counter() - begin) * 1000


async def _tick(nudging: Nudging, at: datetime) -> Tick:
    """Turn by turn, as the loop takes them: the longest turn is what a reply may have to wait."""
    took = longest = 0.0
    slots = 0
    while True:
        begin = time.perf_counter()
        some = nudging.claim_some(at)
        turn = (time.perf_counter() - begin) * 1000
        took, longest, slots = took + turn, max(longest, turn), slots + some
        if not some:
            return Tick(took, longest, slots)
        await asyncio.sleep(0)


def _figures(found: Figures) -> Iterator[Expected]:
    fifth = len(found.busy) // 5
    first, last = found.per_slot(found.busy[:fifth]), found.per_slot(found.busy[-fifth:])
    yield Expected.at_most("start to the first poll", found.start, 3, " s")
    yield Expected.at_most("memory", found.memory, 200, " MB")
    yield Expected.at_most("a whole idle tick, median", percentile(found.idle, 50), 1, " ms")
    yield Expected.at_most("a whole idle tick, p99", percentile(found.idle, 99), 5, " ms")
    yield Expected.at_most("a planned slot: last fifth beside the first", last / first, 1.25, "×")
    longest = [tick.longest for tick in found.busy]
    yield Expected.at_most("a second's longest turn of the loop, p99", percentile(longest, 99), 50, " ms")
    a_day = found.people * A_DAYS_SLOTS
    what = f"a day of {a_day:,.0f} moments, reckoned from {found.planned:,}"
    yield Expected.at_most(what, a_day * found.per_slot(found.busy) / 60e6, 60, " min")


def run(effort: Effort) -> Iterator[Table]:
    """One file."""
    found = measure(effort.of(1_000_000, 50_000), effort.of(200_000, 10_000))
    ticks = [tick.took for tick in found.busy]
    yield against(
        f"{found.people:,} people, a file of {found.file:,.0f} MB",
        _figures(found),
        f"{found.per_slot(found.busy):.0f} µs a slot. A second of the day: {percentile(ticks, 50):.1f} ms in"
        f" the middle, {percentile(ticks, 99):.1f} ms p99, {max(ticks):.1f} ms at worst, in turns of a few;"
        f" an idle tick at worst {max(found.idle):.2f} ms.",
    )
