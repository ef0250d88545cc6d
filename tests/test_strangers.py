"""A stranger presses every button there is with another person's ids: nothing is shown, nothing changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.dialog import Dialog, talking
from tests.walking import DAY, NAMES, press

SECRET = "paintedbunting"


def forged(theirs: int, own: int) -> list[tuple[object, ...]]:
    """What may stand behind a name, with another's id in every place that may hold one."""
    return [
        (theirs,),
        (theirs, 1),
        (theirs, 0),
        (theirs, DAY),
        (theirs, "48.0", "2.0"),
        (own, theirs),
        (theirs, own),
        ("older", "9999-12-31", theirs),
        ("newer", DAY, theirs),
        (f"{theirs}\n", theirs),
        (f"+{theirs}",),
    ]


def rows(anna: Dialog) -> dict[str, list[tuple[Any, ...]]]:
    """All of hers, in every table that says whose it is."""
    db, found = anna.house.db, {}
    for table in db.table_names():
        columns = {column.name for column in db.table(table).columns}
        if "person_id" in columns:
            query = f'SELECT * FROM "{table}" WHERE person_id = ?'
            found[table] = db.execute(query, [anna.person.id]).fetchall()
    found["media"] = db.execute("SELECT * FROM media ORDER BY id").fetchall()
    found["people"] = db.execute("SELECT * FROM people WHERE id = ?", [anna.person.id]).fetchall()
    return found


async def test_no_route_shows_or_changes_what_is_anothers(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        await anna.at(datetime(2026, 11, 24, 12, 30, tzinfo=UTC))
        anna.person.sends_photo(b"x", SECRET)
        await anna.says(f"{SECRET} #{SECRET}")
        await anna.house.tick()
        await anna.house.media.drain()
        ids = {
            row[0]
            for t in ("glimmers", "nudges", "media")
            for row in anna.house.db.execute(f"SELECT id FROM {t}")
        }
        before = rows(anna)
        ben = anna.sandbox.person("Ben", language="en")
        for name in NAMES:
            ben.says(f"mine, before {name}")
            await anna.settles()
            mine = "SELECT MAX(id) FROM glimmers WHERE person_id = ?"
            own = anna.house.db.execute(mine, [ben.id]).fetchone()[0]
            for theirs in ids - {own}:
                for args in forged(theirs, own or 0):
                    press(ben, "|".join(map(str, (name, *args)))[:64])
            await anna.settles()
            ben.says("warm bread -paintedbunting")
            await anna.settles()
        ben.says("/search painted")
        await anna.settles()
        assert rows(anna) == before
        heard = [m for m in ben.chat if m["from"]["is_bot"]]
        said = [str((m.get("text"), m.get("caption"))) for m in heard]
        assert not [text for text in said if SECRET in text and "Nothing of yours" not in text]
        pictures = [m["photo"][-1]["file_id"] for m in heard if "photo" in m]
        files = anna.sandbox.world.files
        assert all(files.data(files.find(picture)) != b"x" for picture in pictures)  # his own cards are drawn
        assert anna.house.inbox.aside() == []
