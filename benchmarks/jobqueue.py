"""The same with PTB's JobQueue, one ``run_daily`` per person: start, memory, nine o'clock, clock changes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from benchmarks.crowds import Crowd
from benchmarks.report import Effort, Table
from benchmarks.stage import ROOT
from bot.domain.rhythm import next_moment
from bot.domain.slots import Rhythm, Slot

BEGIN, END = datetime(2026, 12, 30, tzinfo=UTC), datetime(2028, 1, 3, tzinfo=UTC)
DATES = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
A_SECOND = timedelta(seconds=1)
ZONES = ("Europe/Berlin", "America/New_York", "Africa/Cairo", "America/Santiago", "Australia/Lord_Howe")
WALLS = (time(0, 0), time(0, 30), time(1, 30), time(2, 30), time(9), time(23, 30))
MIDNIGHT = time(0)


def run(effort: Effort) -> Iterator[Table]:
    """Two tables: crowds, and a year of clock changes."""
    rows = []
    for people in (1_000, 10_000, 100_000)[: effort.of(3, 2)]:
        rows += [("JobQueue.run_daily", f"{people:,}", *_theirs(people)), ("Glimmer", "", *_ours(people))]
    columns = ("", "people", "start", "memory", "longest without an answer", "sent or claimed", "lost")
    yield Table(
        "Everybody is due in the same minute",
        columns,
        rows,
        (
            "Start: until all jobs are there, which is at every start; for Glimmer until the first poll."
            " Lost: APScheduler drops what is a second late, and PTB leaves it at that.",
        ),
    )
    theirs, ours = _year()
    yield Table(
        f"A year of clock changes: {len(ZONES)} zones, {len(WALLS)} times, {len(DATES)} days",
        ("", "days missed", "days doubled"),
        (("JobQueue.run_daily", *map(str, theirs)), ("Glimmer", *map(str, ours))),
    )


def _theirs(people: int) -> tuple[str, ...]:
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.jobs", str(people)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    added, held, stall, ran = map(float, said.stdout.split())
    return _cells(added, held, stall, int(ran), people)


def _ours(people: int) -> tuple[str, ...]:
    crowd = Crowd.of(people)
    return _cells(crowd.start, crowd.memory, crowd.longest, crowd.claimed, people)


def _cells(start: float, held: float, stall: float, done: int, people: int) -> tuple[str, ...]:
    lost = str(people - done)
    return (f"{start:.2f} s", f"{held:.0f} MB", f"{stall * 1000:,.0f} ms", f"{done:,}", lost)


def _year() -> tuple[tuple[int, int], tuple[int, int]]:
    """Local days without, and with two, for both."""
    theirs, ours = [0, 0], [0, 0]
    for zone, wall in product(ZONES, WALLS):
        for found, days in ((theirs, _cron_days(zone, wall)), (ours, _our_days(zone, wall))):
            found[0] += sum(days[date] == 0 for date in DATES)
            found[1] += sum(days[date] > 1 for date in DATES)
    return (theirs[0], theirs[1]), (ours[0], ours[1])


def _cron_days(zone: str, wall: time) -> Counter[date]:
    """How often it comes, by local date: the trigger that ``run_daily`` sets, asked as the scheduler asks."""
    info = ZoneInfo(zone)
    trigger = CronTrigger(day_of_week="*", hour=wall.hour, minute=wall.minute, second=0, timezone=info)
    days: Counter[date] = Counter()
    last = trigger.get_next_fire_time(None, BEGIN)
    while last < END:
        days[last.date()] += 1
        last = trigger.get_next_fire_time(last, last.astimezone(UTC) + A_SECOND)
    return days


def _our_days(zone: str, wall: time) -> Counter[date]:
    """The same for the bot, with a day that ends at midnight."""
    slot, days = Slot(wall), Counter[date]()
    rhythm = Rhythm(zone, (slot,), MIDNIGHT)
    moment = next_moment(slot, BEGIN, rhythm, 1)
    while moment and moment.at < END:
        days[moment.day] += 1
        moment = next_moment(slot, moment.at, rhythm, 1)
    return days
