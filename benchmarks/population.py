"""People made in bulk: some are planned by the bot itself, the rest are copies of their rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.domain.rhythm import Moment, Slot, local_day
from bot.services.rhythms import Rhythms
from bot.storage.database import open_database
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.planned import Planned, rules_here

ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Africa/Lagos",
    "Australia/Sydney",
    "Africa/Cairo",
)
FIRST = 1001
"""The id of the first person, in the sandbox as well."""
LONG_AGO = timedelta(days=60)
MODELS = 1000


def known(database: Path, ids: Iterable[int], now: datetime) -> None:
    """People who joined long ago, are asked at noon and have been acquainted since."""
    db = open_database(database)
    people = People(db)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    with people.atomic():
        for person_id in ids:
            rhythms.ask_at(rhythms.meet(person_id, "en", "UTC", now - LONG_AGO), [Slot(time(12))], now)
    db.close()


def make_due(database: Path, ids: Sequence[int], now: datetime) -> None:
    """From outside, while the bot runs: their slots are due at once."""
    db = open_database(database)
    people = People(db)
    today = local_day(now, "UTC", time(4))
    found = [person for person_id in ids if (person := people.get(person_id))]
    with people.atomic():  # short: the bot, too, wants to write
        for person in found:
            for slot in person.rhythm.slots:
                people.plan(person.id, slot.key, Moment(slot, today, now))
    db.close()


def some_slots(rng: random.Random) -> list[Slot]:
    """One, two, three or five times; half of people choose a window among them."""
    minutes = rng.sample(range(7 * 60, 23 * 60), rng.choice((1, 2, 2, 3, 5)))
    fixed = [Slot(time(minute // 60, minute % 60)) for minute in minutes]
    return [Slot(time(10), time(18)), *fixed[1:]] if rng.random() < 0.5 else fixed


def one_slot(_: random.Random) -> list[Slot]:
    """Everybody at nine, by the clock of the same zone."""
    return [Slot(time(9))]


def many(
    database: Path, count: int, now: datetime, slots: Callable[[random.Random], list[Slot]] = some_slots
) -> None:
    """People all over the world with 2.6 slots on average; most are copies of some that the bot planned."""
    db = open_database(database)
    people = People(db)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    rng = random.Random(1)
    models = min(count, MODELS)
    with people.atomic():
        for n in range(models):
            zone = ZONES[0] if slots is one_slot else rng.choice(ZONES)
            person = rhythms.meet(FIRST + n, "en", zone, now - LONG_AGO)
            rhythms.ask_at(person, slots(rng), now)
        Planned(db).begin(rules_here())
        Planned(db).reached(None)
        _copy(db, "people", "id", count, models)
        _copy(db, "slots", "person_id", count, models)
    db.execute("ANALYZE")
    db.close()


def _copy(db: Database, table: str, key: str, count: int, models: int) -> None:
    """Each row once more for every ``models``-th id up to ``count``; whatever columns there are."""
    names = [column.name for column in db.table(table).columns]
    values = ", ".join(f"t.{name} + n.step" if name == key else f"t.{name}" for name in names)
    db.execute(
        f"WITH RECURSIVE n(step) AS (VALUES (:models) UNION ALL SELECT step + :models FROM n"
        f" WHERE step + 2 * :models <= :count)"
        f" INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM n, {table} t WHERE :count > :models",
        {"models": models, "count": count},
    )
