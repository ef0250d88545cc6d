"""What makes up a glimmer's words where they come in pieces: captions of an album, links behind words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database


def compose(db: Database, glimmer_id: int) -> None:
    """The captions of an album's pictures, in order, are its text."""
    db.execute(
        "UPDATE glimmers SET worded = 0, text = (SELECT ifnull(group_concat(caption, char(10)), '') FROM"
        " (SELECT caption FROM media WHERE glimmer_id = glimmers.id AND caption <> ''"
        " ORDER BY message_id, id)) WHERE id = ?",
        [glimmer_id],
    )


def add_caption(db: Database, glimmer_id: int, caption: str) -> None:
    """A further picture of an album came: its caption follows chosen words, or joins the other captions."""
    row = db.execute("SELECT worded, text, earlier FROM glimmers WHERE id = ?", [glimmer_id]).fetchone()
    if not row[0]:
        compose(db, glimmer_id)
        return
    longer = [None if text is None else "\n".join(filter(None, (text, caption))) for text in row[1:]]
    db.execute("UPDATE glimmers SET text = ?, earlier = ? WHERE id = ?", [*longer, glimmer_id])


def add_links(db: Database, glimmer_id: int, links: Sequence[str]) -> None:
    """Addresses behind its words; those of an earlier wording stay."""
    if links:
        known = db.execute("SELECT links FROM glimmers WHERE id = ?", [glimmer_id]).fetchone()[0].split()
        every = " ".join(dict.fromkeys((*known, *links)))
        db.execute("UPDATE glimmers SET links = ? WHERE id = ?", [every, glimmer_id])
