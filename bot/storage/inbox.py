"""Updates as Telegram handed them out, committed before they are confirmed, deleted once handled.

For two days their numbers stay: what comes again changes nothing, whatever became of it since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from sqlite_utils import Database

from bot.storage.database import to_instant, to_text

SILENCE = timedelta(days=6)
"""After a week without updates Telegram begins anew with a random id (Bot API, Update)."""
REMEMBERED = timedelta(days=2)
"""Telegram hands nothing out again after a day (Bot API, getUpdates)."""
LET_GO = 500
"""Numbers at a time: a few milliseconds."""
SENDERS = (
    ("message", "chat"),
    ("edited_message", "chat"),
    ("callback_query", "from"),
    ("my_chat_member", "chat"),
    ("channel_post", "chat"),
    ("message_reaction", "user"),
)
LARGEST_ID = 2**63 - 1  # what a column holds


class NotKept(Exception):
    """The file could not be written, as when the disk is full: what came must not be confirmed."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An update that could not be handled: its id, the kind of problem, when it came (aware UTC)."""

    update_id: int
    problem: str
    received: datetime


def lane_of(raw: Mapping[str, Any]) -> int:
    """Whose update it is; 0 if nobody's."""
    for kind, where in SENDERS:
        sender = _within(_within(raw, kind), where)
        if is_id(id_ := _within(sender, "id")):
            return int(id_)
    return 0


def is_id(value: object) -> bool:
    """Whether it can stand in the file as an id: nothing that Telegram sends may stop the intake."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_ID


def _within(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


class Inbox:
    """Rows of ``inbox``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def take_in(self, raws: Sequence[dict[str, Any]], now: datetime) -> list[tuple[int, int]]:
        """Commit updates, each with an id; (id, lane) of those that are new, in order. Raises NotKept."""
        try:
            return self._take_in(raws, now)
        except Exception as error:  # sqlite3's or SQLCipher's; nothing of the text may travel with it
            problem = type(error).__name__
        raise NotKept(problem)

    def _take_in(self, raws: Sequence[dict[str, Any]], now: datetime) -> list[tuple[int, int]]:
        new: list[tuple[int, int]] = []
        with self._db.atomic():
            for raw in sorted(raws, key=lambda raw: raw["update_id"]):
                update_id, lane, body = raw["update_id"], lane_of(raw), json.dumps(raw, ensure_ascii=True)
                mark = crc32(body.encode())
                cursor = self._db.execute(
                    "INSERT OR IGNORE INTO inbox (update_id, lane, body, received_at, mark)"
                    " SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS"
                    " (SELECT 1 FROM handled WHERE person_id = ? AND update_id = ? AND mark = ?)",
                    [update_id, lane, body, to_text(now), mark, lane, update_id, mark],
                )
                if cursor.rowcount:
                    new.append((update_id, lane))
            if raws:
                self._remember(max(raw["update_id"] for raw in raws), now)
        return new

    def _remember(self, last: int, now: datetime) -> None:
        # The last one, not the highest ever: another Bot API server counts from somewhere else, and
        # an offset ahead of its ids is answered with the same updates for ever.
        self._db.execute(
            "INSERT OR REPLACE INTO inbox_seen (id, update_id, at) VALUES (1, ?, ?)", [last, to_text(now)]
        )

    def next_offset(self, now: datetime) -> int | None:
        """What confirms all that was taken in; None where ids may have begun anew since."""
        row = self._db.execute("SELECT update_id, at FROM inbox_seen").fetchone()
        return row[0] + 1 if row and now - to_instant(row[1]) < SILENCE else None

    def waiting(self) -> list[tuple[int, int]]:
        """(id, lane) of what is not handled yet, in order."""
        rows = self._db.execute("SELECT update_id, lane FROM inbox WHERE aside IS NULL ORDER BY update_id")
        return [(row[0], row[1]) for row in rows]

    def body(self, update_id: int) -> dict[str, Any] | None:
        """The update, None if it was handled meanwhile."""
        row = self._db.execute("SELECT body FROM inbox WHERE update_id = ?", [update_id]).fetchone()
        return dict(json.loads(row[0])) if row else None

    def done(self, update_id: int) -> None:
        """It was handled: nothing of it stays but its number, and that not of who was forgotten."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO handled (person_id, update_id, mark, at)"
                " SELECT lane, update_id, mark, received_at FROM inbox JOIN people ON people.id = lane"
                " WHERE update_id = ?",
                [update_id],
            )
            self._db.execute("DELETE FROM inbox WHERE update_id = ?", [update_id])

    def let_go(self, now: datetime) -> None:
        """Of numbers that will not come again."""
        self._db.execute(
            "DELETE FROM handled WHERE (person_id, update_id) IN"
            " (SELECT person_id, update_id FROM handled WHERE at < ? ORDER BY at LIMIT ?)",
            [to_text(now - REMEMBERED), LET_GO],
        )

    def failed(self, update_id: int) -> int:
        """It could not be handled just now; how often that was so."""
        self.begun(update_id)
        row = self._db.execute("SELECT attempts FROM inbox WHERE update_id = ?", [update_id]).fetchone()
        return int(row[0]) if row else 0

    def attempts(self) -> dict[int, int]:
        """How often each that waits was tried in vain, or was in hand as the process ended."""
        rows = self._db.execute("SELECT update_id, attempts FROM inbox WHERE aside IS NULL").fetchall()
        return dict(rows)

    def begun(self, update_id: int) -> None:
        """It is tried now, and counts as tried in vain until ``outlived`` or ``done``."""
        self._db.execute("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?", [update_id])

    def outlived(self, update_id: int) -> None:
        """Whatever became of it, the process goes on."""
        self._db.execute("UPDATE inbox SET attempts = attempts - 1 WHERE update_id = ?", [update_id])

    def set_aside(self, update_id: int, problem: str) -> None:
        """It stays in the file, and in nobody's way. ``problem`` is an exception's name, never text."""
        self._db.execute("UPDATE inbox SET aside = ? WHERE update_id = ?", [problem, update_id])

    def aside(self) -> list[Aside]:
        """What was set aside."""
        rows = self._db.execute(
            "SELECT update_id, aside, received_at FROM inbox WHERE aside IS NOT NULL ORDER BY update_id"
        )
        return [Aside(row[0], row[1], to_instant(row[2])) for row in rows]
