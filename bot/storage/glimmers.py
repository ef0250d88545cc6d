"""Kept moments. Keeping is idempotent by person and message; taken-back ones stay until forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.glimmer import Glimmer, MediumKind, Said
from bot.storage.database import to_day, to_instant, to_text

COLUMNS = (
    "g.id, g.person_id, g.message_id, g.said_at, g.day, g.text, g.nudge_id, g.category, g.held, "
    "(SELECT group_concat(kind) FROM media WHERE glimmer_id = g.id)"
)


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a glimmer belongs: its local day, the nudge it answers, its theme, whether it is held."""

    day: date
    nudge_id: int | None = None
    category: str | None = None
    held: bool = False


def _glimmer(row: Sequence[object]) -> Glimmer:
    id_, person, message, at, day, text, nudge, category, held, kinds = row
    return Glimmer(
        id=int(str(id_)),
        person_id=int(str(person)),
        message_id=int(str(message)),
        at=to_instant(str(at)),
        day=to_day(str(day)),
        text=str(text),
        media=tuple(map(MediumKind, str(kinds).split(","))) if kinds else (),
        nudge_id=None if nudge is None else int(str(nudge)),
        category=None if category is None else str(category),
        held=bool(held),
    )


class Glimmers:
    """Rows of ``glimmers`` and ``media``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, person_id: int, said: Said, filed: Filed) -> tuple[int, bool]:
        """Keep what was said; returns the glimmer's id and whether it is new.

        Further pictures of an album join the glimmer of the first; its caption becomes the text.
        """
        with self._db.atomic():
            known = self._of_message(person_id, said) or self._of_album(person_id, said)
            glimmer_id = known or self._insert(person_id, said, filed)
            if known and said.text:
                self._db.execute(
                    "UPDATE glimmers SET text = ? WHERE id = ? AND text = ''", [said.text, glimmer_id]
                )
            for medium in said.media:
                self._db.execute(
                    "INSERT OR IGNORE INTO media"
                    " (glimmer_id, message_id, kind, file_id, unique_id, mime, size, fetch_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        glimmer_id,
                        said.message_id,
                        medium.kind.value,
                        medium.file_id,
                        medium.unique_id,
                        medium.mime,
                        medium.size,
                        to_text(said.at),
                    ],
                )
        return glimmer_id, known is None

    def _insert(self, person_id: int, said: Said, filed: Filed) -> int:
        cursor = self._db.execute(
            "INSERT INTO glimmers"
            " (person_id, message_id, album, said_at, day, text, nudge_id, category, held)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                person_id,
                said.message_id,
                said.album,
                to_text(said.at),
                filed.day.isoformat(),
                said.text,
                filed.nudge_id,
                filed.category,
                int(filed.held),
            ],
        )
        return int(cursor.lastrowid or 0)

    def _of_message(self, person_id: int, said: Said) -> int | None:
        row = self._db.execute(
            "SELECT id FROM glimmers WHERE person_id = ? AND message_id = ?", [person_id, said.message_id]
        ).fetchone()
        return row[0] if row else None

    def _of_album(self, person_id: int, said: Said) -> int | None:
        if said.album is None:
            return None
        row = self._db.execute(
            "SELECT id FROM glimmers WHERE person_id = ? AND album = ?", [person_id, said.album]
        ).fetchone()
        return row[0] if row else None

    def get(self, person_id: int, glimmer_id: int) -> Glimmer | None:
        """The person's glimmer of that id, taken back or not."""
        return self._one("g.id = ?", person_id, glimmer_id)

    def by_message(self, person_id: int, message_id: int) -> Glimmer | None:
        """The person's glimmer of that message."""
        return self._one("g.message_id = ?", person_id, message_id)

    def latest(self, person_id: int) -> Glimmer | None:
        """The one kept last and not taken back."""
        return self._one("g.taken_back = 0 AND ? ORDER BY g.id DESC LIMIT 1", person_id, 1)

    def _one(self, where: str, person_id: int, value: int) -> Glimmer | None:
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND {where}",  # noqa: S608 - constants
            [person_id, value],
        ).fetchone()
        return _glimmer(row) if row else None

    def reword(self, person_id: int, message_id: int, text: str, now: datetime, held: bool) -> bool:
        """Take over an edit; False if that message is no glimmer."""
        cursor = self._db.execute(
            "UPDATE glimmers SET text = ?, edited_at = ?, held = MAX(held, ?)"
            " WHERE person_id = ? AND message_id = ?",
            [text, to_text(now), int(held), person_id, message_id],
        )
        return bool(cursor.rowcount)

    def take_back(self, person_id: int, glimmer_id: int, taken: bool) -> bool:
        """Take a glimmer back, or put it back; False if it is not the person's."""
        cursor = self._db.execute(
            "UPDATE glimmers SET taken_back = ? WHERE person_id = ? AND id = ?",
            [int(taken), person_id, glimmer_id],
        )
        return bool(cursor.rowcount)

    def between(self, person_id: int, start: date | None, end: date | None) -> list[Glimmer]:
        """What may be given back of the local days from ``start`` up to, not with, ``end``; oldest first."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND g.day >= ? AND g.day < ?"  # noqa: S608 - constant columns
            " AND g.taken_back = 0 AND g.held = 0 ORDER BY g.day, g.said_at, g.id",
            [person_id, (start or date.min).isoformat(), (end or date.max).isoformat()],
        ).fetchall()
        return [_glimmer(row) for row in rows]

    def any_kept(self, person_id: int) -> bool:
        """Whether the person ever kept anything."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM glimmers WHERE person_id = ?)", [person_id]
        ).fetchone()
        return bool(row[0])

    def held_since(self, person_id: int, since: datetime) -> bool:
        """Whether something heavy was written since then."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM glimmers WHERE person_id = ? AND held = 1 AND said_at >= ?)",
            [person_id, to_text(since)],
        ).fetchone()
        return bool(row[0])

    def held_on(self, person_id: int, day: date) -> bool:
        """Whether something heavy was written on that local day."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM glimmers WHERE person_id = ? AND day = ? AND held = 1)",
            [person_id, day.isoformat()],
        ).fetchone()
        return bool(row[0])
