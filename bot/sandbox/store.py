"""Where the sandbox's state outlives its process: nowhere, or one SQLite file in a folder."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OWNER_ONLY = 0o600


class Memory:
    """Keeps nothing beyond the process but the bytes of files."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def put(self, kind: str, key: object, value: Any) -> None:
        """Note that a thing is now so; None means it is gone. Durable after ``commit``."""

    def put_file(self, key: str, data: bytes) -> None:
        """Keep the bytes of a file."""
        self._files[key] = data

    def file(self, key: str) -> bytes:
        """The bytes of a file that was put."""
        return self._files[key]

    def load(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All things of a kind, in the order they were first put."""
        return iter(())

    def commit(self) -> None:
        """Everything put so far survives ``kill -9``."""

    def close(self) -> None:
        """Let go of the file."""


class Folder(Memory):
    """Keeps everything in ``sandbox.db`` of a folder: things as JSON by kind and key, files as bytes."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / "sandbox.db"
        file.touch(mode=OWNER_ONLY)
        file.chmod(OWNER_ONLY)  # one that was there before; what SQLite puts beside it is as private
        self._database = sqlite3.connect(file)
        self._database.executescript(
            """
            pragma journal_mode = wal;
            pragma synchronous = normal; -- a killed process loses nothing; a power cut may
            create table if not exists thing (
                kind text not null, key text not null, value text not null, primary key (kind, key)
            );
            create table if not exists file (key text primary key, data blob not null);
            """
        )
        self._changed: dict[tuple[str, str], Any] = {}

    def put(self, kind: str, key: object, value: Any) -> None:
        """Held back until ``commit``, so that a thing put twice is written once."""
        self._changed[kind, str(key)] = value

    def put_file(self, key: str, data: bytes) -> None:
        """Written at once, durable with the next ``commit``."""
        self._database.execute("insert into file (key, data) values (?, ?)", (key, data))

    def file(self, key: str) -> bytes:
        """Read from the database; KeyError where no such file was put."""
        row = self._database.execute("select data from file where key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def load(self, kind: str) -> Iterator[tuple[str, Any]]:
        """An update of a thing keeps its place in the order."""
        rows = self._database.execute("select key, value from thing where kind = ? order by rowid", (kind,))
        return ((key, json.loads(value)) for key, value in rows.fetchall())

    def commit(self) -> None:
        """One transaction for everything put since the last."""
        kept = [
            (kind, key, json.dumps(value))
            for (kind, key), value in self._changed.items()
            if value is not None
        ]
        gone = [place for place, value in self._changed.items() if value is None]
        self._changed.clear()
        self._database.executemany(
            "insert into thing (kind, key, value) values (?, ?, ?)"
            " on conflict (kind, key) do update set value = excluded.value",
            kept,
        )
        self._database.executemany("delete from thing where kind = ? and key = ?", gone)
        self._database.commit()

    def close(self) -> None:
        """Commit and close."""
        self.commit()
        self._database.close()
