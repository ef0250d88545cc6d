"""Whether the search index says what the glimmers say, and putting it right. Nobody's words are read out."""

from __future__ import annotations

from sqlite_utils import Database

INDEX = "search"
WORDS = (
    "search_words(g.person_id,"
    " g.text || ' ' || g.tags || ' ' || g.place || ' ' || g.origin || ' ' || g.quote)"
)
"""As the triggers of the schema write them."""
OTHERWISE = (
    f"SELECT g.id FROM glimmers g LEFT JOIN {INDEX} s ON s.rowid = g.id"  # noqa: S608 - constants
    f" WHERE s.rowid IS NULL OR s.words <> {WORDS}"
)
STRAY = f"SELECT s.rowid FROM {INDEX} s LEFT JOIN glimmers g ON g.id = s.rowid WHERE g.id IS NULL"  # noqa: S608 - constants
AT_ONCE = 500
"""Rows between which others may write."""


class Reindexing:
    """Questions and changes to the index, which a running bot may be writing, too."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def is_sound(self) -> bool:
        """Whether the index agrees with the words that it was made from."""
        try:
            self._db.execute(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - constants
        except Exception as error:  # sqlite3's or SQLCipher's
            if "malformed" in str(error):
                return False
            raise
        return True

    def differing(self) -> int:
        """How many rows say otherwise than their glimmer, are missing, or have none."""
        row = self._db.execute(f"SELECT COUNT(*) FROM ({OTHERWISE} UNION ALL {STRAY})").fetchone()  # noqa: S608 - constants
        return int(row[0])

    def renew(self) -> int:
        """Make it agree, slice by slice; returns how many rows were put right."""
        if not self.is_sound():
            self._db.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")  # noqa: S608 - constants
        strays = self._in_slices(STRAY, [f"DELETE FROM {INDEX} WHERE rowid = ?"])  # noqa: S608 - constants
        return strays + self._in_slices(
            OTHERWISE,
            [
                f"DELETE FROM {INDEX} WHERE rowid = ?",  # noqa: S608 - constants
                f"INSERT INTO {INDEX} (rowid, words) SELECT g.id, {WORDS} FROM glimmers g WHERE g.id = ?",  # noqa: S608 - constants
            ],
        )

    def _in_slices(self, rows: str, changes: list[str]) -> int:
        ids = [row[0] for row in self._db.execute(rows).fetchall()]
        for begin in range(0, len(ids), AT_ONCE):
            with self._db.atomic():
                for id_ in ids[begin : begin + AT_ONCE]:
                    for change in changes:
                        self._db.execute(change, [id_])
        return len(ids)
