"""Heavy moments: when words that sound like a crisis were heard. Kept apart from the words themselves."""

from __future__ import annotations

from datetime import date, datetime

from sqlite_utils import Database

from bot.storage.database import to_text


class Heavy:
    """Rows of ``heavy_moments``, one per glimmer; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, person_id: int, glimmer_id: int, day: date, at: datetime) -> None:
        """Heavy words were heard at ``at`` (aware UTC) on local ``day``; their glimmer is held."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO heavy_moments (glimmer_id, person_id, day, at) VALUES (?, ?, ?, ?)",
                [glimmer_id, person_id, day.isoformat(), to_text(at)],
            )
            self._hold(person_id, glimmer_id, 1)

    def release(self, person_id: int, glimmer_id: int) -> None:
        """They meant something else: an ordinary glimmer. That it was heard stays noted."""
        self._hold(person_id, glimmer_id, 0)

    def _hold(self, person_id: int, glimmer_id: int, held: int) -> None:
        self._db.execute(
            "UPDATE glimmers SET held = ? WHERE person_id = ? AND id = ?", [held, person_id, glimmer_id]
        )

    def since(self, person_id: int, at: datetime, but: int | None = None) -> bool:
        """Whether any were heard since then, the glimmer ``but`` left aside."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM heavy_moments"
            " WHERE person_id = ? AND at >= ? AND glimmer_id IS NOT ?)",
            [person_id, to_text(at), but],
        ).fetchone()
        return bool(row[0])

    def on(self, person_id: int, day: date) -> bool:
        """Whether any were heard on that local day."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM heavy_moments WHERE person_id = ? AND day = ?)",
            [person_id, day.isoformat()],
        ).fetchone()
        return bool(row[0])
