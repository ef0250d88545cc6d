"""Heavy moments: when words that weigh were heard, and how much. Kept apart from the words themselves."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.domain.weight import Weight
from bot.storage.database import to_text
from bot.storage.nudges import Nudges

A_DAY = timedelta(days=1)


class Heavy:
    """Rows of ``heavy_moments``, one per glimmer; every query carries the person's id.

    A row outlives its glimmer, without saying which it was.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, person_id: int, glimmer_id: int, weight: Weight, day: date, at: datetime) -> None:
        """Heard ``at`` (aware UTC) on local ``day``; a cry holds its glimmer, stays one, and ends the day."""
        cry = weight is Weight.EXPLICIT
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO heavy_moments (glimmer_id, person_id, weight, day, at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (glimmer_id) DO UPDATE SET"
                " weight = excluded.weight, day = excluded.day, at = excluded.at"
                " WHERE weight <> 'explicit' OR excluded.weight = 'explicit'",
                [glimmer_id, person_id, weight.value, day.isoformat(), to_text(at)],
            )
            if cry:
                Nudges(self._db).let_later_go(person_id, day + A_DAY)
                self._hold(person_id, glimmer_id, 1)

    def release(self, person_id: int, glimmer_id: int) -> None:
        """They meant something else: an ordinary glimmer. That it was heard stays noted."""
        self._hold(person_id, glimmer_id, 0)

    def _hold(self, person_id: int, glimmer_id: int, held: int) -> None:
        self._db.execute(
            "UPDATE glimmers SET held = ? WHERE person_id = ? AND id = ?", [held, person_id, glimmer_id]
        )

    def weight_of(self, person_id: int, glimmer_id: int) -> Weight | None:
        """What was heard in that glimmer of theirs."""
        row = self._db.execute(
            "SELECT weight FROM heavy_moments WHERE person_id = ? AND glimmer_id = ?", [person_id, glimmer_id]
        ).fetchone()
        return Weight(row[0]) if row else None

    def cried_since(self, person_id: int, at: datetime, but: int | None = None) -> bool:
        """Whether a cry for help was heard since then, the glimmer ``but`` left aside."""
        return self._any(
            "person_id = ? AND at >= ? AND weight = 'explicit' AND (? IS NULL OR glimmer_id IS NOT ?)",
            [person_id, to_text(at), but, but],
        )

    def heard_since(self, person_id: int, at: datetime) -> bool:
        """Whether anything heavy was heard since then."""
        return self._any("person_id = ? AND at >= ?", [person_id, to_text(at)])

    def heard_on(self, person_id: int, day: date) -> bool:
        """Whether anything heavy was heard on that local day."""
        return self._any("person_id = ? AND day >= ?", [person_id, day.isoformat()])

    def cried_on(self, person_id: int, day: date) -> bool:
        """Whether a cry for help asks for quiet on that local day."""
        return self._any("person_id = ? AND day >= ? AND weight = 'explicit'", [person_id, day.isoformat()])

    def weighs(self, person_id: int, at: datetime, day: date) -> bool:
        """Whether something hard was heard since ``at``, or something mixed since the local ``day``."""
        return self._any(
            "person_id = ? AND (at >= ? AND weight <> 'mixed' OR day >= ? AND weight = 'mixed')",
            [person_id, to_text(at), day.isoformat()],
        )

    def _any(self, where: str, values: list[object]) -> bool:
        found = self._db.execute(f"SELECT EXISTS (SELECT 1 FROM heavy_moments WHERE {where})", values)  # noqa: S608 - constants
        return bool(found.fetchone()[0])
