"""Cells of a CSV file that a spreadsheet must not take for formulas. Both ways, nothing is lost."""

from __future__ import annotations

GUARD = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠", GUARD)
"""What a formula, a command or the guard itself begins with (OWASP, CSV injection)."""


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would carry out."""
    return f"{GUARD}{cell}" if cell.lstrip(" ").startswith(DANGEROUS) else cell


def unguarded(cell: str) -> str:
    """What ``guarded`` was given."""
    return cell[1:] if cell.startswith(GUARD) and cell[1:].lstrip(" ").startswith(DANGEROUS) else cell
