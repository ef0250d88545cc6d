"""Several messages as one moment: all of each is there, whatever is done with the whole or with a part."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.storage.glimmers import Glimmers
from tests.archives import exported, glimmers_in
from tests.dialog import Dialog, talking
from tests.test_browse import labels
from tests.test_journal import buttons, kept
from tests.walking import press


async def opens(anna: Dialog, label: str) -> str:
    """A moment of the list, as it is shown."""
    await anna.says("/list")
    await anna.presses(label)
    return anna.last()


async def says_two(anna: Dialog, first: str, second: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The receipts of two messages in a breath, apart from what was said before."""
    anna.clock.move_to(anna.clock.now() + timedelta(minutes=5))
    receipts = []
    for text in (first, second):
        await anna.says(text)
        receipts.append(anna.person.chat[-1])
    return receipts[0], receipts[1]


async def presses(anna: Dialog, message: dict[str, Any], label: str) -> None:
    """A button under that message, as it now is."""
    now = next(m for m in anna.person.chat if m["message_id"] == message["message_id"])
    anna.person.presses(now, next(b for b in buttons(now) if label in b))
    await anna.settles()


async def test_a_place_its_spot_and_an_origin_belong_to_the_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a walk by the river")
        anna.person.shares_location(48.85661, 2.35222)
        await anna.settles()
        await anna.presses("Keep the exact spot")
        await anna.presses("Add to the last one")
        anna.person.forwards("The sea is never still", "Grandma")
        await anna.settles()
        await anna.presses("Add to the last one")
        shown = await opens(anna, "a walk")
        for what in ("a walk by the river", "The sea is never", "Paris", "48.85661, 2.35222", "Grandma"):
            assert what in shown
        await anna.says("/search grandma paris")
        assert labels(anna) == ["Nov 24 · a walk by the river The sea …"]
        await anna.says("/recap all")
        assert "Paris" in anna.last()


async def test_the_spot_of_a_part_leaves_that_of_the_whole_to_be_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.shares_location(48.85661, 2.35222)
        await anna.settles()
        whole = next(m for m in reversed(anna.person.chat) if "Keep the exact spot" in buttons(m))
        anna.person.shares_location(51.50853, -0.12574)
        await anna.settles()
        await anna.presses("Keep the exact spot")
        await anna.presses("Add to the last one")
        await presses(anna, whole, "…")
        await presses(anna, whole, "Keep the exact spot")
        shown = await opens(anna, "Paris · London")
        assert "48.85661, 2.35222 · 51.50853, -0.12574" in shown


async def test_tags_of_a_part_are_the_wholes_and_each_has_its_own_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        _, part = await says_two(anna, "cold plums", "warm bread")
        await opens(anna, "warm bread")
        await anna.presses("Tags")
        await anna.says("kitchen autumn")
        await presses(anna, part, "Add to the last one")
        assert "#kitchen #autumn" in await opens(anna, "cold plums")
        await anna.presses("Tags")
        await anna.says("summer -autumn")
        assert anna.last().endswith("#summer #kitchen")
        await presses(anna, part, "Make it two again")
        by_text = {g["text"]: g["tags"] for g in glimmers_in(await exported(anna))}
        assert by_text == {"cold plums": ["summer"], "warm bread": ["kitchen"]}


async def test_what_was_left_out_stays_so_when_it_is_joined_until_it_is_let_in(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        _, part = await says_two(anna, "cold plums", "quarrelsome geese")
        await opens(anna, "quarrelsome")
        await anna.presses("Leave out")
        await presses(anna, part, "Add to the last one")
        assert kept(anna) == []
        await anna.says("/recap all")
        assert "geese" not in anna.last()
        await opens(anna, "cold plums")
        await anna.presses("It may come back")
        assert kept(anna) == ["cold plums\nquarrelsome geese"]


async def test_an_edit_of_a_part_leaves_the_way_back_open(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        _, part = await says_two(anna, "soft moss", "old stoens")
        await presses(anna, part, "Add to the last one")
        message = next(m for m in anna.person.chat if m["text"] == "old stoens")
        anna.person.edits(message, "old stones")
        await anna.settles()
        assert kept(anna) == ["soft moss\nold stones"]
        await presses(anna, part, "The earlier words")
        assert kept(anna) == ["soft moss\nold stoens"]
        await presses(anna, part, "Make it two again")
        assert kept(anna) == ["soft moss", "old stoens"]


async def test_a_part_has_no_day_of_its_own_and_an_old_button_says_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        _, part = await says_two(anna, "soft moss", "old stones")
        await presses(anna, part, "Add to the last one")
        id_ = Glimmers(anna.house.db).id_of(anna.person.id, part["message_id"] - 1)
        for old, said in (
            (f"receipt-day|{id_}|2026-11-23", "This button has had its day."),
            (f"more|{id_}", ""),
        ):
            press(anna.person, old)
            await anna.settles()
            assert anna.person.answers[-1].text == said
            assert buttons(anna.person.chat[-1]) == ["Make it two again"]
        await anna.presses("Make it two again")
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · old stones", "Nov 24 · soft moss"]


async def test_what_was_added_goes_and_comes_back_with_the_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("the first light")
        whole, part = await says_two(anna, "soft moss", "old stones")
        await presses(anna, part, "Add to the last one")
        await presses(anna, whole, "Undo")
        assert kept(anna) == ["the first light"]
        archive = zipfile.ZipFile(io.BytesIO(await exported(anna)))
        assert b"old stones" not in archive.read("glimmers.md") + archive.read("glimmers.csv")
        await anna.says("/undo")
        await anna.presses("Keep it after all")
        assert kept(anna) == ["the first light"]
        await presses(anna, whole, "Keep it after all")
        assert kept(anna) == ["the first light", "soft moss\nold stones"]
        await presses(anna, whole, "Undo")
        await presses(anna, part, "Make it two again")
        assert kept(anna) == ["the first light", "old stones"]


async def test_deleting_the_whole_deletes_what_was_added(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        _, part = await says_two(anna, "soft moss", "old stones")
        await presses(anna, part, "Add to the last one")
        await opens(anna, "soft moss")
        await anna.presses("Delete")
        await anna.presses("Delete for good")
        await presses(anna, part, "Make it two again")
        assert anna.person.answers[-1].text == "This button has had its day."
        assert anna.house.db.execute("SELECT count(*) FROM glimmers, search").fetchone() == (0,)


async def test_undo_leaves_no_button_under_the_receipt_that_has_nothing_to_add(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        receipts = await says_two(anna, "soft moss", "old stones")
        await anna.says("/undo")
        now = next(m for m in anna.person.chat if m["message_id"] == receipts[1]["message_id"])
        assert buttons(now) == ["Keep it after all"]
        first, id_ = (Glimmers(anna.house.db).id_of(anna.person.id, m["message_id"] - 1) for m in receipts)
        press(anna.person, f"join|{id_}|{first}")
        await anna.settles()
        assert anna.person.answers[-1].text == "This button has had its day."
        assert kept(anna) == ["soft moss"]
        await anna.presses("Keep it after all")
        now = next(m for m in anna.person.chat if m["message_id"] == receipts[1]["message_id"])
        assert "Add to the last one" in buttons(now)
