"""Copies: whole, private, of one instant, and put back only when they prove good."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.glimmer import Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.storage.backup import CalledOff, back_up, back_up_daily, dailies, never, restore
from bot.storage.database import DatabaseError, open_as_it_is, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.people import People

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEYS = ("", "it's a key")


def meet(db: Database, *ids: int) -> None:
    for id_ in ids:
        People(db).save(Person(id_, "en", Rhythm("UTC", ()), joined=NOW), [])


def people_in(file: Path, key: str) -> list[int]:
    with closing(open_database(file, key)) as db:
        return People(db).everybody()


@pytest.mark.parametrize("key", KEYS)
def test_a_copy_is_made_while_the_journal_is_being_written(tmp_path: Path, key: str) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal, key)) as db:
        meet(db, 1, 2)
        with db.atomic():
            meet(db, 3)  # not committed yet: no part of the copy
            back_up(journal, key, copy)
        meet(db, 4)
    assert people_in(copy, key) == [1, 2]
    assert people_in(journal, key) == [1, 2, 3, 4]
    assert copy.read_bytes().startswith(b"SQLite format 3") == (key == "")


def test_what_is_copied_is_for_its_owner_only_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    back_up_daily(tmp_path / "glimmer.db", "", date(2026, 11, 24), 7, never)
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["glimmer.db.2026-11-24"]
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_oldest_daily_copies_go(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    for n in range(5):
        back_up_daily(tmp_path / "glimmer.db", "", date(2026, 11, 24) + timedelta(days=n), 3, never)
    assert [path.name[-2:] for path in dailies(tmp_path / "glimmer.db")] == ["26", "27", "28"]


def test_a_copy_that_is_called_off_leaves_nothing(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    with pytest.raises(CalledOff):
        back_up(tmp_path / "glimmer.db", "", tmp_path / "copy.db", lambda: True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["glimmer.db"]


def test_a_copy_that_cannot_be_made_leaves_the_last_one_alone(tmp_path: Path) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        meet(db, 1)
    back_up(journal, "", copy)
    with pytest.raises(DatabaseError, match="it is not encrypted"):
        back_up(journal, "a key it does not have", copy)
    with pytest.raises(DatabaseError, match="no journal to copy"):
        back_up(tmp_path / "other.db", "", copy)
    with pytest.raises(DatabaseError, match="a file of its own"):
        back_up(journal, "", journal)
    assert people_in(copy, "") == [1]


@pytest.mark.parametrize("key", KEYS)
def test_a_copy_is_put_back_and_the_old_journal_stays_under_another_name(tmp_path: Path, key: str) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal, key)) as db:
        meet(db, 1)
        back_up(journal, key, copy)
        meet(db, 2)
    old = restore(copy, journal, key, NOW)
    assert people_in(journal, key) == [1]
    assert old is not None
    assert people_in(old, key) == [1, 2]
    assert people_in(copy, key) == [1]


def test_a_log_that_was_left_by_a_crash_is_not_taken_for_the_new_journals(tmp_path: Path) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        meet(db, 1)
        back_up(journal, "", copy)
        meet(db, 2)
        crashed = {end: (tmp_path / f"glimmer.db{end}").read_bytes() for end in ("", "-wal")}
    for end, content in crashed.items():
        (tmp_path / f"glimmer.db{end}").write_bytes(content)
    restore(copy, journal, "", NOW)
    assert people_in(journal, "") == [1]


def test_a_damaged_journal_can_be_replaced(tmp_path: Path) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        meet(db, 1)
        back_up(journal, "", copy)
    journal.write_bytes(b"not at all" * 1000)
    restore(copy, journal, "", NOW)
    assert people_in(journal, "") == [1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"hello" * 500, "cannot be read as a journal"),
        (b"", "no journal of Glimmer"),
        (None, "no backup there"),
    ],
)
def test_what_is_no_backup_replaces_nothing(tmp_path: Path, content: bytes | None, said: str) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        meet(db, 1)
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(DatabaseError, match=said):
        restore(copy, journal, "", NOW)
    assert people_in(journal, "") == [1]
    assert not list(tmp_path.glob("*.restored*"))
    assert not list(tmp_path.glob("*.replaced*"))


@pytest.mark.parametrize(
    ("of_the_copy", "key", "said"),
    [
        ("", "a key", "it is not encrypted.*glimmer encrypt"),
        ("another key", "a key", r"is DATABASE_KEY right\?"),
        ("a key", "", "Then set DATABASE_KEY"),
    ],
)
def test_a_backup_that_another_key_opens_is_refused_with_what_is_true_of_it(
    tmp_path: Path, of_the_copy: str, key: str, said: str
) -> None:
    copy = tmp_path / "copy.db"
    open_database(copy, of_the_copy).close()
    with pytest.raises(DatabaseError, match=said):
        restore(copy, tmp_path / "glimmer.db", key, NOW)


def test_a_damaged_backup_replaces_nothing(tmp_path: Path) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        meet(db, *range(1, 400))
        back_up(journal, "", copy)
    content = bytearray(copy.read_bytes())
    content[20_000:60_000] = b"\xff" * 40_000
    copy.write_bytes(content)
    with pytest.raises(DatabaseError):
        restore(copy, journal, "", NOW)
    assert len(people_in(journal, "")) == 399


def test_a_backup_of_a_newer_glimmer_is_refused(tmp_path: Path) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"
    with closing(open_database(journal)) as db:
        back_up(journal, "", copy)
    with closing(open_as_it_is(copy)) as db:
        db.execute("UPDATE _sqlite_migrations SET name = 'm999_of_later' WHERE id = 1")
    with pytest.raises(DatabaseError, match="newer Glimmer"):
        restore(copy, journal, "", NOW)


@pytest.mark.parametrize("key", ["", "a key"])
def test_a_copy_takes_the_place_of_an_older_one_or_of_an_empty_file(tmp_path: Path, key: str) -> None:
    journal = tmp_path / "glimmer.db"
    open_database(tmp_path / "older.db").close()
    open_database(journal, key).close()
    (tmp_path / "empty.db").touch()
    for target in ("older.db", "empty.db", "new.db", "new.db"):
        back_up(journal, key, tmp_path / target)
        open_as_it_is(tmp_path / target, key).close()


@pytest.mark.parametrize("content", [b"dear Ben", b"SQLite format 3\x00", b"x" * 5000])
def test_no_other_file_is_overwritten(tmp_path: Path, content: bytes) -> None:
    journal, letter = tmp_path / "glimmer.db", tmp_path / "letter"
    open_database(journal).close()
    letter.write_bytes(content)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DatabaseError, match="no copy of a journal"):
        back_up(journal, "", letter)
    assert letter.read_bytes() == content
    with pytest.raises(DatabaseError, match="a file of its own"):
        back_up(journal, "", tmp_path / "pipe")


@pytest.mark.parametrize("key", KEYS)
def test_an_id_given_since_the_backup_is_given_to_nothing_else(tmp_path: Path, key: str) -> None:
    journal, copy = tmp_path / "glimmer.db", tmp_path / "copy.db"

    def keep(number: int) -> int:
        with closing(open_database(journal, key)) as db:
            return Glimmers(db).keep(1, Said(number, NOW, "x"), Filed(NOW.date()))[0]

    with closing(open_database(journal, key)) as db:
        meet(db, 1)
    before = keep(1)
    back_up(journal, key, copy)
    given = {keep(number) for number in range(2, 9)}
    restore(copy, journal, key, NOW)
    assert keep(9) > max(given) > before
    with closing(open_database(journal, key)) as db:
        assert Glimmers(db).get(1, before)
