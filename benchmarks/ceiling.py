"""As fast as paid broadcast allows: claim, choose, send and record, end to end."""

from __future__ import annotations

import asyncio
import tempfile
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.population import known, make_due
from benchmarks.report import Effort, Expected, Table, against
from benchmarks.stage import TOKEN, memory, running, until
from benchmarks.talk import crowd, messages
from bot.sandbox import Limits, Sandbox

PER_SECOND = 1000
ALL_OUT = 300.0


@dataclass(frozen=True, slots=True)
class Run:
    """Arrivals in seconds of the monotonic clock, memory in megabytes."""

    people: int
    due: float
    nudges: Sequence[float]
    refused: int
    memory: float


async def _live(folder: Path, due: int) -> Run:
    sandbox = Sandbox(token=TOKEN, limits=Limits(paid_per_second=PER_SECOND))
    people = [person.id for person in crowd(sandbox, due)]
    known(folder / "glimmer.db", people, datetime.now(UTC))
    async with sandbox.serving(), running(sandbox, folder, PER_SECOND) as bot:
        make_due(folder / "glimmer.db", people, datetime.now(UTC))
        began = time.monotonic()
        await until(lambda: len(sandbox.calls) >= due, ALL_OUT)
        await until(lambda: len(messages(sandbox)) == due, ALL_OUT)
        held = memory(bot.pid)
    nudges = sorted(at for times in messages(sandbox).values() for at in times)
    return Run(due, began, nudges, sum(call.status == 429 for call in sandbox.calls), held)


def _figures(run: Run) -> Iterator[Expected]:
    took = run.nudges[-1] - run.due
    fullest = max(i + 1 - bisect_right(run.nudges, at - 1.0) for i, at in enumerate(run.nudges))
    yield Expected.at_least(
        "nudges a second, from due to the last one's arrival", len(run.nudges) / took, 800
    )
    yield Expected.at_most("most in any rolling second", fullest, PER_SECOND)
    yield Expected.at_most("refused with 429", run.refused, 0)
    yield Expected.at_most("sent twice", len(run.nudges) - run.people, 0)
    yield Expected.at_most("memory of the bot", run.memory, 200, " MB")


def run(effort: Effort) -> Iterator[Table]:
    """One burst."""
    due = effort.of(20_000, 3000)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_live(Path(folder), due))
    yield against(f"{due:,} people due at once, {PER_SECOND:,} messages a second allowed", _figures(found))
