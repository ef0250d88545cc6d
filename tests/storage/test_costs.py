"""Law: what a query costs grows with what there is, not with its square. Counted in SQLite's own steps."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from bot.domain.glimmer import Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.services.browsing import END
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.listing import Listing
from bot.storage.lookbacks import Lookbacks
from bot.storage.outlines import Outlines
from bot.storage.people import People
from bot.storage.search import Search

ANNA = 1
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FEW, MANY = 150, 1200
EVERY = 20  # steps between two counts

QUERIES: dict[str, Callable[[Database], object]] = {
    "candidates": lambda db: Lookbacks(db).candidates(ANNA),
    "between": lambda db: Glimmers(db).between(ANNA, None, None),
    "outlines": lambda db: Outlines(db).between(ANNA, None, None),
    "some": lambda db: Lookbacks(db).some(ANNA, range(1, 10_000)),
    "list": lambda db: Listing(db).older(ANNA, END, 10_000),
    "search": lambda db: Search(db).find(ANNA, "light", 10_000),
    "search for two": lambda db: Search(db).find(ANNA, "light warm", 10_000),
}


def keep(db: Database, number: int, at: datetime = NOW) -> int:
    return Glimmers(db).keep(ANNA, Said(number, at, f"warm light {number}"), Filed(at.date()))[0]


def one_day(db: Database, many: int) -> None:
    """All of it on one day."""
    for n in range(many):
        keep(db, n + 1)


def many_days(db: Database, many: int) -> None:
    """A moment and an answered nudge a day, and each day hidden."""
    for n in range(many):
        at = NOW - timedelta(days=n)
        keep(db, n + 1, at)
        day = at.date().isoformat()
        db.execute(
            "INSERT INTO nudges (person_id, slot, day, due_at, late_at, state, sent_at, answer)"
            " VALUES (?, '20:30', ?, ?, ?, 'sent', ?, ?)",
            [ANNA, day, day, day, day, "nothing" if n == 0 else "glimmer"],
        )
        if n % 2:
            Lookbacks(db).hide_day(ANNA, at.date())


def one_whole(db: Database, many: int) -> None:
    """All of it added to one."""
    first = keep(db, 1)
    for n in range(1, many):
        Changes(db).join(ANNA, keep(db, n + 1), first)


def steps(shape: Callable[[Database, int], None], many: int, query: Callable[[Database], object]) -> int:
    """How much SQLite does for that query among so many."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    with closing(open_database(IN_MEMORY)) as db:
        People(db).save(Person(ANNA, "en", Rhythm("UTC", ()), joined=NOW), [])
        with db.atomic():
            shape(db, many)
        db.conn.set_progress_handler(count, EVERY)
        query(db)
        db.conn.set_progress_handler(None, 0)
    return counted


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("shape", [one_day, many_days, one_whole], ids=lambda shape: shape.__name__)
def test_eight_times_as_much_costs_about_eight_times_as_much(
    shape: Callable[[Database, int], None], query: Callable[[Database], object]
) -> None:
    few, many = steps(shape, FEW, query), steps(shape, MANY, query)
    assert many < 2 * (MANY / FEW) * few + 100
