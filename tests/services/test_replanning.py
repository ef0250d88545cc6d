"""Planning anew: only when the rules changed, some people at a time, and nobody twice."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.rhythm import Moment, Slot
from bot.services.replanning import AT_START, SOME, Replanning
from bot.services.rhythms import Rhythms
from bot.storage.database import open_database
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.planned import Planned

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
NOON = Slot(time(12))
WRONG = Moment(NOON, NOW.date(), NOW.replace(hour=15))
RIGHT = NOW.replace(hour=12)


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "a.db")


def replanning(db: Database, rules: str) -> Replanning:
    people = People(db)
    return Replanning(people, Rhythms(people, Nudges(db), Past(db)), Planned(db), rules)


def planned_wrongly(db: Database, count: int) -> People:
    """People who are asked at noon, and planned for three."""
    people = People(db)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    with people.atomic():
        for person_id in range(1, count + 1):
            rhythms.ask_at(rhythms.meet(person_id, "en", "UTC", NOW), [NOON], NOW)
            people.plan(person_id, NOON.key, WRONG)
    return people


def test_other_rules_than_those_planned_by_plan_everybody_anew(db: Database) -> None:
    people = planned_wrongly(db, 1)
    Planned(db).begin("old")
    replanning(db, "new").begin(NOW)
    assert people.next_at(1) == RIGHT


def test_the_same_rules_leave_everything_as_it_is(db: Database) -> None:
    replanning(db, "same").begin(NOW)
    people = planned_wrongly(db, 1)
    replanning(db, "same").begin(NOW)
    replanning(db, "same").go_on(NOW)
    assert people.next_at(1) == WRONG.at


def test_many_are_planned_anew_with_the_ticks_and_a_restart_goes_on_where_it_was(db: Database) -> None:
    count = AT_START + SOME + 1
    people = planned_wrongly(db, count)
    replanning(db, "new").begin(NOW)
    assert (people.next_at(AT_START), people.next_at(AT_START + 1)) == (RIGHT, WRONG.at)
    again = replanning(db, "new")
    again.begin(NOW)
    again.go_on(NOW)
    assert (people.next_at(count - 1), people.next_at(count)) == (RIGHT, WRONG.at)
    again.go_on(NOW)
    assert people.next_at(count) == RIGHT
    people.plan(1, NOON.key, WRONG)
    again.go_on(NOW)
    assert people.next_at(1) == WRONG.at
