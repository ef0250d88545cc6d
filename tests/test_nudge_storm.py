"""A storm of nudges: the process is killed at random instants of a burst."""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.domain.giving import Gift, Giving
from bot.domain.rhythm import Moment, Slot, local_day
from bot.sandbox import Fault, Sandbox
from bot.services.rhythms import Rhythms
from bot.storage.database import open_database, to_text
from bot.storage.givings import Givings
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People
from tests.process import OPEN, TOKEN, ended, started

PER_SECOND = 150
SENDERS = PER_SECOND // 10
SLOT = Slot(time(12))
LONG_AGO = timedelta(days=60)
PATIENCE = 60.0
Due = Callable[[Path, list[int]], None]


def midday_zone(now: datetime) -> str:
    """Where it is between noon and one: no day ends there while the storm lasts."""
    east = 12 - now.hour
    return "UTC" if east == 0 else f"Etc/GMT{-east:+d}"


def all_due(folder: Path, ids: list[int]) -> None:
    """People of long standing whose moment has come, all of them at once."""
    now = datetime.now(UTC)
    zone = midday_zone(now)
    with closing(open_database(folder / "glimmer.db")) as db:
        people = People(db)
        rhythms = Rhythms(people, Nudges(db), Past(db))
        with people.atomic():
            for person_id in ids:
                rhythms.ask_at(rhythms.meet(person_id, "en", zone, now - LONG_AGO), [SLOT], now)
                people.plan(person_id, SLOT.key, Moment(SLOT, local_day(now, zone, time(4)), now))


def recaps_due(folder: Path, ids: list[int]) -> None:
    """The same people want their week back, and its moment has come."""
    now = datetime.now(UTC)
    zone, giving = midday_zone(now), Giving(Gift.WEEK)
    day = local_day(now, zone, time(4))
    with closing(open_database(folder / "glimmer.db")) as db:
        people, givings = People(db), Givings(db)
        rhythms = Rhythms(people, Nudges(db), Past(db))
        with people.atomic():
            for person_id in ids:
                rhythms.ask_at(rhythms.meet(person_id, "en", zone, now - LONG_AGO), [], now)
                givings.put(person_id, giving, Moment(giving.slot, day, now))
                db.execute(
                    "INSERT INTO glimmers (person_id, message_id, said_at, day, text) VALUES (?, 1, ?, ?, ?)",
                    [person_id, to_text(now - timedelta(days=2)), str(day - timedelta(days=2)), "the kettle"],
                )


def rows(folder: Path) -> list[tuple[int, str, str, str]]:
    """Person, slot, day and state of each nudge in the file."""
    with closing(sqlite3.connect(folder / "glimmer.db", timeout=20)) as db:
        return db.execute("SELECT person_id, slot, day, state FROM nudges").fetchall()


class Burst:
    """So many people who are due at once, a Telegram that takes its time, and a process that is killed."""

    def __init__(self, folder: Path, count: int, seed: int, due: Due) -> None:
        self.folder, self.rng = folder, random.Random(seed)
        self.sandbox = Sandbox(token=TOKEN, limits=OPEN)
        self.people = [self.sandbox.person("Nobody").id for _ in range(count)]
        for person_id in self.people:
            self.sandbox.world.chat(person_id).started = True
        self.sandbox.faults.add(Fault.SLOW, times=10**6, method="sendMessage", seconds=0.04)
        due(folder, self.people)

    def arrived(self) -> Counter[int]:
        """Messages by person, as Telegram has them."""
        calls = (call for call in self.sandbox.calls if call.method == "sendMessage" and call.status == 200)
        return Counter(call.chat_id for call in calls if call.chat_id is not None)

    async def killed(self) -> None:
        """Start the bot, and kill it somewhere on its way, mostly while it sends."""
        process = await started(self.sandbox, self.folder, per_second=PER_SECOND)
        if self.rng.random() < 0.2:
            await asyncio.sleep(self.rng.uniform(0.1, 1.2))
        else:
            before = self.arrived().total()
            await self._until(lambda: self.arrived().total() > before)
            await asyncio.sleep(self.rng.uniform(0, 0.2))
        process.kill()
        await process.communicate()

    async def survived(self) -> Process:
        """Start it once more, and let it finish."""
        process = await started(self.sandbox, self.folder, per_second=PER_SECOND)
        await self._until(self._at_rest)
        return process

    def _at_rest(self) -> bool:
        found = rows(self.folder)
        return len(found) == len(self.people) and not {"due", "sending"} & {state for *_, state in found}

    async def _until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():  # noqa: ASYNC110 - what is waited for happens in another process
                await asyncio.sleep(0.02)


async def storm(folder: Path, people: int, kills: int, seed: int, due: Due = all_due) -> None:
    burst = Burst(folder, people, seed, due)
    async with burst.sandbox.serving(port=0):
        for _ in range(kills):
            await burst.killed()
        assert burst.arrived().total() < people, "the burst was over before the last kill"
        code, said = await ended(await burst.survived(), signal.SIGTERM)
    assert code == 0
    assert "Traceback" not in said
    found = rows(folder)
    assert len({row[:3] for row in found}) == len(found) == people
    states = Counter(state for *_, state in found)
    assert set(states) <= {"sent", "lost"}
    assert states["lost"] <= kills * SENDERS
    arrived = burst.arrived()
    assert max(arrived.values()) == 1
    assert all(arrived[person] == 1 for person, *_, state in found if state == "sent")


@pytest.mark.storm
async def test_a_few_kills_in_a_burst_ask_nobody_twice_and_lose_only_what_was_on_its_way(
    tmp_path: Path,
) -> None:
    await storm(tmp_path, people=150, kills=3, seed=0)


@pytest.mark.storm
async def test_ten_kills_in_a_burst_of_recaps_give_nobody_two(tmp_path: Path) -> None:
    await storm(tmp_path, people=400, kills=10, seed=0, due=recaps_due)


@pytest.mark.storm
@pytest.mark.parametrize("seed", [1, 2])  # side by side, each on a core
async def test_twenty_five_kills_in_a_burst_ask_nobody_twice_and_lose_only_what_was_on_its_way(
    tmp_path: Path, seed: int
) -> None:
    await storm(tmp_path, people=900, kills=25, seed=seed)
