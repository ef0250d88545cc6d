"""Turning the pages of a journal, newest day first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer
from bot.storage.glimmers import COLUMNS, WHOLE, glimmer_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the journal: just before, or just after, that glimmer of that local day."""

    day: date
    glimmer_id: int


class Listing:
    """Pages of ``glimmers``, heavy and hidden ones among them: it is all theirs to see."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def older(self, person_id: int, than: Place, most: int) -> list[Glimmer]:
        """At most so many from there backwards, newest first."""
        return self._page("<", "DESC", person_id, than, most)

    def newer(self, person_id: int, than: Place, most: int) -> list[Glimmer]:
        """At most so many from there onwards, newest first."""
        return self._page(">", "ASC", person_id, than, most)[::-1]

    def _page(self, beyond: str, order: str, person_id: int, than: Place, most: int) -> list[Glimmer]:
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND (g.day, g.id) {beyond} (?, ?)"  # noqa: S608 - constants
            f" AND {WHOLE} ORDER BY g.day {order}, g.id {order} LIMIT ?",
            [person_id, than.day.isoformat(), than.glimmer_id, most],
        ).fetchall()
        return [glimmer_of(row) for row in rows]
