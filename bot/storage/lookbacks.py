"""What comes back: which moments may, which came when, and what their person decided about it.

Every query carries the person's id. ``GIVEN_BACK`` (and so every recap, picture and look-back) leaves
out what is heavy, hidden, taken back, or of a day that was hidden.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer
from bot.domain.remembering import Candidate, Remembered
from bot.storage.database import to_day, to_instant, to_text
from bot.storage.glimmers import COLUMNS, GIVEN_BACK, glimmer_of

NOT_HARD = (
    "g.day NOT IN (SELECT x.day FROM glimmers x WHERE x.person_id = ? AND x.held = 1"
    " UNION ALL SELECT ifnull(y.day, v.hard_day) FROM heavy_moments v LEFT JOIN glimmers y"
    " ON y.id = v.glimmer_id WHERE v.person_id = ?"
    " AND (v.hard_day IS NOT NULL OR y.id IS NOT NULL AND v.weight <> 'explicit')"
    " UNION ALL SELECT n.day FROM nudges n WHERE n.person_id = ? AND n.answer = 'nothing')"
)
"""Nothing of a hard day comes back alone: one with something heavy, wholly or beside something light, or with
*Nothing today*.

A cry that was none is let go with its day. Such days are gathered once for a query, not looked for beside
each glimmer; takes the person's id three times.
"""


class Lookbacks:
    """Rows of ``looked_back`` and ``hidden_days``, beside the glimmers they are about."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def candidates(self, person_id: int) -> list[Candidate]:
        """Everything of theirs that may come back, with how often it did."""
        rows = self._db.execute(
            "SELECT g.id, g.day, g.favourite, ifnull(b.round, 0), ifnull(b.times, 0), b.shown_at"  # noqa: S608 - constants
            " FROM glimmers g LEFT JOIN looked_back b ON b.glimmer_id = g.id"
            f" WHERE g.person_id = ? AND {GIVEN_BACK} AND {NOT_HARD} ORDER BY g.id",
            [person_id] * 4,
        ).fetchall()
        return [
            Candidate(id_, to_day(day), bool(near), round_, times, to_instant(shown) if shown else None)
            for id_, day, near, round_, times, shown in rows
        ]

    def some(self, person_id: int, ids: Sequence[int]) -> list[Glimmer]:
        """Those of ``ids`` that are theirs and may be given back, oldest first."""
        marks = ",".join("?" * len(ids))
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND g.id IN ({marks})"  # noqa: S608 - constants
            f" AND {GIVEN_BACK} ORDER BY g.day, g.said_at, g.id",
            [person_id, *ids],
        ).fetchall()
        return [glimmer_of(row) for row in rows]

    def came(self, person_id: int, remembered: Remembered, now: datetime) -> None:
        """It is being shown, in that round."""
        self._db.execute(
            "INSERT INTO looked_back (person_id, glimmer_id, round, times, shown_at) VALUES (?, ?, ?, 1, ?)"
            " ON CONFLICT (glimmer_id) DO UPDATE SET"
            " times = CASE round WHEN excluded.round THEN times + 1 ELSE 1 END,"
            " round = excluded.round, shown_at = excluded.shown_at",
            [person_id, remembered.glimmer_id, remembered.round, to_text(now)],
        )

    def day_of(self, person_id: int, glimmer_id: int) -> date | None:
        """The local day of a glimmer of theirs."""
        row = self._db.execute(
            "SELECT day FROM glimmers WHERE person_id = ? AND id = ?", [person_id, glimmer_id]
        ).fetchone()
        return to_day(row[0]) if row else None

    def hide_day(self, person_id: int, day: date) -> None:
        """Nothing of that local day is given back."""
        self._db.execute(
            "INSERT OR IGNORE INTO hidden_days (person_id, day) VALUES (?, ?)", [person_id, day.isoformat()]
        )

    def show_day(self, person_id: int, day: date) -> None:
        """That local day is given back again."""
        self._db.execute(
            "DELETE FROM hidden_days WHERE person_id = ? AND day = ?", [person_id, day.isoformat()]
        )

    def is_hidden(self, person_id: int, day: date) -> bool:
        """Whether nothing of that local day is given back."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM hidden_days WHERE person_id = ? AND day = ?)",
            [person_id, day.isoformat()],
        ).fetchone()
        return bool(row[0])

    def any_alone(self, person_id: int) -> bool:
        """Whether anything of theirs may come back alone."""
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND {GIVEN_BACK} AND {NOT_HARD})",  # noqa: S608 - constants
            [person_id] * 4,
        ).fetchone()
        return bool(row[0])

    def any_of_date(self, person_id: int, day: date) -> bool:
        """Whether something of the same date in another year may come back."""
        days = sorted({day.isoformat()[5:], *(("02-29",) if (day.month, day.day) == (2, 28) else ())})
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND g.day < ?"  # noqa: S608 - constants
            f" AND substr(g.day, 6) IN (SELECT value FROM json_each(?)) AND {GIVEN_BACK})",
            [person_id, f"{day.year}-01-01", json.dumps(days)],
        ).fetchone()
        return bool(row[0])

    def hard_since(self, person_id: int, day: date) -> bool:
        """Whether there was a hard day from ``day`` on."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM glimmers WHERE person_id = ? AND day >= ? AND held = 1)"
            " OR EXISTS (SELECT 1 FROM heavy_moments WHERE person_id = ? AND day >= ?)"
            " OR EXISTS (SELECT 1 FROM nudges WHERE person_id = ? AND day >= ? AND answer = 'nothing')",
            [person_id, day.isoformat()] * 3,
        ).fetchone()
        return bool(row[0])
