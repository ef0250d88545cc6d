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
from bot.library import Library
from bot.sandbox import Sandbox
from bot.services.nudging import Nudging
from bot.settings import Settings

IDLE_TICKS = 500
A_SECOND = timedelta(seconds=1)
AN_HOUR = timedelta(hours=1)
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
    """Milliseconds, and slots claimed and planned anew in it."""

    took: float
    slots: int


def measure(people: int, slots: int) -> Figures:
    """Seconds of the day are played through until so many slots were planned."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "glimmer.db"
        many(database, people, datetime.now(UTC))
        size = database.stat().st_size / 1e6
        start, held = started_on(Path(folder))
        idle, busy = _planning(database, slots)
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


def _planning(database: Path, slots: int) -> tuple[list[float], list[Tick]]:
    """Ticks of the bot's own nudging, as fast as they go; nothing is sent."""
    settings = Settings(telegram_token=TOKEN, database=database)
    house = app.build(settings, Library.load(app.prompts_folder()))
    at = house.clock.now()
    while house.nudging.claim_some(at):
        pass  # what became due while the process was started and ended
    idle = [_idle(house, at - AN_HOUR) for _ in range(IDLE_TICKS)]
    busy: list[Tick] = []
    planned = 0
    while planned < slots:
        at += A_SECOND
        busy.append(_tick(house.nudging, at))
        planned += busy[-1].slots
    house.db.close()
    return idle, busy


def _idle(house: app.House, at: datetime) -> float:
    """Milliseconds of a tick at which nothing is due."""
    begin = time.perf_counter()
    house.nudging.send_due(at)
    return (time.perf_counter() - begin) * 1000


def _tick(nudging: Nudging, at: datetime) -> Tick:
    begin, slots = time.perf_counter(), 0
    while some := nudging.claim_some(at):
        slots += some
    return Tick((time.perf_counter() - begin) * 1000, slots)


def _figures(found: Figures) -> Iterator[Expected]:
    fifth = len(found.busy) // 5
    first, last = found.per_slot(found.busy[:fifth]), found.per_slot(found.busy[-fifth:])
    yield Expected.at_most("start to the first poll", found.start, 3, " s")
    yield Expected.at_most("memory", found.memory, 200, " MB")
    yield Expected.at_most("an idle tick, median", percentile(found.idle, 50), 1, " ms")
    yield Expected.at_most("a planned slot: last fifth beside the first", last / first, 1.25, "×")


def run(effort: Effort) -> Iterator[Table]:
    """One file."""
    found = measure(effort.of(1_000_000, 50_000), effort.of(200_000, 10_000))
    a_day = found.people * 2.6
    cost = found.per_slot(found.busy)
    ticks = [tick.took for tick in found.busy]
    yield against(
        f"{found.people:,} people, a file of {found.file:,.0f} MB",
        _figures(found),
        f"{found.planned:,} slots planned, {cost:.0f} µs each: a day of {a_day:,.0f} takes"
        f" {a_day * cost / 60e6:.1f} minutes of one core. Ticks: {percentile(ticks, 50):.1f} ms median,"
        f" {percentile(ticks, 99):.1f} ms p99, {max(ticks):.1f} ms the longest; an idle one at worst"
        f" {max(found.idle):.2f} ms.",
    )
