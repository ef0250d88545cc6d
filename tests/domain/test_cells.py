"""Cells of a CSV file."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.cells import guarded, unguarded

cells = st.text() | st.text("=+-@'| \t\r\nab", max_size=6)


@given(cells)
@example("=HYPERLINK(1)")
@example("'=1")
@example(" =1")
@example("''")
def test_what_is_guarded_comes_back_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@given(cells)
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    assert not guarded(cell).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
