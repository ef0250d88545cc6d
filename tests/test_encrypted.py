"""A whole conversation on an encrypted journal."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bot.storage.backup import back_up
from bot.storage.database import open_database
from tests.dialog import talking
from tests.walking import everywhere

KEY = "it's a key 🗝"


def legible(folder: Path) -> list[str]:
    """Files in which a word of theirs can be read."""
    said = (b"zwitscher", b"blackbird")
    return [path.name for path in folder.iterdir() if any(word in path.read_bytes() for word in said)]


async def test_everything_works_with_a_key_and_no_word_can_be_read_without_it(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with talking(file, key=KEY) as anna:
        await everywhere(anna, "zwitscherkanarie paintedbunting")
        assert not anna.house.inbox.aside()
        await anna.says("a blackbird on the gutter")
        await anna.says("/search blackbird")
        assert any("blackbird" in text for text in anna.texts())
        back_up(file, KEY, tmp_path / "copy.db")
        assert legible(tmp_path) == []
    with closing(open_database(tmp_path / "copy.db", KEY)) as db:
        assert db.execute("SELECT 1 FROM glimmers WHERE text LIKE '%blackbird%'").fetchone()
