"""``/remember``, as transcripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.dialog import START, Dialog, talking
from tests.pictures.invented import photo
from tests.test_recap import labels

LATER = START + timedelta(days=30)
AWAY = "Nothing of what you have kept comes back just now."


async def kept(anna: Dialog, *moments: str) -> None:
    """Moments on one day after the other, and then it is a month later."""
    await anna.says("/pause for good")
    for number, moment in enumerate(moments):
        anna.clock.move_to(START + timedelta(days=number))
        await anna.says(moment)
    anna.clock.move_to(LATER)


async def test_with_nothing_kept_it_says_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/remember")
        assert "nothing to give back yet" in anna.last()


async def test_one_of_their_own_comes_whole_with_its_date(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "a blackbird <b>on</b> the gutter & so on")
        await anna.says("/remember")
        assert "Tuesday, November 24, 2026" in anna.last()
        assert "a blackbird <b>on</b> the gutter & so on" in anna.last()


async def test_each_comes_once_before_one_comes_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light", "second light", "third light")
        await anna.says("/remember")
        for _ in range(2):
            await anna.presses("Another")
        came = [w for text in anna.texts()[-3:] for w in ("first", "second", "third") if w in text]
        assert sorted(came) == ["first", "second", "third"]


async def test_what_is_hidden_does_not_come_back_until_it_may(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("/remember")
        await anna.presses("Not this one again")
        await anna.says("/remember")
        assert AWAY in anna.last()
        await anna.says("/recap all")
        assert "first light" not in anna.last()
        await anna.presses("It may come back")
        await anna.says("/remember")
        assert "first light" in anna.last()


async def test_a_hidden_day_takes_all_of_its_moments_along(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("first light")
        await anna.says("second light")
        anna.clock.move_to(LATER)
        await anna.says("/remember")
        await anna.presses("Hide that day")
        await anna.says("/remember")
        assert AWAY in anna.last()
        await anna.presses("That day may come back")
        await anna.says("/remember")
        assert "light" in anna.last()


async def test_keep_near_can_be_taken_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("/remember")
        await anna.presses("Keep near")
        await anna.presses("No longer near")
        await anna.presses("Keep near")
        assert "first light" in anna.last()


async def test_a_hard_day_does_not_come_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a nice cup of tea")
        await anna.says("I want to die")
        anna.clock.move_to(LATER)
        await anna.says("/remember")
        assert AWAY in anna.last()


async def test_a_day_with_nothing_does_not_come_back_and_offers_another(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/pause for good")
        await anna.says("a nice cup of tea")
        anna.clock.move_to(datetime(2026, 11, 25, 12, tzinfo=UTC))
        await anna.says("a second cup")
        await anna.says("/nudge")
        await anna.presses("Nothing today")
        anna.clock.move_to(LATER)
        await anna.presses("One of mine")
        assert "a nice cup of tea" in anna.last()
        await anna.presses("Another")
        assert "a nice cup of tea" in anna.last()


async def test_support_offers_one_of_theirs(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("/support")
        await anna.presses("One of mine")
        assert "first light" in anna.last()


async def test_a_picture_comes_with_its_words_under_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_photo(photo(64, 64), caption="low sun on the tiles")
        await anna.settles()
        anna.clock.move_to(LATER)
        await anna.says("/remember")
        newest = anna.person.chat[-1]
        assert newest["photo"]
        assert "low sun on the tiles" in newest["caption"]
        await anna.presses("Not this one again")
        assert anna.person.chat[-1]["photo"]


async def test_what_may_weigh_more_than_it_says_does_not_come_back_alone(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "a wren in the hedge", "I can't do this anymore", "a second wren")
        for _ in range(4):
            await anna.says("/remember")
            assert "wren" in anna.last()
        await anna.says("/recap all")
        words = "".join(anna.texts()[-1:])
        assert "I can't do this anymore" in words or "I can't do this anymore" in anna.texts()[-2]
        caption = next(m["caption"] for m in reversed(anna.person.chat) if "photo" in m)
        assert "wren" in caption


async def test_what_is_kept_near_stays_near_through_a_change_of_mind(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("/remember")
        await anna.presses("Keep near")
        await anna.presses("Not this one again")
        await anna.presses("It may come back")
        rows = anna.person.chat[-1]["reply_markup"]["inline_keyboard"]
        assert "No longer near" in [button["text"] for row in rows for button in row]


async def test_a_day_that_was_hidden_says_so_in_the_list_and_can_be_let_in_from_there(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("second light")
        anna.house.db.execute("UPDATE glimmers SET day = ?", [START.date().isoformat()])
        await anna.says("/remember")
        await anna.presses("Hide that day")
        for asked in ("/remember", "/recap all", f"/recap {START.date()}"):
            await anna.says(asked)
            assert AWAY in anna.last()
        await anna.says("/list")
        await anna.presses("first light")
        assert "It may come back" in labels(anna)
        assert "Postcard" not in labels(anna)
        await anna.presses("It may come back")
        assert anna.person.answers[-1].text == "Tuesday, November 24 may come back."
        assert {"Leave out of look-backs", "Postcard"} <= set(labels(anna))
        await anna.says("/recap all")
        assert "first light" in anna.last()
        assert "second light" in anna.last()


async def test_a_moment_with_something_heavy_added_to_it_can_be_let_in_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "first light")
        await anna.says("I want to kill myself")
        anna.house.db.execute("UPDATE glimmers SET part_of = 1 WHERE id = 2")
        anna.clock.move_to(LATER + timedelta(days=4))
        await anna.says("/list")
        await anna.presses("first light")
        await anna.presses("It may come back")
        assert "Leave out of look-backs" in labels(anna)
        await anna.says("/recap all")
        assert "first light" in anna.last()


async def test_words_that_may_weigh_are_on_no_card_wherever_it_is_asked_for(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, "I can't do this anymore")
        await anna.says("/list")
        await anna.presses("anymore")
        assert "Leave out of look-backs" in labels(anna)
        assert "Postcard" not in labels(anna)


async def test_one_of_mine_is_offered_only_where_there_is_one(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/support")
        assert labels(anna) == []
        await kept(anna, "first light")
        await anna.says("/support")
        assert labels(anna) == ["One of mine"]
        await anna.says("/remember")
        await anna.presses("Hide that day")
        await anna.says("/support")
        assert labels(anna) == []
