"""Finding kept moments. Triggers keep the index, so that it cannot differ from what is kept.

Every word in it begins with its person's id: one person's search never touches what others wrote, and
takes as long with a million others as alone (``storage.indexing`` makes those words).
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer
from bot.domain.searching import Phrase, phrases
from bot.storage.glimmers import COLUMNS, GIVEN_BACK, WHOLE, glimmer_of
from bot.storage.indexing import own


def _match(person_id: int, asked: Phrase) -> str:
    words = " ".join(own(person_id, word) for word in asked.words)
    return f'"{words}"*' if asked.open_ended else f'"{words}"'


def _matching(person_id: int, asked: str) -> list[str]:
    return [_match(person_id, phrase) for phrase in phrases(asked)]


WITH = (
    "SELECT ifnull(h.part_of, h.id) FROM search s JOIN glimmers h ON h.id = s.rowid"
    " WHERE s.search MATCH ? AND h.taken_back = 0"
)


def _found(phrases: Sequence[str]) -> str:
    """Of ``glimmers g``: each phrase occurs in it or in what was added to it."""
    return f"g.id IN ({' INTERSECT '.join([WITH] * len(phrases))})"


class Search:
    """Rows of ``search``, one to each of ``glimmers``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, person_id: int, asked: str, most: int, skip: int = 0) -> list[Glimmer]:
        """The person's glimmers in which all of it occurs, newest day first; any ``asked`` will do.

        What is heavy or was left out is met by nobody who looks for something else.
        """
        if not (match := _matching(person_id, asked)):
            return []
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND {GIVEN_BACK} AND {_found(match)}"  # noqa: S608 - constants
            " ORDER BY g.day DESC, g.id DESC LIMIT ? OFFSET ?",
            [person_id, *match, most, skip],
        ).fetchall()
        return [glimmer_of(row) for row in rows]

    def left_out(self, person_id: int, asked: str) -> bool:
        """Whether it occurs in something that ``find`` leaves out."""
        if not (match := _matching(person_id, asked)):
            return False
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers g WHERE g.person_id = ? AND {WHOLE}"  # noqa: S608 - constants
            f" AND NOT ({GIVEN_BACK}) AND {_found(match)})",
            [person_id, *match],
        ).fetchone()
        return bool(row[0])
