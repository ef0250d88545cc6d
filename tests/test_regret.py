"""What cannot be handled is told to its person, once, and to nobody who may not come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialog import Dialog, talking

BREAKS = (
    "CREATE TRIGGER breaks BEFORE INSERT ON glimmers WHEN new.text LIKE 'odd%'"
    " BEGIN SELECT raise(ABORT, 'odd'); END"
)


def regrets(anna: Dialog, begins: str = "Something went wrong") -> list[int]:
    """To which messages it was said."""
    found = [message for message in anna.person.chat if message.get("text", "").startswith(begins)]
    return [message["reply_to_message"]["message_id"] for message in found]


@pytest.mark.parametrize(
    ("language", "begins"),
    [("en", "Something went wrong"), ("es", "Algo falló"), ("de", "Damit ist bei mir")],
)
async def test_what_is_set_aside_is_told_to_its_person(tmp_path: Path, language: str, begins: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("a blackbird")
        anna.house.db.execute(BREAKS)
        odd = anna.person.says("odd")
        await anna.settles()
        assert regrets(anna, begins) == [odd["message_id"]]
        assert len(anna.house.inbox.aside()) == 1


async def test_it_is_told_once_until_something_is_handled_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.house.db.execute(BREAKS)
        first, _ = anna.person.says("odd"), anna.person.says("odd again")
        await anna.settles()
        assert regrets(anna) == [first["message_id"]]
        await anna.says("a blackbird")
        later = anna.person.says("odd once more")
        await anna.settles()
        assert regrets(anna) == [first["message_id"], later["message_id"]]


async def test_what_cannot_be_read_is_told_too_and_the_words_are_in_no_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        odd = anna.person.says("my words")
        await anna.settles()
        anna.person._world.updates.add("message", {**odd, "entities": 3, "text": "my other words"})
        await anna.settles()
        assert regrets(anna) == [odd["message_id"]]
        assert "my other words" not in caplog.text


async def test_a_stranger_is_told_nothing_of_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", allowed_users=frozenset({1})) as anna:
        odd = anna.person.says("hello")
        await anna.settles()
        anna.person._world.updates.add("message", {**odd, "entities": 3})
        await anna.settles()
        assert len(anna.house.inbox.aside()) == 1
        assert regrets(anna) == []


async def test_that_it_cannot_be_told_stops_nobody(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.house.db.execute(BREAKS)
        anna.person.says("odd")
        anna.person.blocks()
        await anna.settles()
        anna.person.unblocks()
        await anna.says("a blackbird")
        assert len(anna.house.inbox.aside()) == 1
