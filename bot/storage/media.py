"""Pictures, voice notes and files: Telegram's ids at once, their bytes as soon as they are fetched.

``fetch_at`` is when to try next; null with no bytes: given up, or larger than a bot may fetch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.glimmer import Medium, MediumKind, Said
from bot.storage.database import to_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file whose bytes are still to be fetched; ``tries`` were in vain.

    Its moment and Telegram's ``unique_id`` tell it from any other, also from one that takes its row.
    """

    id: int
    person_id: int
    glimmer_id: int
    unique_id: str
    file_id: str
    tries: int


@dataclass(frozen=True, slots=True)
class Undownloaded:
    """How many files are still waited for, of them tried in vain before; and how many were given up.

    ``beyond`` are larger than what is copied, and were never waited for.
    """

    waiting: int
    failing: int
    given_up: int
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a glimmer; ``content`` are its bytes, None while only Telegram has them."""

    kind: MediumKind
    file_id: str
    name: str
    mime: str
    content: bytes | None


def attach(db: Database, glimmer_id: int, said: Said, medium: Medium, kept_at: datetime) -> bool:
    """Keep a file's ids with a glimmer; False if it is there already. Its bytes are wanted at once."""
    cursor = db.execute(
        "INSERT OR IGNORE INTO media"
        " (person_id, glimmer_id, message_id, kind, file_id, unique_id, mime, size, name, caption, fetch_at)"
        " VALUES ((SELECT person_id FROM glimmers WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            glimmer_id,
            glimmer_id,
            said.message_id,
            medium.kind.value,
            medium.file_id,
            medium.unique_id,
            medium.mime,
            medium.size,
            medium.name,
            said.text if said.album else "",
            to_text(kept_at) if medium.copied else None,
        ],
    )
    return bool(cursor.rowcount)


def detach_others(db: Database, glimmer_id: int, said: Said) -> None:
    """Drop the files of that message which it no longer holds."""
    holes = ",".join("?" * len(said.media))
    db.execute(
        f"DELETE FROM media WHERE glimmer_id = ? AND message_id = ? AND unique_id NOT IN ({holes})",  # noqa: S608 - holes
        [glimmer_id, said.message_id, *(medium.unique_id for medium in said.media)],
    )


class Media:
    """Rows of ``media``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def wanted(self, now: datetime, after: int, beyond: Sequence[int] = ()) -> Wanted | None:
        """What to fetch now: of the next person after ``after`` for whom something is due, round and round.

        ``beyond`` are ids in hand already.
        """
        return self._due("> ?", now, after, beyond) or self._due("<= ?", now, after, beyond)

    def wanted_of(self, person_id: int, now: datetime) -> Wanted | None:
        """What to fetch now of theirs."""
        return self._due("= ?", now, person_id)

    def _due(self, whose: str, now: datetime, person_id: int, beyond: Sequence[int] = ()) -> Wanted | None:
        row = self._db.execute(
            "SELECT id, person_id, glimmer_id, unique_id, file_id, tries FROM media INDEXED BY media_in_turn"  # noqa: S608 - our own ids
            f" WHERE fetch_at <= ? AND person_id {whose} AND id NOT IN ({','.join(map(str, beyond))})"
            " ORDER BY person_id, fetch_at, id LIMIT 1",
            [to_text(now), person_id],
        ).fetchone()
        return Wanted(*row) if row else None

    def keep(self, wanted: Wanted, content: bytes) -> None:
        """The bytes are there: in one commit with the note that nothing is left to fetch."""
        self._settle("bytes = ?, size = ?, fetch_at = NULL", wanted, content, len(content))

    def again(self, wanted: Wanted, at: datetime | None) -> None:
        """It failed; try again at ``at``, None: give up."""
        self._settle("fetch_at = ?, tries = tries + 1", wanted, to_text(at) if at else None)

    def _settle(self, what: str, wanted: Wanted, *values: object) -> None:
        """Of the file that was wanted, if it is wanted still: it may be deleted or replaced by now."""
        self._db.execute(
            f"UPDATE media SET {what} WHERE glimmer_id = ? AND unique_id = ? AND bytes IS NULL",  # noqa: S608 - constants
            [*values, wanted.glimmer_id, wanted.unique_id],
        )

    def retry(self, now: datetime) -> int:
        """Try once more what was given up; returns how much that is. For an operator who found the cause."""
        cursor = self._db.execute(
            "UPDATE media SET fetch_at = ?, tries = 0 WHERE bytes IS NULL AND fetch_at IS NULL AND tries > 0",
            [to_text(now)],
        )
        return int(cursor.rowcount)

    def undownloaded(self) -> Undownloaded:
        """What is not here, over everybody."""
        row = self._db.execute(
            "SELECT count(fetch_at), count(*) FILTER (WHERE fetch_at IS NOT NULL AND tries > 0),"
            " count(*) FILTER (WHERE fetch_at IS NULL AND tries > 0),"
            " count(*) FILTER (WHERE fetch_at IS NULL AND tries = 0) FROM media WHERE bytes IS NULL"
        ).fetchone()
        return Undownloaded(*row)

    def photographed(self, person_id: int) -> frozenset[int]:
        """The ids of their whole glimmers that have a photo whose bytes are here."""
        rows = self._db.execute(
            "SELECT ifnull(g.part_of, g.id) FROM media m JOIN glimmers g ON g.id = m.glimmer_id"
            " WHERE g.person_id = ? AND g.taken_back = 0 AND m.kind = 'photo' AND m.bytes IS NOT NULL",
            [person_id],
        )
        return frozenset(row[0] for row in rows)

    def of(self, person_id: int, glimmer_id: int) -> list[Kept]:
        """All files of a glimmer and of what was added to it, in the order they were sent."""
        rows = self._db.execute(
            "SELECT m.kind, m.file_id, m.name, m.mime, m.bytes FROM media m JOIN glimmers g"
            " ON g.id = m.glimmer_id WHERE g.person_id = ? AND (g.id = ? OR (g.part_of = ?"
            " AND g.taken_back = 0)) ORDER BY m.message_id, m.id",
            [person_id, glimmer_id, glimmer_id],
        ).fetchall()
        return [Kept(MediumKind(kind), *rest) for kind, *rest in rows]
