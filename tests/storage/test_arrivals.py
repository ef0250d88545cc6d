"""Bringing in: in slices, all of it or nothing, and twice is once."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from bot.domain.carried import Carried, key_of
from bot.storage.arrivals import AT_ONCE, Arrival, Arrivals, Brought
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.outlines import Outlines
from bot.storage.search import Search
from bot.storage.takeout import Takeout

ANNA = 1
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
COUNT = 2 * AT_ONCE + 50


@pytest.fixture
def db() -> Iterator[Database]:
    opened = open_database(IN_MEMORY)
    opened.execute(
        "INSERT INTO people (id, language, zone, joined_at) VALUES (?, 'en', 'UTC', '2026-01-01T00:00:00Z')",
        [ANNA],
    )
    yield opened
    opened.close()


def arrival(number: int) -> Arrival:
    at = NOON - timedelta(hours=number)
    return Arrival(
        Carried(key_of("kettle", number), at, at.date(), f"kettle {number}", taken_back=number % 50 == 7)
    )


def finished(bringing: Generator[None, None, Brought]) -> Brought:
    while True:
        try:
            next(bringing)
        except StopIteration as done:
            brought: Brought = done.value
            return brought


def seen(db: Database) -> tuple[int, int, int]:
    """How many a recap, a search and an export find."""
    exported = sum(map(len, Takeout(db).glimmers(ANNA)))
    return len(Outlines(db).between(ANNA, None, None)), len(Search(db).find(ANNA, "kettle", 9999)), exported


def test_nothing_is_to_be_seen_before_all_is_there(db: Database) -> None:
    arrivals = [arrival(number) for number in range(COUNT)]
    bringing = Arrivals(db).bring(ANNA, arrivals, NOON)
    for _ in range(3):
        next(bringing)
        assert seen(db) == (0, 0, 0)
    assert finished(bringing) == Brought(COUNT, 0)
    taken_back = sum(one.glimmer.taken_back for one in arrivals)
    assert seen(db) == (COUNT - taken_back, COUNT - taken_back, COUNT)


def test_what_was_cut_off_comes_whole_with_the_next_try(db: Database) -> None:
    arrivals = [arrival(number) for number in range(COUNT)]
    cut_off = Arrivals(db).bring(ANNA, arrivals, NOON)
    next(cut_off)
    cut_off.close()
    assert seen(db) == (0, 0, 0)
    assert finished(Arrivals(db).bring(ANNA, arrivals[5:], NOON)) == Brought(COUNT - 5, 0)
    assert finished(Arrivals(db).bring(ANNA, arrivals, NOON)) == Brought(5, COUNT - 5)
    assert seen(db)[2] == COUNT
