"""What the file says about its own health. Nothing of anybody's words is read out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.storage.database import to_instant, to_text


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many updates wait longer than they should, and the kinds of problem of those set aside."""

    stuck: int
    aside: tuple[str, ...]


class Checkup:
    """Questions to a journal that another process may be writing."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def damage(self) -> list[str]:
        """What SQLite finds wrong with the file itself, at most ten lines; it says nothing of content."""
        rows = self._db.execute("PRAGMA integrity_check(10)").fetchall()
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def orphans(self) -> list[str]:
        """Tables with rows that refer to nothing."""
        rows = self._db.execute("PRAGMA foreign_key_check").fetchall()
        return sorted({str(row[0]) for row in rows})

    def waiting(self, before: datetime) -> Waiting:
        """Updates that came before that instant (aware UTC) and still wait, and all set aside."""
        stuck = self._number(
            "SELECT COUNT(*) FROM inbox WHERE aside IS NULL AND received_at < ?", to_text(before)
        )
        rows = self._db.execute("SELECT aside FROM inbox WHERE aside IS NOT NULL ORDER BY update_id")
        return Waiting(stuck, tuple(row[0] for row in rows.fetchall()))

    def last_heard(self) -> datetime | None:
        """When something came from Telegram last (aware UTC), by the clock of then."""
        row = self._db.execute("SELECT at FROM inbox_seen").fetchone()
        return to_instant(row[0]) if row else None

    def _number(self, sql: str, *values: Any) -> int:
        return int(self._db.execute(sql, values).fetchone()[0])
