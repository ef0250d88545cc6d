"""What a person changes about kept moments. Every query carries their id: what is not theirs stays.

Each method returns whether there was something of theirs to change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zlib import crc32

from sqlite_utils import Database

from bot.domain.glimmer import Said
from bot.storage.database import to_instant, to_text
from bot.storage.media import attach, detach_others
from bot.storage.wording import add_links, compose

GAVE_UP = "text = '' AND worded = 1 AND earlier IS NOT NULL"
"""Of what was added to a glimmer that got other words since: ``earlier`` are its own."""


class Changes:
    """Rows of ``glimmers``, changed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def _change(self, what: str, *values: object) -> bool:
        """One change of a glimmer; the last two of ``values`` are the person's id and the glimmer's."""
        cursor = self._db.execute(
            f"UPDATE glimmers SET {what} WHERE person_id = ? AND id = ?",  # noqa: S608 - constants
            list(values),
        )
        return bool(cursor.rowcount)

    def edit(self, person_id: int, glimmer_id: int, said: Said, now: datetime) -> bool:
        """Take over an edited message; False if it is no news: an older edit, or the same words.

        The wording before the first of several stays, for undoing; a picture that was replaced does not.
        """
        at = said.edited or now
        with self._db.atomic():
            row = self._db.execute(
                "SELECT text, edited_at, album, earlier, edit_mark FROM glimmers"
                " WHERE person_id = ? AND id = ?",
                [person_id, glimmer_id],
            ).fetchone()
            if row is None or (row[1] and _is_old(said, at, to_instant(row[1]), row[4])):
                return False
            self._replace(glimmer_id, said, row[2] is not None, now)
            cursor = self._db.execute(
                "UPDATE glimmers SET earlier = ifnull(earlier, ?), edited_at = ?, edit_mark = ?"
                " WHERE id = ? AND text <> ?",
                [row[0], to_text(at), _mark(said), glimmer_id, row[0]],
            )
            if cursor.rowcount and row[3] is not None:
                self._go_on(glimmer_id, row[1], at)
        return bool(cursor.rowcount)

    def _go_on(self, glimmer_id: int, since: str, at: datetime) -> None:
        """One more edit in a row: what gave up its words for one of them gets them back with the first."""
        self._db.execute(
            f"UPDATE glimmers SET edited_at = ? WHERE part_of = ? AND edited_at = ? AND {GAVE_UP}",  # noqa: S608 - constants
            [to_text(at), glimmer_id, since],
        )

    def _replace(self, glimmer_id: int, said: Said, album: bool, now: datetime) -> None:
        if said.media:
            detach_others(self._db, glimmer_id, said)
        for medium in said.media:
            attach(self._db, glimmer_id, said, medium, now)
        add_links(self._db, glimmer_id, said.links)
        if album:
            self._db.execute(
                "UPDATE media SET caption = ? WHERE glimmer_id = ? AND message_id = ?",
                [said.text, glimmer_id, said.message_id],
            )
            compose(self._db, glimmer_id)
        else:
            self._db.execute("UPDATE glimmers SET text = ?, worded = 0 WHERE id = ?", [said.text, glimmer_id])

    def reword(
        self, person_id: int, glimmer_id: int, text: str, now: datetime, by: int | None = None
    ) -> bool:
        """Other words for the whole glimmer, ``by`` a message; what was added to it gives up its own."""
        at = to_text(now)
        with self._db.atomic():
            row = self._db.execute(
                "SELECT edited_at FROM glimmers WHERE person_id = ? AND id = ? AND earlier IS NOT NULL",
                [person_id, glimmer_id],
            ).fetchone()
            if row:
                self._go_on(glimmer_id, row[0], now)
            self._db.execute(
                "UPDATE glimmers SET earlier = text, text = '', edited_at = ?, worded = 1"
                " WHERE person_id = ? AND part_of = ? AND text <> ''",
                [at, person_id, glimmer_id],
            )
            return self._change(
                "earlier = ifnull(earlier, text), text = ?, edited_at = ?, worded = 1, reworded_by = ?",
                *(text, at, by, person_id, glimmer_id),
            )

    def reworded_by(self, person_id: int, message_id: int) -> tuple[int, str] | None:
        """The glimmer that this message gave other words, and the words that are now its own."""
        row = self._db.execute(
            "SELECT id, text FROM glimmers WHERE person_id = ? AND reworded_by = ?", [person_id, message_id]
        ).fetchone()
        return (row[0], row[1]) if row else None

    def unword(self, person_id: int, glimmer_id: int) -> bool:
        """Back to the wording before the edits, if it is there; also of what gave up its own for them."""
        back = "text = earlier, earlier = NULL, worded = 1"
        with self._db.atomic():
            self._db.execute(
                f"UPDATE glimmers SET {back} WHERE person_id = ? AND part_of = ? AND {GAVE_UP}"  # noqa: S608 - constants
                " AND edited_at = (SELECT edited_at FROM glimmers WHERE id = ? AND earlier IS NOT NULL)",
                [person_id, glimmer_id, glimmer_id],
            )
            cursor = self._db.execute(
                f"UPDATE glimmers SET {back} WHERE person_id = ? AND id = ? AND earlier IS NOT NULL",  # noqa: S608 - as above
                [person_id, glimmer_id],
            )
        return bool(cursor.rowcount)

    def forget_earlier(self, before: datetime) -> int:
        """Let go of wordings that were replaced before that instant; returns how many.

        What was added to a glimmer and gave up its words gets them back once it is one of its own again.
        """
        cursor = self._db.execute(
            "UPDATE glimmers SET earlier = NULL WHERE earlier IS NOT NULL AND edited_at < ?"  # noqa: S608 - constants
            f" AND NOT (part_of IS NOT NULL AND {GAVE_UP})",
            [to_text(before)],
        )
        return int(cursor.rowcount)

    def take_back(self, person_id: int, glimmer_id: int, by: int | None = None) -> bool:
        """It is no glimmer after all, as the message ``by`` says, or a button."""
        return self._change("taken_back = 1, taken_back_by = ?", by, person_id, glimmer_id)

    def put_back(self, person_id: int, glimmer_id: int) -> bool:
        """It is one after all."""
        return self._change("taken_back = 0", person_id, glimmer_id)

    def move(self, person_id: int, glimmer_id: int, day: date) -> bool:
        """It belongs to that local day."""
        return self._change("day = ?", day.isoformat(), person_id, glimmer_id)

    def hide(self, person_id: int, glimmer_id: int) -> bool:
        """It is not to be given back."""
        return self._change("hidden = 1", person_id, glimmer_id)

    def unhide(self, person_id: int, glimmer_id: int) -> bool:
        """It may be given back."""
        return self._change("hidden = 0", person_id, glimmer_id)

    def let_in(self, person_id: int, glimmer_id: int) -> bool:
        """It may be given back with all that was added to it, though that was hidden or held."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE glimmers SET hidden = 0, held = 0 WHERE person_id = ? AND part_of = ?",
                [person_id, glimmer_id],
            )
            return self._change("hidden = 0, held = 0", person_id, glimmer_id)

    def keep_near(self, person_id: int, glimmer_id: int) -> bool:
        """It comes back more often."""
        return self._change("favourite = 1", person_id, glimmer_id)

    def keep_as_others(self, person_id: int, glimmer_id: int) -> bool:
        """It comes back as often as the others."""
        return self._change("favourite = 0", person_id, glimmer_id)

    def tag(self, person_id: int, glimmer_id: int, tags: Sequence[str]) -> bool:
        """The tags that were added to it, all of them; what was added to it keeps its own of these."""
        with self._db.atomic():
            rows = self._db.execute(
                "SELECT id, tags FROM glimmers WHERE person_id = ?"
                " AND (id = ? OR part_of = ? AND taken_back = 0)",
                [person_id, glimmer_id, glimmer_id],
            ).fetchall()
            had = {id_: words.split() for id_, words in rows}
            own = had.pop(glimmer_id, [])
            for part, theirs in had.items():
                self._tag(person_id, part, [tag for tag in theirs if tag in tags])
            elsewhere = {tag for theirs in had.values() for tag in theirs}
            return self._tag(
                person_id, glimmer_id, [tag for tag in tags if tag in own or tag not in elsewhere]
            )

    def _tag(self, person_id: int, glimmer_id: int, tags: Sequence[str]) -> bool:
        return self._change("tags = ?", " ".join(tags), person_id, glimmer_id)

    def locate(self, person_id: int, glimmer_id: int, spot: str) -> bool:
        """Keep coordinates with it; empty: none."""
        return self._change("spot = ?", spot, person_id, glimmer_id)

    def receipt(self, person_id: int, glimmer_id: int, message_id: int) -> bool:
        """It was acknowledged by that message of the bot."""
        return self._change("receipt_id = ?", message_id, person_id, glimmer_id)

    def receipt_of(self, person_id: int, glimmer_id: int) -> int | None:
        """The bot's message that acknowledged it."""
        row = self._db.execute(
            "SELECT receipt_id FROM glimmers WHERE person_id = ? AND id = ?", [person_id, glimmer_id]
        ).fetchone()
        return row[0] if row else None

    def join(self, person_id: int, glimmer_id: int, to: int) -> bool:
        """Add a glimmer that stands, with what was added to it, to another whole one that stands."""
        with self._db.atomic():
            row = self._db.execute(
                "SELECT 1 FROM glimmers w JOIN glimmers g USING (person_id) WHERE person_id = ? AND w.id = ?"
                " AND g.id = ? AND w.id <> g.id AND w.part_of IS NULL AND NOT (w.taken_back OR g.taken_back)",
                [person_id, to, glimmer_id],
            ).fetchone()
            joined = bool(row) and self._change("part_of = ?", to, person_id, glimmer_id)
            if joined:
                self._db.execute("UPDATE glimmers SET part_of = ? WHERE part_of = ?", [to, glimmer_id])
        return joined

    def part(self, person_id: int, glimmer_id: int) -> bool:
        """Make a glimmer of its own again of what was added to one, with its own words."""
        gave_up = f"part_of IS NOT NULL AND {GAVE_UP}"
        return self._change(
            f"part_of = NULL, text = CASE WHEN {gave_up} THEN earlier ELSE text END,"
            f" earlier = CASE WHEN {gave_up} THEN NULL ELSE earlier END",
            *(person_id, glimmer_id),
        )

    def delete(self, person_id: int, glimmer_id: int) -> bool:
        """Delete it with all that belongs to it, for ever."""
        cursor = self._db.execute(
            "DELETE FROM glimmers WHERE person_id = ? AND id = ?", [person_id, glimmer_id]
        )
        return bool(cursor.rowcount)


def _is_old(said: Said, at: datetime, last: datetime, mark: int | None) -> bool:
    """Whether the edit comes late, or is the last one again; others may be of the same second."""
    return at < last or (at == last and mark == _mark(said))


def _mark(said: Said) -> int:
    """Tells an edit from others of the same second, also after it was undone."""
    what = (said.message_id, said.text, [medium.unique_id for medium in said.media])
    return crc32(repr(what).encode(errors="replace"))
