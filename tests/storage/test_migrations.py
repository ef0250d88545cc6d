"""Files of earlier Glimmers are brought up to date with all that is in them; later ones are refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from bot.domain.glimmer import Said
from bot.domain.kinds import Category
from bot.domain.taste import Reaction
from bot.storage.counting import LEAP
from bot.storage.database import IN_MEMORY, DatabaseError, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.indexing import register
from bot.storage.nudges import Nudges
from bot.storage.reindexing import Reindexing
from bot.storage.schema import schema
from bot.storage.search import Search

FIRST = 4
"""The first so many migrations made the oldest file that people have."""
BEFORE_IDS_FOR_GOOD = 20
BEFORE_CLOCKS = 23
BEFORE_LETTERS = 29
ROWS = {
    "people": {"id": 7, "language": "en", "zone": "Europe/London", "joined_at": "2026-11-24T12:00:00Z"},
    "slots": {"person_id": 7, "key": "20:30"},
    "nudges": {
        "id": 1, "person_id": 7, "slot": "20:30", "day": "2026-11-24", "due_at": "2026-11-24T20:30:00Z",
        "late_at": "2026-11-24T22:30:00Z", "state": "sent", "message_id": 5,
    },
    "prompts_shown": {
        "person_id": 7, "nudge_id": 1, "prompt_id": "sound-001", "text_hash": "0", "category": "sound",
        "depth": "light", "day": "2026-11-24", "shown_at": "2026-11-24T20:30:00Z",
    },
    "glimmers": {
        "id": 1, "person_id": 7, "message_id": 6, "said_at": "2026-11-24T20:31:00Z", "day": "2026-11-24",
        "text": "the kettle", "nudge_id": 1,
    },
    "media": {"glimmer_id": 1, "message_id": 6, "kind": "photo", "file_id": "f", "unique_id": "u"},
    "inbox": {"update_id": 9, "lane": 7, "body": "{}", "received_at": "2026-11-24T20:32:00Z"},
    "steps": {"person_id": 7, "step": "times:", "asked_at": "2026-11-24T20:00:00Z"},
    "lines_said": {"person_id": 7, "line_id": "ack-any-001"},
}  # fmt: skip


def until(count: int) -> Migrations:
    """The schema as it was after so many migrations."""
    older = Migrations("glimmer")
    older._migrations = schema._migrations[:count]
    return older


def shape(db: Database) -> dict[str, Any]:
    """Columns, indexes and triggers by name, however they came to be."""
    columns = {
        table: sorted(tuple(row[1:]) for row in db.execute(f"PRAGMA table_xinfo({table})"))
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    }
    rest = db.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger')")
    return {**columns, "others": sorted(rest.fetchall())}


@pytest.mark.parametrize("count", range(FIRST, len(schema._migrations) + 1))
def test_a_file_of_any_earlier_glimmer_comes_up_to_date_whole(tmp_path: Path, count: int) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(count).apply(old)
    for table, row in ROWS.items():
        old.table(table).insert(row)
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    assert shape(now) == shape(open_database(IN_MEMORY))
    for table, row in ROWS.items():
        kept = next(iter(now.table(table).rows))
        assert {key: kept[key] for key in row} == row
    assert now.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert now.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_ids_of_an_earlier_file_are_never_given_to_anything_else(tmp_path: Path) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(BEFORE_IDS_FOR_GOOD).apply(old)
    for table, row in ROWS.items():
        old.table(table).insert(row)
    old.table("glimmers").insert(ROWS["glimmers"] | {"id": 2, "message_id": 7, "part_of": 1})
    old.table("glimmers").insert(ROWS["glimmers"] | {"id": 3, "message_id": 8})
    old.execute("INSERT INTO inbox_seen VALUES (1, 9, '2026-11-24T20:32:00Z')")
    old.execute("DELETE FROM glimmers WHERE id = 3")
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    said = Said(9, datetime(2026, 11, 24, 21, tzinfo=UTC), "the kettle again")
    assert Glimmers(now).keep(7, said, Filed(said.at.date()))[0] > LEAP
    assert [g.id for g in Search(now).find(7, "kettle", 9)][-1] == 1
    assert now.execute("SELECT id, part_of FROM glimmers WHERE id < 9").fetchall() == [(1, None), (2, 1)]
    assert now.execute("DELETE FROM glimmers WHERE id = 1").rowcount == 1
    assert now.execute("SELECT count(*) FROM glimmers, search").fetchone() == (1,)
    assert now.execute("SELECT count(*) FROM media").fetchone() == (0,)
    assert now.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_fresh_file_begins_to_count_at_one() -> None:
    assert open_database(IN_MEMORY).execute("SELECT count(*) FROM sqlite_sequence").fetchone() == (0,)


def test_what_weighed_stays_noted_beside_its_moment(tmp_path: Path) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(20).apply(old)
    row = {
        "glimmer_id": 1, "person_id": 7, "weight": "mixed", "day": "2026-11-24", "at": "2026-11-24T20:31:00Z",
    }  # fmt: skip
    for table, one in (*ROWS.items(), ("heavy_moments", row)):
        old.table(table).insert(one)
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    kept = next(iter(now.table("heavy_moments").rows))
    assert {key: kept[key] for key in row} == row
    now.close()


@pytest.mark.parametrize(("placed", "zone"), [(1, "Europe/London"), (0, None)])
def test_what_was_kept_carries_the_zone_that_its_person_told(
    tmp_path: Path, placed: int, zone: str | None
) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(BEFORE_CLOCKS).apply(old)
    old.table("people").insert(ROWS["people"] | {"placed": placed})
    old.table("glimmers").insert(ROWS["glimmers"] | {"nudge_id": None})
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    assert now.execute("SELECT zone FROM glimmers").fetchone() == (zone,)
    now.close()


def test_what_was_replied_to_stays_the_last_prompt_of_its_nudge(tmp_path: Path) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(24).apply(old)
    for table, row in ROWS.items():
        old.table(table).insert(row | ({"answer": "glimmer"} if table == "nudges" else {}))
    old.table("prompts_shown").insert(ROWS["prompts_shown"] | {"prompt_id": "sight-001", "category": "sight"})
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    reactions = Nudges(now).reactions(7)
    assert reactions == [(Category.SIGHT, Reaction.REPLY), (Category.SOUND, Reaction.ANOTHER)]
    now.close()


def test_letters_that_only_look_accented_are_found_in_what_was_kept_before(tmp_path: Path) -> None:
    old = Database(tmp_path / "a.db")
    register(old.conn)
    until(BEFORE_LETTERS).apply(old)
    old.table("people").insert(ROWS["people"])
    old.table("glimmers").insert(ROWS["glimmers"] | {"nudge_id": None, "text": "Łódź"})
    old.execute("UPDATE search SET words = '7xłodz'")  # as they were put into it then
    old.conn.commit()
    old.close()
    now = open_database(tmp_path / "a.db")
    assert [glimmer.text for glimmer in Search(now).find(7, "lodz", 9)] == ["Łódź"]
    assert Reindexing(now).is_sound()
    assert not Reindexing(now).differing()
    now.close()


def test_a_file_of_a_later_glimmer_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    later = open_database(tmp_path / "a.db")
    row = {"migration_set": "glimmer", "name": "m999_later", "applied_at": ""}
    later.table("_sqlite_migrations").insert(row)
    later.conn.commit()
    later.close()
    before = (tmp_path / "a.db").read_bytes()
    with pytest.raises(DatabaseError, match="newer Glimmer"):
        open_database(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


def test_migrations_are_only_ever_added(tmp_path: Path) -> None:
    names = [migration.name for migration in schema._migrations]
    assert names == sorted(names)
    assert len(names) == len(set(names))
