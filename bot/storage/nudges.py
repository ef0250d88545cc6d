"""Nudges: one row per person, slot and local day; and every prompt that was shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.nudge import Answer, Nudge, NudgeState
from bot.domain.prompts import Prompt, Sent
from bot.storage.database import to_text
from bot.storage.waiting import COLUMNS, WaitingNudges, read

A_DAY = timedelta(days=1)


class Nudges(WaitingNudges):
    """Rows of ``nudges``, and what was shown for them."""

    def waiting(self, now: datetime, most: int) -> list[Nudge]:
        """Claimed, not yet handed over and not too late, in the order in which they came due."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM nudges n WHERE n.state = 'due' AND n.try_at <= ? AND n.late_at > ?"  # noqa: S608 - constant columns
            " ORDER BY n.try_at, n.id LIMIT ?",
            [to_text(now), to_text(now), most],
        ).fetchall()
        return [read(row) for row in rows]

    def skip_late(self, now: datetime) -> int:
        """Let go of what is too late to send; returns how many."""
        cursor = self._db.conn.execute(
            "UPDATE nudges SET state = 'skipped', try_at = NULL"
            " WHERE state = 'due' AND try_at <= ? AND late_at <= ?",
            [to_text(now), to_text(now)],
        )
        self._db.conn.commit()
        return int(cursor.rowcount)

    def sending(self, nudge: Nudge, prompt: Prompt, sent: Sent) -> None:
        """Say that it is being handed over, and with which prompt: committed before it is."""
        with self._db.atomic():
            self.sending_line(nudge.id, sent.at)
            self._show(nudge.person_id, nudge.id, prompt, sent)

    def sending_line(self, nudge_id: int, now: datetime) -> None:
        """The same for a line that is no prompt."""
        self._db.execute(
            "UPDATE nudges SET state = 'sending', sent_at = ? WHERE id = ?", [to_text(now), nudge_id]
        )

    def show_another(self, nudge: Nudge, prompt: Prompt, sent: Sent) -> None:
        """Remember that another prompt was shown in its place."""
        with self._db.atomic():
            self._db.execute("UPDATE nudges SET asked_again = asked_again + 1 WHERE id = ?", [nudge.id])
            self._show(nudge.person_id, nudge.id, prompt, sent)

    def _show(self, person_id: int, nudge_id: int, prompt: Prompt, sent: Sent) -> None:
        self._db.execute(
            "INSERT INTO prompts_shown"
            " (person_id, nudge_id, prompt_id, text_hash, category, depth, day, shown_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                person_id,
                nudge_id,
                sent.prompt_id,
                sent.text_hash,
                sent.category.value,
                prompt.depth.value,
                sent.day.isoformat(),
                to_text(sent.at),
            ],
        )

    def sent(self, nudge_id: int, message_id: int, now: datetime) -> None:
        """It went out as that message; if it asks, words are meant for it, not for what was asked before."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE nudges SET state = 'sent', try_at = NULL, message_id = ?, sent_at = ? WHERE id = ?",
                [message_id, to_text(now), nudge_id],
            )
            self._db.execute(
                "UPDATE steps SET overtaken = 1 WHERE person_id ="
                " (SELECT person_id FROM nudges WHERE id = ? AND slot NOT GLOB 'give:*')",
                [nudge_id],
            )

    def again(self, nudge_id: int, at: datetime) -> None:
        """It was refused before it was carried out: try again at ``at``; the prompt was not shown."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE nudges SET state = 'due', sent_at = NULL, try_at = ? WHERE id = ?",
                [to_text(at), nudge_id],
            )
            self._db.execute("DELETE FROM prompts_shown WHERE nudge_id = ?", [nudge_id])

    def end(self, nudge_id: int, state: NudgeState) -> None:
        """It ended otherwise: lost, skipped or failed."""
        self._db.execute("UPDATE nudges SET state = ?, try_at = NULL WHERE id = ?", [state.value, nudge_id])

    def lose_in_flight(self) -> int:
        """At start: what was being sent when the process ended may have arrived; it is not sent again."""
        cursor = self._db.conn.execute("UPDATE nudges SET state = 'lost' WHERE state = 'sending'")
        self._db.conn.commit()
        return int(cursor.rowcount)

    def unsent(self, person_id: int) -> list[int]:
        """Ids of the person's nudges that wait or are being handed over."""
        rows = self._db.execute(
            "SELECT id FROM nudges WHERE person_id = ? AND state IN ('due', 'sending')", [person_id]
        )
        return [row[0] for row in rows]

    def get(self, person_id: int, nudge_id: int) -> Nudge | None:
        """The person's nudge of that id."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM nudges n WHERE n.person_id = ? AND n.id = ?",  # noqa: S608 - constant columns
            [person_id, nudge_id],
        ).fetchone()
        return read(row) if row else None

    def find(self, person_id: int, slot: str, day: date) -> Nudge | None:
        """The person's nudge for that slot and day."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM nudges n WHERE n.person_id = ? AND n.slot = ? AND n.day = ?",  # noqa: S608 - constant columns
            [person_id, slot, day.isoformat()],
        ).fetchone()
        return read(row) if row else None

    def by_message(self, person_id: int, message_id: int) -> Nudge | None:
        """The person's nudge that went out as that message; what is given back asks for nothing."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM nudges n WHERE n.person_id = ? AND n.message_id = ?"  # noqa: S608 - constant columns
            " AND n.slot NOT GLOB 'give:*'",
            [person_id, message_id],
        ).fetchone()
        return read(row) if row else None

    def last_open(self, person_id: int, since: datetime, until: datetime) -> Nudge | None:
        """The latest nudge that went out between the two instants and shows what nobody answered."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM nudges n WHERE n.person_id = ? AND n.state = 'sent'"  # noqa: S608 - constant columns
            " AND (n.answer IS NULL OR n.answer = 'glimmer' AND NOT"
            " (SELECT answered FROM prompts_shown s WHERE s.nudge_id = n.id ORDER BY s.id DESC LIMIT 1))"
            " AND n.slot NOT GLOB 'give:*' AND n.sent_at BETWEEN ? AND ?"
            " ORDER BY n.sent_at DESC, n.id DESC LIMIT 1",
            [person_id, to_text(since), to_text(until)],
        ).fetchone()
        return read(row) if row else None

    def answer(self, nudge_id: int, answer: Answer) -> None:
        """What the person made of it."""
        self._db.execute("UPDATE nudges SET answer = ? WHERE id = ?", [answer.value, nudge_id])

    def replied(self, nudge_id: int) -> None:
        """A moment came, in reply to the prompt that is shown for it now."""
        with self._db.atomic():
            self.answer(nudge_id, Answer.GLIMMER)
            self._credit(nudge_id)

    def answer_with_rest(self, nudge: Nudge, answer: Answer, day: date) -> None:
        """They want no more on its day, nor on that local one; what they put off until then does not come."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE nudges SET answer = ?, rests_on = ? WHERE id = ?",
                [answer.value, day.isoformat(), nudge.id],
            )
            self.let_later_go(nudge.person_id, day + A_DAY)

    def last_answer(self, person_id: int) -> Answer | None:
        """The latest answer to a nudge, if there was one."""
        row = self._db.execute(
            "SELECT answer FROM nudges WHERE person_id = ? AND answer IS NOT NULL"
            " ORDER BY sent_at DESC LIMIT 1",
            [person_id],
        ).fetchone()
        return Answer(row[0]) if row else None
