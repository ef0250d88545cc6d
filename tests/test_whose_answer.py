"""Law: words answer what was asked last, or what they quote; whatever was asked before that keeps them."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat import browse, giving, opened, times, when, zone
from bot.clock import ShiftedClock
from bot.sandbox import Sandbox
from tests.dialog import FAST, START, TOKEN, Dialog, running, talking

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
OPENERS = {
    # Step, how it is asked (presses stand in brackets), and words that would answer it.
    browse.STEP: (("/search",), "the heron came back"),
    zone.STEP: (("/timezone",), "Lisbon"),
    times.STEP: (("/times",), "noon"),
    when.STEP: (("/when", "[Quiet hours]"), "10-12"),
    giving.STEP: (("/settings", "[What comes back]", "[Recap each week]"), "sunday 18:00"),
    opened.EDIT: (("/list", "[the kettle]", "[Edit]"), "the heron came back"),
    opened.MOVE: (("/list", "[the kettle]", "[Another day]"), "yesterday"),
    opened.TAG: (("/list", "[the kettle]", "[Tags]"), "heron"),
}


def rows(anna: Dialog) -> list[tuple[str, bool]]:
    """What is kept, and whether it answers a nudge."""
    db = sqlite3.connect(anna.house.db.execute("PRAGMA database_list").fetchone()[2])
    return db.execute("SELECT text, nudge_id IS NOT NULL FROM glimmers ORDER BY id").fetchall()


async def asked(anna: Dialog, step: str) -> str:
    """The bot waits for that; words that would answer it."""
    opener, answer = OPENERS[step]
    for part in opener:
        await (anna.presses(part[1:-1]) if part.startswith("[") else anna.says(part))
    (waiting,) = anna.house.db.execute("SELECT step FROM steps").fetchone()
    assert waiting.partition(":")[0] == step
    return answer


async def met(anna: Dialog) -> None:
    await anna.says("/timezone UTC")
    await anna.says("/times 12:30")
    await anna.says("/when after always")
    await anna.says("the kettle")


@pytest.mark.parametrize("step", OPENERS)
@pytest.mark.parametrize("way", ["/nudge", "slot", "later"])
async def test_what_follows_a_nudge_answers_the_nudge(tmp_path: Path, step: str, way: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await met(anna)
        if way == "later":
            await anna.at(NOON)
            await anna.presses("Later")
            await anna.presses("In 20 minutes")
        answer = await asked(anna, step)
        if way == "/nudge":
            await anna.says("/nudge")
        else:
            await anna.at(NOON if way == "slot" else NOON.replace(minute=51))
        await anna.says(answer)
        assert rows(anna) == [("the kettle", False), (answer, True)]


@pytest.mark.parametrize("step", OPENERS)
async def test_a_reply_to_an_earlier_nudge_answers_that_nudge(tmp_path: Path, step: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await met(anna)
        await anna.says("/nudge")
        nudge = anna.person.chat[-1]
        answer = await asked(anna, step)
        anna.person.says(answer, reply_to=nudge)
        await anna.settles()
        assert rows(anna) == [("the kettle", False), (answer, True)]


@pytest.mark.parametrize("step", OPENERS)
async def test_a_reply_to_an_older_message_is_a_moment(tmp_path: Path, step: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await met(anna)
        older = next(m for m in reversed(anna.person.chat) if m.get("text") == "the kettle")
        answer = await asked(anna, step)
        anna.person.says(answer, reply_to=older)
        await anna.settles()
        assert rows(anna) == [("the kettle", False), (answer, False)]


@pytest.mark.parametrize("step", OPENERS)
async def test_a_reply_to_the_question_answers_the_question(tmp_path: Path, step: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await met(anna)
        answer = await asked(anna, step)
        (ids,) = anna.house.db.execute("SELECT asked_in FROM steps").fetchone()
        question = next(m for m in anna.person.chat if m["message_id"] == int(ids.split()[-1]))
        anna.person.says(answer, reply_to=question)
        await anna.settles()
        assert len(rows(anna)) == 1


async def test_a_place_shared_for_the_clock_is_not_kept_though_a_nudge_came(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await met(anna)
        await anna.says("/timezone")
        await anna.presses("Share")
        await anna.says("/nudge")
        anna.person.shares_location(52.52, 13.4)
        await anna.settles()
        assert "Berlin" in anna.last()
        assert rows(anna) == [("the kettle", False)]


@pytest.mark.parametrize("asking", ["question", "hint"])
async def test_what_did_not_fit_leaves_both_the_question_and_its_hint_open(
    tmp_path: Path, asking: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone")
        question = anna.person.chat[-1]
        await anna.says("the kettle sings")
        hint = anna.person.chat[-1]
        anna.person.says("Lisbon", reply_to=question if asking == "question" else hint)
        await anna.settles()
        assert "Lisbon" in anna.last()
        assert rows(anna) == [("the kettle sings", False)]


def shown(anna: Dialog) -> bool:
    """Whether the keyboard that shares a place is up."""
    return anna.person.keyboard is not None


@pytest.mark.parametrize("between", [(), ("/times",), ("/language de",), ("/times 8:30",), ("the kettle",)])
@pytest.mark.parametrize("opening", ["/timezone", "/start"])
async def test_a_place_from_the_keyboard_is_never_kept_however_late(
    tmp_path: Path, opening: str, between: tuple[str, ...]
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(opening)
        await anna.presses("Share")
        assert shown(anna)
        for text in between:
            await anna.says(text)
        anna.clock.move_to(START + timedelta(minutes=31))
        anna.person.shares_location(48.85, 2.35)
        await anna.settles()
        assert rows(anna) == [(text, False) for text in between if text == "the kettle"]
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert person.rhythm.zone == "Europe/Paris"
        assert not shown(anna)
        anna.person.shares_location(48.85, 2.35)
        await anna.settles()
        assert len(rows(anna)) == 1 + between.count("the kettle")


async def test_the_keyboard_is_remembered_over_a_restart(tmp_path: Path) -> None:
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with sandbox.serving(port=0):
        person = sandbox.person("Anna", language="en")
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            anna = Dialog(sandbox, person, house, clock)
            await anna.says("/timezone")
            await anna.presses("Share")
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            anna = Dialog(sandbox, person, house, clock)
            clock.move_to(START + timedelta(hours=2))
            person.shares_location(48.85, 2.35)
            await anna.settles()
            assert rows(anna) == []
            assert not shown(anna)


@pytest.mark.parametrize("late", [False, True])
async def test_the_other_button_of_the_keyboard_is_known_in_whatever_language(
    tmp_path: Path, late: bool
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.presses("Share")
        assert shown(anna)
        await anna.says("/language de")
        if late:
            anna.clock.move_to(START + timedelta(hours=2))
        await anna.says("Skip for now")
        assert rows(anna) == []
        assert not shown(anna)
        assert "Wann darf ich fragen" in anna.last()


async def test_who_finds_their_clock_another_way_has_no_keyboard_left(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for answer in ("London", "Lisbon"):
            await anna.says("/timezone")
            await anna.presses("Share")
            assert shown(anna)
            await anna.says(answer)
            assert not shown(anna)
        await anna.says("/timezone")
        await anna.presses("Share")
        await anna.presses("Toronto")
        assert not shown(anna)
        anna.person.shares_location(48.85, 2.35)
        await anna.settles()
        assert len(rows(anna)) == 1
