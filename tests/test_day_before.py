"""*It was yesterday*: one tap, while yesterday is near."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.dialog import Dialog, talking

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)


def days(anna: Dialog) -> list[str]:
    return [row[0] for row in anna.house.db.execute("SELECT day FROM glimmers ORDER BY id")]


async def test_what_is_written_in_the_morning_is_moved_to_yesterday_with_one_tap(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        anna.clock.move_to(NOON.replace(hour=7))
        await anna.says("the moon over the bridge")
        await anna.presses("It was yesterday")
        assert days(anna) == ["2026-11-23"]


@pytest.mark.parametrize("hour", [16, 23])
async def test_in_the_evening_it_is_not_in_the_way(tmp_path: Path, hour: int) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        anna.clock.move_to(NOON.replace(hour=hour))
        await anna.says("the moon over the bridge")
        with pytest.raises(AssertionError, match="no button"):
            await anna.presses("It was yesterday")


async def test_nor_under_the_answer_to_a_question(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        await anna.at(NOON)
        await anna.says("the moon over the bridge")
        with pytest.raises(AssertionError, match="no button"):
            await anna.presses("It was yesterday")
