"""Moments of which only the day is known: no hour is told of them, and none invented on their way."""

from __future__ import annotations

from datetime import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.domain.found import Place
from bot.services.importing.reading import read
from tests.archives import exported, glimmers_in
from tests.dialog import Dialog, talking

DAYS = range(1, 25)
BY_DAY = "date,text\n" + "".join(f"2026-10-{day:02},plain line {day}\n" for day in DAYS)
BY_HOUR = "date,time,text\n" + "".join(f"2026-10-{day:02},12:00,plain line {day}\n" for day in DAYS)


async def brings(anna: Dialog, data: bytes, name: str = "diary.csv") -> None:
    await anna.says("/import")
    anna.person.sends_document(data, name)
    await anna.settles()
    await anna.presses("Bring it in")


def labels(anna: Dialog) -> set[str]:
    rows = anna.person.chat[-1].get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"] for row in rows for button in row}


@pytest.mark.parametrize(("diary", "told"), [(BY_DAY, False), (BY_HOUR, True)])
async def test_the_hour_of_a_moment_is_told_only_if_somebody_gave_it(
    tmp_path: Path, diary: str, told: bool
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, diary.encode())
        await anna.says("/recap october")
        assert any("The middle of the day" in text for text in anna.texts()) is told
        await anna.presses("Pictures")
        assert labels(anna)
        assert ("Day clock" in labels(anna)) is told


async def test_a_day_clock_shows_those_moments_whose_hour_is_known(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, BY_DAY.encode())
        for number in range(3):
            await anna.says(f"the kettle {number}")
        await anna.says("/recap all")
        await anna.presses("Pictures")
        await anna.presses("Day clock")
        assert "photo" in anna.person.chat[-1]


async def test_that_no_hour_is_known_goes_along_with_them(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, BY_DAY.encode())
        await anna.says("the kettle")
        archive = await exported(anna)
        await anna.says("/forget")
        await anna.presses("Forget everything")
        await brings(anna, archive, "glimmers.zip")
        again = glimmers_in(await exported(anna))
    assert again == glimmers_in(archive)
    assert [glimmer["hour_known"] for glimmer in again] == [False] * len(DAYS) + [True]


@pytest.mark.parametrize("name", ["glimmers.md", "glimmers.csv"])
async def test_what_is_exported_for_reading_names_no_hour_that_nobody_gave(tmp_path: Path, name: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, BY_DAY.encode())
        await anna.says("the kettle")
        archive = await exported(anna)
    with ZipFile(BytesIO(archive)) as opened:
        found = read(opened.read(name), Place("Europe/London", time(4)))
    assert [entry.hourless for entry in found.entries] == [True] * len(DAYS) + [False]
    assert found.entries[0].text == "plain line 1"


def test_an_entry_of_day_one_for_all_day_has_no_hour() -> None:
    entry = '{"uuid": "A", "creationDate": "2026-10-01T12:00:00Z", "text": "rain", "isAllDay": true}'
    found = read(f'{{"entries": [{entry}]}}'.encode(), Place("UTC", time(4)))
    assert [one.hourless for one in found.entries] == [True]
