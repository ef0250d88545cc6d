"""People and their slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.manner import AfterWriting, Manner
from bot.domain.person import Acknowledge, Person
from bot.domain.rhythm import Moment, Rhythm, Slot
from bot.storage import zones
from bot.storage.database import to_day, to_instant, to_text

COLUMNS = (
    "id",
    "language",
    "zone",
    "placed",
    "day_end",
    "quiet_from",
    "quiet_until",
    "jitter",
    "acknowledge",
    "paused_until",
    "reachable",
    "joined_at",
    "silent",
    "after_writing",
    "patience",
    "resting",
)

A_DAY = timedelta(days=1)


def minutes(wall: time) -> int:
    """Minutes after midnight."""
    return wall.hour * 60 + wall.minute


def wall(after_midnight: int) -> time:
    """The wall time so many minutes after midnight."""
    return time(after_midnight // 60, after_midnight % 60)


@dataclass(frozen=True, slots=True)
class DueSlot:
    """A slot whose planned moment has come; ``at`` aware UTC, ``day`` its local day."""

    person_id: int
    key: str
    at: datetime
    day: date


class People:
    """Rows of ``people`` and ``slots``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, person_id: int) -> Person | None:
        """The person, or None if they never wrote."""
        row = self._db.execute(
            f"SELECT {', '.join(COLUMNS)} FROM people WHERE id = ?",  # noqa: S608 - constant columns
            [person_id],
        ).fetchone()
        return None if row is None else self._person(dict(zip(COLUMNS, row, strict=True)))

    def knows(self, person_id: int) -> bool:
        """Whether they ever wrote, and were not forgotten since."""
        return bool(
            self._db.execute("SELECT EXISTS (SELECT 1 FROM people WHERE id = ?)", [person_id]).fetchone()[0]
        )

    def _person(self, row: dict[str, Any]) -> Person:
        quiet = None if row["quiet_from"] is None else (wall(row["quiet_from"]), wall(row["quiet_until"]))
        slots = self._slots(row["id"])
        paused = row["paused_until"]
        known = row["zone"] in zones.names()  # else every word and nudge of theirs would fail
        return Person(
            id=row["id"],
            language=row["language"],
            rhythm=Rhythm(zones.usable(row["zone"]), slots, wall(row["day_end"]), quiet, row["jitter"]),
            joined=to_instant(row["joined_at"]),
            acknowledge=Acknowledge(row["acknowledge"]),
            paused_until=to_day(paused) if paused else None,
            reachable=bool(row["reachable"]),
            placed=known and bool(row["placed"]),
            manner=Manner(bool(row["silent"]), AfterWriting(row["after_writing"]), row["patience"]),
            resting=bool(row["resting"]),
        )

    def _slots(self, person_id: int) -> tuple[Slot, ...]:
        rows = self._db.execute("SELECT key, days FROM slots WHERE person_id = ?", [person_id]).fetchall()
        return tuple(Slot.parse_key(key, frozenset(map(int, days))) for key, days in rows)

    def save(self, person: Person, planned: Iterable[Moment]) -> None:
        """Write the person with their slots and each slot's next moment, in one transaction."""
        rhythm = person.rhythm
        quiet = rhythm.quiet
        with self._db.atomic():
            self._db.table("people").upsert(
                {
                    "id": person.id,
                    "language": person.language,
                    "zone": rhythm.zone,
                    "placed": int(person.placed),
                    "day_end": minutes(rhythm.day_end),
                    "quiet_from": minutes(quiet[0]) if quiet else None,
                    "quiet_until": minutes(quiet[1]) if quiet else None,
                    "jitter": rhythm.jitter,
                    "acknowledge": person.acknowledge.value,
                    "paused_until": person.paused_until.isoformat() if person.paused_until else None,
                    "reachable": int(person.reachable),
                    "joined_at": to_text(person.joined),
                    "silent": int(person.manner.silent),
                    "after_writing": person.manner.after_writing.value,
                    "patience": person.manner.patience,
                    "resting": int(person.resting),
                },
                pk="id",
            )
            self._replace_slots(person.id, rhythm.slots, {m.slot.key: m for m in planned})

    def _replace_slots(self, person_id: int, slots: Sequence[Slot], planned: dict[str, Moment]) -> None:
        self._db.execute("DELETE FROM slots WHERE person_id = ?", [person_id])
        for slot in slots:
            moment = planned.get(slot.key)
            self._db.execute(
                "INSERT INTO slots (person_id, key, days, next_at, next_day) VALUES (?, ?, ?, ?, ?)",
                [
                    person_id,
                    slot.key,
                    "".join(map(str, sorted(slot.days))),
                    to_text(moment.at) if moment else None,
                    moment.day.isoformat() if moment else None,
                ],
            )

    def due(self, now: datetime, most: int) -> list[DueSlot]:
        """Slots whose moment has come, earliest first."""
        rows = self._db.execute(
            "SELECT person_id, key, next_at, next_day FROM slots WHERE next_at <= ? ORDER BY next_at LIMIT ?",
            [to_text(now), most],
        ).fetchall()
        return [DueSlot(person, key, to_instant(at), to_day(day)) for person, key, at, day in rows]

    def planned(self, person_id: int) -> list[DueSlot]:
        """What is planned for the person."""
        rows = self._db.execute(
            "SELECT key, next_at, next_day FROM slots WHERE person_id = ? AND next_at IS NOT NULL",
            [person_id],
        ).fetchall()
        return [DueSlot(person_id, key, to_instant(at), to_day(day)) for key, at, day in rows]

    def put_aside(self, slot: DueSlot, now: datetime) -> None:
        """It cannot be worked off: look at it again at that hour of a day to come."""
        days = max(now - slot.at, timedelta()) // A_DAY * A_DAY + A_DAY
        self._db.execute(
            "UPDATE slots SET next_at = ?, next_day = ? WHERE person_id = ? AND key = ?",
            [to_text(slot.at + days), (slot.day + days).isoformat(), slot.person_id, slot.key],
        )

    def plan(self, person_id: int, key: str, moment: Moment | None) -> None:
        """Set when a slot is due next; None: never."""
        self._db.execute(
            "UPDATE slots SET next_at = ?, next_day = ? WHERE person_id = ? AND key = ?",
            [
                to_text(moment.at) if moment else None,
                moment.day.isoformat() if moment else None,
                person_id,
                key,
            ],
        )

    def next_at(self, person_id: int) -> datetime | None:
        """When the person is asked next."""
        row = self._db.execute("SELECT MIN(next_at) FROM slots WHERE person_id = ?", [person_id]).fetchone()
        return to_instant(row[0]) if row[0] else None

    def place_moments(self, person_id: int, zone: str) -> None:
        """What was kept before its person told where they are was kept there."""
        self._db.execute(
            "UPDATE glimmers SET zone = ? WHERE person_id = ? AND zone IS NULL", [zone, person_id]
        )

    def heard(self, person_id: int, now: datetime) -> None:
        """There was a word or a press of theirs; written only if it ends a silence."""
        self._db.execute(
            "UPDATE people SET heard_at = ? WHERE id = ?"
            " AND (heard_at > ? OR EXISTS (SELECT 1 FROM nudges n WHERE n.person_id = people.id"
            " AND n.sent_at > COALESCE(people.heard_at, '')))",
            [to_text(now), person_id, to_text(now)],
        )

    def everybody(self) -> list[int]:
        """All ids."""
        return [row[0] for row in self._db.execute("SELECT id FROM people ORDER BY id")]

    def atomic(self) -> AbstractContextManager[Database]:
        """One transaction over several calls (a context manager)."""
        return self._db.atomic()
