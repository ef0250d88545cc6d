"""People made in bulk: some are planned by the bot itself, the rest are copies of their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.domain.rhythm import Moment, Slot, local_day
from bot.services.rhythms import Rhythms
from bot.storage.database import open_database
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People

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
