"""Finding kept moments. Triggers keep the index, so that it cannot differ from what is kept.

Every word in it begins with its person's id: one person's search never touches what others wrote, and
takes as long with a million others as alone (``storage.indexing`` makes those words).
"""

from __future__ import annotations

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer
from bot.domain.searching import Phrase, phrases
from bot.storage.glimmers import COLUMNS, WHOLE, glimmer_of
from bot.storage.indexing import own


def _match(person_id: int, asked: Phrase) -> str:
    words = " ".join(own(person_id, word) for word in asked.words)
    return f'"{words}"*' if asked.open_ended else f'"{words}"'


class Search:
    """Rows of ``search``, one to each of ``glimmers``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, person_id: int, asked: str, most: int, skip: int = 0) -> list[Glimmer]:
        """The person's glimmers in which all of it occurs, newest day first; any ``asked`` will do."""
        match = " ".join(_match(person_id, phrase) for phrase in phrases(asked))
        if not match:
            return []
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND {WHOLE} AND g.id IN"  # noqa: S608 - constants
            " (SELECT ifnull(h.part_of, h.id) FROM search s JOIN glimmers h ON h.id = s.rowid"
            " WHERE s.search MATCH ? AND h.taken_back = 0)"
            " ORDER BY g.day DESC, g.id DESC LIMIT ? OFFSET ?",
            [person_id, match, most, skip],
        ).fetchall()
        return [glimmer_of(row) for row in rows]
