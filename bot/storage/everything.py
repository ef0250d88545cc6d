"""All that the file holds of one person: what there is of it, and removing it down to its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bot.storage.database import to_day

MERGED = 64
"""Pages of a search index merged at a time: a few milliseconds."""
AT_REST = 2
"""With fewer changed rows there was nothing left to merge."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is kept of somebody: the local days of their first and last moment, None if there is none.

    How many ``moments`` there are, and of what came with them ``pictures``, ``voices`` and other ``files``.
    """

    first: date | None
    last: date | None
    moments: int
    pictures: int
    voices: int
    files: int


def search_indexes(db: Database) -> list[str]:
    """The names of all tables for searching, whichever feature made them."""
    rows = db.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND sql LIKE '%fts5(%'"
    )
    return [row[0] for row in rows.fetchall()]


class Everything:
    """One person's rows in every table, whichever feature made it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def holding(self, person_id: int) -> Holding:
        """What there is to forget."""
        first, last, moments = self._db.execute(
            "SELECT MIN(day), MAX(day), COUNT(*) FROM glimmers WHERE person_id = ?", [person_id]
        ).fetchone()
        kinds = self._db.execute(
            "SELECT COUNT(*) FILTER (WHERE m.kind = 'photo'), COUNT(*) FILTER (WHERE m.kind = 'voice'),"
            " COUNT(*) FILTER (WHERE m.kind NOT IN ('photo', 'voice'))"
            " FROM glimmers g JOIN media m ON m.glimmer_id = g.id WHERE g.person_id = ?",
            [person_id],
        ).fetchone()
        return Holding(to_day(first) if first else None, to_day(last) if last else None, moments, *kinds)

    def drop_moments(self, person_id: int) -> Iterator[None]:
        """Remove pictures one by one, then glimmers by the hundred: each takes some milliseconds."""
        for one_slice in (
            "DELETE FROM media WHERE id = (SELECT m.id FROM media m JOIN glimmers g ON g.id = m.glimmer_id"
            " WHERE g.person_id = ? LIMIT 1)",
            "DELETE FROM glimmers WHERE id IN (SELECT id FROM glimmers WHERE person_id = ? LIMIT 100)",
        ):
            while self._db.execute(one_slice, [person_id]).rowcount:
                yield

    def drop(self, person_id: int) -> None:
        """Remove all that is left but the inbox's, in one transaction; what belongs to those goes along."""
        with self._db.atomic():
            for table in self._tables_of_people():
                self._db.execute(f'DELETE FROM "{table}" WHERE person_id = ?', [person_id])  # noqa: S608 - our own table
            self._db.execute("DELETE FROM people WHERE id = ?", [person_id])

    def _tables_of_people(self) -> list[str]:
        rows = self._db.execute(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND c.name = 'person_id' AND m.sql NOT LIKE 'CREATE VIRTUAL %'"
        )
        return [row[0] for row in rows]

    def drop_updates(self, person_id: int) -> None:
        """Remove what waits in the inbox from them, what was set aside, and what no lane was found for."""
        with self._db.atomic():
            self._db.execute("DELETE FROM inbox WHERE lane = ?", [person_id])
            for end in ",}":  # as json.dumps writes it
                self._db.execute(
                    "DELETE FROM inbox WHERE lane = 0 AND instr(body, ?)", [f'"id": {person_id}{end}']
                )

    def scrub_search(self) -> Iterator[None]:
        """Take deleted words out of the search indexes, slice by slice, with a pause for others after each.

        They stay in an index until its parts are merged: a negative number of pages begins with all
        parts, a positive one goes on (SQLite, FTS5 §6.7).
        """
        for index in search_indexes(self._db):
            self._merge(index, -MERGED)
            yield
            while self._merge(index, MERGED) >= AT_REST:
                yield

    def _merge(self, index: str, pages: int) -> int:
        """How many rows it changed."""
        before = int(self._db.conn.total_changes)
        with self._db.atomic():
            self._db.execute(f'INSERT INTO "{index}"("{index}", rank) VALUES (\'merge\', ?)', [pages])  # noqa: S608 - our own index
        return int(self._db.conn.total_changes) - before

    def empty_log(self) -> bool:
        """Bring the write-ahead log into the file and empty it; False while somebody else reads."""
        self._db.conn.execute("PRAGMA busy_timeout = 0")  # nobody waits for a reader
        try:
            busy = self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._db.conn.execute("PRAGMA busy_timeout = 5000")
        return not busy
