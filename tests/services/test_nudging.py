"""What is due is claimed and handed over, whatever is wrong with one of many, and never too late."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.clock import ShiftedClock
from bot.domain.rhythm import Slot
from bot.library import Library
from bot.services.choosing import Choosing, Tables
from bot.services.nudging import Nudging, Store
from bot.services.rhythms import Rhythms
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.heavy import Heavy
from bot.storage.mutes import MuteTable
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.steps import Steps
from tests import words
from tests.fakes import GatedMessenger

MORNING = datetime(2026, 11, 24, 6, tzinfo=UTC)
NOON = MORNING.replace(hour=12)
A_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def library() -> Library:
    return words.ours()


@dataclass
class Scene:
    """So many people who are asked at noon (ids from 1 on), and two senders."""

    count: int
    library: Library

    def __post_init__(self) -> None:
        self.clock, self.messenger = ShiftedClock(), GatedMessenger()
        self.clock.move_to(MORNING)
        self.db = open_database(IN_MEMORY)
        self.people, nudges, past = People(self.db), Nudges(self.db), Past(self.db)
        self.rhythms = Rhythms(self.people, nudges, past)
        for n in range(self.count):
            person = self.rhythms.meet(n + 1, "en", "UTC", MORNING)
            self.rhythms.ask_at(person, [Slot(time(12))], MORNING)
        store = Store(self.people, nudges, past)
        tables = Tables(nudges, Heavy(self.db), MuteTable(self.db), Steps(self.db))
        choosing = Choosing(self.library, tables, {})
        self.nudging = Nudging(store, self.rhythms, choosing, self.clock, self.messenger, senders=2)

    def states(self) -> dict[int, str]:
        return dict(self.db.execute("SELECT person_id, state FROM nudges").fetchall())

    async def noon(self) -> None:
        """It is, and all that follows is done."""
        self.clock.move_to(NOON)
        self.messenger.gate.set()
        self.nudging.send_due(NOON)
        await self.nudging.drain()


async def test_a_slot_that_cannot_be_planned_stops_no_other_and_is_looked_at_again_tomorrow(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    scene = Scene(3, library)
    scene.db.execute("UPDATE slots SET key = 'secret words' WHERE person_id = 2")
    with caplog.at_level(logging.ERROR):
        await scene.noon()
    assert scene.states() == {1: "sent", 3: "sent"}
    assert scene.people.next_at(2) == NOON + A_DAY
    assert "a slot of 2 cannot be planned (ValueError)" in caplog.text
    assert "secret" not in caplog.text


async def test_who_is_in_a_zone_that_nobody_knows_is_asked_by_utc(library: Library) -> None:
    scene = Scene(2, library)
    scene.db.execute("UPDATE people SET zone = 'Mars/Olympus' WHERE id = 1")
    await scene.noon()
    assert scene.states() == {1: "sent", 2: "sent"}
    person = scene.people.get(1)
    assert person is not None
    assert (person.rhythm.zone, person.placed) == ("UTC", False)


async def test_after_a_suspend_in_mid_burst_nothing_goes_out_too_late(library: Library) -> None:
    scene = Scene(6, library)
    scene.clock.move_to(NOON)
    scene.nudging.send_due(NOON)
    await asyncio.sleep(0)
    assert scene.messenger.taken == [1, 2]
    scene.clock.move_to(NOON + timedelta(hours=2))
    scene.messenger.gate.set()
    await scene.nudging.drain()
    assert scene.messenger.taken == [1, 2]
    scene.nudging.send_due(scene.clock.now())
    assert scene.states() == {1: "sent", 2: "sent", 3: "skipped", 4: "skipped", 5: "skipped", 6: "skipped"}
