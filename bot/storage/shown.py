"""Prompts that were shown, read back: how the next one is chosen goes by them."""

from __future__ import annotations

from sqlite_utils import Database

from bot.domain.kinds import Category
from bot.domain.prompts import Shown
from bot.domain.taste import Reaction

CATEGORIES = {category.value: category for category in Category}
"""Read by the hundred: a look-up is quicker than Enum's own way."""


class ShownPrompts:
    """Rows of ``prompts_shown``, and what their person made of them; every query carries the person's id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def history(self, person_id: int, most: int) -> list[Shown]:
        """The prompts shown to the person, newest first."""
        rows = self._db.execute(
            "SELECT prompt_id, text_hash, category, shown_at FROM prompts_shown"
            " WHERE person_id = ? ORDER BY id DESC LIMIT ?",
            [person_id, most],
        )
        return list(map(Shown._make, rows))

    def reactions(self, person_id: int, most: int = 128) -> list[tuple[Category, Reaction]]:
        """What became of the latest prompts that arrived, unless that was to be forgotten."""
        rows = self._db.execute(
            "SELECT s.category, s.nudge_id, s.answered, s.declined, s.wanted"
            " FROM prompts_shown s CROSS JOIN nudges n ON n.id = s.nudge_id"
            " WHERE s.person_id = ? AND s.counts AND n.state = 'sent' ORDER BY s.id DESC LIMIT ?",
            [person_id, most],
        )
        found, seen = [], set()
        for (
            category,
            nudge_id,
            answered,
            declined,
            wanted,
        ) in rows:  # newest first: of a nudge, the one that stayed
            found.append((CATEGORIES[category], _reaction(answered, declined, nudge_id not in seen)))
            if wanted:  # beside the answer, so that it counts for more
                found.append((CATEGORIES[category], Reaction.MORE))
            seen.add(nudge_id)
        return found

    def last_shown(self, person_id: int, nudge_id: int) -> Shown | None:
        """The prompt that is shown for that nudge of the person's now."""
        row = self._db.execute(
            "SELECT prompt_id, text_hash, category, shown_at FROM prompts_shown"
            " WHERE person_id = ? AND nudge_id = ? ORDER BY id DESC LIMIT 1",
            [person_id, nudge_id],
        ).fetchone()
        return Shown._make(row) if row else None

    def _credit(self, nudge_id: int) -> None:
        self._db.execute(
            "UPDATE prompts_shown SET answered = 1 WHERE id ="
            " (SELECT MAX(id) FROM prompts_shown WHERE nudge_id = ?)",
            [nudge_id],
        )

    def decline(self, person_id: int, nudge_id: int) -> None:
        """*Not this kind*: the prompt now shown for that nudge is never shown again."""
        self._db.execute(
            "UPDATE prompts_shown SET declined = 1 WHERE person_id = ? AND id ="
            " (SELECT MAX(id) FROM prompts_shown WHERE nudge_id = ?)",
            [person_id, nudge_id],
        )

    def want(self, person_id: int, nudge_id: int, category: str) -> bool:
        """*More like this*, of the prompt of that category: said twice, it counts once.

        False if none of theirs was shown for that nudge.
        """
        cursor = self._db.execute(
            "UPDATE prompts_shown SET wanted = 1 WHERE person_id = ? AND id ="
            " (SELECT MAX(id) FROM prompts_shown WHERE nudge_id = ? AND category = ?)",
            [person_id, nudge_id, category],
        )
        return bool(cursor.rowcount)

    def declined(self, person_id: int) -> frozenset[str]:
        """Hashes of the prompts the person never wants again; ids name another question in each language."""
        rows = self._db.execute(
            "SELECT DISTINCT text_hash FROM prompts_shown WHERE person_id = ? AND declined", [person_id]
        )
        return frozenset(row[0] for row in rows)

    def forget_reactions(self, person_id: int) -> None:
        """Learn the person's taste afresh; what was shown and declined is remembered."""
        self._db.execute("UPDATE prompts_shown SET counts = 0 WHERE person_id = ?", [person_id])


def _reaction(answered: int, declined: int, last: bool) -> Reaction:
    if declined:
        return Reaction.LESS
    if answered:
        return Reaction.REPLY
    return Reaction.UNANSWERED if last else Reaction.ANOTHER
