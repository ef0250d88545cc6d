"""Search finds words in any script, only one's own, and takes any input."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.domain.glimmer import Said
from bot.domain.searching import words_of
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.search import Search

ANNA, BEN = 1, 2
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEPT = (
    "Café crème on the step",
    "cafe\u0301 again",
    "größe und Straße",
    "नमस्ते दुनिया",
    "שָׁלוֹם עולם",
    "ёлка в снегу",
    "朝の光がきれい",
    "สวัสดีชาวโลก",
    "a #sea_salt breeze ☕️",
    "warm light, light and warm",
)


@pytest.fixture(params=["", "a key"], ids=["plain", "encrypted"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "a.db", request.param)
    fill(database)
    yield database
    database.close()


def fill(db: Database) -> None:
    for person in (ANNA, BEN):
        db.execute(
            "INSERT INTO people (id, language, zone, joined_at) VALUES (?, 'en', 'UTC', '2026-01-01')",
            [person],
        )
    for number, text in enumerate(KEPT):
        Glimmers(db).keep(ANNA, Said(number, AT, text), Filed(date(2026, 11, 24)))
    Glimmers(db).keep(BEN, Said(1, AT, "café of another"), Filed(date(2026, 11, 24)))


def found(db: Database, asked: str) -> list[int]:
    return sorted(glimmer.message_id for glimmer in Search(db).find(ANNA, asked, 50))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("CAFE", [0, 1]),
        ("café", [0, 1]),
        ("cr", [0]),
        ("grosse strasse", [2]),
        ("नम", [3]),
        ("שלום", [4]),
        ("елка", [5]),
        ("光が", [6]),
        ("ชาว", [7]),
        ("#sea", [8]),
        ("☕", [8]),
        ('"warm light"', [9]),
        ('"light warm"', []),
        ("light warm", [9]),
        ("of another", []),
    ],
)
def test_words_are_found_without_case_accents_and_ends(db: Database, asked: str, numbers: list[int]) -> None:
    assert found(db, asked) == numbers


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Łódź im Regen", "lodz"),
        ("smørrebrød", "Smorrebrod"),
        ("Ærø", "aero"),
        ("ağaçta ışık", "isik"),
        ("IŞIK", "ışık"),
        ("Đorđe", "dorde"),
        ("un œuf", "oeuf"),
        ("lodz", "łódź"),
    ],
)
def test_letters_that_only_look_accented_are_found_by_the_plain_ones(
    db: Database, text: str, asked: str
) -> None:
    Glimmers(db).keep(ANNA, Said(77, AT, text), Filed(date(2026, 11, 24)))
    assert found(db, asked) == [77]


@pytest.mark.parametrize(
    "asked", ["", '"', "*", "NEAR(a b)", "-x", "a OR", "^q:", "(", "p" * 5000, "\0", "\ud800"]
)
def test_no_syntax_is_an_error(db: Database, asked: str) -> None:
    assert found(db, asked) == []


def test_what_is_deleted_reworded_or_taken_back_is_not_found(db: Database) -> None:
    glimmers, changes = Glimmers(db), Changes(db)
    first, second = (glimmers.id_of(ANNA, number) for number in (0, 1))
    assert first is not None
    assert second is not None
    changes.reword(ANNA, first, "tea", AT)
    changes.delete(ANNA, second)
    changes.take_back(ANNA, glimmers.id_of(ANNA, 2) or 0)
    assert (found(db, "cafe"), found(db, "tea"), found(db, "strasse")) == ([], [0], [])
    db.execute("INSERT INTO search (search) VALUES ('integrity-check')")


def test_added_tags_are_found(db: Database) -> None:
    Changes(db).tag(ANNA, Glimmers(db).id_of(ANNA, 9) or 0, ["morning"])
    assert found(db, "#morning") == [9]


def test_words_that_stand_in_different_parts_of_a_whole_find_it(db: Database) -> None:
    changes, first, second = Changes(db), *(Glimmers(db).id_of(ANNA, number) or 0 for number in (0, 9))
    assert found(db, "step breeze light") == found(db, "step light") == []
    changes.join(ANNA, second, first)
    assert found(db, "step light") == found(db, '"warm light" crème') == found(db, "creme café") == [0]
    assert found(db, "step breeze light") == found(db, '"step warm"') == []
    changes.take_back(ANNA, second)
    assert found(db, "step light") == []


@given(st.text(min_size=1, max_size=200), st.text(max_size=30))
def test_whatever_is_kept_is_found_by_its_own_words(text: str, asked: str) -> None:
    """Law: quoted or not, the words of a text find it; nothing that is asked fails."""
    db = open_database(IN_MEMORY)
    db.execute("INSERT INTO people (id, language, zone, joined_at) VALUES (1, 'en', 'UTC', '2026-01-01')")
    Glimmers(db).keep(ANNA, Said(1, AT, text.encode(errors="replace").decode()), Filed(date(2026, 11, 24)))
    Search(db).find(ANNA, asked, 5)
    words = words_of(text)[:20]
    if words:
        assert len(Search(db).find(ANNA, " ".join(words), 5)) == 1
        assert len(Search(db).find(ANNA, f'"{" ".join(words)}"', 5)) == 1
    db.close()
