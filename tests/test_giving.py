"""What comes back by itself, as transcripts: offered once, chosen, given once, and kind about it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.spread import Among
from tests.dialog import START, Dialog, talking
from tests.pictures.invented import photo
from tests.test_recap import labels, newest

SUNDAY = datetime(2026, 11, 29, 18, tzinfo=UTC)
LINES = ("kettle", "blackbird", "bread", "rain", "lamp", "letter", "plums", "snow")
OFFER = "Shall some of it come back by itself"


async def begin(anna: Dialog) -> None:
    """In UTC, and not asked anything."""
    await anna.says("/timezone UTC")
    await anna.says("/times 3:00")


async def keeps(anna: Dialog, count: int) -> None:
    """So many moments, an hour apart, from noon on Tuesday."""
    for number in range(count):
        anna.clock.move_to(START + timedelta(hours=number))
        await anna.says(f"light {LINES[number % len(LINES)]}")


async def chooses(anna: Dialog, gift: str, typed: str) -> None:
    """One kind under *What comes back*, at a typed time."""
    await anna.says("/settings")
    await anna.presses("What comes back")
    await anna.presses(gift)
    await anna.says(typed)


def came(anna: Dialog, words: str) -> list[str]:
    return [text for text in anna.texts() if words in text]


async def test_it_is_offered_once_after_seven_and_a_no_is_the_end_of_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 6)
        assert not came(anna, OFFER)
        await keeps(anna, 8)
        assert len(came(anna, OFFER)) == 1
        await anna.presses("No, thank you")
        await anna.at(SUNDAY)
        assert not came(anna, "light kettle")


async def test_it_is_not_offered_until_72_hours_after_anything_heavy(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 6)
        heard = anna.clock.now()
        await anna.says("I can't do this anymore")
        await anna.says("the soup was warm")
        anna.clock.move_to(heard + timedelta(hours=71))
        await anna.says("light in the kitchen")
        assert not came(anna, OFFER)
        anna.clock.move_to(heard + timedelta(hours=73))
        await anna.says("snow on the sill")
        assert len(came(anna, OFFER)) == 1


async def test_the_week_comes_on_sunday_evening_once_through_a_restartless_night(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        assert "Sun, Nov 29, 6:00" in anna.last()
        await anna.at(SUNDAY - timedelta(minutes=1))
        assert not came(anna, "light bread")
        for minute in (0, 1, 30, 119):
            await anna.at(SUNDAY + timedelta(minutes=minute))
        weeks = came(anna, "light bread")
        assert len(weeks) == 1
        await anna.presses("Pictures")
        assert "Which picture" in anna.last()


async def test_one_that_cannot_be_planned_stops_nobody_elses(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        ben = anna.sandbox.person("Ben")
        ben.says("light of another kind")
        await anna.settles()
        db = anna.house.db
        db.execute(
            "INSERT INTO givings (person_id, gift, wall, days, next_at, next_day)"
            " SELECT ?, gift, wall, days, next_at, next_day FROM givings",
            [ben.id],
        )
        db.execute("UPDATE slots SET key = 'x' WHERE person_id = ?", [ben.id])
        await anna.at(SUNDAY)
        assert len(came(anna, "light bread")) == 1
        later = db.execute("SELECT next_day FROM givings WHERE person_id = ?", [ben.id]).fetchone()
        assert later[0] == "2026-11-30"


async def test_a_week_with_nothing_in_it_is_left_alone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        before = len(anna.texts())
        await anna.at(SUNDAY + timedelta(days=14))
        assert len(anna.texts()) == before


async def test_too_late_is_not_at_all_and_the_next_week_comes(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.at(SUNDAY + timedelta(hours=2, minutes=1))
        assert not came(anna, "light bread")
        anna.clock.move_to(SUNDAY + timedelta(days=3))
        await anna.says("light of another week")
        await anna.at(SUNDAY + timedelta(days=7))
        assert len(came(anna, "light of another week")) == 1


async def test_nothing_comes_in_a_pause_or_on_a_day_that_was_left_alone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        anna.clock.move_to(SUNDAY - timedelta(hours=8))
        await anna.says("/nudge")
        await anna.presses("Nothing today")
        await anna.at(SUNDAY)
        assert not came(anna, "light bread")
        await anna.says("/pause 10 days")
        await anna.says("light in the pause")
        await anna.at(SUNDAY + timedelta(days=7))
        assert not came(anna, "light in the pause")


async def test_a_recap_is_not_a_question(tmp_path: Path) -> None:
    """What is written after it belongs to the day it was written on."""
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.at(SUNDAY)
        anna.clock.move_to(SUNDAY + timedelta(hours=14))
        await anna.says("light of monday")
        await anna.says("/recap today")
        assert "light of monday" in " ".join(anna.texts()[-2:])


async def test_the_month_before_comes_on_the_first(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On the first of the month")
        assert "Tue, Dec 1, 6:00" in anna.last()
        await anna.at(datetime(2026, 12, 1, 18, tzinfo=UTC))
        assert len(came(anna, "light bread")) == 1
        await anna.at(datetime(2027, 1, 1, 18, tzinfo=UTC))
        assert len(came(anna, "light bread")) == 1


async def test_day_and_time_can_be_tapped_and_typed(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await anna.says("/settings")
        await anna.presses("What comes back")
        await anna.presses("One of mine each week")
        await anna.presses("Wed")
        assert "(Wed)" in anna.last()
        await anna.presses("8:00\u00a0PM")
        assert "8:00" in anna.last()
        assert "(Wed)" in anna.last()
        await anna.presses("All of this")
        await anna.presses("Recap each week")
        await anna.says("saturday 9:15")
        assert "9:15" in anna.last()
        assert "(Sat)" in anna.last()
        await anna.says("not a time, but a nice cup of tea")
        await anna.says("/search cup")
        assert "Found for" in anna.last()


@pytest.mark.parametrize(
    ("gift", "typed", "taken", "said"),
    [
        ("Recap each month", "friday 7:15", "on the first, 7:15", "on the first, whichever weekday"),
        ("On this day", "weekends 7:15", "where there is one, 7:15", "on any weekday, where there is one"),
        ("Recap each week", "friday tuesday 7:15", "(Tue)", "so I took one of those days"),
        ("One of mine each week", "friday 7:15", "(Fri)", ""),
        ("Recap each month", "7:15", "on the first, 7:15", ""),
    ],
)
async def test_weekdays_that_are_not_taken_are_spoken_of(
    tmp_path: Path, gift: str, typed: str, taken: str, said: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await chooses(anna, gift, typed)
        assert taken in anna.last()
        assert said in anna.last()
        assert said or not any(word in anna.last() for word in ("whichever", "any weekday", "those days"))


@pytest.mark.parametrize(
    ("language", "unread", "hint", "read"),
    [
        ("en", "9-10", "looking for one time", "9:30"),
        ("en", "8:00, 9:00", "looking for one time", "half past eight"),
        ("es", "tous les jours 9:00", "Buscaba una hora", "cada día 9:00"),
        ("de", "tous les jours 9:00", "eine Uhrzeit gesucht", "jeden Tag 9:00"),
    ],
)
async def test_a_time_that_cannot_be_read_is_kept_and_said_so_and_the_question_waits_on(
    tmp_path: Path, language: str, unread: str, hint: str, read: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await begin(anna)
        await anna.says("/settings")
        anna.person.presses(anna.person.chat[-1], "set|giving")
        await anna.settles()
        anna.person.presses(anna.person.chat[-1], "gift|month")
        await anna.settles()
        await anna.says(unread)
        assert hint in anna.last()
        await anna.says(read)
        (found,) = anna.house.db.execute("SELECT gift FROM givings").fetchall()
        assert found[0] == "month"


async def test_once_chosen_by_a_tap_words_are_a_moment_and_a_time_is_read_all_the_same(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await anna.says("/settings")
        await anna.presses("What comes back")
        await anna.presses("One of mine each week")
        await anna.presses("Wed")
        await anna.says("steam above the cup")
        assert not came(anna, "looking for a day and one time")
        await anna.says("9-10")
        assert "looking for a day and one time" in anna.last()
        await anna.says("19:15")
        assert "7:15\u00a0PM (Wed)" in anna.last()


async def test_one_of_theirs_comes_whole_and_never_near_a_hard_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        anna.person.sends_photo(photo(64, 64), caption="low sun on the tiles")
        await anna.settles()
        await anna.says("/settings")
        await anna.presses("What comes back")
        await anna.presses("One of mine each week")
        await anna.presses("Sun")
        await anna.at(SUNDAY)
        assert anna.person.chat[-1]["photo"]
        assert "low sun on the tiles" in anna.person.chat[-1]["caption"]
        anna.clock.move_to(SUNDAY + timedelta(days=5))
        await anna.says("I want to die")
        before = len(anna.person.chat)
        await anna.at(SUNDAY + timedelta(days=7))
        assert len(anna.person.chat) == before


async def test_the_same_day_in_another_year_comes_only_where_there_is_one(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await anna.says("a wren in the hedge")
        await anna.says("/settings")
        await anna.presses("What comes back")
        await anna.presses("On this day")
        await anna.presses("6:00\u00a0PM")
        await anna.at(datetime(2027, 11, 23, 18, tzinfo=UTC))
        assert not came(anna, "a wren")
        await anna.at(datetime(2027, 11, 24, 18, tzinfo=UTC))
        assert len(came(anna, "a wren")) == 1
        rows = anna.house.db.execute("SELECT COUNT(*) FROM nudges WHERE slot = 'give:day'").fetchone()[0]
        assert rows == 1


async def test_it_can_be_stopped(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.presses("Not by itself")
        assert "each week: no" in anna.last()
        await anna.at(SUNDAY)
        assert not came(anna, "light bread")


async def test_a_move_to_another_zone_neither_loses_nor_doubles_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        anna.clock.move_to(SUNDAY - timedelta(hours=1))
        await anna.says(
            "/timezone Asia/Tokyo"
        )  # 18:00 has passed there: it comes when it was planned, or at once
        await anna.at(SUNDAY)
        assert len(came(anna, "light bread")) == 1
        await anna.says("/timezone America/New_York")
        await anna.at(SUNDAY + timedelta(hours=5))
        assert len(came(anna, "light bread")) == 1


async def test_the_month_takes_the_place_of_the_week_and_says_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.presses("All of this")
        await anna.presses("Recap each month")
        await anna.presses("8:00\u00a0PM")
        assert "in place of: Recap each week" in anna.last()
        await anna.at(SUNDAY)
        assert not came(anna, "light bread")


async def test_a_look_back_on_the_recaps_weekday_comes_each_week_as_well(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await chooses(anna, "Recap each week", "sunday 18:00")
        await chooses(anna, "One of mine each week", "sunday 18:30")
        assert "Sun, Nov 29, 6:30" in anna.last()
        for week in range(4):
            anna.clock.move_to(SUNDAY + timedelta(days=7 * week - 1))
            await anna.says(f"light of week {week}")
            await anna.at(SUNDAY + timedelta(days=7 * week))
            before = len(anna.person.chat)
            await anna.at(SUNDAY + timedelta(days=7 * week, minutes=30))
            assert len(anna.person.chat) == before + 1


async def test_a_time_in_quiet_hours_is_said_to_lie_there_wherever_it_is_told(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await anna.says("/when quiet 22-7")
        await chooses(anna, "Recap each week", "sunday 22:30")
        assert "lies in your quiet hours" in anna.last()
        assert "The next one" not in anna.last()
        await anna.presses("All of this")
        assert "10:30\u00a0PM (Sun), in your quiet hours, so not for now" in anna.last()
        await chooses(anna, "Recap each week", "sunday 21:30")
        assert "The next one: Sun, Nov 29, 9:30" in anna.last()
        assert "quiet" not in anna.last()


async def test_quiet_hours_say_what_they_hold_back_and_let_it_come_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await chooses(anna, "Recap each week", "sunday 18:00")
        await chooses(anna, "On this day", "9:00")
        await anna.says("/when quiet 17-8")
        assert "does not come by itself for now: Recap each week." in anna.last()
        await anna.presses("What comes back")
        assert "(Sun), in your quiet hours" in anna.last()
        assert anna.last().endswith("where there is one, 9:00\u00a0AM")
        await anna.says("/when quiet none")
        assert "by itself" not in anna.last()
        await anna.at(SUNDAY)
        assert len(came(anna, "light bread")) == 1


async def test_the_same_day_of_another_year_comes_beside_whatever_else_was_chosen(tmp_path: Path) -> None:
    """Two days after a look-back, on the day after another such day, and before a recap."""
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        for day in (27, 28, 29):
            anna.clock.move_to(START.replace(day=day))
            await anna.says(f"anniversary of the {day}th")
        anna.clock.move_to(START.replace(year=2027, day=1))
        await anna.says("light of november")
        for gift, when in (
            ("Recap each week", "sunday 18:00"),
            ("One of mine each week", "thursday 18:00"),
            ("On this day", "9:00"),
        ):
            await chooses(anna, gift, when)
        await anna.at(datetime(2027, 11, 25, 18, tzinfo=UTC))
        for day in (27, 28, 29):
            before = len(anna.person.chat)
            await anna.at(datetime(2027, 11, day, 9, tzinfo=UTC))
            assert len(anna.person.chat) == before + 1
            assert f"anniversary of the {day}th" in anna.last()


async def test_a_recap_that_comes_by_itself_leaves_out_what_may_weigh(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.says("I can't do this anymore")
        await anna.at(SUNDAY)
        assert len(came(anna, "light bread")) == 1
        assert "anymore" not in came(anna, "light bread")[0]


async def test_what_is_drawn_and_printed_below_such_a_recap_leaves_it_out_as_well(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await keeps(anna, 7)
        await anna.presses("On Sunday evenings")
        await anna.says("I can't do this anymore")
        await anna.at(SUNDAY)
        pressed = ("Pictures", "Night sky", "In light colours", "Without words", "Pictures")
        assert {"Pictures", "Save as PDF"} <= carrying(anna, Among.LIGHT)
        for label in pressed:
            await anna.presses(label)
            assert carrying(anna, Among.LIGHT) == set(labels(anna))


def carrying(anna: Dialog, among: Among) -> set[str]:
    """The buttons of the newest message that go on with those moments, and with no others."""
    rows = newest(anna)["reply_markup"]["inline_keyboard"]
    return {b["text"] for row in rows for b in row if b["callback_data"].split("|")[-1] == among.value}
