"""The next moments that are told are those that will come."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from bot.domain.rhythm import Slot
from bot.services.rhythms import Rhythms
from bot.storage.database import open_database
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People

EVENING = Slot(time(20, 30))
NOON = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)
AFTER_NOON = NOON.replace(microsecond=250_000)


def test_what_comes_at_once_after_a_journey_is_told_first(tmp_path: Path) -> None:
    db = open_database(tmp_path / "a.db")
    people = People(db)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    anna = rhythms.meet(1, "en", "Europe/Berlin", NOON)
    anna = rhythms.move(rhythms.ask_at(anna, [EVENING], NOON), "Europe/Berlin", NOON)
    in_tokyo = rhythms.move(anna, "Asia/Tokyo", AFTER_NOON)
    told = [moment.at for moment in rhythms.upcoming(in_tokyo, AFTER_NOON)]
    assert told[0] == people.next_at(1) == NOON
    assert len(told) == 3
