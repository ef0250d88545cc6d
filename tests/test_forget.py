"""Forgotten means gone: from every table, from the file's bytes, and from what was under way."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.glimmer import Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.sandbox import Fault, Sandbox
from bot.storage.database import open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.people import People
from tests import process
from tests.dialog import START, Dialog, talking
from tests.walking import everywhere

WORDS = "zwitscherkanarie paintedbunting"


def remains(database: Path, *words: str) -> list[str]:
    """Which of the words stand in any byte of the file or its log."""
    beside = (
        database,
        database.with_name(f"{database.name}-wal"),
        database.with_name(f"{database.name}-shm"),
    )
    data = b"".join(file.read_bytes() for file in beside if file.exists())
    return [word for word in words if word.encode() in data]


def rows_of(database: Path, person: int) -> dict[str, int]:
    """By table, how many rows hold the person's id in any column."""
    found = {}
    with sqlite3.connect(database) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = db.execute(f'SELECT * FROM "{table}"').fetchall()
            if count := sum(str(person) in str(row) for row in rows):
                found[table] = count
    return found


async def forgets(anna: Dialog) -> None:
    await anna.says("/forget")
    await anna.presses("Forget everything")


async def test_nothing_of_a_person_stays_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with talking(file) as anna:
        other = anna.sandbox.person("Berta")
        other.says("a neighbour's lark")
        await everywhere(anna, WORDS)
        anna.person.sends_photo(WORDS.encode() * 3000)
        await anna.says(f"{WORDS} again and again")
        await anna.house.tick()
        await anna.house.media.drain()
        assert remains(file, *WORDS.split()) == WORDS.split()
        await forgets(anna)
        assert "Nothing of yours" in anna.last()
        assert remains(file, *WORDS.split(), str(anna.person.id)) == []
        assert rows_of(file, anna.person.id) == {}
        assert remains(file, "a neighbour's lark") == ["a neighbour's lark"]


async def test_what_waits_and_what_was_set_aside_goes_too(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with talking(file) as anna:
        await anna.says("/help")
        id_, db = anna.person.id, anna.house.db
        for number, lane in ((1, id_), (2, 0), (3, 77)):
            body = f'{{"update_id": {number}, "odd": {{"id": {id_ if lane != 77 else 77}, "is": "{WORDS}"}}}}'
            db.execute(
                "INSERT INTO inbox (update_id, lane, body, received_at, aside) VALUES (?, ?, ?, '', 'Odd')",
                [number, lane, body],
            )
        await forgets(anna)
        assert [row[0] for row in db.execute("SELECT update_id FROM inbox")] == [3]


async def test_words_leave_the_search_index(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with talking(file) as anna:
        db = anna.house.db
        db.execute("CREATE VIRTUAL TABLE some_index USING fts5(text, content='glimmers', content_rowid='id')")
        db.execute(
            "CREATE TRIGGER some_in AFTER INSERT ON glimmers BEGIN"
            " INSERT INTO some_index(rowid, text) VALUES (new.id, new.text); END"
        )
        db.execute(
            "CREATE TRIGGER some_out AFTER DELETE ON glimmers BEGIN"
            " INSERT INTO some_index(some_index, rowid, text) VALUES ('delete', old.id, old.text); END"
        )
        for number in range(30):
            await anna.says(f"zwitscherkanarie{number} on the wire")
        await forgets(anna)
        assert remains(file, "zwitscherkanarie") == []


async def test_whoever_was_forgotten_is_met_anew(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone Europe/Berlin")
        await forgets(anna)
        assert not anna.house.people.everybody()
        await anna.says("a blackbird")
        assert not anna.house.people.get(anna.person.id).placed  # type: ignore[union-attr]  # just met


async def test_the_keyboard_that_shares_a_place_goes_too(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone")
        await anna.presses("Share")
        await forgets(anna)
        assert anna.person.keyboard is None
        assert rows_of(tmp_path / "a.db", anna.person.id) == {}


async def test_old_buttons_and_edits_bring_nobody_back(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    async with talking(file) as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        receipt = anna.person.chat[-1]
        await anna.says("/forget")
        earlier = anna.person.chat[-1]
        await forgets(anna)
        for old, label in ((receipt, "Undo"), (earlier, "Keep it all")):
            anna.person.presses(old, label)
            await anna.settles()
            assert anna.person.answers[-1].text == "This button has had its day."
        anna.person.presses(earlier, "Forget everything")
        anna.person.edits(message, WORDS)
        await anna.settles()
        assert not anna.house.people.everybody()
        assert rows_of(file, anna.person.id) == {}
        assert remains(file, *WORDS.split()) == []
        await anna.says("the kettle")
        assert remains(file, *WORDS.split()) == []


async def test_who_was_forgotten_and_cries_in_an_edit_is_told_where_help_is_and_not_kept(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.db"
    async with talking(file) as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        await anna.says("/forget")
        await forgets(anna)
        anna.person.edits(message, "I want to die")
        await anna.settles()
        assert anna.house.library.locale("en").support.directory in anna.last()
        assert rows_of(file, anna.person.id) == {}


async def test_an_old_question_forgets_nobody_who_began_anew(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/forget")
        question = anna.person.chat[-1]
        await anna.says("/forget")
        await anna.presses("Forget everything")
        anna.clock.move_to(START + timedelta(minutes=5))
        await anna.says("a new leaf")
        anna.person.presses(question, "Forget everything")
        await anna.settles()
        assert anna.person.answers[-1].text == "This button has had its day."
        await forgets(anna)
        assert not anna.house.people.everybody()


async def test_a_goodbye_that_telegram_refuses_brings_nobody_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/forget")
        anna.sandbox.faults.add(Fault.BLOCKED, method="editMessageText", times=1)
        await anna.presses("Forget everything")
        assert not anna.house.people.everybody()


async def test_who_thinks_better_of_it_keeps_everything(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/forget")
        assert "Tuesday, November 24, 2026" in anna.last()
        await anna.presses("Keep it all")
        assert anna.last() == "Everything stays as it was."
        await anna.says("/recap all")
        assert "blackbird" in anna.last()


async def test_what_just_came_can_be_taken_along(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_photo(b"light")
        await anna.says("/forget")
        assert "not here yet" not in anna.last()
        assert "pictures: 1" in anna.last()


async def test_what_will_go_is_counted_before(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        anna.person.sends_album([b"one", b"two"], "two of them")
        anna.person.sends_voice(b"hum")
        anna.person.sends_document(b"a letter")
        other = anna.sandbox.person("Ben")
        other.says("a lark")
        other.sends_photo(b"sky")
        await anna.settles()
        await anna.says("/forget")
        for line in ("moments: 4", "pictures: 2", "voice notes: 1", "other files: 1"):
            assert line in anna.last()


@pytest.mark.parametrize(("copies", "said"), [(0, "makes no copies"), (1, "newest one"), (30, "newest 30")])
async def test_what_is_said_of_copies_follows_the_setting(tmp_path: Path, copies: int, said: str) -> None:
    async with talking(tmp_path / "a.db", backups=copies) as anna:
        await anna.says("/privacy")
        assert said in anna.last()


async def test_a_button_from_long_ago_asks_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/forget")
        anna.clock.move_to(anna.clock.now().replace(year=2031))
        await anna.presses("Forget everything")
        assert "Shall I forget you?" in anna.last()
        assert anna.house.people.everybody()


@pytest.mark.parametrize("word", ["'", "%", '"'])
async def test_any_last_words_are_gone(tmp_path: Path, word: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"zwitscherkanarie {word} paintedbunting")
        await forgets(anna)
        assert remains(tmp_path / "a.db", *WORDS.split()) == []


def left(database: Path, person_id: int) -> bool:
    """Whether the person, or an update of theirs, is still there."""
    with closing(sqlite3.connect(database)) as db:
        people = db.execute("SELECT 1 FROM people WHERE id = ?", [person_id]).fetchone()
        return bool(people or db.execute("SELECT 1 FROM inbox WHERE lane = ?", [person_id]).fetchone())


async def forgotten(database: Path, person_id: int) -> None:
    """Wait until they are not there any more."""
    for _ in range(600):
        if not left(database, person_id):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("they are still there")


def filled(database: Path, person_id: int) -> None:
    """A journal of years."""
    with closing(open_database(database)) as db:
        People(db).save(Person(person_id, "en", Rhythm("UTC", ()), joined=START), [])
        with db.atomic():
            for n in range(3000):
                Glimmers(db).keep(person_id, Said(n + 1, START, f"zwitscherkanarie {n}"), Filed(START.date()))


@pytest.mark.storm
@pytest.mark.parametrize("pause", [0.02, 0.2])
async def test_a_kill_while_forgetting_is_made_good_at_the_next_start(tmp_path: Path, pause: float) -> None:
    database = tmp_path / "glimmer.db"
    sandbox = Sandbox(token=process.TOKEN, limits=process.OPEN)
    async with sandbox.serving(port=0):
        anna = sandbox.person("Anna", language="en")
        filled(database, anna.id)
        running = await process.started(sandbox, tmp_path)
        anna.says("/forget")
        while "Shall I forget you" not in (question := await anna.hears(timeout=20)).get("text", ""):
            pass
        anna.presses(question, "Forget everything")
        await asyncio.sleep(pause)
        running.kill()
        await running.communicate()
        running = await process.started(sandbox, tmp_path)
        berta = sandbox.person("Berta", language="en")
        berta.says("a lark")
        await berta.hears(timeout=20)
        await forgotten(database, anna.id)
        private = [oct(path.stat().st_mode) for path in files_in(tmp_path) if path.stat().st_mode & 0o077]
        assert private == []
        code, said = await process.ended(running, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said
    assert remains(database, "zwitscherkanarie", str(anna.id)) == []


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
