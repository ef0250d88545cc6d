"""The machine's clock is set, forward and back, while the bot runs."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import app
from bot.chat.transport import Timeouts
from bot.clock import ShiftedClock, Watch
from bot.domain.rhythm import Slot
from bot.sandbox import Fault
from bot.services.rhythms import Rhythms
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from tests.dialog import QUICK, Dialog, talking

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
A_DAY = timedelta(days=1)


async def within(anna: Dialog, count: int, seconds: float = 5) -> bool:
    """Whether so many messages are there in real time, without a nudge from the test."""
    for _ in range(int(seconds / 0.05)):
        if len(anna.texts()) >= count:
            return True
        await asyncio.sleep(0.05)
    return False


async def acquainted(anna: Dialog) -> int:
    await anna.says("/timezone UTC")
    await anna.says("/times 12:30")
    return len(anna.texts())


def test_a_watch_tells_how_far_a_clock_was_moved_and_nothing_of_time_that_passed() -> None:
    clock, steady = ShiftedClock(), [0.0]
    watch = Watch(clock, lambda: steady[0])
    steady[0], clock.shift = 60, timedelta(seconds=60)
    assert abs(watch.moved()) < timedelta(seconds=1)
    clock.shift -= timedelta(hours=3)
    assert abs(watch.moved() + timedelta(hours=3)) < timedelta(seconds=1)
    assert abs(watch.moved()) < timedelta(seconds=1)


async def test_forward_within_grace_is_noticed_within_five_seconds_and_sent_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await acquainted(anna)
        anna.clock.move_to(NOON + timedelta(hours=1))
        assert await within(anna, heard + 1)
        assert not await within(anna, heard + 2, seconds=2)


async def test_forward_beyond_grace_is_skipped_in_silence(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await acquainted(anna)
        anna.clock.move_to(NOON + timedelta(hours=2, minutes=1))
        assert not await within(anna, heard + 1, seconds=2)


async def test_backward_nothing_comes_twice(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await acquainted(anna)
        await anna.at(NOON)
        for hours in (1, 5, 20, 26):
            anna.clock.move_to(NOON - timedelta(hours=hours))
            await asyncio.sleep(1.2)
            await anna.at(NOON + timedelta(seconds=1))
        assert len(anna.texts()) == heard + 1


async def test_who_was_planned_by_a_clock_years_ahead_is_asked_when_it_is_right_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await acquainted(anna)
        await anna.at(NOON + 1500 * A_DAY)
        await asyncio.sleep(1.2)  # the wrong clock is looked at, as it would be in an hour
        anna.clock.move_to(NOON - timedelta(seconds=2))
        heard = len(anna.texts())
        assert await within(anna, heard + 1)


async def test_the_scheduler_ticks_on_when_its_next_run_lies_in_an_hour_that_was_taken_back(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        ticks: list[int] = []

        async def tick() -> None:
            ticks.append(1)

        scheduler = AsyncIOScheduler(timezone="UTC")
        job = scheduler.add_job(tick, "interval", seconds=1)
        scheduler.start()
        job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=1))  # as after an hour back
        watching = asyncio.create_task(app.watch(anna.house, job))
        await asyncio.sleep(4)
        watching.cancel()
        scheduler.shutdown(wait=False)
        assert ticks


async def test_a_change_in_the_very_minute_of_a_question_does_not_lose_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await acquainted(anna)
        anna.clock.move_to(NOON)
        await anna.says("/when quiet none")
        await anna.at(NOON + timedelta(seconds=2))
        assert len(anna.texts()) == heard + 2  # the answer, and the question


async def test_who_travels_east_past_the_hour_of_a_question_is_asked_at_once_and_once_a_day(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 13:00")
        heard = len(anna.texts())
        await anna.says("/timezone Asia/Tokyo")  # 21:00 there
        await anna.at(anna.clock.now() + timedelta(seconds=2))
        assert len(anna.texts()) == heard + 2
        await anna.at(datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
        assert len(anna.texts()) == heard + 2
        await anna.at(datetime(2026, 11, 25, 4, 0, tzinfo=UTC))
        assert len(anna.texts()) == heard + 3


async def crowded(anna: Dialog, count: int) -> list[int]:
    """So many more people of long standing who are asked at 12:30; Telegram takes its time."""
    house, now = anna.house, anna.clock.now()
    ids = [anna.sandbox.person("Nobody").id for _ in range(count)]
    rhythms = Rhythms(house.people, Nudges(house.db), Past(house.db))
    with house.people.atomic():
        for person_id in ids:
            anna.sandbox.world.chat(person_id).started = True
            rhythms.ask_at(rhythms.meet(person_id, "en", "UTC", now - 60 * A_DAY), [Slot(time(12, 30))], now)
    anna.sandbox.faults.add(Fault.SLOW, method="sendMessage", times=10**6, seconds=0.4)
    return ids


def arrived(anna: Dialog) -> Counter[int | None]:
    calls = (call for call in anna.sandbox.calls if call.method == "sendMessage" and call.status == 200)
    return Counter(call.chat_id for call in calls)


async def until(true: Callable[[], bool], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - the scheduler is waited for, as it runs in real time
            await asyncio.sleep(0.02)


def at_rest(anna: Dialog) -> bool:
    found = anna.house.db.execute("SELECT DISTINCT state FROM nudges").fetchall()
    return not anna.house.people.due(anna.clock.now(), 1) and {s for (s,) in found} <= {"sent", "skipped"}


PEOPLE = 250  # 100 are on their way at once
PATIENT = replace(QUICK, answers=Timeouts(pool=60, connect=60, write=60, read=60))
"""However busy the machine is, no answer is given up."""


@pytest.mark.parametrize(("hours", "all_come"), [(1, True), (5, False)])
async def test_a_jump_forward_in_mid_burst_sends_the_rest_once_or_lets_it_go(
    tmp_path: Path, hours: int, all_come: bool
) -> None:
    async with talking(tmp_path / "a.db", pace=PATIENT) as anna:
        ids = await crowded(anna, PEOPLE)
        anna.clock.move_to(NOON)
        await until(lambda: arrived(anna).total() > 10)
        anna.clock.move_to(NOON + timedelta(hours=hours))
        before = arrived(anna).total()
        await until(lambda: at_rest(anna))
        assert set(arrived(anna).values()) == {1}
        assert (set(arrived(anna)) == set(ids)) is all_come
        assert all_come or arrived(anna).total() - before <= 100  # what was on its way


async def test_a_jump_backward_in_mid_burst_sends_nothing_twice_and_the_rest_when_it_is_time(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db", pace=PATIENT) as anna:
        ids = await crowded(anna, PEOPLE)
        anna.clock.move_to(NOON)
        await until(lambda: arrived(anna).total() > 10)
        anna.clock.move_to(NOON - timedelta(hours=2))
        await asyncio.sleep(2.5)
        assert set(arrived(anna).values()) == {1}
        assert arrived(anna).total() < PEOPLE
        anna.clock.move_to(NOON + timedelta(minutes=1))
        await until(lambda: at_rest(anna))
        assert arrived(anna) == Counter(ids)
