"""What a conversation waits for, the keyboard that is up, and the lines a person heard lately."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.storage.database import to_instant, to_text

REMEMBERED = 60
"""So many of the lines last said, so that they do not come again soon; and of the messages that ask."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The one that shares a place, until it is put away; ``leave`` is the word on its other button."""

    flow: str
    leave: str


class Steps:
    """Rows of ``steps``, ``keyboards`` and ``lines_said``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(self, person_id: int, step: str, now: datetime) -> None:
        """The conversation now waits for an answer to ``step``."""
        self._db.execute(
            "INSERT OR REPLACE INTO steps (person_id, step, asked_at) VALUES (?, ?, ?)",
            [person_id, step, to_text(now)],
        )

    def renew(self, person_id: int, step: str, now: datetime) -> None:
        """It waits anew for an answer to ``step``, if that is what it waits for."""
        self._db.execute(
            "UPDATE steps SET asked_at = ?, overtaken = 0 WHERE person_id = ? AND step = ?",
            [to_text(now), person_id, step],
        )

    def clear(self, person_id: int) -> None:
        """It waits for nothing."""
        self._db.execute("DELETE FROM steps WHERE person_id = ?", [person_id])

    def get(self, person_id: int) -> tuple[str, datetime] | None:
        """The step and when it was asked (aware UTC)."""
        row = self._db.execute("SELECT step, asked_at FROM steps WHERE person_id = ?", [person_id]).fetchone()
        return (row[0], to_instant(row[1])) if row else None

    def asked_in(self, person_id: int, messages: Iterable[int]) -> None:
        """Those messages, too, belong to what it waits for, if it waits for anything."""
        row = self._db.execute("SELECT asked_in FROM steps WHERE person_id = ?", [person_id]).fetchone()
        if row and (new := [str(id_) for id_ in messages if str(id_) not in row[0].split()]):
            asked_in = " ".join([*row[0].split(), *new][-REMEMBERED:])
            self._db.execute("UPDATE steps SET asked_in = ? WHERE person_id = ?", [asked_in, person_id])

    def answerable(self, person_id: int, reply_to: int | None) -> bool:
        """Whether words can be meant for it: no invitation came since, and they quote no other message."""
        row = self._db.execute(
            "SELECT asked_in, overtaken FROM steps WHERE person_id = ?", [person_id]
        ).fetchone()
        if row is None or row[1]:
            return False
        return reply_to is None or str(reply_to) in row[0].split()

    def put_up(self, person_id: int, keyboard: Keyboard) -> None:
        """It stands below their chat now."""
        self._db.execute(
            "INSERT OR REPLACE INTO keyboards (person_id, flow, leave) VALUES (?, ?, ?)",
            [person_id, keyboard.flow, keyboard.leave],
        )

    def keyboard(self, person_id: int) -> Keyboard | None:
        """The one that is up."""
        row = self._db.execute(
            "SELECT flow, leave FROM keyboards WHERE person_id = ?", [person_id]
        ).fetchone()
        return Keyboard(*row) if row else None

    def put_away(self, person_id: int) -> bool:
        """None is up any more. False if none was."""
        return bool(self._db.execute("DELETE FROM keyboards WHERE person_id = ?", [person_id]).rowcount)

    def said(self, person_id: int, line_id: str) -> None:
        """Remember a line; the oldest are let go."""
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO lines_said (person_id, line_id) VALUES (?, ?)", [person_id, line_id]
            )
            self._db.execute(
                "DELETE FROM lines_said WHERE person_id = ? AND id <="
                " (SELECT id FROM lines_said WHERE person_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
                [person_id, person_id, REMEMBERED],
            )

    def last_said(self, person_id: int) -> int:
        """A number that is another one after each line."""
        newest = self._db.execute(
            "SELECT MAX(id) FROM lines_said WHERE person_id = ?", [person_id]
        ).fetchone()
        return int(newest[0] or 0)

    def heard(self, person_id: int) -> list[str]:
        """Ids of the lines last said, newest first."""
        rows = self._db.execute(
            "SELECT line_id FROM lines_said WHERE person_id = ? ORDER BY id DESC", [person_id]
        )
        return [row[0] for row in rows]
