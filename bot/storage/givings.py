"""What people want to have back by itself, and when it comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.giving import Gift, Giving
from bot.domain.rhythm import Moment
from bot.storage.database import to_day, to_instant, to_text
from bot.storage.people import minutes, wall

COLUMNS = "gift, wall, days, next_at, next_day"


@dataclass(frozen=True, slots=True)
class Planned:
    """A giving and its next moment; None: never."""

    giving: Giving
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class DueGiving:
    """A giving whose planned moment has come."""

    person_id: int
    giving: Giving
    moment: Moment


class Givings:
    """Rows of ``givings`` and ``offers``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, person_id: int) -> list[Planned]:
        """All that the person wants."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM givings WHERE person_id = ? ORDER BY gift",  # noqa: S608 - constant columns
            [person_id],
        ).fetchall()
        return [_planned(*row) for row in rows]

    def put(self, person_id: int, giving: Giving, moment: Moment | None) -> None:
        """They want it so from now on."""
        self._db.execute(
            "INSERT OR REPLACE INTO givings (person_id, gift, wall, days, next_at, next_day)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                person_id,
                giving.gift.value,
                minutes(giving.wall),
                "".join(map(str, sorted(giving.days))),
                to_text(moment.at) if moment else None,
                moment.day.isoformat() if moment else None,
            ],
        )

    def drop(self, person_id: int, gift: Gift) -> None:
        """They want it no more."""
        self._db.execute("DELETE FROM givings WHERE person_id = ? AND gift = ?", [person_id, gift.value])

    def due(self, now: datetime, most: int) -> list[DueGiving]:
        """What has come due, earliest first."""
        rows = self._db.execute(
            f"SELECT person_id, {COLUMNS} FROM givings WHERE next_at <= ? ORDER BY next_at LIMIT ?",  # noqa: S608 - constant columns
            [to_text(now), most],
        ).fetchall()
        found = [(row[0], _planned(*row[1:])) for row in rows]
        return [DueGiving(who, one.giving, one.moment) for who, one in found if one.moment]

    def given(self, person_id: int, since: date) -> list[tuple[str, date]]:
        """Keys of gifts and the local days, from ``since`` on, for which there was one."""
        rows = self._db.execute(
            "SELECT slot, day FROM nudges WHERE person_id = ? AND day >= ? AND slot GLOB 'give:*'",
            [person_id, since.isoformat()],
        )
        return [(slot, to_day(day)) for slot, day in rows.fetchall()]

    def offer_once(self, person_id: int, name: str) -> bool:
        """Note that it is offered; False if it was before."""
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO offers (person_id, name) VALUES (?, ?)", [person_id, name]
        )
        return bool(cursor.rowcount)

    def was_offered(self, person_id: int, name: str) -> bool:
        """Whether it was offered."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM offers WHERE person_id = ? AND name = ?)", [person_id, name]
        ).fetchone()
        return bool(row[0])

    def has_kept(self, person_id: int, count: int) -> bool:
        """Whether so many moments of theirs may be given back."""
        row = self._db.execute(
            "SELECT COUNT(*) FROM (SELECT 1 FROM glimmers WHERE person_id = ? AND taken_back = 0"
            " AND held = 0 AND part_of IS NULL LIMIT ?)",
            [person_id, count],
        ).fetchone()
        return int(row[0]) >= count


def _planned(gift: str, at_wall: int, days: str, next_at: str | None, next_day: str | None) -> Planned:
    giving = Giving(Gift(gift), wall(at_wall), frozenset(map(int, days)))
    if next_at is None or next_day is None:
        return Planned(giving, None)
    return Planned(giving, Moment(giving.slot, to_day(next_day), to_instant(next_at)))
