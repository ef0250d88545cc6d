"""The machine's clock is set, forward and back, while the bot runs."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import app
from bot.clock import ShiftedClock, Watch
from tests.dialog import Dialog, talking

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
