"""As much of each moment as choosing among thousands needs, without its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer
from bot.domain.spread import Outline
from bot.storage import zones
from bot.storage.database import to_day, to_instant
from bot.storage.glimmers import COLUMNS, GIVEN_BACK, WHOLE, ZONE, glimmer_of

AT_ONCE = 200
PICTURES = (
    "SELECT ifnull(w.part_of, w.id) FROM media m JOIN glimmers w ON w.id = m.glimmer_id"
    " WHERE w.person_id = ? AND w.taken_back = 0 AND m.kind = 'photo'"
)
HARD = (
    "SELECT ifnull(w.part_of, w.id) FROM heavy_moments v JOIN glimmers w ON w.id = v.glimmer_id"
    " WHERE v.person_id = ? AND w.taken_back = 0 AND v.weight <> 'explicit'"
)
"""Whole moments that hold words that may weigh, some of them or all; a cry is held, or was none."""


class Outlines:
    """What may be given back of a person's; every query carries their id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def between(self, person_id: int, start: date | None, end: date | None) -> list[Outline]:
        """What may be given back of the local days from ``start`` up to, not with, ``end``; oldest first."""
        pictured, hard = self._ids(PICTURES, person_id), self._ids(HARD, person_id)
        rows = self._db.execute(
            "SELECT g.id, g.day, g.said_at, g.category, length(g.text), g.hourless,"  # noqa: S608 - constants
            f" {ZONE} FROM glimmers g WHERE g.person_id = ? AND g.day >= ? AND g.day < ? AND {GIVEN_BACK}"
            " ORDER BY g.day, g.said_at, g.id",
            [person_id, _first(start), _last(end)],
        ).fetchall()
        return [_outline(row, row[0] in pictured, row[0] in hard) for row in rows]

    def _ids(self, query: str, person_id: int) -> set[int]:
        return {row[0] for row in self._db.execute(query, [person_id]).fetchall()}

    def may_return(self, person_id: int, glimmer_id: int) -> bool:
        """Whether that whole moment of theirs may be given back."""
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND g.id = ? AND {GIVEN_BACK})",  # noqa: S608 - constants
            [person_id, glimmer_id],
        ).fetchone()
        return bool(row[0])

    def is_hard(self, person_id: int, glimmer_id: int) -> bool:
        """Whether that whole moment holds words that may weigh."""
        return glimmer_id in self._ids(HARD, person_id)

    def first_day(self, person_id: int) -> date | None:
        """The local day of the first moment that may be given back."""
        row = self._db.execute(
            f"SELECT MIN(g.day) FROM glimmers g WHERE g.person_id = ? AND {GIVEN_BACK}",  # noqa: S608 - constants
            [person_id],
        ).fetchone()
        return to_day(row[0]) if row[0] else None

    def any_kept(self, person_id: int) -> bool:
        """Whether there is anything at all that may be given back."""
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND {GIVEN_BACK})",  # noqa: S608 - constants
            [person_id],
        ).fetchone()
        return bool(row[0])

    def any_at_all(self, person_id: int) -> bool:
        """Whether anything stands in their journal, whether it may be given back or not."""
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND {WHOLE})",  # noqa: S608 - constants
            [person_id],
        ).fetchone()
        return bool(row[0])

    def whole(self, person_id: int, ids: Sequence[int]) -> Iterator[list[Glimmer]]:
        """Those of ``ids`` that are theirs and may be given back, with their words, in parts."""
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            rows = self._db.execute(
                f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND {GIVEN_BACK}"  # noqa: S608 - constants, our own ids
                f" AND g.id IN ({','.join(map(str, some))}) ORDER BY g.day, g.said_at, g.id",
                [person_id],
            ).fetchall()
            yield [glimmer_of(row) for row in rows]


def _first(day: date | None) -> str:
    return (day or date.min).isoformat()


def _last(day: date | None) -> str:
    return (day or date.max).isoformat()


def _outline(row: Sequence[Any], picture: bool, hard: bool) -> Outline:
    id_, day, said_at, category, length, hourless, zone = row
    hour = None if hourless else to_instant(said_at).astimezone(ZoneInfo(zones.usable(zone))).hour
    return Outline(id_, to_day(day), hour, category, length, picture, hard)
