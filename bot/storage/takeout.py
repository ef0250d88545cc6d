"""One person's glimmers, read out whole, a few at a time."""

from __future__ import annotations

import mimetypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.domain.carried import Carried, CarriedFile, key_of_message
from bot.domain.glimmer import MediumKind
from bot.domain.weight import Weight
from bot.storage import zones
from bot.storage.database import to_day, to_instant

AT_ONCE = 200
COLUMNS = (
    "g.id, g.message_id, g.said_at, g.day, g.text, g.tags, g.category, g.origin, g.quote, g.place, g.spot,"
    " g.favourite, g.hidden, g.held, g.taken_back, g.edited_at, w.message_id, w.said_at,"
    " ifnull((SELECT s.prompt_id FROM prompts_shown s WHERE s.nudge_id = g.nudge_id"
    " AND s.category = g.category ORDER BY s.id DESC LIMIT 1), g.question),"
    " g.links, EXISTS (SELECT 1 FROM hidden_days h WHERE h.person_id = g.person_id AND h.day = g.day),"
    " (SELECT v.weight FROM heavy_moments v WHERE v.glimmer_id = g.id), g.hourless,"
    " g.zone"
)
OF_THEIRS = "FROM glimmers g LEFT JOIN glimmers w ON w.id = g.part_of WHERE g.person_id = ?"
ORDER = (
    "ORDER BY ifnull(w.day, g.day), ifnull(w.said_at, g.said_at), ifnull(w.id, g.id),"
    " g.part_of IS NOT NULL, g.day, g.said_at, g.id"
)
"""By day; what was added to a glimmer follows it at once."""
ENDINGS = {"image/jpeg": ".jpg", "audio/ogg": ".ogg", "video/mp4": ".mp4", "image/webp": ".webp"}
USUAL = {
    MediumKind.PHOTO: ".jpg",
    MediumKind.VOICE: ".ogg",
    MediumKind.AUDIO: ".mp3",
    MediumKind.VIDEO: ".mp4",
    MediumKind.VIDEO_NOTE: ".mp4",
    MediumKind.ANIMATION: ".mp4",
    MediumKind.STICKER: ".webp",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """How many files of somebody's have no bytes here: ``awaited``, or with Telegram alone for good."""

    awaited: int
    elsewhere: int


class Takeout:
    """Rows of ``glimmers`` and ``media``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def glimmers(self, person_id: int) -> Iterator[list[Carried]]:
        """All of theirs, taken back or not, in ORDER, a few hundred at a time; no transaction stays open."""
        ids = self._db.execute(
            f"SELECT g.id {OF_THEIRS} AND g.taken_back < 2 {ORDER}",
            [person_id],
        ).fetchall()
        for some in _batched([row[0] for row in ids]):
            yield self._these(person_id, some)

    def _these(self, person_id: int, ids: Sequence[int]) -> list[Carried]:
        wanted = ",".join(map(str, ids))
        files = self._files(person_id, wanted)
        rows = self._db.execute(
            f"SELECT {COLUMNS} {OF_THEIRS} AND g.id IN ({wanted}) {ORDER}",
            [person_id],
        ).fetchall()
        return [_carried(row, files.get(row[0], ())) for row in rows]

    def _files(self, person_id: int, wanted: str) -> dict[int, tuple[CarriedFile, ...]]:
        found: dict[int, tuple[CarriedFile, ...]] = defaultdict(tuple)
        rows = self._db.execute(
            "SELECT m.glimmer_id, g.day, m.id, m.kind, m.mime, m.name, m.file_id, m.unique_id,"  # noqa: S608 - our own ids
            " ifnull(length(m.bytes), m.size), m.bytes IS NOT NULL, m.fetch_at IS NOT NULL"
            " FROM media m JOIN glimmers g"
            f" ON g.id = m.glimmer_id WHERE g.person_id = ? AND g.id IN ({wanted})"
            " ORDER BY m.message_id, m.id",
            [person_id],
        ).fetchall()
        for row in rows:
            found[row[0]] += (_file(*row[1:]),)
        return found

    def missing(self, person_id: int) -> Missing:
        """Of all that is taken out, the files without bytes."""
        row = self._db.execute(
            "SELECT count(m.fetch_at), count(*) - count(m.fetch_at) FROM glimmers g JOIN media m"
            " ON m.glimmer_id = g.id WHERE g.person_id = ? AND g.taken_back < 2 AND m.bytes IS NULL",
            [person_id],
        ).fetchone()
        return Missing(*row)

    def content(self, person_id: int, row: int) -> bytes:
        """The bytes of a file of theirs; empty if they are not here."""
        found = self._db.execute(
            "SELECT m.bytes FROM media m JOIN glimmers g ON g.id = m.glimmer_id"
            " WHERE g.person_id = ? AND m.id = ?",
            [person_id, row],
        ).fetchone()
        return bytes(found[0] or b"") if found else b""


def _batched(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _carried(row: Sequence[Any], files: tuple[CarriedFile, ...]) -> Carried:
    return Carried(
        key=key_of_message(row[1], to_instant(row[2])),
        at=to_instant(row[2]),
        day=to_day(row[3]),
        text=row[4],
        files=files,
        tags=tuple(row[5].split()),
        category=row[6],
        origin=row[7],
        quote=row[8],
        place=row[9],
        spot=row[10],
        favourite=bool(row[11]),
        hidden=bool(row[12]),
        held=bool(row[13]),
        taken_back=bool(row[14]),
        edited=to_instant(row[15]) if row[15] else None,
        part_of=key_of_message(row[16], to_instant(row[17])) if row[16] is not None else "",
        question=row[18] or "",
        links=tuple(row[19].split()),
        day_hidden=bool(row[20]),
        weight=Weight(row[21]) if row[21] else None,
        hourless=bool(row[22]),
        zone=zones.usable(row[23]) if row[23] else "",
    )


def _file(
    day: str,
    row: int,
    kind: str,
    mime: str,
    name: str,
    file_id: str,
    unique_id: str,
    size: int,
    here: int,
    awaited: int,
) -> CarriedFile:
    medium = MediumKind(kind)
    ending = ENDINGS.get(mime) or mimetypes.guess_extension(mime) or USUAL.get(medium, ".bin")
    path = f"media/{day}-{row}{ending}" if here else ""
    return CarriedFile(medium, path, mime, name, size, file_id, unique_id, row, bool(awaited))
