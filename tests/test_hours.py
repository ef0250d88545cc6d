"""Choosing times: typed, and hour by hour on keyboards."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from bot.domain.slots import Slot
from tests.dialog import Dialog, talking


def times_of(dialog: Dialog) -> list[str]:
    person = dialog.house.people.get(dialog.person.id)
    assert person is not None
    return [f"{slot.key} {''.join(map(str, sorted(slot.days)))}" for slot in person.rhythm.slots]


async def test_hours_minutes_weekdays_and_windows_are_chosen_by_button(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times")
        await anna.presses("Other times")
        await anna.presses("6:00\xa0AM")
        assert times_of(anna) == ["06:00 0123456", "20:30 0123456"]
        await anna.presses("8:30\xa0PM")
        await anna.presses("Not at this time")
        assert times_of(anna) == ["06:00 0123456"]
        await anna.presses("✓ 6:00\xa0AM")
        assert times_of(anna) == []
        await anna.presses("9:00\xa0AM")
        assert "I will ask next" in anna.last()


async def test_one_time_is_changed_on_its_own_page_and_each_change_shows_what_comes(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 9:00")
        await anna.says("/times")
        await anna.presses("Other times")
        for data, expected in (
            ("slot-minute||09:00|15", "09:15 0123456"),
            ("slot-day||09:15|6|off", "09:15 012345"),
            ("slot-day||09:15|6|off", "09:15 012345"),
            ("slot-end||09:15|18:00", "09:15-18:00 012345"),
            ("slot-end||09:15-18:00|any", "09:15 012345"),
        ):
            await press(anna, data)
            assert times_of(anna) == [expected]
            assert "I will ask next" in anna.last()


async def test_pressing_twice_changes_nothing_more(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times")
        for data in ("hour||07:00|on", "slot-minute||07:00|20", "hour||20:00|off", "slot-off||07:20"):
            await press(anna, data)
            once = times_of(anna)
            await press(anna, data)
            assert times_of(anna) == once
        assert times_of(anna) == []


async def test_a_seventh_time_is_not_taken_and_that_is_said(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 1, 2, 3, 4, 5, 6")
        six = times_of(anna)
        for data in ("hour||07:00|on", "times||morning|on"):
            await press(anna, data)
            assert times_of(anna) == six
            assert "Six times" in toasts(anna)[-1]
        await anna.says("/times 1 2 3 4 5 6 7")
        assert times_of(anna) == six
        assert "Six times are as many" in anna.last()


def toasts(dialog: Dialog) -> list[str]:
    answers = (call for call in dialog.sandbox.calls if call.method == "answerCallbackQuery")
    return [str(call.params.get("text", "")) for call in answers]


@pytest.mark.parametrize(
    "data",
    [
        *("hour||99:99|on", "hour", "slot||x", "slot-minute||20:30|61", "slot-minute||20:30|-5"),
        *(
            "slot-day||20:30|7|on",
            "slot-end||20:30|20:30",
            "slot-end||20:30|x",
            "slot-until||nope",
            "hours|zzz",
        ),
    ],
)
async def test_a_forged_button_changes_nothing(tmp_path: Path, data: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times")
        await press(anna, data)
        assert times_of(anna) == ["20:30 0123456"]


async def test_the_last_weekday_of_a_time_stays(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 9:00 mon")
        await press(anna, "slot-day||09:00|0|off")
        assert times_of(anna) == ["09:00 0"]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "8:30, 13:00 mon wed fri, 10-18 sat sun"),
        ("en", "8.30am and 1pm on Monday, Wednesday, Friday; 10 to 18 weekends"),
        ("es", "8:30, 13:00 lun mié vie, 10-18 sáb dom"),
        ("de", "8:30, 13:00 mo mi fr, 10-18 sa so"),
    ],
)
async def test_times_are_typed_with_their_weekdays_and_windows(
    tmp_path: Path, language: str, typed: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(f"/times {typed}")
        assert times_of(anna) == ["08:30 0123456", "10:00-18:00 56", "13:00 024"]


@pytest.mark.parametrize(
    "typed",
    [
        *("nonsense", "25:00", "8:61", "mon", "-", "𝟠:" * 2000, "9" * 3000),
        *("'; DROP TABLE slots; --", "<b>8:30", "{8:30}", "8:30 \u202e mon\x00", "%s %d"),
    ],
)
async def test_what_is_no_time_is_answered_with_an_example_of_what_would_work(
    tmp_path: Path, typed: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/times {typed}")
        assert "would work" in anna.last()
        assert len(times_of(anna)) == 1


async def test_times_that_can_mean_two_things_are_not_guessed_nor_kept_as_a_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 9:00")
        before = times_of(anna)
        await anna.says("/times 8:30 mon 10")
        assert "would work" in anna.last()
        await anna.says("/times")
        await anna.says("mon 8:30, wed")
        assert "would work" in anna.last()
        assert times_of(anna) == before
        await anna.says("/list")
        assert "mon 8:30" not in anna.last()


async def press(dialog: Dialog, data: str) -> None:
    """Press what some button under the newest message might carry."""
    message = next(m for m in reversed(dialog.person.chat) if m["from"]["is_bot"])
    query = {"id": data, "from": message["chat"] | {"is_bot": False}, "message": message}
    dialog.sandbox.inject({"callback_query": query | {"chat_instance": "1", "data": data}})
    await dialog.settles()


def test_a_slot_in_a_button_fits_its_64_bytes() -> None:
    longest = Slot(time(10), time(18)).key
    assert len(f"slot-minute|start|{longest}|55|off".encode()) <= 64


@pytest.mark.parametrize(
    ("language", "says"), [("en", "within four hours"), ("es", "cuatro horas"), ("de", "keine vier Stunden")]
)
async def test_a_window_that_can_bring_nothing_beside_a_time_is_told_once(
    tmp_path: Path, language: str, says: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/times 8:30, 9-10")
        assert says in anna.last()
        await anna.says("/resume")
        assert says not in anna.last()
        await anna.says("/times 8:30, 9-14")
        assert says not in anna.last()
