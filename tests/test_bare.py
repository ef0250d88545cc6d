"""What is written behind a command that takes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialog import Dialog, talking

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
    return [text for (text,) in anna.house.db.execute("SELECT text FROM glimmers ORDER BY id")]


@pytest.mark.parametrize("command", NOTHING)
async def test_a_moment_below_a_command_is_kept_and_the_command_followed(
    tmp_path: Path, command: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/{command}\nI saw a heron")
        assert kept(anna) == ["I saw a heron"]
        assert len(anna.person.chat) > 2


@pytest.mark.parametrize("command", NOTHING)
async def test_words_behind_a_command_are_said_not_to_be_kept(tmp_path: Path, command: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/{command} a heron came")
        assert kept(anna) == []
        assert any("behind the command is not kept" in text for text in anna.texts())


async def test_a_cry_behind_a_command_is_heard(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/nudge I want to kill myself")
        assert kept(anna) == ["I want to kill myself"]
        assert not any("behind the command" in text for text in anna.texts())


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
