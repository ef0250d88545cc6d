"""Another key: all is there afterwards, and a kill in the middle leaves the old file whole."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.glimmer import Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.storage.database import DatabaseError, open_database
from bot.storage.encryption import change_key
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.people import People

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY, OTHER = "it's a key", 'another "key" äß 🗝'


def journal_of(folder: Path, moments: int, key: str = "") -> Path:
    file = folder / "glimmer.db"
    with closing(open_database(file, key)) as db:
        People(db).save(Person(1, "en", Rhythm("UTC", ()), joined=NOW), [])
        with db.atomic():
            for n in range(moments):
                Glimmers(db).keep(1, Said(n + 1, NOW, f"blackbird {n} " * 20), Filed(NOW.date()))
    return file


def kept(file: Path, key: str) -> int:
    with closing(open_database(file, key)) as db:
        return len(Glimmers(db).between(1, None, None))


def test_a_plain_journal_becomes_an_encrypted_one_with_all_that_was_in_it(tmp_path: Path) -> None:
    file = journal_of(tmp_path, 50)
    change_key(file, "", KEY)
    assert kept(file, KEY) == 50
    assert b"blackbird" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with pytest.raises(DatabaseError, match="Then set DATABASE_KEY"):
        open_database(file)
    with pytest.raises(DatabaseError, match="is DATABASE_KEY right"):
        open_database(file, OTHER)


def test_a_plain_journal_and_a_new_key_are_told_how_they_come_together(tmp_path: Path) -> None:
    file = journal_of(tmp_path, 1)
    with pytest.raises(DatabaseError, match=r"it is not encrypted.*glimmer encrypt"):
        open_database(file, KEY)


def test_an_encrypted_journal_gets_another_key(tmp_path: Path) -> None:
    file = journal_of(tmp_path, 50, KEY)
    change_key(file, KEY, OTHER)
    assert kept(file, OTHER) == 50
    with pytest.raises(DatabaseError, match="is DATABASE_KEY right"):
        open_database(file, KEY)


def test_ids_go_on_in_the_new_file(tmp_path: Path) -> None:
    file = journal_of(tmp_path, 2)
    with closing(open_database(file)) as db:
        db.execute("DELETE FROM glimmers")
        highest = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'glimmers'").fetchone()
    change_key(file, "", KEY)
    with closing(open_database(file, KEY)) as db:
        assert db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'glimmers'").fetchone() == highest


def test_the_wrong_old_key_changes_nothing(tmp_path: Path) -> None:
    file = journal_of(tmp_path, 5, KEY)
    with pytest.raises(DatabaseError):
        change_key(file, OTHER, "new")
    assert kept(file, KEY) == 5
    assert [path.name for path in tmp_path.iterdir()] == ["glimmer.db"]


@pytest.mark.storm
@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_a_kill_in_the_middle_leaves_the_old_journal_or_the_new_one_whole(
    tmp_path: Path, share: float
) -> None:
    file = journal_of(tmp_path, 3000)
    command = [sys.executable, "-m", "bot", "encrypt"]
    environment = {"PYTHONPATH": str(ROOT), "DATABASE": str(file), "DATABASE_KEY": KEY}
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    part = tmp_path / "glimmer.db.part"
    while process.poll() is None and not part.exists():
        time.sleep(0.001)
        assert time.monotonic() - began < 60
    while process.poll() is None and part.exists() and part.stat().st_size < share * file.stat().st_size:
        time.sleep(0.0005)
    process.kill()
    process.wait()
    plain = file.read_bytes()[:15] == b"SQLite format 3"
    assert kept(file, "" if plain else KEY) == 3000
    if plain:
        change_key(file, "", KEY)
        assert kept(file, KEY) == 3000
        assert not part.exists()
