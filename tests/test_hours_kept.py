"""A moment's hour is that of the place where it was kept, wherever its person is since."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from bot.domain.glimmer import Glimmer
from bot.domain.person import Person
from bot.services.receipts import Receipts
from bot.storage.changes import Changes
from bot.storage.glimmers import Glimmers
from bot.storage.nudges import Nudges
from bot.storage.outlines import Outlines
from bot.storage.people import People
from tests.archives import exported, glimmers_in
from tests.dialog import Dialog, talking

EVENING = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
"""Half past eight of the day before, in New York."""
A_DAY = timedelta(days=1)


async def evenings_in_new_york(anna: Dialog, count: int) -> None:
    await anna.says("/timezone America/New_York")
    await anna.says("/pause for good")
    for number in range(count):
        anna.clock.move_to(EVENING + number * A_DAY)
        await anna.says(f"plain line {number}")


def kept(anna: Dialog) -> list[Glimmer]:
    return Glimmers(anna.house.db).between(anna.person.id, None, None)


def hours_told(archive: bytes) -> list[str]:
    with ZipFile(BytesIO(archive)) as opened:
        lines = opened.read("glimmers.md").decode().splitlines()
        table = opened.read("glimmers.csv").decode("utf-8-sig").splitlines()
    return [line.strip("*") for line in lines if line.startswith("**")] + [
        row.split(",")[1].strip('"') for row in table[1:]
    ]


async def test_an_evening_stays_one_after_a_journey(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await evenings_in_new_york(anna, 8)
        before = kept(anna)
        await anna.says("/timezone Europe/Berlin")
        await anna.says("/recap all")
        assert any("Evenings, mostly." in text for text in anna.texts())
        after = kept(anna)
        hours = {outline.hour for outline in Outlines(anna.house.db).between(anna.person.id, None, None)}
        archive = await exported(anna)
    assert after == before
    assert [f"{glimmer.wall:%H:%M}" for glimmer in after] == ["20:30"] * 8
    assert hours == {20}
    assert hours_told(archive) == ["20:30"] * 16


async def test_the_hour_goes_along_and_comes_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await evenings_in_new_york(anna, 2)
        await anna.says("/timezone Asia/Kathmandu")
        await anna.says("the kettle")
        archive = await exported(anna)
        await anna.says("/forget")
        await anna.presses("Forget everything")
        await anna.says("/import")
        anna.person.sends_document(archive, "glimmers.zip")
        await anna.settles()
        await anna.presses("Bring it in")
        again = await exported(anna)
    assert glimmers_in(again) == glimmers_in(archive)
    zones = [glimmer["zone"] for glimmer in glimmers_in(again)]
    assert zones == ["America/New_York"] * 2 + ["Asia/Kathmandu"]


async def test_a_moment_kept_before_a_place_is_told_was_kept_there(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="de") as anna:
        anna.clock.move_to(EVENING)
        await anna.says("ein Moment")
        assert [f"{glimmer.wall:%H:%M}" for glimmer in kept(anna)] == ["02:30"]
        assert [glimmer["zone"] for glimmer in glimmers_in(await exported(anna))] == [""]
        await anna.says("/timezone America/New_York")
        await anna.says("/timezone Asia/Tokyo")
        assert [f"{glimmer.wall:%H:%M}" for glimmer in kept(anna)] == ["20:30"]


async def test_a_moment_moved_to_another_day_keeps_its_hour(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await evenings_in_new_york(anna, 1)
        await anna.says("/timezone Asia/Tokyo")
        Changes(anna.house.db).move(anna.person.id, kept(anna)[0].id, date(2026, 11, 2))
        (moved,) = kept(anna)
    assert moved.day == date(2026, 11, 2)
    assert f"{moved.wall:%H:%M}" == "20:30"


async def test_a_receipt_goes_by_the_days_of_where_it_was_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone America/New_York")
        anna.clock.move_to(datetime(2026, 11, 25, 4, 30, tzinfo=UTC))
        await anna.says("late and quiet")
        await anna.says("/timezone Asia/Tokyo")
        db = anna.house.db
        person = People(db).get(anna.person.id)
        assert isinstance(person, Person)
        other = Receipts(Glimmers(db), Changes(db), Nudges(db)).other_day(person, kept(anna)[0])
    assert other == date(2026, 11, 23)
