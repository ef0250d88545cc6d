"""Kept moments. Keeping is idempotent by person and message; taken-back ones stay until forgotten.

What changes them afterwards is in ``storage.changes``, what came with them in ``storage.media``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.glimmer import LARGEST_COPY, Glimmer, MediumKind, Said
from bot.storage import zones
from bot.storage.database import to_day, to_instant, to_text
from bot.storage.media import attach
from bot.storage.wording import add_caption, add_links

BETWEEN = " · "
PARTS = "glimmers p WHERE p.part_of = g.id AND p.taken_back = 0"
ZONE = "ifnull(g.zone, (SELECT o.zone FROM people o WHERE o.id = g.person_id))"
"""Where it was kept; where its person is thought to be, as long as they told nothing of it."""
OF_PARTS = "text, origin, quote, place, spot, tags, links, hidden"
HELD_PART = "EXISTS (SELECT 1 FROM glimmers p WHERE p.part_of = g.id AND p.held = 1)"
COLUMNS = (
    "g.id, g.person_id, g.message_id, g.said_at, g.day, g.text, g.nudge_id, g.category,"  # noqa: S608 - constants
    f" g.held OR {HELD_PART}, g.hidden,"
    " g.favourite, g.origin, g.quote, g.place, g.spot, g.tags, g.earlier IS NOT NULL, g.taken_back,"
    " g.part_of, (SELECT group_concat(kind) FROM (SELECT m.kind FROM media m WHERE m.glimmer_id = g.id"
    f" OR m.glimmer_id IN (SELECT p.id FROM {PARTS}) ORDER BY m.message_id, m.id)),"
    f" (SELECT json_group_array(json_array({OF_PARTS})) FROM (SELECT p.* FROM {PARTS} ORDER BY p.id)),"
    f" g.links, g.hourless, {ZONE}"
)
"""Of ``glimmers g``; what was added to a glimmer is a part of it in all of this."""
WHOLE = "g.taken_back = 0 AND g.part_of IS NULL"
GIVEN_BACK = (
    f"{WHOLE} AND g.held = 0 AND g.hidden = 0 AND NOT {HELD_PART}"  # noqa: S608 - constants
    f" AND NOT EXISTS (SELECT 1 FROM {PARTS} AND p.hidden = 1)"
    " AND NOT EXISTS (SELECT 1 FROM hidden_days h WHERE h.person_id = g.person_id AND h.day = g.day)"
)
"""What may be given back: neither heavy, nor hidden, nor taken back, nor of a hidden day."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a glimmer belongs: its local day, the nudge it answers, its theme, whether it is held.

    ``kept_at`` (aware UTC) is when it reached us; None: as soon as it was said. ``zone`` is where its person
    was; None while that is only a guess.
    """

    day: date
    nudge_id: int | None = None
    category: str | None = None
    held: bool = False
    kept_at: datetime | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Lags:
    """How long on its way is late; ``at_start``: for what was said before this run ``began`` (aware UTC)."""

    lag: timedelta
    began: datetime
    at_start: timedelta


def glimmer_of(row: Sequence[Any]) -> Glimmer:
    """A row of COLUMNS as the domain has it."""
    own = (row[5], *row[11:16], row[21], row[9])
    texts, origins, quotes, places, spots, tags, links, hidden = zip(own, *json.loads(row[20]), strict=True)
    return Glimmer(
        id=row[0],
        person_id=row[1],
        message_id=row[2],
        at=to_instant(row[3]),
        day=to_day(row[4]),
        text="\n".join(filter(None, texts)),
        nudge_id=row[6],
        category=row[7],
        held=bool(row[8]),
        hidden=any(hidden),
        favourite=bool(row[10]),
        origin=_each(origins),
        quote=_each(quotes),
        place=_each(places),
        spot=_each(spots),
        links=_words(links),
        added_tags=_words(tags),
        reworded=bool(row[16]),
        taken_back=bool(row[17]),
        part_of=row[18],
        hourless=bool(row[22]),
        zone=zones.usable(row[23]),
        media=tuple(map(MediumKind, row[19].split(","))) if row[19] else (),
    )


def _each(values: Sequence[str]) -> str:
    """Each once, in order."""
    return BETWEEN.join(dict.fromkeys(filter(None, values)))


def _words(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(values).split()))


class Glimmers:
    """Rows of ``glimmers`` and ``media``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, person_id: int, said: Said, filed: Filed) -> tuple[int, bool]:
        """Keep what was said; returns the glimmer's id and whether it is new.

        Further pictures of an album join the glimmer of the first; their captions make up its text.
        """
        with self._db.atomic():
            if (heard := self.id_of(person_id, said.message_id)) is not None:
                return heard, False  # whatever became of it since
            known = self._of_album(person_id, said.album)
            glimmer_id = known or self._insert(person_id, said, filed)
            kept_at = filed.kept_at or said.at
            added = [attach(self._db, glimmer_id, said, medium, kept_at) for medium in said.media]
            if known and any(added):
                add_caption(self._db, glimmer_id, said.text)
            add_links(self._db, glimmer_id, said.links)
        return glimmer_id, known is None

    def _insert(self, person_id: int, said: Said, filed: Filed) -> int:
        cursor = self._db.execute(
            "INSERT INTO glimmers (person_id, message_id, album, said_at, day, text, nudge_id, category,"
            " held, origin, quote, place, kept_at, zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                said.origin,
                said.quote,
                said.place,
                to_text(filed.kept_at or said.at),
                filed.zone,
            ],
        )
        return int(cursor.lastrowid or 0)

    def id_of(self, person_id: int, message_id: int) -> int | None:
        """The id of the person's glimmer that this message, or a picture of its album, belongs to."""
        row = self._db.execute(
            "SELECT id FROM glimmers WHERE person_id = ? AND message_id = ? UNION ALL"
            " SELECT g.id FROM media m JOIN glimmers g ON g.id = m.glimmer_id"
            " WHERE g.person_id = ? AND m.message_id = ? LIMIT 1",
            [person_id, message_id, person_id, message_id],
        ).fetchone()
        return row[0] if row else None

    def _of_album(self, person_id: int, album: str | None) -> int | None:
        row = self._db.execute(
            "SELECT id FROM glimmers WHERE person_id = ? AND album = ?", [person_id, album]
        ).fetchone()
        return row[0] if row else None

    def get(self, person_id: int, glimmer_id: int) -> Glimmer | None:
        """The person's glimmer of that id, taken back or not."""
        return self._one("g.id = ?", person_id, glimmer_id)

    def latest(self, person_id: int, before: int) -> Glimmer | None:
        """What that message took back already; else what was kept last before it, and stands."""
        return self._one("g.taken_back_by = ?", person_id, before) or self._one(
            "g.taken_back = 0 AND g.message_id > 0 AND g.message_id < ? AND NOT EXISTS"
            " (SELECT 1 FROM glimmers w WHERE w.id = g.part_of AND w.taken_back) ORDER BY g.id DESC LIMIT 1",
            *(person_id, before),
        )

    def in_a_breath(self, person_id: int, glimmer_id: int, since: datetime) -> int | None:
        """The whole glimmer to which what stands of before that one, but not of before then, belongs."""
        row = self._db.execute(
            "SELECT w.id FROM glimmers g JOIN glimmers w ON w.id = ifnull(g.part_of, g.id)"
            " WHERE g.person_id = ? AND g.id < ? AND g.taken_back = 0 AND w.taken_back = 0"
            " AND g.held = 0 AND g.said_at >= ? ORDER BY g.id DESC LIMIT 1",
            [person_id, glimmer_id, to_text(since)],
        ).fetchone()
        return row[0] if row else None

    def _one(self, where: str, person_id: int, value: int) -> Glimmer | None:
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND {where}",  # noqa: S608 - constants
            [person_id, value],
        ).fetchone()
        return glimmer_of(row) if row else None

    def between(self, person_id: int, start: date | None, end: date | None) -> list[Glimmer]:
        """What may be given back of the local days from ``start`` up to, not with, ``end``; oldest first."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM glimmers g WHERE g.person_id = ? AND g.day >= ? AND g.day < ?"  # noqa: S608 - constants
            f" AND {GIVEN_BACK} ORDER BY g.day, g.said_at, g.id",
            [person_id, (start or date.min).isoformat(), (end or date.max).isoformat()],
        ).fetchall()
        return [glimmer_of(row) for row in rows]

    def any_large(self, person_id: int, glimmer_id: int, but: int | None = None) -> bool:
        """Whether a file of it is too large to be copied, those of the message ``but`` left aside."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM media m JOIN glimmers g ON g.id = m.glimmer_id"
            " WHERE g.person_id = ? AND g.id = ? AND m.size > ? AND m.message_id IS NOT ?)",
            [person_id, glimmer_id, LARGEST_COPY, but],
        ).fetchone()
        return bool(row[0])

    def any_kept(self, person_id: int) -> bool:
        """Whether the person ever kept anything."""
        return self._exists("person_id = ?", person_id)

    def any_belated(self, person_id: int, but: int, at: datetime, lags: Lags) -> bool:
        """Whether another than ``but`` was kept after ``at`` that had been said while nobody listened."""
        behind, began = "unixepoch(kept_at) - unixepoch(said_at) >= ?", to_text(lags.began)
        return self._exists(
            "person_id = ? AND kept_at > ? AND id <> ? AND message_id > 0"
            f" AND ({behind} OR ({behind} AND said_at < ? AND kept_at >= ?))",
            *(person_id, to_text(at), but, int(lags.lag.total_seconds())),
            *(int(lags.at_start.total_seconds()), began, began),
        )

    def _exists(self, where: str, *values: object) -> bool:
        row = self._db.execute(
            f"SELECT EXISTS (SELECT 1 FROM glimmers WHERE {where})",  # noqa: S608 - constants
            list(values),
        ).fetchone()
        return bool(row[0])
