"""Ids that are given once in a journal's life, whatever is deleted or restored (docs/decisions/303)."""

from __future__ import annotations

from sqlite_utils import Database

COUNTED = ("nudges", "glimmers")
"""What buttons name by its id."""
LEAP = 1_000_000
"""More ids than are given out between a backup and the day it is restored."""


def count_on(db: Database, table: str) -> None:
    """Make a table anew whose ids only go up; rows, indexes and triggers stay as they are.

    Its rows go over in slices, so that neither memory nor the file grows with them.
    """
    if db.execute("PRAGMA foreign_keys").fetchone()[0]:
        raise RuntimeError("what belongs to its rows would go with the old table")
    parts = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND sql NOT NULL"
        " ORDER BY type = 'table'",
        [table],
    ).fetchall()
    for kind, name, _ in parts[:-1]:
        db.execute(f"DROP {kind} {name}")
    anew = parts[-1][2].replace(table, f"{table}_anew", 1)
    db.execute(anew.replace("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY AUTOINCREMENT", 1))
    first = f"SELECT max(id) FROM (SELECT id FROM {table} ORDER BY id LIMIT 5000)"  # noqa: S608 - our own table
    while upto := db.execute(first).fetchone()[0]:
        db.execute(f"INSERT INTO {table}_anew SELECT * FROM {table} WHERE id <= ?", [upto])  # noqa: S608 - as above
        db.execute(f"DELETE FROM {table} WHERE id <= ?", [upto])  # noqa: S608 - as above
    db.execute(f"DROP TABLE {table}")
    db.execute(f"ALTER TABLE {table}_anew RENAME TO {table}")
    for _, _, sql in parts[:-1]:
        db.execute(sql)


def leap(db: Database) -> None:
    """Go on with ids far beyond all that this file knows of: others may have been given out."""
    for table in COUNTED:
        db.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?, 0"
            " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            [table, table],
        )
        db.execute("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?", [LEAP, table])
