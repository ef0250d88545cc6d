"""By which zone rules everybody is planned, and how far planning anew has come."""

from __future__ import annotations

import zoneinfo
from importlib.metadata import version
from pathlib import Path

from sqlite_utils import Database

PLANNING = 1
"""Raised whenever ``domain.rhythm`` would compute other moments than before."""


def rules_here() -> str:
    """Names the rules that zones follow on this machine: zoneinfo prefers the system's to the package's."""
    system = max(
        (folder.stat().st_mtime_ns for folder in map(Path, zoneinfo.TZPATH) if folder.exists()), default=0
    )
    return f"{PLANNING} {version('tzdata')} {system}"


class Planned:
    """The one row of ``planned``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rules(self) -> str | None:
        """The rules that everybody is planned by, or is just being planned by."""
        row = self._db.execute("SELECT rules FROM planned").fetchone()
        return str(row[0]) if row else None

    def begin(self, rules: str) -> None:
        """Everybody is to be planned by these."""
        self._db.execute("INSERT OR REPLACE INTO planned (id, rules, upto) VALUES (1, ?, 0)", [rules])

    def upto(self) -> int | None:
        """The id up to which that was done; None: nothing is left to do."""
        row = self._db.execute("SELECT upto FROM planned").fetchone()
        return row[0] if row else None

    def reached(self, person_id: int | None) -> None:
        """It was done up to that id; None: for everybody."""
        self._db.execute("UPDATE planned SET upto = ?", [person_id])
