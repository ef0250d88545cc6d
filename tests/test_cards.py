"""A postcard is offered of what can be one, and says what was really painted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.dialog import START, Dialog, talking
from tests.pictures.invented import photo
from tests.test_giving import SUNDAY
from tests.test_recap import labels, newest

READABLE = photo(64, 48)
ODD = b"no picture at all"
CUT_OFF = READABLE[:30]


async def begin(anna: Dialog) -> None:
    await anna.says("/timezone UTC")
    await anna.says("/pause for good")


async def shows(anna: Dialog, *photos: bytes, caption: str = "") -> None:
    """Photos, each of which is fetched where media are kept."""
    for content in photos:
        anna.person.sends_photo(content, caption)
        await anna.settles()
        await anna.house.tick()
        await anna.house.media.drain()


def answers(anna: Dialog) -> list[str]:
    return [answer.text for answer in anna.person.answers if answer.text]


async def test_photos_that_are_not_kept_come_as_a_sky_and_no_card_is_offered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", keep_media=False) as anna:
        await begin(anna)
        await shows(anna, READABLE, photo(48, 64), photo(50, 50))
        await anna.says("/recap today")
        assert "as a night sky" in newest(anna)["caption"]
        assert labels(anna) == ["Pictures", "Save as PDF"]


@pytest.mark.parametrize("broken", [ODD, CUT_OFF])
async def test_a_photo_that_cannot_be_read_gives_way_to_another_entry(tmp_path: Path, broken: bytes) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await shows(anna, broken)
        await anna.says("a wren in the hedge")
        anna.person.sends_voice(b"hum")
        await anna.settles()
        await anna.says("/recap today")
        assert newest(anna)["caption"].endswith("a wren in the hedge")


async def test_where_no_photo_can_be_read_the_sky_comes(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await shows(anna, CUT_OFF, CUT_OFF + b"\0", ODD)
        await anna.says("/recap today")
        assert "as a night sky" in newest(anna)["caption"]


@pytest.mark.parametrize(
    ("content", "told", "silent"),
    [
        (READABLE, "A card with your picture of", "A photo, without words."),
        (ODD, "A card with your words of", "A small shape in its own light, without words."),
        (CUT_OFF, "A card with your words of", "A small shape in its own light, without words."),
    ],
)
async def test_a_card_speaks_of_a_picture_only_where_there_is_one(
    tmp_path: Path, content: bytes, told: str, silent: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        await shows(anna, content, caption="low sun")
        await anna.says("/recap today")
        await anna.presses("Postcard")
        assert newest(anna)["caption"].startswith(told)
        await anna.presses("Without words")
        assert newest(anna)["caption"] == silent


async def test_what_has_neither_words_nor_a_picture_has_no_card_anywhere(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        anna.person.sends_voice(b"hum")
        await anna.settles()
        await anna.says("/recap week")
        assert labels(anna) == []
        anna.person.shares_location(52.5, 13.4)
        await anna.settles()
        await anna.says("/recap week")
        assert "Postcard" not in labels(anna)
        await anna.says("/list")
        await anna.presses("voice note")
        assert "Postcard" not in labels(anna)
        assert "Delete" in labels(anna)


async def test_only_what_can_be_a_card_is_in_the_list_and_each_of_it_is_one(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        anna.person.sends_voice(b"hum")
        anna.person.sends_sticker()
        await anna.settles()
        await shows(anna, READABLE)
        await anna.says("a wren in the hedge")
        await anna.says("/recap today")
        await anna.presses("Postcard")
        asked, offered = newest(anna), labels(anna)
        assert [label.split(" · ")[1] for label in offered] == ["a picture", "a wren in the hedge"]
        for label in offered:
            anna.person.presses(asked, label)
            await anna.settles()
            assert "A card with your" in newest(anna)["caption"]
        assert answers(anna) == []


async def test_the_next_five_offer_a_card_only_of_those(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await begin(anna)
        for number in range(7):
            anna.clock.move_to(START - timedelta(days=6 - number))
            anna.person.sends_voice(bytes([number]))
            await anna.settles()
        await anna.says("/recap all")
        assert labels(anna) == ["Another five", "Pictures", "Save as PDF"]
        await anna.presses("Another five")
        assert labels(anna) == ["How many are there?", "Pictures", "Save as PDF"]


async def test_a_recap_that_comes_by_itself_offers_none_either(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 3:00")
        anna.person.sends_voice(b"hum")
        await anna.settles()
        await anna.says("/settings")
        await anna.presses("What comes back")
        await anna.presses("Recap each week")
        await anna.presses("Sun")
        await anna.at(SUNDAY)
        assert "\na voice note" in anna.last()
        assert "Postcard" not in labels(anna)
