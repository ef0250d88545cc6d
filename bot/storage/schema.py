"""The schema as an append-only list of migrations. Never edit one that was released: add another.

Instants are text in UTC (``2026-11-24T20:30:00Z``), local days are dates, wall times minutes after
midnight: readable in any SQLite browser, and they sort.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.storage.counting import COUNTED, count_on, leap

schema = Migrations("glimmer")


@schema()
def m001_people(db: Database) -> None:
    """People and their rhythm; ``slots.next_at`` is when a slot is due next (null: not planned)."""
    db.execute("""
        CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            language TEXT NOT NULL,
            zone TEXT NOT NULL,
            placed INTEGER NOT NULL DEFAULT 0,
            day_end INTEGER NOT NULL DEFAULT 240,
            quiet_from INTEGER,
            quiet_until INTEGER,
            jitter INTEGER NOT NULL DEFAULT 0,
            acknowledge TEXT NOT NULL DEFAULT 'words',
            paused_until TEXT,
            reachable INTEGER NOT NULL DEFAULT 1,
            joined_at TEXT NOT NULL
        )""")
    db.execute("""
        CREATE TABLE slots (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            days TEXT NOT NULL DEFAULT '0123456',
            next_at TEXT,
            next_day TEXT,
            PRIMARY KEY (person_id, key)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX slots_due ON slots (next_at) WHERE next_at IS NOT NULL")


@schema()
def m002_nudges(db: Database) -> None:
    """One row per person, slot and local day, claimed before it is sent; and each prompt shown."""
    db.execute("""
        CREATE TABLE nudges (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            slot TEXT NOT NULL,
            day TEXT NOT NULL,
            due_at TEXT NOT NULL,
            try_at TEXT,
            late_at TEXT NOT NULL,
            state TEXT NOT NULL,
            message_id INTEGER,
            sent_at TEXT,
            answer TEXT,
            asked_again INTEGER NOT NULL DEFAULT 0,
            UNIQUE (person_id, slot, day)
        )""")
    db.execute("CREATE INDEX nudges_waiting ON nudges (try_at) WHERE state = 'due'")
    db.execute("CREATE INDEX nudges_of_person ON nudges (person_id, sent_at)")
    db.execute("""
        CREATE TABLE prompts_shown (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            nudge_id INTEGER NOT NULL REFERENCES nudges(id) ON DELETE CASCADE,
            prompt_id TEXT NOT NULL,
            text_hash TEXT NOT NULL,
            category TEXT NOT NULL,
            depth TEXT NOT NULL,
            day TEXT NOT NULL,
            shown_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX prompts_shown_to ON prompts_shown (person_id, id)")
    db.execute("CREATE INDEX prompts_shown_for ON prompts_shown (nudge_id)")


@schema()
def m003_glimmers(db: Database) -> None:
    """Kept moments, idempotent by person and message; media beside them."""
    db.execute("""
        CREATE TABLE glimmers (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            message_id INTEGER NOT NULL,
            album TEXT,
            said_at TEXT NOT NULL,
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            nudge_id INTEGER REFERENCES nudges(id) ON DELETE SET NULL,
            category TEXT,
            held INTEGER NOT NULL DEFAULT 0,
            taken_back INTEGER NOT NULL DEFAULT 0,
            edited_at TEXT,
            receipt_id INTEGER,
            UNIQUE (person_id, message_id)
        )""")
    db.execute("CREATE INDEX glimmers_by_day ON glimmers (person_id, day, id)")
    db.execute("CREATE INDEX glimmers_by_nudge ON glimmers (nudge_id)")
    db.execute("""
        CREATE TABLE media (
            id INTEGER PRIMARY KEY,
            glimmer_id INTEGER NOT NULL REFERENCES glimmers(id) ON DELETE CASCADE,
            message_id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            file_id TEXT NOT NULL,
            unique_id TEXT NOT NULL,
            mime TEXT NOT NULL DEFAULT '',
            size INTEGER NOT NULL DEFAULT 0,
            bytes BLOB,
            fetch_at TEXT,
            tries INTEGER NOT NULL DEFAULT 0,
            UNIQUE (glimmer_id, unique_id)
        )""")
    db.execute("CREATE INDEX media_to_fetch ON media (fetch_at) WHERE fetch_at IS NOT NULL")


@schema()
def m004_conversation(db: Database) -> None:
    """The inbox, the step a conversation is in, and the lines a person heard lately."""
    db.execute("""
        CREATE TABLE inbox (
            update_id INTEGER PRIMARY KEY,
            lane INTEGER NOT NULL,
            body TEXT NOT NULL,
            received_at TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            aside TEXT
        )""")
    db.execute("CREATE TABLE inbox_seen (id INTEGER PRIMARY KEY CHECK (id = 1), update_id INTEGER, at TEXT)")
    db.execute("""
        CREATE TABLE steps (
            person_id INTEGER PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
            step TEXT NOT NULL,
            asked_at TEXT NOT NULL
        )""")
    db.execute("""
        CREATE TABLE lines_said (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            line_id TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX lines_said_to ON lines_said (person_id, id)")


@schema()
def m005_manner(db: Database) -> None:
    """How a person wants to be asked (``patience`` null: without end), and when they were heard last."""
    db.execute("ALTER TABLE people ADD COLUMN silent INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE people ADD COLUMN after_writing TEXT NOT NULL DEFAULT 'hours'")
    db.execute("ALTER TABLE people ADD COLUMN patience INTEGER DEFAULT 10")
    db.execute("ALTER TABLE people ADD COLUMN resting INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE people ADD COLUMN heard_at TEXT")


@schema()
def m006_kept_whole(db: Database) -> None:
    """What else belongs to a moment, and what its person decided about it.

    ``favourite``: kept near; ``hidden``: not to be given back; ``earlier``: the wording before
    ``edited_at``, while that can be undone; ``part_of``: the moment that this one was added to;
    ``origin``: whom it was forwarded from; ``quote``: what it answers; ``place``: a name;
    ``spot``: coordinates, for who said so; ``tags``: words added as tags; ``kept_at``: when it reached us.
    ``media.caption`` is that of one picture of an album; all of them make up its text.
    """
    for column in (
        "favourite INTEGER NOT NULL DEFAULT 0",
        "hidden INTEGER NOT NULL DEFAULT 0",
        "earlier TEXT",
        "part_of INTEGER REFERENCES glimmers(id) ON DELETE CASCADE",
        "origin TEXT NOT NULL DEFAULT ''",
        "quote TEXT NOT NULL DEFAULT ''",
        "place TEXT NOT NULL DEFAULT ''",
        "spot TEXT NOT NULL DEFAULT ''",
        "tags TEXT NOT NULL DEFAULT ''",
        "kept_at TEXT",
    ):
        db.execute(f"ALTER TABLE glimmers ADD COLUMN {column}")
    for column in ("name", "caption"):
        db.execute(f"ALTER TABLE media ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX glimmers_parts ON glimmers (part_of) WHERE part_of IS NOT NULL")
    db.execute("CREATE INDEX glimmers_earlier ON glimmers (edited_at) WHERE earlier IS NOT NULL")
    db.execute("CREATE INDEX glimmers_albums ON glimmers (person_id, album) WHERE album IS NOT NULL")
    db.execute("CREATE INDEX media_of_message ON media (message_id)")
    db.execute("CREATE INDEX media_unfetched ON media (id) WHERE bytes IS NULL")


@schema()
def m007_giving_back(db: Database) -> None:
    """Which glimmers came back, in which round and how often in it; and days that are not given back."""
    db.execute("""
        CREATE TABLE looked_back (
            glimmer_id INTEGER PRIMARY KEY REFERENCES glimmers(id) ON DELETE CASCADE,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            round INTEGER NOT NULL,
            times INTEGER NOT NULL,
            shown_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX looked_back_of_person ON looked_back (person_id)")
    db.execute("""
        CREATE TABLE hidden_days (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            day TEXT NOT NULL,
            PRIMARY KEY (person_id, day)
        ) WITHOUT ROWID""")


@schema()
def m008_search(db: Database) -> None:
    """The words of every glimmer, kept by triggers (storage.search says how)."""
    db.execute("""
        CREATE VIRTUAL TABLE search USING fts5(
            words, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
        )""")
    words = "search_words({0}.person_id, {0}.text || ' ' || {0}.tags || ' ' || {0}.place || ' ' ||"
    words += " {0}.origin || ' ' || {0}.quote)"
    db.execute(f"INSERT INTO search (rowid, words) SELECT g.id, {words.format('g')} FROM glimmers g")  # noqa: S608 - constants
    db.execute(f"""
        CREATE TRIGGER search_kept AFTER INSERT ON glimmers BEGIN
            INSERT INTO search (rowid, words) VALUES (new.id, {words.format("new")});
        END""")  # noqa: S608 - constants
    db.execute(f"""
        CREATE TRIGGER search_changed AFTER UPDATE OF text, tags, place, origin, quote ON glimmers BEGIN
            UPDATE search SET words = {words.format("new")} WHERE rowid = new.id;
        END""")  # noqa: S608 - constants
    db.execute("""
        CREATE TRIGGER search_deleted AFTER DELETE ON glimmers BEGIN
            DELETE FROM search WHERE rowid = old.id;
        END""")


@schema()
def m009_wishes(db: Database) -> None:
    """What is never asked about, which prompts were not wanted, where help is looked for.

    ``prompts_shown.counts`` is 0 once what was learned from it is to be forgotten; a heavy moment stays
    noted when the person says that they meant something else.
    """
    db.execute("""
        CREATE TABLE mutes (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (person_id, kind, name)
        ) WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE support_countries (
            person_id INTEGER PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
            country TEXT NOT NULL
        )""")
    db.execute("ALTER TABLE prompts_shown ADD COLUMN declined INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE prompts_shown ADD COLUMN counts INTEGER NOT NULL DEFAULT 1")
    db.execute("CREATE INDEX prompts_declined ON prompts_shown (person_id) WHERE declined")
    db.execute("""
        CREATE TABLE heavy_moments (
            glimmer_id INTEGER PRIMARY KEY REFERENCES glimmers(id) ON DELETE CASCADE,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            day TEXT NOT NULL,
            at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX heavy_moments_of ON heavy_moments (person_id, at)")
    db.execute(
        "INSERT INTO heavy_moments (glimmer_id, person_id, day, at)"
        " SELECT id, person_id, day, said_at FROM glimmers WHERE held"
    )


@schema()
def m010_planned(db: Database) -> None:
    """By which zone rules everybody is planned; what was being sent is found without reading all nudges."""
    db.execute(
        "CREATE TABLE planned (id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL, upto INTEGER)"
    )
    db.execute("CREATE INDEX nudges_sending ON nudges (id) WHERE state = 'sending'")


@schema()
def m011_givings(db: Database) -> None:
    """What people want to have back by itself, when it comes next, and what was offered to them once."""
    db.execute("""
        CREATE TABLE givings (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            gift TEXT NOT NULL,
            wall INTEGER NOT NULL,
            days TEXT NOT NULL DEFAULT '0123456',
            next_at TEXT,
            next_day TEXT,
            PRIMARY KEY (person_id, gift)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX givings_due ON givings (next_at) WHERE next_at IS NOT NULL")
    db.execute("""
        CREATE TABLE offers (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            PRIMARY KEY (person_id, name)
        ) WITHOUT ROWID""")


@schema()
def m012_media_in_turn(db: Database) -> None:
    """Whose a file is, so that people take turns at having theirs fetched."""
    db.execute("ALTER TABLE media ADD COLUMN person_id INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE media SET person_id = (SELECT g.person_id FROM glimmers g WHERE g.id = media.glimmer_id)"
    )
    db.execute("CREATE INDEX media_in_turn ON media (person_id, fetch_at, id) WHERE fetch_at IS NOT NULL")
    db.execute("DROP INDEX media_to_fetch")


@schema()
def m013_exact(db: Database) -> None:
    """Planning anew goes by when slots are due; the last tick is known; so is when words were said.

    ``planned.soonest`` and ``upto``: the moment and the person up to whom that was done; ``ticked_at``: the
    latest tick, to the minute or so.
    """
    db.execute("ALTER TABLE planned ADD COLUMN soonest TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE planned ADD COLUMN ticked_at TEXT")
    db.execute("CREATE INDEX glimmers_by_instant ON glimmers (person_id, said_at)")


@schema()
def m014_own_words(db: Database) -> None:
    """``worded``: its person chose the words, so that an album's captions make them up no more.

    ``links``: addresses that stood behind words, parted by spaces.
    """
    db.execute("ALTER TABLE glimmers ADD COLUMN worded INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE glimmers ADD COLUMN links TEXT NOT NULL DEFAULT ''")


@schema()
def m015_weight(db: Database) -> None:
    """How much a heavy moment weighed; until now only cries for help were noted."""
    db.execute("ALTER TABLE heavy_moments ADD COLUMN weight TEXT NOT NULL DEFAULT 'explicit'")


@schema()
def m016_wanted(db: Database) -> None:
    """Which questions somebody wants more of; few, so that looking for them costs nothing."""
    db.execute("ALTER TABLE prompts_shown ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0")


@schema()
def m017_question(db: Database) -> None:
    """``question``: the prompt that a glimmer answers, where it was brought in without its nudge."""
    db.execute("ALTER TABLE glimmers ADD COLUMN question TEXT NOT NULL DEFAULT ''")


@schema()
def m018_whose_answer(db: Database) -> None:
    """``asked_in``: the messages that ask, parted by spaces; ``overtaken``: an invitation came since."""
    db.execute("ALTER TABLE steps ADD COLUMN asked_in TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE steps ADD COLUMN overtaken INTEGER NOT NULL DEFAULT 0")


@schema()
def m019_rests(db: Database) -> None:
    """``rests_on``: the local day that *nothing today* or *tomorrow* was about, besides the nudge's own."""
    db.execute("ALTER TABLE nudges ADD COLUMN rests_on TEXT")
    db.execute("CREATE INDEX nudges_resting ON nudges (person_id, rests_on) WHERE rests_on IS NOT NULL")


@schema()
def m020_hourless(db: Database) -> None:
    """``hourless``: brought in with its day alone; ``said_at`` stands at noon, and nothing is told of it."""
    db.execute("ALTER TABLE glimmers ADD COLUMN hourless INTEGER NOT NULL DEFAULT 0")


@schema()
def m021_ids_for_good(db: Database) -> None:
    """An id of a moment or a nudge is never given to another (docs/decisions/303)."""
    for table in COUNTED:
        count_on(db, table)
    if db.execute("SELECT EXISTS (SELECT 1 FROM inbox_seen)").fetchone()[0]:
        leap(db)  # what was deleted had ids, too


@schema()
def m022_hard_days(db: Database) -> None:
    """A heavy moment outlives its glimmer, without naming it; ``hard_day``: its day, if that was hard."""
    db.execute("""
        CREATE TABLE heavy_moments_anew (
            id INTEGER PRIMARY KEY,
            glimmer_id INTEGER UNIQUE REFERENCES glimmers(id) ON DELETE SET NULL,
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            weight TEXT NOT NULL,
            day TEXT NOT NULL,
            at TEXT NOT NULL,
            hard_day TEXT
        )""")
    db.execute(
        "INSERT INTO heavy_moments_anew (glimmer_id, person_id, weight, day, at)"
        " SELECT glimmer_id, person_id, weight, day, at FROM heavy_moments"
    )
    db.execute("DROP TABLE heavy_moments")
    db.execute("ALTER TABLE heavy_moments_anew RENAME TO heavy_moments")
    db.execute("CREATE INDEX heavy_moments_of ON heavy_moments (person_id, at)")
    db.execute("""
        CREATE TRIGGER heavy_moment_left BEFORE DELETE ON glimmers BEGIN
            UPDATE heavy_moments SET hard_day = old.day
            WHERE glimmer_id = old.id AND (weight <> 'explicit' OR old.held);
        END""")


@schema()
def m023_early_edits(db: Database) -> None:
    """Edits that came before their message: the newest of each, as JSON; ``edit_mark`` tells the last one."""
    db.execute("ALTER TABLE glimmers ADD COLUMN edit_mark INTEGER")
    db.execute("""
        CREATE TABLE early_edits (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            message_id INTEGER NOT NULL,
            edited_at TEXT NOT NULL,
            came_at TEXT NOT NULL,
            said TEXT NOT NULL,
            PRIMARY KEY (person_id, message_id)
        ) WITHOUT ROWID""")


@schema()
def m024_clocks(db: Database) -> None:
    """``zone``: by whose clock a moment was kept; null while its person told none (docs/decisions/505)."""
    db.execute("ALTER TABLE glimmers ADD COLUMN zone TEXT")
    db.execute(
        "UPDATE glimmers SET zone ="
        " (SELECT p.zone FROM people p WHERE p.id = glimmers.person_id AND p.placed)"
    )


@schema()
def m025_answered(db: Database) -> None:
    """``answered``: a moment came in reply to that prompt; until now, to the last one of its nudge."""
    db.execute("ALTER TABLE prompts_shown ADD COLUMN answered INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE prompts_shown SET answered = 1 WHERE id IN (SELECT MAX(s.id) FROM nudges n"
        " JOIN prompts_shown s ON s.nudge_id = n.id WHERE n.answer = 'glimmer' GROUP BY n.id)"
    )


@schema()
def m026_handled(db: Database) -> None:
    """Numbers of updates that were handled lately; ``mark`` tells another one that has the same number."""
    db.execute("ALTER TABLE inbox ADD COLUMN mark INTEGER NOT NULL DEFAULT 0")
    db.execute("""
        CREATE TABLE handled (
            person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
            update_id INTEGER NOT NULL,
            mark INTEGER NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (person_id, update_id)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX handled_at ON handled (at)")


@schema()
def m027_reworded_by(db: Database) -> None:
    """``reworded_by``: the message that gave a moment other words, so that an edit of it does so again."""
    db.execute("ALTER TABLE glimmers ADD COLUMN reworded_by INTEGER")
    db.execute(
        "CREATE INDEX glimmers_reworded ON glimmers (person_id, reworded_by) WHERE reworded_by IS NOT NULL"
    )


@schema()
def m028_keyboards(db: Database) -> None:
    """The keyboard that shares a place, while it is up: in which ``flow``, and its other button."""
    db.execute("""
        CREATE TABLE keyboards (
            person_id INTEGER PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
            flow TEXT NOT NULL,
            leave TEXT NOT NULL
        )""")


@schema()
def m029_taken_back_by(db: Database) -> None:
    """``taken_back_by``: the message that took a moment back, so that handled again it takes no other."""
    db.execute("ALTER TABLE glimmers ADD COLUMN taken_back_by INTEGER")
    db.execute(
        "CREATE INDEX glimmers_taken_back_by ON glimmers (person_id, taken_back_by)"
        " WHERE taken_back_by IS NOT NULL"
    )


@schema()
def m030_letters(db: Database) -> None:
    """Ł, ø and their like are found by l and o: their words are put into the index anew."""
    written = "g.text || ' ' || g.tags || ' ' || g.place || ' ' || g.origin || ' ' || g.quote"
    such = f"FROM glimmers g WHERE {written} GLOB '*[łŁøØǿǾđĐħĦıæÆǽǼœŒ]*'"
    db.execute(f"DELETE FROM search WHERE rowid IN (SELECT g.id {such})")  # noqa: S608 - constants
    db.execute(f"INSERT INTO search (rowid, words) SELECT g.id, search_words(g.person_id, {written}) {such}")
