"""Opening the one file: WAL, durable commits, owner-only permissions, the schema brought up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.storage.indexing import register
from bot.storage.schema import schema

IN_MEMORY = Path(":memory:")
PLAIN = b"SQLite format 3\0"


class DatabaseError(Exception):
    """The file cannot be used: one sentence that says why and what would help."""


def open_database(path: Path, key: str = "") -> Database:
    """The journal at ``path`` (``:memory:`` for tests), created if need be. Raises DatabaseError."""
    if path != IN_MEMORY:
        _make_usable(path)
    with explained(path, key):
        db = Database(connect(path, key))
        _prepare(db)
    return db


def open_as_it_is(path: Path, key: str = "") -> Database:
    """A journal that is there already, not brought up to date. Raises DatabaseError."""
    if not path.is_file():
        raise DatabaseError(f"There is no journal: {path}")
    with explained(path, key):
        db = Database(connect(path, key))
        _tune(db)
    return db


@contextmanager
def explained(path: Path, key: str) -> Iterator[None]:
    """What SQLite, SQLCipher and the system say about the file at ``path``, as a DatabaseError."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, OSError) and not of_the_file(error):
            raise
        sentence = _explain(path, key, error)
    else:
        return
    raise DatabaseError(sentence)


def of_the_file(error: Exception) -> bool:
    """Whether SQLite or SQLCipher raised it: what fails then is not what was being written."""
    return isinstance(error, sqlite3.DatabaseError) or type(error).__module__.startswith("sqlcipher3")


def _make_usable(path: Path) -> None:
    if path.is_dir():
        raise DatabaseError(f"DATABASE names a folder ({path}); it must name a file, such as glimmer.db")
    try:
        make_private(path)
    except OSError:
        raise DatabaseError(
            f"DATABASE cannot be written: {path}; choose a file in a folder that is writable"
        ) from None
    if not os.access(path.resolve().parent, os.W_OK):
        raise DatabaseError(f"The folder of DATABASE is not writable: {path.resolve().parent}")


def make_private(path: Path) -> None:
    """Make the file, if it is not there, for its owner only; SQLite's beside it follow. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def connect(path: Path, key: str) -> Any:
    """A bare connection, encrypted where there is a key; nothing was read yet. Raises DatabaseError."""
    if not key:
        return sqlite3.connect(str(path))
    connection = sqlcipher().connect(str(path))
    connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong with a key is said by us, once
    connection.execute("PRAGMA key = '" + key.replace("'", "''") + "'")
    return connection


def sqlcipher() -> Any:
    """SQLCipher's module; without a key its connections read plain files. Raises DatabaseError."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise DatabaseError(
            "DATABASE_KEY needs the package sqlcipher3, which is not installed here"
        ) from None
    return dbapi2


def _prepare(db: Database) -> None:
    _tune(db)
    if {m.name for m in schema.applied(db)} - {m.name for m in schema._migrations}:
        raise DatabaseError("DATABASE was written by a newer Glimmer; update this one, or restore a backup")
    db.conn.execute("PRAGMA foreign_keys = OFF")  # what is made anew must not take along what belongs to it
    schema.apply(db)
    db.conn.execute("PRAGMA foreign_keys = ON")


def _tune(db: Database) -> None:
    register(db.conn)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # a kept message survives a power cut, not only a crash
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted is overwritten
        "busy_timeout = 5000",
        "temp_store = MEMORY",  # no text in temporary files
    ):
        db.conn.execute(f"PRAGMA {pragma}").fetchall()


def _explain(path: Path, key: str, error: Exception) -> str:
    if "file is not a database" in str(error):
        return f"This file cannot be read as a journal: {path}; {_about_key(path, key)}"
    if "malformed" in str(error):
        return f"This file is damaged: {path}; stop the bot and restore a backup"
    return f"This file cannot be used: {path} ({type(error).__name__})"


def _about_key(path: Path, key: str) -> str:
    if not key:
        return "is it encrypted? Then set DATABASE_KEY"
    if begins_plain(path):
        return "it is not encrypted: use it without DATABASE_KEY; glimmer encrypt encrypts the journal"
    return "is DATABASE_KEY right?"


def begins_plain(path: Path) -> bool:
    """Whether the file begins as SQLite's do that are not encrypted."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN)) == PLAIN
    except OSError:
        return False


UNWRITABLE = ("is full", "is locked", "readonly", "disk I/O error", "unable to open")


def unwritable(error: BaseException) -> bool:
    """Whether the file, or the disk, is at fault rather than what was to be written."""
    known = type(error).__name__ == "OperationalError"  # sqlite3's or SQLCipher's
    return known and any(words in str(error) for words in UNWRITABLE)


def to_text(at: datetime) -> str:
    """An aware instant as it stands in the file: UTC, to the second, sortable."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def to_instant(text: str) -> datetime:
    """The aware UTC instant that ``to_text`` wrote."""
    return datetime.fromisoformat(text)


def to_day(text: str) -> date:
    """A local day as it stands in the file."""
    return date.fromisoformat(text)
