"""Looking through the journal, finding, opening and changing what is there, as transcripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.dialog import START, Dialog, talking
from tests.walking import buttons


def labels(anna: Dialog) -> list[str]:
    """What can be pressed under the newest message of the bot."""
    message = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
    return [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


async def keeps(anna: Dialog, *texts: str) -> None:
    """One a day."""
    for number, text in enumerate(texts):
        anna.clock.move_to(START + timedelta(days=number))
        await anna.says(text)
    anna.clock.move_to(START + timedelta(days=len(texts)))


async def test_the_journal_is_paged_newest_first_and_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await keeps(anna, *(f"moment {n:02}" for n in range(14)))
        await anna.says("/list")
        assert [label[-2:] for label in labels(anna)[:6]] == ["13", "12", "11", "10", "09", "08"]
        await anna.presses("Older")
        await anna.presses("Older")
        assert [label[-2:] for label in labels(anna)[:2]] == ["01", "00"]
        assert "Older ›" not in labels(anna)
        await anna.presses("Newer")
        await anna.presses("Newer")
        assert labels(anna)[0].endswith("13")
        assert "‹ Newer" not in labels(anna)
        await anna.says("/list 2026-11-26")
        assert labels(anna)[0] == "Nov 26 · moment 02"
        await anna.says("/list nonsense")
        assert "would work" in anna.last()


async def test_a_list_begins_with_the_end_of_a_season(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone Berlin")
        await keeps(anna, "a kettle", "a gutter")
        anna.house.db.execute("UPDATE glimmers SET day = '2026-08-31' WHERE text = 'a kettle'")
        await anna.says("/list summer")
        assert labels(anna)[0] == "Aug 31 · a kettle"


async def test_an_empty_journal_says_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/list")
        assert "nothing here yet" in anna.last()


async def test_words_are_found_and_opened(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await keeps(anna, *(f"café {n}" for n in range(8)), "rain")
        await anna.says("/search")
        await anna.says("caf")
        assert len(labels(anna)) == 7
        await anna.presses("Older")
        assert [label[-6:] for label in labels(anna)] == ["café 1", "café 0", " Newer"]
        await anna.presses("café 0")
        assert "<blockquote>" not in anna.last()
        assert "Tuesday, November 24, 2026" in anna.last()
        await anna.says('/search "')
        assert "Nothing of yours" in anna.last()
        await anna.says("/search <b>rain</b> NEAR(")
        assert "Nothing of yours" in anna.last()


async def test_an_album_is_opened_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_album([b"x", b"y"], "two trees #garden")
        await anna.settles()
        await anna.says("/search garden")
        await anna.presses("two trees")
        shown = [m for m in anna.person.chat if m["from"]["is_bot"] and "photo" in m]
        assert len(shown) == 2
        assert "two trees" in shown[-1]["caption"]
        assert "#garden" in shown[-1]["caption"]
        await anna.presses("Edit")
        await anna.says("three trees")
        await anna.says("/search trees")
        assert labels(anna) == ["Nov 24 · three trees"]


async def test_the_next_message_replaces_the_words_and_can_be_undone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Edit")
        await anna.says("two blackbirds")
        await anna.says("/search blackbirds")
        assert labels(anna) == ["Nov 24 · two blackbirds"]
        await anna.presses("The earlier words")
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · a blackbird"]


async def test_an_edit_of_the_message_that_gave_the_words_gives_them_anew(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Edit")
        message = anna.person.says("tea in the gardn")
        await anna.settles()
        anna.person.edits(message, "tea in the garden")
        await anna.settles()
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · tea in the garden"]
        await anna.presses("The earlier words")
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · a blackbird"]


async def test_a_moment_is_moved_by_word_or_button_and_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Another day")
        await anna.presses("Mon, Nov 23")
        await anna.says("/list")
        assert labels(anna) == ["Nov 23 · a blackbird"]
        await anna.presses("a blackbird")
        await anna.presses("Another day")
        await anna.says("2025-03-05")
        await anna.says("/list")
        assert labels(anna) == ["Mar 5, 2025 · a blackbird"]
        await anna.presses("a blackbird")
        await anna.presses("Another day")
        for ahead in ("tomorrow", "2031-01-01", "next friday", "in 3 days"):
            await anna.says(ahead)
            assert "still to come" in anna.last()
        await anna.says("warm bread")
        assert "kept your words" in anna.last()
        await anna.says("/list")
        assert len(labels(anna)) == 2


async def test_a_move_waits_on_where_the_words_were_no_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Another day")
        await anna.says("last week")
        assert "kept your words" in anna.last()
        await anna.says("2026-11-20")
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · last week", "Nov 20 · a blackbird"]
        await anna.presses("a blackbird")
        await anna.presses("Another day")
        anna.house.db.execute("DELETE FROM glimmers WHERE text = 'a blackbird'")
        await anna.says("2026-11-21")
        assert "waiting for a day" not in anna.last()


@pytest.mark.parametrize("button", ["Edit", "Tags"])
async def test_a_picture_where_words_were_awaited_is_kept_and_said_to_be_no_answer(
    tmp_path: Path, button: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses(button)
        anna.person.sends_album([b"one", b"two"], "on the gutter")
        await anna.settles()
        assert sum("a moment of its own" in text for text in anna.texts()) == 1
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · on the gutter", "Nov 24 · a blackbird"]


async def test_tags_are_added_found_and_taken_away(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird #garden")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Tags")
        assert "#garden" in anna.last()
        await anna.says("morning, Birds")
        assert "#garden #morning #birds" in anna.last()
        await anna.says("/search #birds")
        assert len(labels(anna)) == 1
        await anna.presses("a blackbird")
        await anna.presses("Tags")
        await anna.says("-morning")
        assert anna.last().endswith("#garden #birds")


async def test_what_is_left_out_is_listed_and_not_given_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("Leave out")
        await anna.says("/recap all")
        assert "blackbird" not in anna.last()
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses("It may come back")
        await anna.says("/recap all")
        assert "blackbird" in anna.last()


async def test_deleting_asks_once_and_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_photo(b"picturebytes", "paintedbunting")
        await anna.settles()
        await anna.house.tick()
        await anna.house.media.drain()
        await anna.says("/list")
        await anna.presses("paintedbunting")
        await anna.presses("Delete")
        await anna.presses("Keep it")
        await anna.presses("Delete")
        await anna.presses("Delete for good")
        await anna.says("/list")
        assert "nothing here yet" in anna.last()
        anna.house.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        held = (tmp_path / "a.db").read_bytes()
        assert b"paintedbunting" not in held
        assert b"picturebytes" not in held


async def test_buttons_of_what_is_gone_say_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/list")
        await anna.presses("a blackbird")
        opened = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        anna.house.db.execute("DELETE FROM glimmers")
        for data in buttons(opened):
            pressed = anna.person.presses(opened, data)
            answer = await anna.person.sees_answer(pressed)
            assert answer.text == "This button has had its day."
        await anna.settles()
        assert anna.clock.now() > datetime(2026, 11, 24, tzinfo=UTC)


def sends_what_will_be_lost(anna: Dialog, **more: Any) -> None:
    """A message whose file Telegram does not know when it is asked for."""
    user = {"id": anna.person.id, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    chat = {"id": anna.person.id, "type": "private", "first_name": "Anna"}
    message = {"message_id": 900, "from": user, "chat": chat, "date": int(START.timestamp())}
    anna.sandbox.inject({"message": {**message, **more}})


FILM = {"file_id": "gone", "file_unique_id": "g", "file_size": 60_000_000}


@pytest.mark.parametrize(
    ("kept", "caption"),
    [
        ({"document": {**FILM, "file_name": "film.mov"}}, "precious"),
        ({"video": {**FILM, "width": 9, "height": 9, "duration": 1}}, "precious " * 113),
        (
            {
                "sticker": {
                    **FILM,
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "",
        ),
    ],
)
async def test_a_moment_opens_though_its_file_is_gone(
    tmp_path: Path, kept: dict[str, Any], caption: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/help")
        sends_what_will_be_lost(anna, caption=caption, **kept)
        await anna.settles()
        await anna.says("/list")
        before = len(anna.texts())
        await anna.presses("Nov 24 ·")
        opened = anna.texts()[before:]
        assert sum("I can no longer show" in text for text in opened) == 1
        assert caption.strip() in "".join(opened)
        assert "Edit" in labels(anna)
        assert anna.house.inbox.aside() == []
        await anna.says("/remember")
        assert "Another" in labels(anna)[0]
