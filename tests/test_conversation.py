"""What people do, as transcripts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.dialog import talking


async def test_a_first_day_from_start_to_recap(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        assert "Deb Dana" in anna.texts()[0]
        await anna.presses("London")
        await anna.presses("Morning")
        await anna.presses("That is good")
        assert any("Wed" in text for text in anna.texts())
        heard = len(anna.texts())
        await anna.at(datetime(2026, 11, 25, 8, 30, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1
        await anna.says("warm light on the wall")
        await anna.says("/recap week")
        assert "warm light on the wall" in anna.last()


async def test_a_moment_needs_no_question_and_can_be_taken_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird on the gutter")
        await anna.presses("Undo")
        assert "Taken back" in anna.last()
        await anna.says("/recap all")
        assert "blackbird" not in anna.last()


async def test_an_edit_changes_what_is_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        anna.person.edits(message, "two blackbirds")
        await anna.settles()
        await anna.says("/recap all")
        assert "two blackbirds" in anna.last()


async def test_nothing_today_is_a_full_answer_and_ends_the_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 12:30, 20:30")
        await anna.says("/timezone UTC")
        await anna.at(datetime(2026, 11, 24, 12, 30, tzinfo=UTC))
        await anna.presses("Nothing today")
        heard = len(anna.texts())
        await anna.at(datetime(2026, 11, 24, 20, 30, tzinfo=UTC))
        assert len(anna.texts()) == heard
        await anna.at(datetime(2026, 11, 25, 12, 30, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1


async def test_a_nudge_is_sent_once_and_when_too_late_not_at_all(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        heard = len(anna.texts())
        await anna.at(datetime(2026, 11, 24, 12, 30, tzinfo=UTC))
        await anna.at(datetime(2026, 11, 24, 12, 29, tzinfo=UTC))
        await anna.at(datetime(2026, 11, 24, 12, 31, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1
        await anna.at(datetime(2026, 11, 25, 14, 31, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1


async def test_a_city_that_is_none_is_kept_as_a_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone")
        await anna.says("the smell of rain on dust")
        assert "kept your words" in anna.last()
        await anna.says("/recap all")
        assert "smell of rain" in anna.last()


async def test_a_location_is_worked_out_and_not_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.shares_location(52.52, 13.405)
        await anna.settles()
        assert any("Berlin" in text for text in anna.texts())
        anna.house.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert b"13.405" not in (tmp_path / "a.db").read_bytes()


async def test_pauses_settings_and_nonsense_are_answered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for text, part in (
            ("/pause 3 days", "Quiet until"),
            ("/resume", "picks up"),
            ("/pause nonsense", "would work"),
            ("/times nonsense", "would work"),
            ("/recap nonsense", "would work"),
            ("/settings", "How it is set"),
            ("/privacy", "kept"),
            ("/support", "People can"),
            ("/help", "/recap"),
            ("/nope", "/help"),
        ):
            await anna.says(text)
            assert part in anna.last()


async def test_a_person_who_blocks_the_bot_is_left_alone_until_they_return(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        anna.person.blocks()
        await anna.settles()
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert not person.reachable
        anna.person.unblocks()
        await anna.says("back again")
        assert anna.house.people.next_at(anna.person.id) is not None
