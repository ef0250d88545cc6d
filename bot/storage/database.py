"""Opening the one file: WAL, durable commits, owner-only permissions, the schema brought up to date."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.storage.indexing import register
from bot.storage.schema import schema

IN_MEMORY = Path(":memory:")


class DatabaseError(Exception):
    """The file cannot be used: one sentence that says why and what would help."""


def open_database(path: Path, key: str = "") -> Database:
    """The journal at ``path`` (``:memory:`` for tests), created if need be. Raises DatabaseError."""
    if path != IN_MEMORY:
        _make_private(path)
    try:
        db = Database(_connect(path, key))
        _prepare(db)
    except (sqlite3.DatabaseError, OSError) as error:
        raise DatabaseError(_explain(path, key, error)) from None
    except Exception as error:
        if type(error).__module__.startswith("sqlcipher3"):
            raise DatabaseError(_explain(path, key, error)) from None
        raise
    return db


def _make_private(path: Path) -> None:
    if path.is_dir():
        raise DatabaseError(f"DATABASE names a folder ({path}); it must name a file, such as glimmer.db")
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        raise DatabaseError(
            f"DATABASE cannot be written: {path}; choose a file in a folder that is writable"
        ) from None
    if not os.access(path.resolve().parent, os.W_OK):
        raise DatabaseError(f"The folder of DATABASE is not writable: {path.resolve().parent}")


def _connect(path: Path, key: str) -> Any:
    if not key:
        return sqlite3.connect(str(path))
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise DatabaseError(
            "DATABASE_KEY needs the package sqlcipher3, which is not installed here"
        ) from None
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA key = '" + key.replace("'", "''") + "'")
    return connection


def _prepare(db: Database) -> None:
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
    newer = {m.name for m in schema.applied(db)} - {m.name for m in schema._migrations}
    if newer:
        raise DatabaseError("DATABASE was written by a newer Glimmer; update this one, or restore a backup")
    schema.apply(db)


def _explain(path: Path, key: str, error: Exception) -> str:
    if "file is not a database" in str(error):
        fix = "is DATABASE_KEY right?" if key else "is it encrypted? Then set DATABASE_KEY"
        return f"DATABASE cannot be read as a journal: {path}; {fix}"
    return f"DATABASE cannot be opened: {path} ({type(error).__name__})"


def to_text(at: datetime) -> str:
    """An aware instant as it stands in the file: UTC, to the second, sortable."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def to_instant(text: str) -> datetime:
    """The aware UTC instant that ``to_text`` wrote."""
    return datetime.fromisoformat(text)


def to_day(text: str) -> date:
    """A local day as it stands in the file."""
    return date.fromisoformat(text)
