"""Ten years given back: how long words take, how others fare while skies are drawn, and a Sunday evening."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import monotonic, perf_counter

from sqlite_utils import Database

from benchmarks.population import known
from benchmarks.report import Effort, Expected, Table, against, percentile
from benchmarks.stage import TOKEN, memory, running, until
from benchmarks.talk import SETTLE, answers, crowd, messages, speak, waits, warm_up
from bot.app import library_of
from bot.domain.giving import Gift, Giving
from bot.domain.kinds import THEMES
from bot.domain.rhythm import Moment, local_day
from bot.domain.typed import Period
from bot.sandbox import Limits, Person, Sandbox
from bot.services.recaps import Recaps
from bot.settings import Settings
from bot.storage.database import open_database, to_text
from bot.storage.givings import Givings
from bot.storage.media import Media
from bot.storage.outlines import Outlines
from bot.storage.people import People
from bot.storage.steps import Steps
from tests.pictures.invented import TEXT, WORDS

TEN_YEARS, ENTRIES = 3650, 11_000
TEXT_RECAP = 150  # milliseconds
SKIES, STARS, WAITING = 20, 400, 300
PER_SECOND = 100  # more than three times what is free
SUNDAYS = 10_000
MEGABYTES = 40
"""By so much may memory grow while recaps for everybody go out."""


def write(db: Database, person_id: int, count: int, days: int, until_day: datetime) -> None:
    """So many moments of one person's, spread over the days before; three at most on one day."""
    chance = random.Random(person_id)
    rows = []
    for number in range(count):
        at = until_day - timedelta(days=days * (count - number) / count, minutes=chance.randrange(600))
        words = f"{chance.choice(WORDS)}, {chance.choice(WORDS)}. {TEXT[: chance.randrange(8, 80)]}"
        theme = chance.choice((*THEMES, None, None)) or None
        category = theme.value if theme else None
        rows.append((person_id, number + 1, to_text(at), at.date().isoformat(), words, category))
    with db.atomic():
        db.conn.executemany(
            "INSERT INTO glimmers (person_id, message_id, said_at, day, text, category)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def run(effort: Effort) -> Iterator[Table]:
    """What was promised of giving back."""
    with tempfile.TemporaryDirectory() as folder:
        yield against("What was promised of recaps", [*_alone(Path(folder), effort.of(15, 5))])
    with tempfile.TemporaryDirectory() as folder:
        yield asyncio.run(_while_drawn(Path(folder), effort.of(SKIES, 5)))
    with tempfile.TemporaryDirectory() as folder:
        yield asyncio.run(_sunday(Path(folder), effort.of(SUNDAYS, 600)))


def _alone(folder: Path, rounds: int) -> Iterator[Expected]:
    database, now = folder / "glimmer.db", datetime.now(UTC)
    known(database, [1], now)
    db = open_database(database)
    write(db, 1, ENTRIES, TEN_YEARS, now)
    person = People(db).get(1)
    locale = library_of(Settings(telegram_token=TOKEN, database=database)).locale("en")
    recaps, took = Recaps(Outlines(db), Steps(db), Media(db)), []
    for page in range(rounds):
        begin = perf_counter()
        given = recaps.recap(person, Period("all", None, None), locale, {}, 5 * page) if person else None
        took.append((perf_counter() - begin) * 1000)
        if given is None or given.kept != ENTRIES or len(given.entries) != 5:
            raise RuntimeError("that was no recap of ten years")
    db.close()
    name = f"text recap over ten years ({ENTRIES:,} entries)"
    yield Expected.at_most(name, statistics.median(took), TEXT_RECAP, " ms")
    yield Expected.at_most(f"{name}, slowest", max(took), TEXT_RECAP, " ms")


async def _while_drawn(folder: Path, skies: int) -> Table:
    """Some ask for a year of 400 moments at once, others write: the real bot, over HTTP."""
    sandbox, now = Sandbox(token=TOKEN, limits=Limits(1000, 1000, 1000)), datetime.now(UTC)
    first, *people = crowd(sandbox, 1 + skies + 200)
    asking, writing = people[:skies], people[skies:]
    known(folder / "glimmer.db", [person.id for person in (first, *people)], now)
    db = open_database(folder / "glimmer.db")
    for person in asking:
        write(db, person.id, STARS, 360, now)
    db.close()
    async with sandbox.serving(), running(sandbox, folder, 1000):
        await warm_up(sandbox, first)
        await asyncio.sleep(SETTLE)
        began = monotonic()
        for person in asking:
            person.says("/recap year")
        said = await speak(writing, 0.05)
        answered = await answers(sandbox, said)
        await until(lambda: all(_pictured(person) for person in asking), 120)
        drawn = [c.at_monotonic for c in sandbox.calls if c.method == "sendPhoto" and c.status == 200]
        took = max(drawn) - began
    replies = waits(said, answered)
    return against(
        f"{skies} people ask for a year of {STARS} moments with its sky while {len(writing)} others write",
        (
            Expected.at_most("reply to the others, p99", percentile(replies, 99), WAITING, " ms"),
            Expected.at_most("a recap with its sky, one after the other", took * 1000 / skies, 600, " ms"),
        ),
        f"In the middle an answer took {statistics.median(replies):.1f} ms; all skies {took:.1f} s.",
    )


def _pictured(person: Person) -> bool:
    return any("photo" in message for message in person.chat)


async def _sunday(folder: Path, count: int) -> Table:
    """The recap of the week, due for everybody in one minute."""
    sandbox, now = Sandbox(token=TOKEN, limits=Limits(PER_SECOND * 11 // 10, 1000, 1000)), datetime.now(UTC)
    first, *people = crowd(sandbox, count + 1)
    known(folder / "glimmer.db", [person.id for person in (first, *people)], now)
    db = open_database(folder / "glimmer.db")
    today, given = local_day(now, "UTC", time(4)), Giving(Gift.WEEK)
    for person in people:
        write(db, person.id, 6, 5, now)
    async with sandbox.serving(), running(sandbox, folder, PER_SECOND) as process:
        await warm_up(sandbox, first)
        await asyncio.sleep(SETTLE)
        before = memory(process.pid)
        givings, due = Givings(db), datetime.now(UTC)
        with db.atomic():
            for person in people:
                givings.put(person.id, given, Moment(given.slot, today, due))
        began = monotonic()
        await until(lambda: len(messages(sandbox)) == count + 1, count / PER_SECOND * 3 + 30)
        grown = memory(process.pid) - before
    db.close()
    found = messages(sandbox)
    times = sorted(at for person in people for at in found[person.id])
    took = times[-1] - began
    fullest = max(i + 1 - bisect_right(times, at - 1.0) for i, at in enumerate(times))
    return against(
        f"{count:,} recaps of a week due at once, {PER_SECOND} a second allowed",
        (
            Expected.at_most("last one out, times the limit's time", took / (count / PER_SECOND), 1.1, "×"),
            Expected.at_most("most in any rolling second", fullest, PER_SECOND * 1.1),
            Expected.at_most("recaps sent twice", len(times) - count, 0),
            Expected.at_most("memory grown meanwhile", grown, MEGABYTES, " MB"),
        ),
    )
