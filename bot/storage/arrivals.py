"""Glimmers that are brought in from elsewhere. What is here already, under whatever id, stays as it is."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlite_utils import Database

from bot.domain.carried import Carried, CarriedFile, key_of_message, message_id_of
from bot.storage import zones
from bot.storage.database import to_instant, to_text

ARRIVING = 2
"""Added to ``taken_back`` of what is not all here yet."""
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """A glimmer with the bytes of each of its files, empty where they did not come along."""

    glimmer: Carried
    contents: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """How many glimmers are new, and how many were here."""

    new: int
    known: int


class Arrivals:
    """Rows of ``glimmers`` and ``media``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def unknown(self, person_id: int, glimmers: Iterable[Carried]) -> int:
        """How many of these are not here yet, or not with all the files that come along."""
        known, here = self._known(person_id), self._files(person_id)
        return len({one.key for one in glimmers if one.key not in known or _lacks(one, known[one.key], here)})

    def _files(self, person_id: int) -> set[tuple[int, str]]:
        """Files whose bytes are here, by the row id of their glimmer and Telegram's id."""
        rows = self._db.execute(
            "SELECT m.glimmer_id, m.unique_id FROM glimmers g JOIN media m ON m.glimmer_id = g.id"
            " WHERE g.person_id = ? AND m.bytes IS NOT NULL",
            [person_id],
        )
        return set(rows.fetchall())

    def _known(self, person_id: int) -> dict[str, int]:
        """Row ids by key."""
        rows = self._db.execute(
            "SELECT id, message_id, said_at FROM glimmers WHERE person_id = ?", [person_id]
        ).fetchall()
        return {key_of_message(message, to_instant(at)): id_ for id_, message, at in rows}

    def bring(
        self, person_id: int, arrivals: Sequence[Arrival], now: datetime
    ) -> Generator[None, None, Brought]:
        """Keep what is not here yet, all of it or nothing; ``now`` is aware UTC.

        It comes in slices, with a pause for others after each, and is nowhere to be seen before the last:
        until then its ``taken_back`` is ``ARRIVING`` more. What a crash left of it goes with the next try.
        """
        self._db.execute(
            "DELETE FROM glimmers WHERE person_id = ? AND taken_back >= ?", [person_id, ARRIVING]
        )
        before = self._known(person_id)
        known = dict(before)
        for start in range(0, len(arrivals), AT_ONCE):
            with self._db.atomic():
                for arrival in arrivals[start : start + AT_ONCE]:
                    self._arrive(person_id, arrival, known, before, now)
            yield
        with self._db.atomic():
            for arrival in arrivals:
                if arrival.glimmer.key in before:
                    self._attach(person_id, before[arrival.glimmer.key], arrival, now)
            fresh = [arrival.glimmer for arrival in arrivals if arrival.glimmer.key not in before]
            self._join(person_id, fresh, known)
            self._note(person_id, fresh, known, now)
            self._db.execute(
                "UPDATE glimmers SET taken_back = taken_back - ? WHERE person_id = ? AND taken_back >= ?",
                [ARRIVING, person_id, ARRIVING],
            )
        new = len(known) - len(before)
        return Brought(new, len({arrival.glimmer.key for arrival in arrivals}) - new)

    def _arrive(
        self,
        person_id: int,
        arrival: Arrival,
        known: dict[str, int],
        before: Mapping[str, int],
        now: datetime,
    ) -> None:
        key = arrival.glimmer.key
        if key not in known:
            known[key] = self._insert(person_id, arrival.glimmer, now)
        if key not in before:
            self._attach(person_id, known[key], arrival, now)

    def _insert(self, person_id: int, glimmer: Carried, now: datetime) -> int:
        cursor = self._db.execute(
            "INSERT INTO glimmers (person_id, message_id, said_at, day, text, category, held, taken_back,"
            " edited_at, favourite, hidden, origin, quote, place, spot, tags, links, question, kept_at,"
            " hourless, zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                person_id,
                message_id_of(glimmer.key),
                to_text(glimmer.at),
                glimmer.day.isoformat(),
                glimmer.text,
                glimmer.category,
                int(glimmer.held),
                ARRIVING + int(glimmer.taken_back),
                to_text(glimmer.edited) if glimmer.edited else None,
                int(glimmer.favourite),
                int(glimmer.hidden),
                glimmer.origin,
                glimmer.quote,
                glimmer.place,
                glimmer.spot,
                " ".join(glimmer.tags),
                " ".join(glimmer.links),
                glimmer.question,
                to_text(now),
                int(glimmer.hourless),
                glimmer.zone if glimmer.zone in zones.names() else None,
            ],
        )
        return int(cursor.lastrowid or 0)

    def _attach(self, person_id: int, glimmer_id: int, arrival: Arrival, now: datetime) -> None:
        """Files that it does not have yet, or not the bytes of; what Telegram may still have is asked for."""
        for file, content in zip(arrival.glimmer.files, arrival.contents, strict=False):
            if content or file.file_id:
                self._db.execute(
                    "INSERT INTO media (person_id, glimmer_id, message_id, kind, file_id,"
                    " unique_id, mime, size, name, bytes, fetch_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (glimmer_id, unique_id) DO UPDATE SET bytes = excluded.bytes,"
                    " size = excluded.size, fetch_at = NULL WHERE bytes IS NULL AND excluded.bytes NOT NULL",
                    [
                        person_id,
                        glimmer_id,
                        message_id_of(arrival.glimmer.key),
                        file.kind.value,
                        file.file_id,
                        file.unique_id or _digest(file, content),
                        file.mime,
                        len(content),
                        file.name,
                        content or None,
                        None if content else to_text(now),
                    ],
                )

    def _note(self, person_id: int, fresh: Sequence[Carried], known: dict[str, int], now: datetime) -> None:
        """What is neither words nor files: days that are not given back, and what weighs."""
        for glimmer in fresh:
            if glimmer.day_hidden:
                self._db.execute(
                    "INSERT OR IGNORE INTO hidden_days (person_id, day) VALUES (?, ?)",
                    [person_id, glimmer.day.isoformat()],
                )
            if glimmer.weight:  # never of a day to come, which would stay quiet until then
                day, at = min(glimmer.day, now.date()), min(glimmer.at, now)
                self._db.execute(
                    "INSERT OR IGNORE INTO heavy_moments (glimmer_id, person_id, weight, day, at)"
                    " VALUES (?, ?, ?, ?, ?)",
                    [known[glimmer.key], person_id, glimmer.weight.value, day.isoformat(), to_text(at)],
                )

    def _join(self, person_id: int, fresh: Sequence[Carried], known: dict[str, int]) -> None:
        """Parts to the whole that they were added to; what was kept here before stays as it is."""
        for glimmer in fresh:
            if glimmer.part_of in known and glimmer.part_of != glimmer.key:
                whole = known[glimmer.part_of]
                self._db.execute(
                    "UPDATE glimmers SET part_of = ? WHERE person_id = ? AND id = ? AND message_id = ?"
                    " AND (SELECT part_of FROM glimmers WHERE id = ?) IS NULL",
                    [whole, person_id, known[glimmer.key], message_id_of(glimmer.key), whole],
                )


def _lacks(glimmer: Carried, row: int, here: set[tuple[int, str]]) -> bool:
    return any(file.path and file.unique_id and (row, file.unique_id) not in here for file in glimmer.files)


def _digest(file: CarriedFile, content: bytes) -> str:
    return f"brought-{blake2b(content or file.file_id.encode(), digest_size=16).hexdigest()}"
