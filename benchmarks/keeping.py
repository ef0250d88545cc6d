"""Glimmers kept per second, each committed to the disk before Telegram is told that it arrived."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.population import known
from benchmarks.report import Effort, Expected, Table, against, percentile
from benchmarks.stage import OPEN, TOKEN, running, until
from benchmarks.talk import SAID, SETTLE, crowd, warm_up
from bot.domain.glimmer import Said
from bot.sandbox import Person, Sandbox
from bot.storage.database import open_as_it_is, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.inbox import Inbox

PEOPLE = 50
ANSWERED = 30  # messages a second that Telegram lets a bot answer
AT_ONCE = 100  # updates that one getUpdates brings


def _raws(count: int, ids: Sequence[int]) -> list[dict[str, Any]]:
    return [
        {"update_id": n, "message": {"chat": {"id": ids[n % len(ids)]}, "text": SAID}}
        for n in range(1, count + 1)
    ]


def _stored(folder: Path, count: int, together: int) -> tuple[float, list[float]]:
    """Glimmers a second through inbox and journal alone, and milliseconds of each commit to the inbox."""
    now, ids = datetime.now(UTC), range(1, PEOPLE + 1)
    known(folder / "a.db", ids, now)
    commits: list[float] = []
    with closing(open_database(folder / "a.db")) as db:
        inbox, glimmers = Inbox(db), Glimmers(db)
        raws = _raws(count, ids)
        began = time.perf_counter()
        for start in range(0, count, together):
            at = time.perf_counter()
            taken = inbox.take_in(raws[start : start + together], now)
            commits.append((time.perf_counter() - at) * 1000)
            for update_id, person_id in taken:
                glimmers.keep(person_id, Said(update_id, now, SAID), Filed(now.date()))
                inbox.done(update_id)
        return count / (time.perf_counter() - began), commits


async def _running(folder: Path, count: int) -> float:
    """Glimmers a second of the bot's own process, from a queue at Telegram until the last one is kept."""
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    first, *people = crowd(sandbox, PEOPLE + 1)
    known(folder / "glimmer.db", [first.id, *(person.id for person in people)], datetime.now(UTC))
    async with sandbox.serving(), running(sandbox, folder, 1000):
        await warm_up(sandbox, first)
        await asyncio.sleep(SETTLE)
        with closing(open_as_it_is(folder / "glimmer.db")) as db:
            before = _kept(db)
            began = time.perf_counter()
            _say(people, count)
            await until(lambda: _kept(db) - before >= count, 600)
            return count / (time.perf_counter() - began)


def _say(people: Sequence[Person], count: int) -> None:
    for n in range(count):
        people[n % len(people)].says(f"{SAID} {n}")


def _kept(db: Any) -> int:
    return int(db.execute("SELECT count(*) FROM glimmers").fetchone()[0])


def run(effort: Effort) -> Iterator[Table]:
    """The file alone, then the whole bot."""
    count = effort.of(3000, 300)
    rows = []
    for together in (1, AT_ONCE):
        with tempfile.TemporaryDirectory() as folder:
            rate, commits = _stored(Path(folder), count, together)
        middle, late = (f"{percentile(commits, percent):.2f} ms" for percent in (50, 99))
        rows.append((f"{together} at a time", f"{rate:,.0f}", middle, late))
    yield Table(
        f"The file alone: {count:,} glimmers, three commits each (inbox, glimmer, done)",
        ("updates", "glimmers a second", "commit to the inbox, p50", "p99"),
        rows,
        ["synchronous=FULL: a commit is on the disk, not only in the system's memory, when it returns."],
    )
    with tempfile.TemporaryDirectory() as folder:
        rate = asyncio.run(_running(Path(folder), count))
    what = f"glimmers a second, {count:,} of {PEOPLE} people, each answered"
    least = 2 * ANSWERED
    note = f"Expected: twice as many as Telegram lets a bot answer ({ANSWERED} a second)."
    yield against("The whole bot, a process of its own", [Expected.at_least(what, rate, least)], note)
