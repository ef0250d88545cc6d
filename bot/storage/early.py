"""Edits that came before their message: the newest wording waits for it, for a while."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.domain.glimmer import Medium, MediumKind, Said
from bot.storage.database import to_instant, to_text

WAITS = timedelta(hours=1)
"""What never was a moment is edited, too: its words do not stay."""


class Early:
    """Rows of ``early_edits``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def wait(self, person_id: int, said: Said, now: datetime) -> None:
        """Keep the edit of a message that is not here, unless a newer one waits."""
        at = said.edited or now
        self._db.execute(
            "INSERT INTO early_edits (person_id, message_id, edited_at, came_at, said) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (person_id, message_id) DO UPDATE SET edited_at = excluded.edited_at,"
            " came_at = excluded.came_at, said = excluded.said WHERE excluded.edited_at >= edited_at",
            [person_id, said.message_id, to_text(at), to_text(now), _written(said)],
        )

    def of(self, person_id: int, message_id: int) -> Said | None:
        """What waits for that message."""
        row = self._db.execute(
            "SELECT said FROM early_edits WHERE person_id = ? AND message_id = ?", [person_id, message_id]
        ).fetchone()
        return _read(row[0]) if row else None

    def done(self, person_id: int, message_id: int) -> None:
        """It came."""
        self._db.execute(
            "DELETE FROM early_edits WHERE person_id = ? AND message_id = ?", [person_id, message_id]
        )

    def let_go(self, now: datetime) -> None:
        """Of what waited in vain."""
        self._db.execute("DELETE FROM early_edits WHERE came_at < ?", [to_text(now - WAITS)])


def _written(said: Said) -> str:
    return json.dumps(asdict(said), default=to_text)


def _read(text: str) -> Said:
    said = json.loads(text)
    media = tuple(Medium(**{**one, "kind": MediumKind(one["kind"])}) for one in said["media"])
    at, edited = to_instant(said["at"]), to_instant(said["edited"]) if said["edited"] else None
    return Said(**{**said, "at": at, "edited": edited, "media": media, "links": tuple(said["links"])})
