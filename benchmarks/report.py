"""Tables that a reader understands: medians, ratios, and how noisy the machine was."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Effort(Enum):
    """How long a benchmark may take."""

    FULL = "full"
    QUICK = "quick"

    def of(self, full: int, quick: int) -> int:
        """The one number or the other."""
        return full if self is Effort.FULL else quick


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; ``notes`` stand below it."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())

    def lines(self) -> Iterator[str]:
        """As Markdown, aligned so that it reads well in a terminal, too."""
        table = [list(self.columns), *map(list, self.rows)]
        widths = [max(len(row[i]) for row in table) for i in range(len(self.columns))]
        head, *body = (_row(row, widths) for row in table)
        yield from (f"### {self.title}", "", head, _rule(widths), *body, "")
        yield from (f"{note}\n" for note in self.notes)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "| " + " | ".join((first, *rest)) + " |"


def _rule(widths: Sequence[int]) -> str:
    first, *rest = widths
    return "|" + "|".join(("-" * (first + 2), *("-" * (width + 1) + ":" for width in rest))) + "|"


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure beside what was expected of it."""

    what: str
    measured: str
    expected: str
    kept: bool

    @classmethod
    def at_most(cls, what: str, measured: float, most: float, unit: str = "") -> Expected:
        """Kept while it is not more."""
        return cls(what, f"{measured:,.3g}{unit}", f"≤ {most:,.4g}{unit}", measured <= most)

    @classmethod
    def at_least(cls, what: str, measured: float, least: float, unit: str = "") -> Expected:
        """Kept while it is not less."""
        return cls(what, f"{measured:,.4g}{unit}", f"≥ {least:,.4g}{unit}", measured >= least)


def against(title: str, figures: Iterable[Expected], *notes: str) -> Table:
    """Figures beside what was expected."""
    rows = [(one.what, one.measured, one.expected, "yes" if one.kept else "NO") for one in figures]
    return Table(title, ("what", "measured", "expected", "kept"), rows, notes)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent lie; of few values the nearest that was seen."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def noisy(values: Sequence[float], unit: str = "") -> str:
    """Median, and how far the repeats lie from it at most."""
    middle = statistics.median(values)
    off = max(abs(value - middle) for value in values) / middle if middle else 0.0
    return f"{middle:,.3g}{unit} ±{off:.0%}" if middle < 1000 else f"{middle:,.0f}{unit} ±{off:.0%}"


def machine(rounds: int = 21) -> str:
    """Where this runs, and its noise: the same loop of plain Python again and again."""
    took = []
    for _ in range(rounds):
        begin = time.perf_counter()
        sum(n * n for n in range(200_000))
        took.append((time.perf_counter() - begin) * 1000)
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; "
        f"the same loop {rounds} times: {statistics.median(took):.1f} ms in the middle, "
        f"{min(took):.1f} to {max(took):.1f}"
    )
