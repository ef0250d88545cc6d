"""Planning anew: only when the rules changed, some people at a time, and nobody twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.rhythm import Moment, Slot
from bot.services.replanning import AT_START, SOME, TURNS, Replanning
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


async def test_the_same_rules_leave_everything_as_it_is(db: Database) -> None:
    replanning(db, "same").begin(NOW)
    people = planned_wrongly(db, 1)
    replanning(db, "same").begin(NOW)
    await replanning(db, "same").go_on(NOW)
    assert people.next_at(1) == WRONG.at


async def test_many_are_planned_anew_with_the_ticks_and_a_restart_goes_on_where_it_was(db: Database) -> None:
    count = AT_START + SOME * TURNS + 1
    people = planned_wrongly(db, count)
    replanning(db, "new").begin(NOW)
    assert (people.next_at(AT_START), people.next_at(AT_START + 1)) == (RIGHT, WRONG.at)
    again = replanning(db, "new")
    again.begin(NOW)
    await again.go_on(NOW)
    assert (people.next_at(count - 1), people.next_at(count)) == (RIGHT, WRONG.at)
    while Planned(db).upto():
        await again.go_on(NOW)
    assert people.next_at(count) == RIGHT
    people.plan(1, NOON.key, WRONG)
    await again.go_on(NOW)
    assert people.next_at(1) == WRONG.at


def test_who_is_due_soonest_is_planned_anew_first(db: Database) -> None:
    people = planned_wrongly(db, AT_START + 1)
    people.plan(AT_START + 1, NOON.key, Moment(NOON, NOW.date(), WRONG.at - timedelta(minutes=1)))
    replanning(db, "new").begin(NOW)
    assert people.next_at(AT_START + 1) == RIGHT
    assert people.next_at(AT_START) == WRONG.at


def test_what_became_due_a_moment_ago_stays_and_the_persons_other_times_are_planned_anew(
    db: Database,
) -> None:
    people = planned_wrongly(db, 1)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    person = people.get(1)
    assert person is not None
    due = Moment(Slot(time(5, 30)), NOW.date(), NOW - timedelta(minutes=30))
    rhythms.ask_at(person, [NOON, due.slot], NOW - timedelta(hours=1))
    people.plan(1, NOON.key, WRONG)
    replanning(db, "new").begin(NOW)
    assert {slot.key: slot.at for slot in people.planned(1)} == {"05:30": due.at, "12:00": RIGHT}


def test_one_rhythm_that_cannot_be_planned_stops_no_other(db: Database) -> None:
    people = planned_wrongly(db, 3)
    db.execute("UPDATE slots SET key = 'x' WHERE person_id = 2")
    replanning(db, "new").begin(NOW)
    assert (people.next_at(1), people.next_at(3)) == (RIGHT, RIGHT)


@pytest.mark.parametrize("ahead", [timedelta(days=2), timedelta(hours=1)])
async def test_after_a_run_with_a_clock_that_was_ahead_everybody_is_planned_anew(
    db: Database, ahead: timedelta
) -> None:
    replanning(db, "same").begin(NOW + ahead)
    await replanning(db, "same").go_on(NOW + ahead)
    people = planned_wrongly(db, 1)
    people.plan(1, NOON.key, Moment(NOON, NOW.date() + timedelta(days=3), RIGHT + timedelta(days=3)))
    replanning(db, "same").begin(NOW)
    assert people.next_at(1) == RIGHT
    people.plan(1, NOON.key, WRONG)
    replanning(db, "same").begin(NOW)
    assert people.next_at(1) == WRONG.at
