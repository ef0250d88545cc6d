"""What became of the nudges before: for deciding about the next, and for planning."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.storage.database import to_day, to_instant

A_DAY = timedelta(days=1)
"""The local day may have begun before UTC's, so a nudge for it may have gone out the day before."""


class Past:
    """Reads ``nudges``. Those that nobody asked for have the key of a slot, which begins with its hour."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def unanswered(self, person_id: int) -> int:
        """How many went out and stayed without an answer since the person was last heard."""
        row = self._db.execute(
            "SELECT COUNT(*) FROM nudges n JOIN people p ON p.id = n.person_id"
            " WHERE p.id = ? AND n.sent_at > COALESCE(p.heard_at, '') AND n.state = 'sent'"
            " AND n.answer IS NULL AND (n.slot GLOB '[0-9]*' OR n.slot GLOB 'later:*')",
            [person_id],
        ).fetchone()
        return int(row[0])

    def last_day(self, person_id: int) -> date | None:
        """The local day of the latest that nobody asked for."""
        row = self._db.execute(
            "SELECT day FROM nudges WHERE person_id = ? AND sent_at IS NOT NULL AND slot GLOB '[0-9]*'"
            " AND state IN ('sending', 'sent') ORDER BY sent_at DESC LIMIT 1",
            [person_id],
        ).fetchone()
        return to_day(row[0]) if row else None

    def last_at(self, person_id: int) -> datetime | None:
        """When anything was asked last (aware UTC)."""
        row = self._db.execute(
            "SELECT sent_at FROM nudges WHERE person_id = ? AND sent_at IS NOT NULL"
            " ORDER BY sent_at DESC LIMIT 1",
            [person_id],
        ).fetchone()
        return to_instant(row[0]) if row else None

    def rests(self, person_id: int, day: date) -> bool:
        """Whether the person said *nothing today*, or *tomorrow*, on that local day."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM nudges WHERE person_id = ? AND day = ? AND sent_at >= ?"
            " AND answer IN ('nothing', 'tomorrow'))",
            [person_id, day.isoformat(), (day - A_DAY).isoformat()],
        ).fetchone()
        return bool(row[0])

    def days_of_slots(self, person_id: int, keys: Iterable[str], since: date) -> frozenset[tuple[str, date]]:
        """Those keys of slots with the local days, from ``since`` on, for which there is a nudge already."""
        rows = self._db.execute(
            "SELECT slot, day FROM nudges WHERE person_id = ? AND day >= ?"
            " AND slot IN (SELECT value FROM json_each(?))",
            [person_id, since.isoformat(), json.dumps(list(keys))],
        )
        return frozenset((slot, to_day(day)) for slot, day in rows.fetchall())
