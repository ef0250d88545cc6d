"""Claims stand at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.nudges import Nudges
from bot.storage.people import People

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_claim_leaves_no_transaction_open_that_would_hold_back_later_commits() -> None:
    db = open_database(IN_MEMORY)
    People(db).save(Person(1, "en", Rhythm("UTC", ()), joined=NOON), [])
    assert Nudges(db).claim(1, "asked", date(2026, 11, 24), NOON, NOON)
    assert not db.conn.in_transaction
