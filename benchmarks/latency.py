"""From an update's arrival at the server to the answer's arrival there: idle, and while nudges wait."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.population import known, make_due
from benchmarks.report import Effort, Table, percentile
from benchmarks.stage import OPEN, TOKEN, running, until
from benchmarks.talk import SETTLE, answers, crowd, messages, speak, waits, warm_up
from bot.sandbox import Sandbox

PER_SECOND = 30
APART = 0.15  # seconds between messages on average: some fall together


async def _measure(folder: Path, nudged: int, asked: int) -> Iterator[tuple[str, ...]]:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    first, *people = crowd(sandbox, nudged + 2 * asked + 1)
    idle, busy, waiting = people[:asked], people[asked : 2 * asked], people[2 * asked :]
    now = datetime.now(UTC)
    known(folder / "glimmer.db", [first.id, *(person.id for person in people)], now)
    async with sandbox.serving(), running(sandbox, folder, PER_SECOND):
        await warm_up(sandbox, first)
        await asyncio.sleep(SETTLE)
        said = await speak(idle, APART)
        at_rest = waits(said, await answers(sandbox, said))
        make_due(folder / "glimmer.db", [person.id for person in waiting], datetime.now(UTC))
        await until(lambda: waiting[0].id in messages(sandbox))
        said = await speak(busy, APART)
        left = sum(person.id not in messages(sandbox) for person in waiting)
        under_load = waits(said, await answers(sandbox, said))
    return iter(
        (
            ("idle", str(asked), *_figures(at_rest)),
            (f"while {nudged:,} to {left:,} nudges wait", str(asked), *_figures(under_load)),
        )
    )


def _figures(found: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{value:.1f} ms" for value in (percentile(found, 50), percentile(found, 99), max(found)))


def run(effort: Effort) -> Iterator[Table]:
    """A row at rest, and one while a thousand nudges are on their way."""
    with tempfile.TemporaryDirectory() as folder:
        rows = list(asyncio.run(_measure(Path(folder), effort.of(1000, 200), effort.of(150, 30))))
    yield Table(
        f"Update in, answer out, as the server sees it; {PER_SECOND} messages a second allowed",
        ("", "messages", "p50", "p99", "slowest"),
        rows,
        (f"People write by chance, every {APART * 1000:.0f} ms on average, each once.",),
    )
