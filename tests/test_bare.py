"""What is written behind a command: moments, words, and above all a cry for help."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from bot.storage.steps import Steps
from tests.crying import CODES, ORDINARY, Talk, cries, in_every_locale, library, talk
from tests.dialog import Dialog, talking

FOUR_DAYS = timedelta(days=4)
NOTHING = (
    "remember",
    "nudge",
    "resume",
    "undo",
    "export",
    "import",
    "forget",
    "privacy",
    "support",
    "help",
    "start",
)


def kept(anna: Dialog) -> list[str]:
    """What stands, and is not taken back."""
    found = anna.house.db.execute("SELECT text FROM glimmers WHERE taken_back = 0 ORDER BY id")
    return [text for (text,) in found]


def commands(anna: Talk) -> list[str]:
    """All that there are, and some that there are not."""
    return [*anna.anna.house.commands, "foo", "pause@glimmerbot", "help@anotherbot"]


def after_days(anna: Talk) -> None:
    """So long that a cry before is answered, and may be answered anew."""
    clock = anna.anna.clock
    clock.move_to(clock.now() + FOUR_DAYS)


@pytest.mark.parametrize("command", NOTHING)
async def test_a_moment_below_a_command_is_kept_and_the_command_followed(
    tmp_path: Path, command: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/{command}\nI saw a heron")
        assert kept(anna) == ["I saw a heron"]
        assert len(anna.person.chat) > 2


async def test_undo_takes_back_what_was_kept_before_it_and_keeps_what_stands_below(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a red door")
        await anna.says("/undo\nI saw a heron")
        assert kept(anna) == ["I saw a heron"]
        taken, receipt = anna.texts()[-2:]
        assert taken.startswith("Taken back")
        assert not receipt.startswith("Taken back")


@pytest.mark.parametrize("command", NOTHING)
async def test_words_behind_a_command_are_said_not_to_be_kept(tmp_path: Path, command: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/{command} a heron came")
        assert kept(anna) == []
        assert any("behind the command is not kept" in text for text in anna.texts())


@in_every_locale
@pytest.mark.parametrize("gap", [" ", "\n"])
async def test_a_cry_behind_any_command_is_answered_alone_and_the_command_left_undone(
    tmp_path: Path, code: str, gap: str
) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(ORDINARY)
        for number, command in enumerate(commands(anna), 1):
            after_days(anna)
            heard = await anna.hears_after(f"/{command}{gap}{cry}")
            assert anna.is_only("care-answer", heard), command
            assert kept(anna.anna) == [ORDINARY, *[cry] * number], command
            assert cry not in await anna.recap()
            assert Steps(anna.anna.house.db).get(anna.anna.person.id) is None, command


@in_every_locale
async def test_whose_first_words_of_all_are_a_cry_is_asked_nothing(tmp_path: Path, code: str) -> None:
    async with talking(tmp_path / "a.db", language=code, library=library()) as anna:
        await anna.says(f"/start {cries(code)[0]}")
        assert Talk(anna, library().locale(code)).is_only("care-answer", anna.texts())
        await anna.says("/start")
        assert len(anna.texts()) == 3


@pytest.mark.parametrize(("code", "other"), [*permutations(CODES, 2)])
async def test_a_cry_in_another_language_behind_a_command_is_heard(
    tmp_path: Path, code: str, other: str
) -> None:
    async with talk(tmp_path, code) as anna:
        for command in ("nudge", "pause", "foo"):
            after_days(anna)
            heard = await anna.hears_after(f"/{command} {cries(other)[0]}")
            assert anna.is_only("care-answer", heard), command
        assert kept(anna.anna) == [cries(other)[0]] * 3


async def test_a_command_that_there_is_not_may_be_the_beginning_of_a_cry(tmp_path: Path) -> None:
    async with talk(tmp_path, "en") as anna:
        assert anna.is_only("care-answer", await anna.hears_after("/I want to kill myself"))


@in_every_locale
async def test_support_answers_in_full_also_behind_a_second_cry(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        first, second, third = cries(code)[:3]
        await anna.anna.says(first)
        assert await anna.hears_after(f"/help {second}") == [anna.locale.say("care-soft")]
        assert anna.is_only("care-answer", await anna.hears_after(f"/support {third}"))


@in_every_locale
@pytest.mark.parametrize("before", ["/help", "/help ooo", "/times 8:30", "/foo", "Berlin"])
async def test_an_edit_of_what_was_no_moment_into_a_cry_is_answered_and_kept(
    tmp_path: Path, code: str, before: str
) -> None:
    first, second = cries(code)[:2]
    async with talk(tmp_path, code) as anna:
        for cry, after in ((first, first), (second, f"/help {second}")):
            after_days(anna)
            await anna.anna.says("/timezone")
            message = anna.anna.person.says(before)
            await anna.anna.settles()
            heard = len(anna.anna.texts())
            anna.anna.person.edits(message, after)
            await anna.anna.settles()
            assert anna.is_only("care-answer", anna.anna.texts()[heard:])
            assert kept(anna.anna)[-1] == cry
            assert cry not in await anna.recap()


async def test_what_was_a_command_and_became_a_cry_is_edited_like_any_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("/help")
        await anna.settles()
        for words in ("/help I want to die", "/help I want to dye it"):
            anna.person.edits(message, words)
            await anna.settles()
        assert kept(anna) == ["I want to dye it"]
        assert anna.house.db.execute("SELECT count(*) FROM early_edits").fetchone() == (0,)


@in_every_locale
async def test_a_cry_below_a_file_to_bring_in_is_answered_and_the_file_kept(
    tmp_path: Path, code: str
) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/import")
        heard = len(anna.anna.texts())
        anna.anna.person.sends_document(b"2024-03-07\nbread\n", "m.txt", caption=cry)
        await anna.anna.settles()
        assert anna.is_only("care-answer", anna.anna.texts()[heard:])
        assert kept(anna.anna) == [cry]


async def test_the_word_of_a_link_is_nobodys(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start from_a_friend")
        assert kept(anna) == []
        assert not any("behind the command" in text for text in anna.texts())


async def test_an_edit_below_a_command_changes_the_moment_alone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("/nudge\nI saw a heron")
        await anna.settles()
        anna.person.edits(message, "/nudge\nI saw two herons")
        await anna.settles()
        assert kept(anna) == ["I saw two herons"]


async def test_what_a_command_takes_may_stand_below_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone\nLisbon")
        assert "Lisbon" in anna.last()
        await anna.says("/times\n8:30 mon\n9:30 tue")
        assert "9:30" in anna.last()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the light", "/home/anna was lit up"),
        ("/ the wall", "/ the wall again"),
        ("5 stars", "/5 stars for the coffee"),
        ("recap today", "/recap today"),
    ],
)
async def test_an_edit_that_begins_with_a_slash_keeps_its_first_word(
    tmp_path: Path, before: str, after: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says(before)
        await anna.settles()
        anna.person.edits(message, after)
        await anna.settles()
        assert kept(anna) == [after]


@pytest.mark.parametrize("before", ["/nudge\nA moment below", "A moment below"])
@pytest.mark.parametrize("after", ["/nudge", "/recap", "/Help@glimmer_demo_bot"])
async def test_an_edit_into_a_command_alone_changes_nothing(tmp_path: Path, before: str, after: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says(before)
        await anna.settles()
        anna.person.edits(message, after)
        await anna.settles()
        assert kept(anna) == ["A moment below"]
