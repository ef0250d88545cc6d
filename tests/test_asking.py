"""When a question is left out because of what was just said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.dialog import talking

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
A_DAY = timedelta(days=1)


async def test_a_late_reply_to_a_nudge_of_days_ago_counts_as_written_now(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        await anna.at(NOON)
        nudge = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        anna.clock.move_to(NOON + 3 * A_DAY - timedelta(hours=1))
        anna.person.says("it was the light", reply_to=nudge)
        await anna.settles()
        heard = len(anna.texts())
        await anna.at(NOON + 3 * A_DAY)
        assert len(anna.texts()) == heard
        await anna.at(NOON + 4 * A_DAY)
        assert len(anna.texts()) == heard + 1


async def test_each_change_of_a_pause_or_a_preset_is_answered_with_the_next_three_moments(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/pause 3 days")
        assert anna.last().count("·") == 3
        assert "Nov 27" in anna.last()
        await anna.says("/pause")
        await anna.presses("A week")
        assert anna.last().count("·") == 3
        await anna.says("/resume")
        await anna.says("/times")
        await anna.presses("Midday")
        assert anna.last().count("·") == 3
        assert "Nov 24, 12:30" in anna.last()


async def test_a_pause_into_another_year_names_the_year(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/pause until 2028-01-05")
        assert "January 5, 2028" in anna.last()
        assert "Jan 5, 2028, 8:30" in anna.last()
        await anna.says("/settings")
        assert "January 5, 2028" in anna.last()


async def test_a_pause_says_its_end_and_what_is_no_pause_says_what_would_work(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/pause next week")
        assert "Quiet until Monday, December 7" in anna.last()
        await anna.says("/pause from friday")
        assert "begins at once" in anna.last()
        await anna.says("/pause until today")
        assert "already here" in anna.last()
        await anna.says("/settings")
        assert "Pause: until Monday, December 7" in anna.last()


async def test_there_are_three_moments_though_most_times_lie_in_quiet_hours(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 22:00, 23:00, 5:00, 6:00, 6:30, 12:30 fri")
        await anna.says("/when quiet 21-7")
        assert anna.last().count("·") == 3


async def test_when_every_time_lies_in_quiet_hours_that_is_said(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 22:00")
        await anna.says("/when quiet 21-7")
        assert "quiet hours" in anna.last()
        assert "/resume" not in anna.last()


async def test_moments_that_will_not_be_kept_are_not_listed(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.at(NOON - timedelta(hours=1))
        await anna.says("the kettle")
        await anna.says("/times 12:30, 20:30")
        assert "Nov 24, 12:30" not in anna.last()
        assert "Nov 24, 8:30" in anna.last()
        await anna.says("/when after the rest of the day")
        assert "Nov 24" not in anna.last()
        await anna.says("/when after always")
        assert "Nov 24, 12:30" in anna.last()
        await anna.at(NOON)
        await anna.presses("Nothing today")
        await anna.says("/times 12:30, 20:30")
        assert "Nov 24" not in anna.last()
        assert "Nov 25, 12:30" in anna.last()


@pytest.mark.parametrize("typed", ["+02:00", "UTC+2", "gmt +2"])
async def test_an_offset_offers_the_places_that_have_it_now_and_is_never_kept(
    tmp_path: Path, typed: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/timezone {typed}")
        assert "Which of these" in anna.last()
        await anna.presses("Cairo")
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert person.rhythm.zone == "Africa/Cairo"
        for nowhere in ("+13:17", "UTC+15", "localtime", "Factory"):
            await anna.says(f"/timezone {nowhere}")
            assert "do not know that place" in anna.last()
