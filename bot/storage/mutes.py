"""What somebody is never asked about; and in which country they look for support."""

from __future__ import annotations

from sqlite_utils import Database

from bot.domain.mutes import Muted, Mutes, kind_of, muted_by


class MuteTable:
    """Rows of ``mutes``; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, person_id: int) -> Mutes:
        """Everything the person muted; what this version knows nothing of is passed over."""
        rows = self._db.execute("SELECT kind, name FROM mutes WHERE person_id = ?", [person_id])
        found = (muted_by(kind, name) for kind, name in rows)
        return Mutes.of(muted for muted in found if muted)

    def mute(self, person_id: int, muted: Muted) -> None:
        """Never ask about it; saying so twice changes nothing."""
        self._db.execute(
            "INSERT OR IGNORE INTO mutes (person_id, kind, name) VALUES (?, ?, ?)",
            [person_id, kind_of(muted), muted.value],
        )

    def unmute(self, person_id: int, muted: Muted) -> None:
        """It may be asked about again."""
        self._db.execute(
            "DELETE FROM mutes WHERE person_id = ? AND kind = ? AND name = ?",
            [person_id, kind_of(muted), muted.value],
        )


class Countries:
    """Rows of ``support_countries``: where somebody looks for support, if they said."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, person_id: int) -> str | None:
        """ISO 3166 letters, or None."""
        row = self._db.execute(
            "SELECT country FROM support_countries WHERE person_id = ?", [person_id]
        ).fetchone()
        return str(row[0]) if row else None

    def set(self, person_id: int, country: str) -> None:
        """They look for support there."""
        self._db.execute(
            "INSERT OR REPLACE INTO support_countries (person_id, country) VALUES (?, ?)",
            [person_id, country],
        )
