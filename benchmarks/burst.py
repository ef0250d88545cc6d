"""Thousands are due at once: how soon the last one is asked, and how people fare who write meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
import time
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.population import known, make_due
from benchmarks.report import Effort, Expected, Table, against, percentile
from benchmarks.stage import TOKEN, running, until
from benchmarks.talk import SETTLE, answers, crowd, messages, speak, waits, warm_up
from bot.sandbox import Limits, Sandbox

PER_SECOND = 30
A_TENTH_MORE = Limits(per_second=PER_SECOND * 11 // 10)  # the server's own limit: what is beyond gets a 429
APART = 0.5  # seconds between messages on average
ALL_OUT = 200.0


@dataclass(frozen=True, slots=True)
class Burst:
    """What the server saw: seconds of the monotonic clock; ``said`` and ``answered`` by person."""

    due: float
    nudges: Sequence[float]
    said: Mapping[int, float]
    answered: Mapping[int, float]
    refused: int

    @property
    def took(self) -> float:
        """From the moment all were due to the arrival of the last nudge."""
        return self.nudges[-1] - self.due

    def fullest_second(self) -> int:
        """The most messages in any rolling second."""
        times = sorted((*self.nudges, *self.answered.values()))
        return max(i + 1 - bisect_right(times, at - 1.0) for i, at in enumerate(times))

    def between(self) -> int:
        """The most nudges that arrived between a message and its answer."""
        return max(
            bisect_right(self.nudges, self.answered[who]) - bisect_right(self.nudges, at)
            for who, at in self.said.items()
        )


async def _live(folder: Path, due: int, talking: int) -> Burst:
    sandbox = Sandbox(token=TOKEN, limits=A_TENTH_MORE)
    first, *people = crowd(sandbox, due + talking + 1)
    asked, writing = people[:due], people[due:]
    known(folder / "glimmer.db", [first.id, *(person.id for person in people)], datetime.now(UTC))
    async with sandbox.serving(), running(sandbox, folder, PER_SECOND):
        await warm_up(sandbox, first)
        await asyncio.sleep(SETTLE)
        make_due(folder / "glimmer.db", [person.id for person in asked], datetime.now(UTC))
        began = time.monotonic()
        said = await speak(writing, APART)
        answered = await answers(sandbox, said)
        await until(lambda: len(messages(sandbox)) == len(people) + 1, ALL_OUT)
    found = messages(sandbox)
    nudges = sorted(at for person in asked for at in found[person.id])
    refused = sum(call.status == 429 for call in sandbox.calls)
    return Burst(began, nudges, said, answered, refused)


def _pace(burst: Burst) -> Iterator[Expected]:
    limit = (len(burst.nudges) + len(burst.said)) / PER_SECOND
    yield Expected.at_most("last one out, times the limit's own time", burst.took / limit, 1.03, "×")
    yield Expected.at_most("most in any rolling second", burst.fullest_second(), PER_SECOND * 1.1)
    yield Expected.at_most("refused with 429", burst.refused, 0)


def _replies(burst: Burst) -> Iterator[Expected]:
    replies = waits(burst.said, burst.answered)
    yield Expected.at_most("reply, p50", percentile(replies, 50), 50, " ms")
    yield Expected.at_most("reply, p99", percentile(replies, 99), 50, " ms")
    yield Expected.at_most("reply, slowest", max(replies), 100, " ms")
    yield Expected.at_most("nudges between a message and its answer", burst.between(), 1)


def run(effort: Effort) -> Iterator[Table]:
    """One burst in which nobody writes, and one in which answers take their part of what is allowed."""
    due = effort.of(3000, 300)
    with tempfile.TemporaryDirectory() as folder:
        burst = asyncio.run(_live(Path(folder), due, 0))
    yield against(
        f"{due:,} people due at once, {PER_SECOND} a second allowed",
        _pace(burst),
        f"It took {burst.took:.1f} s; the limit's own time is {due / PER_SECOND:.1f} s.",
    )
    with tempfile.TemporaryDirectory() as folder:
        burst = asyncio.run(_live(Path(folder), due, round(due / PER_SECOND / APART * 0.9)))
    yield against(
        f"the same, while {len(burst.said)} write",
        (*_pace(burst), *_replies(burst)),
        f"It took {burst.took:.1f} s; the limit's own time for nudges and answers is"
        f" {(due + len(burst.said)) / PER_SECOND:.1f} s.",
        "The one nudge that may lie between a message and its answer was on its way already.",
    )
