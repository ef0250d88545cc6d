"""How cost grows with people: a table, and the plot in docs/."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.million import Figures, measure
from benchmarks.report import Effort, Table, percentile
from benchmarks.stage import ROOT
from benchmarks.svg import plot

PEOPLE = (1_000, 10_000, 100_000, 1_000_000)
PLOT = ROOT / "docs" / "scaling.svg"
SLOTS = 20_000


def run(effort: Effort) -> Iterator[Table]:
    """A row for each size; the plot is drawn only when all were measured."""
    found = [measure(people, min(SLOTS, people)) for people in PEOPLE[: effort.of(4, 2)]]
    columns = ("people", "start", "memory", "an idle tick", "a planned slot", "file")
    yield Table("How cost grows with people", columns, [_row(one) for one in found])
    if effort is Effort.FULL:
        PLOT.write_text(_drawn(found), encoding="utf-8")


def _row(one: Figures) -> tuple[str, ...]:
    idle = percentile(one.idle, 50)
    return (
        f"{one.people:,}",
        f"{one.start:.2f} s",
        f"{one.memory:.0f} MB",
        f"{idle:.3f} ms",
        f"{one.per_slot(one.busy):.0f} µs",
        f"{one.file:,.1f} MB",
    )


def _drawn(found: list[Figures]) -> str:
    lines = {
        "file, MB": [(one.people, one.file) for one in found],
        "a planned slot, µs": [(one.people, one.per_slot(one.busy)) for one in found],
        "memory, MB": [(one.people, one.memory) for one in found],
        "start, s": [(one.people, one.start) for one in found],
    }
    return plot("Glimmer: what more people cost", "people", lines)
