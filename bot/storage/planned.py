"""By which zone rules everybody is planned, and how far planning anew has come."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from sqlite_utils import Database

from bot.storage.database import to_instant, to_text

PLANNING = 3
"""Raised whenever ``domain.rhythm`` would compute other moments than before."""


def rules_here() -> str:
    """Names the rules that zones follow here: those of the package (``storage.zones``)."""
    return f"{PLANNING} {version('tzdata')}"


Reached = tuple[str, int]
"""A moment as it stands in the file, and the person it is planned for."""


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
        self._db.execute(
            "INSERT INTO planned (id, rules, upto, soonest) VALUES (1, ?, 0, '') ON CONFLICT (id)"
            " DO UPDATE SET rules = excluded.rules, upto = excluded.upto, soonest = excluded.soonest",
            [rules],
        )

    def upto(self) -> Reached | None:
        """Up to where that was done; None: nothing is left to do."""
        row = self._db.execute("SELECT soonest, upto FROM planned WHERE upto IS NOT NULL").fetchone()
        return (row[0], row[1]) if row else None

    def beyond(self, where: Reached, most: int) -> list[Reached]:
        """The next moments of slots and givings, the soonest first."""
        rows = self._db.execute(
            "SELECT next_at, person_id FROM slots"
            " WHERE next_at >= :at AND (next_at, person_id) > (:at, :who)"
            " UNION ALL SELECT next_at, person_id FROM givings"
            " WHERE next_at >= :at AND (next_at, person_id) > (:at, :who)"
            " ORDER BY next_at, person_id LIMIT :most",
            {"at": where[0], "who": where[1], "most": most},
        )
        return [(row[0], row[1]) for row in rows.fetchall()]

    def reached(self, where: Reached | None) -> None:
        """It was done up to there; None: for everybody."""
        soonest, upto = where or ("", None)
        self._db.execute("UPDATE planned SET soonest = ?, upto = ?", [soonest, upto])

    def ticked_at(self) -> datetime | None:
        """The latest tick that was noted, also by an earlier process (aware UTC)."""
        row = self._db.execute("SELECT ticked_at FROM planned").fetchone()
        return to_instant(row[0]) if row and row[0] else None

    def tick(self, now: datetime) -> None:
        """Note a tick."""
        self._db.execute("UPDATE planned SET ticked_at = ?", [to_text(now)])
