"""*Later*, and the day to which a reply belongs."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.later import SOON, Later, offers
from bot.domain.rhythm import Rhythm, in_quiet, local_day
from tests.dialog import Dialog, talking
from tests.domain.rhythm_zones import ODD

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def asked(anna: Dialog) -> int:
    await anna.says("/timezone UTC")
    await anna.says("/times 12:30")
    await anna.at(NOON)
    return len(anna.texts())


@pytest.mark.parametrize(
    ("label", "after"),
    [("In 20 minutes", 20), ("In an hour", 60), ("This evening", 480)],
)
async def test_later_comes_once_more_at_that_minute(tmp_path: Path, label: str, after: int) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await asked(anna)
        await anna.presses("Later")
        await anna.presses(label)
        assert "Later, then" in anna.last()
        await anna.at(NOON + (after - 1) * MINUTE)
        assert len(anna.texts()) == heard
        await anna.at(NOON + (after + 1) * MINUTE)
        assert len(anna.texts()) == heard + 1
        await anna.at(NOON + (after + 60) * MINUTE)
        assert len(anna.texts()) == heard + 1


async def test_tomorrow_is_what_the_rhythm_brings_then_and_nothing_more_today(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.says("/times 12:30, 20:00")
        heard = len(anna.texts())
        await anna.presses("Later")
        await anna.presses("Tomorrow")
        await anna.at(NOON.replace(hour=20, minute=0))
        assert len(anna.texts()) == heard
        await anna.at(NOON + timedelta(days=1))
        assert len(anna.texts()) == heard + 1


async def test_tomorrow_comes_even_when_the_rhythm_brings_nothing_then(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30 tue")
        await anna.at(NOON)
        heard = len(anna.texts())
        await anna.presses("Later")
        await anna.presses("Tomorrow")
        await anna.at(NOON + timedelta(days=1, minutes=1))
        assert len(anna.texts()) == heard + 1


@given(
    st.sampled_from(sorted(ODD)),
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC)),
    st.none() | st.tuples(st.sampled_from([time(21), time(23)]), st.sampled_from([time(7), time(9)])),
)
def test_nothing_past_nothing_in_quiet_hours_and_nothing_past_the_day_end_is_offered(zone, now, quiet):
    rhythm = Rhythm(zone, quiet=quiet)
    found = offers(now, rhythm)
    assert all(at > now and not in_quiet(at, rhythm) for at in found.values())
    today = local_day(now, zone, rhythm.day_end)
    within = {later for later, after in SOON.items() if local_day(now + after, zone, rhythm.day_end) == today}
    assert quiet or within <= set(found)
    assert local_day(found[Later.TOMORROW], zone, rhythm.day_end) > today
    assert all(
        later is Later.TOMORROW or local_day(at, zone, rhythm.day_end) == today for later, at in found.items()
    )
    assert list(found.values()) == sorted(found.values())


async def test_a_question_in_quiet_hours_can_be_put_off_until_they_are_over(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/when quiet 22-7")
        await anna.says("/times 12:30 sun")
        anna.clock.move_to(NOON.replace(hour=23, minute=0))
        await anna.says("/nudge")
        await anna.presses("Later")
        await anna.presses("Tomorrow")
        assert "Wed, Nov 25, 7:00\xa0AM" in anna.last()
        heard = len(anna.texts())
        await anna.at(datetime(2026, 11, 25, 6, 59, tzinfo=UTC))
        assert len(anna.texts()) == heard
        await anna.at(datetime(2026, 11, 25, 7, 0, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1


MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("answer", ["Nothing today", "Tomorrow"])
async def test_said_the_next_morning_it_is_about_that_day_as_well(tmp_path: Path, answer: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 13:00, 20:30")
        await anna.at(NOON.replace(hour=20, minute=30))
        anna.clock.move_to(MORNING)
        await (anna.presses("Later") if answer == "Tomorrow" else anna.settles())
        await anna.presses(answer)
        heard = len(anna.texts())
        for hour, minute in ((13, 0), (20, 30)):
            await anna.at(MORNING.replace(hour=hour, minute=minute))
            assert len(anna.texts()) == heard
        await anna.at(datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
        assert len(anna.texts()) == heard + 1


@pytest.mark.parametrize("answer", ["Nothing today", "Tomorrow"])
async def test_said_in_the_same_night_it_is_about_the_day_that_just_ended(
    tmp_path: Path, answer: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/when day end 0:00")
        await anna.says("/times 13:00, 23:30")
        await anna.at(NOON.replace(hour=23, minute=30))
        anna.clock.move_to(datetime(2026, 11, 25, 0, 20, tzinfo=UTC))
        await (anna.presses("Later") if answer == "Tomorrow" else anna.settles())
        await anna.presses(answer)
        heard = len(anna.texts())
        await anna.at(MORNING.replace(hour=13))
        assert len(anna.texts()) == heard + 1


@pytest.mark.parametrize(
    ("after", "comes"), [("three hours", False), ("the rest of the day", False), ("always", True)]
)
async def test_later_does_not_come_after_something_was_written_unless_they_chose_so(
    tmp_path: Path, after: str, comes: bool
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.says(f"/when after {after}")
        await anna.presses("Later")
        await anna.presses("In an hour")
        await anna.says("steam over the cup")
        heard = len(anna.texts())
        await anna.at(NOON + 61 * MINUTE)
        assert len(anna.texts()) == heard + comes


async def test_what_was_written_before_later_was_pressed_keeps_nothing_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("steam over the cup")
        await anna.says("/nudge")
        await anna.presses("Later")
        await anna.presses("In an hour")
        heard = len(anna.texts())
        await anna.at(anna.clock.now() + 61 * MINUTE)
        assert len(anna.texts()) == heard + 1


async def test_tomorrow_comes_though_something_is_written_today(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30 tue")
        await anna.at(NOON)
        await anna.presses("Later")
        await anna.presses("Tomorrow")
        await anna.says("steam over the cup")
        heard = len(anna.texts())
        await anna.at(NOON + timedelta(days=1, minutes=1))
        assert len(anna.texts()) == heard + 1


async def test_later_is_never_sent_past_the_day_end(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 23:30")
        await anna.at(NOON.replace(hour=23, minute=30))
        anna.clock.move_to(datetime(2026, 11, 25, 3, 30, tzinfo=UTC))
        await anna.presses("Later")
        with pytest.raises(AssertionError, match="no button"):
            await anna.presses("In an hour")
        await anna.presses("In 20 minutes")
        heard = len(anna.texts())
        await anna.at(datetime(2026, 11, 25, 4, 40, tzinfo=UTC))
        assert len(anna.texts()) == heard


async def test_later_the_next_morning_asks_about_that_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 20:30")
        await anna.at(NOON.replace(hour=20, minute=30))
        anna.clock.move_to(MORNING)
        await anna.presses("Later")
        await anna.presses("In an hour")
        await anna.at(MORNING + 61 * MINUTE)
        await anna.says("steam over the cup")
        assert anna.house.db.execute("SELECT day FROM glimmers").fetchall() == [("2026-11-25",)]


async def test_later_is_kept_though_nothing_today_was_said_before(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.presses("Nothing today")
        await anna.says("/nudge")
        heard = len(anna.texts())
        await anna.presses("Later")
        await anna.presses("In an hour")
        await anna.at(NOON + 61 * MINUTE)
        assert len(anna.texts()) == heard + 1


async def test_this_evening_is_kept_though_the_evenings_own_question_rests(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30, 20:30")
        await anna.at(NOON)
        await anna.presses("Nothing today")
        await anna.says("/nudge")
        heard = len(anna.texts())
        await anna.presses("Later")
        await anna.presses("This evening")
        await anna.at(NOON.replace(hour=20, minute=31))
        assert len(anna.texts()) == heard + 1


async def test_later_is_kept_in_a_pause_that_was_there_before(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        heard = await asked(anna)
        await anna.says("/pause 3 days")
        await anna.presses("Later")
        await anna.presses("In 20 minutes")
        await anna.at(NOON + 21 * MINUTE)
        assert len(anna.texts()) == heard + 2


@pytest.mark.parametrize("since", ["Nothing today", "/pause 3 days", "i want to die"])
async def test_later_does_not_come_when_they_said_since_that_it_should_not(
    tmp_path: Path, since: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.says("/nudge")
        await anna.presses("Later")
        await anna.presses("In an hour")
        await (anna.presses(since) if since == "Nothing today" else anna.says(since))
        heard = len(anna.texts())
        await anna.at(NOON + 61 * MINUTE)
        assert len(anna.texts()) == heard


@pytest.mark.parametrize(
    ("day_end", "asked_at", "said_at"),
    [
        ("0:00", "23:30", datetime(2026, 11, 25, 0, 20, tzinfo=UTC)),
        ("0:00", "18:00", datetime(2026, 11, 25, 0, 30, tzinfo=UTC)),
        ("4:00", "20:30", datetime(2026, 11, 25, 9, 0, tzinfo=UTC)),
    ],
)
async def test_a_reply_belongs_to_the_day_it_was_asked_for_and_to_the_next_with_one_tap(
    tmp_path: Path, day_end: str, asked_at: str, said_at: datetime
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says(f"/when day end {day_end}")
        await anna.says(f"/times {asked_at}")
        hour, minute = map(int, asked_at.split(":"))
        await anna.at(NOON.replace(hour=hour, minute=minute))
        anna.clock.move_to(said_at)
        await anna.says("the snow had stopped")
        assert anna.house.db.execute("SELECT day FROM glimmers").fetchall() == [("2026-11-24",)]
        await anna.presses("It was today")
        assert anna.house.db.execute("SELECT day FROM glimmers").fetchall() == [("2026-11-25",)]
        await anna.presses("This was the day before")
        assert anna.house.db.execute("SELECT day FROM glimmers").fetchall() == [("2026-11-24",)]


async def test_after_a_reply_what_else_is_written_belongs_to_the_day_it_is_written_on(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        anna.clock.move_to(datetime(2026, 11, 25, 5, 0, tzinfo=UTC))
        await anna.says("the snow had stopped")
        await anna.says("tea on the step")
        kept = dict(anna.house.db.execute("SELECT text, day FROM glimmers").fetchall())
        assert kept == {"the snow had stopped": "2026-11-24", "tea on the step": "2026-11-25"}


async def test_a_late_reply_to_a_nudge_belongs_to_its_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        nudge = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        anna.clock.move_to(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
        anna.person.says("it was the light", reply_to=nudge)
        await anna.settles()
        kept = dict(anna.house.db.execute("SELECT text, day FROM glimmers").fetchall())
        assert kept == {"it was the light": "2026-11-24"}


@pytest.mark.parametrize("answer", ["Nothing today", "Tomorrow"])
async def test_a_reply_after_no_more_today_is_the_answer_and_the_day_rests_all_the_same(
    tmp_path: Path, answer: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30, 20:30")
        await anna.at(NOON)
        nudge = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        await (anna.presses("Later") if answer == "Tomorrow" else anna.settles())
        await anna.presses(answer)
        anna.person.says("and then the snow stopped", reply_to=nudge)
        await anna.settles()
        assert anna.house.db.execute("SELECT answer FROM nudges").fetchall() == [("glimmer",)]
        heard = len(anna.texts())
        await anna.at(NOON.replace(hour=20, minute=30))
        assert len(anna.texts()) == heard
        await anna.at(NOON + timedelta(days=1))
        assert len(anna.texts()) == heard + 1


async def test_later_is_told_among_the_next_moments_and_comes_when_it_was_told(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.presses("Later")
        await anna.presses("In an hour")
        await anna.says("/times 20:30, 8:00")
        first = anna.last().splitlines()[1]
        assert "1:30" in first
        heard = len(anna.texts())
        await anna.at(NOON + 61 * MINUTE)
        assert len(anna.texts()) == heard + 1


@pytest.mark.parametrize(("resumed", "comes"), [(10, True), (70, False)])
async def test_later_comes_after_a_pause_that_was_taken_back_before_it(
    tmp_path: Path, resumed: int, comes: bool
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        await anna.presses("Later")
        await anna.presses("In an hour")
        await anna.says("/pause 3 days")
        assert "1:30" not in anna.last()
        anna.clock.move_to(NOON + resumed * MINUTE)
        await anna.says("/resume")
        assert ("1:30" in anna.last()) is comes
        heard = len(anna.texts())
        await anna.at(NOON + max(resumed, 61) * MINUTE)
        assert len(anna.texts()) == heard + comes


async def test_put_off_anew_it_comes_at_the_newer_time_alone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30, 20:30")
        await anna.at(NOON)
        nudge = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        (nudge_id,) = anna.house.db.execute("SELECT id FROM nudges").fetchone()
        for later in ("60", "evening"):
            press = {"id": later, "from": nudge["chat"] | {"is_bot": False}, "message": nudge}
            press |= {"chat_instance": "1", "data": f"later-at|{nudge_id}|{later}"}
            anna.sandbox.inject({"callback_query": press})
            await anna.settles()
        heard = len(anna.texts())
        await anna.at(NOON + 61 * MINUTE)
        assert len(anna.texts()) == heard
        await anna.at(NOON.replace(hour=20, minute=31))
        assert len(anna.texts()) == heard + 1
