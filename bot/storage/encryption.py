"""Another key for the file: written anew beside it, compared, and only then put in its place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from bot.storage.backup import new_file, require_whole
from bot.storage.database import DatabaseError, begins_plain, connect, explained, sqlcipher


def change_key(journal: Path, old: str, new: str) -> None:
    """Encrypt the journal with ``new``; ``old`` is empty for a plain file. Raises DatabaseError.

    Nobody else may have it open. Cut off at any instant, the journal is the old one or the new one,
    whole.
    """
    if not journal.is_file():
        raise DatabaseError(f"There is no journal: {journal}")
    with explained(journal, old), new_file(journal) as part:
        with closing(_open(journal, old)) as source:
            _empty_log(source)
            before = _counted(source)
            _export(source, part, new)
        with closing(connect(part, new)) as copy:
            require_whole(copy, journal, new)
            if _counted(copy) != before:
                raise DatabaseError(f"The new file would not hold the same; nothing was changed: {journal}")


def require_plain(journal: Path, key: str) -> None:
    """Raises DatabaseError if the file is encrypted already, saying whether that is with ``key``."""
    if not journal.is_file() or not journal.stat().st_size or begins_plain(journal):
        return
    try:
        with explained(journal, key), closing(connect(journal, key)) as read:
            read.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except DatabaseError:
        raise DatabaseError(
            f"This file is no plain journal: {journal}; is it encrypted already, with another key?"
        ) from None
    raise DatabaseError(f"The journal is encrypted already, with this DATABASE_KEY: {journal}")


def _open(path: Path, key: str) -> Any:
    connection = connect(path, key) if key else sqlcipher().connect(str(path))
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def _empty_log(source: Any) -> None:
    """What stands in the write-ahead log must not be left beside a file with another key."""
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    source.execute("PRAGMA journal_mode = DELETE").fetchall()


def _export(source: Any, part: Path, key: str) -> None:
    source.execute("ATTACH DATABASE ? AS fresh KEY ?", [str(part), key])
    source.execute("SELECT sqlcipher_export('fresh')").fetchall()
    source.commit()
    source.execute("DETACH DATABASE fresh")


def _counted(connection: Any) -> dict[str, int]:
    """How many rows each table holds."""
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ]
    return {name: connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - our own tables
