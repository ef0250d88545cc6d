"""What README.md says of the words' freshness is what the benchmark measures."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from benchmarks.freshness import COLUMNS, KINDS, LIVES, in_readme
from bot import app
from bot.library import Library

README = Path(__file__).parent.parent / "README.md"
HEADING = "## How long the words stay fresh"


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


@pytest.fixture(scope="module")
def table() -> list[tuple[str, ...]]:
    """The table of that section, its head first, without the rule."""
    section = README.read_text(encoding="utf-8").partition(HEADING)[2].partition("\n## ")[0]
    head, _, *rows = [cells(line) for line in section.splitlines() if line.startswith("|")]
    return [head, *rows]


def test_its_columns_are_the_benchmarks(table: list[tuple[str, ...]]) -> None:
    assert table[0] == COLUMNS
    assert {len(row) for row in table} == {len(COLUMNS)}


def test_it_has_every_language_and_life_with_the_baselines_of_english(table: list[tuple[str, ...]]) -> None:
    codes = [locale.code for locale in Library.load(app.prompts_folder()).locales]
    measured = product(codes, ("1", "2"), LIVES, KINDS)
    assert [row[:4] for row in table[1:]] == [row for row in measured if in_readme(row)]


def test_what_it_says_of_english_once_a_day_is_what_was_promised(table: list[tuple[str, ...]]) -> None:
    english = dict(zip(COLUMNS, table[1], strict=True))
    assert int(english["first repeat (day)"]) >= 180
    assert int(english["smallest gap (days)"]) >= 150
    assert english["same category"] == "0.0%"
    assert float(english["Jaccard"]) <= 0.10
    assert float(english["distinct-2"]) >= 0.85
    assert float(english["same opening"].rstrip("%")) <= 10
