"""Nudges that wait: claimed, put off, held back in a pause, or let go before they were sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.domain.nudge import Answer, Nudge, NudgeState
from bot.storage.database import to_day, to_instant, to_text
from bot.storage.shown import ShownPrompts

COLUMNS = (
    "n.id, n.person_id, n.slot, n.day, n.due_at, n.state, n.message_id, n.asked_again, n.answer, n.late_at, "
    "(SELECT category FROM prompts_shown s WHERE s.nudge_id = n.id ORDER BY s.id DESC LIMIT 1)"
)
WAITING = COLUMNS.replace("n.due_at", "n.try_at")


def read(row: Sequence[object]) -> Nudge:
    """The nudge of a row of ``COLUMNS``."""
    id_, person, slot, day, due, state, message, again, answer, late, category = row
    return Nudge(
        id=int(str(id_)),
        person_id=int(str(person)),
        slot=str(slot),
        day=to_day(str(day)),
        due=to_instant(str(due)),
        state=NudgeState(str(state)),
        message_id=None if message is None else int(str(message)),
        category=None if category is None else str(category),
        asked_again=int(str(again)),
        answer=None if answer is None else Answer(str(answer)),
        late=to_instant(str(late)),
    )


class WaitingNudges(ShownPrompts):
    """Rows of ``nudges`` whose state is ``due``; ``try_at`` is null while they are held back."""

    def claim(self, person_id: int, slot: str, day: date, due: datetime, late: datetime) -> bool:
        """Make the one row for this person, slot and day; False if there is one already.

        ``late`` is the instant from which it is too late to send (all aware UTC).
        """
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO nudges (person_id, slot, day, due_at, try_at, late_at, state)"
            " VALUES (?, ?, ?, ?, ?, ?, 'due')",
            [person_id, slot, day.isoformat(), to_text(due), to_text(due), to_text(late)],
        )
        return bool(cursor.rowcount)

    def held(self, person_id: int) -> list[Nudge]:
        """The person's nudges that wait, each due when it is tried; what is given back is none."""
        rows = self._db.execute(
            f"SELECT {WAITING} FROM nudges n WHERE n.person_id = ? AND n.sent_at IS NULL AND n.state = 'due'"  # noqa: S608 - constant columns
            " AND n.try_at IS NOT NULL AND n.slot NOT GLOB 'give:*' ORDER BY n.try_at, n.id",
            [person_id],
        ).fetchall()
        return [read(row) for row in rows]

    def put_off(self, nudge_id: int, at: datetime, late: datetime) -> None:
        """It waits until ``at``, and is let go from ``late`` on."""
        self._db.execute(
            "UPDATE nudges SET due_at = ?, try_at = ?, late_at = ? WHERE id = ? AND state = 'due'",
            [to_text(at), to_text(at), to_text(late), nudge_id],
        )

    def let_go(self, nudge_ids: Iterable[int]) -> None:
        """Those that wait are as if they had never been claimed."""
        self._db.execute(
            "DELETE FROM nudges WHERE state = 'due' AND id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(nudge_ids))],
        )

    def ask_again(self, nudge: Nudge, day: date, at: datetime, late: datetime) -> datetime | None:
        """Ask once more at ``at``, for that local day; None if it came already."""
        return at if self.claim(nudge.person_id, f"later:{nudge.id}", day, at, late) else None

    def let_again_go(self, nudge: Nudge) -> None:
        """It was put off before, and is put off anew."""
        self._db.execute(
            "DELETE FROM nudges WHERE person_id = ? AND slot = ? AND state IN ('due', 'skipped')",
            [nudge.person_id, f"later:{nudge.id}"],
        )

    def let_later_go(self, person_id: int, until: date) -> None:
        """What the person put off to a local day before ``until`` does not come: they said so since."""
        self._db.execute(
            "UPDATE nudges SET state = 'skipped', try_at = NULL WHERE person_id = ? AND day < ?"
            " AND state = 'due' AND slot GLOB 'later:*'",
            [person_id, until.isoformat()],
        )

    def let_later_go_for_words(self, person_id: int, day: date, soon: datetime) -> None:
        """Nor does what was put off within a local day on which they wrote, or to before ``soon``."""
        self._db.execute(
            "UPDATE nudges SET state = 'skipped', try_at = NULL WHERE person_id = ?"
            " AND (day <= ? OR due_at < ?) AND state = 'due' AND slot GLOB 'later:*'",
            [person_id, day.isoformat(), to_text(soon)],
        )

    def hold(self, person_id: int, until: date) -> None:
        """What the person put off to a local day before ``until`` waits for word of theirs: they pause."""
        self._db.execute(
            "UPDATE nudges SET try_at = NULL WHERE person_id = ? AND day < ?"
            " AND state = 'due' AND slot GLOB 'later:*'",
            [person_id, until.isoformat()],
        )

    def release(self, person_id: int, now: datetime) -> None:
        """What was held comes if its time is still to come, else not at all."""
        self._db.execute(
            "UPDATE nudges SET try_at = due_at, state = CASE WHEN due_at > ? THEN state ELSE 'skipped' END"
            " WHERE person_id = ? AND state = 'due' AND try_at IS NULL",
            [to_text(now), person_id],
        )

    def belongs_to(self, person_id: int, slot: str, day: date, other: date) -> None:
        """What was asked for that local day belongs to another since the days end at another hour.

        So the day has room for its own. The row keeps a key that begins with the slot's.
        """
        self._db.execute(
            "UPDATE nudges SET slot = slot || '#' || id, day = ?"
            " WHERE person_id = ? AND slot = ? AND day = ? AND state <> 'due'",
            [other.isoformat(), person_id, slot, day.isoformat()],
        )
