"""How long it takes to listen: the longest message Telegram allows, built to be slow, per locale."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Effort, Table
from bot.domain.care import Care, Pattern, assess, near
from bot.domain.phrases import Form
from bot.library import Library, Locale

LONGEST = 4096
PROMPTS = Path(__file__).parent.parent / "prompts"


def took(text: str, care: Care, rounds: int = 5) -> float:
    """Milliseconds, median."""
    found = []
    for _ in range(rounds):
        begin = time.perf_counter()
        assess(text, care)
        found.append((time.perf_counter() - begin) * 1000)
    return statistics.median(found)


def slowest(care: Care) -> str:
    """Of all that could go on or be called off, again and again, what takes longest."""
    starts = (_words(form[:-1]) for pattern in care.patterns for form in pattern.forms)
    cancelled = (said for pattern in care.patterns for said in _called_off(pattern))
    return max(
        {said for said in (*starts, *cancelled) if said},
        key=lambda said: took(f"{said} " * 60, care, 1) / len(said),
        default="",
    )


def _called_off(pattern: Pattern) -> Iterator[str]:
    """Its first form between phrases that cancel it, and its look-alikes."""
    form = _words(pattern.forms[0])
    yield from (f"{_words(before)} {form}" for said in pattern.limits.before for before in near(said)[:1])
    yield from (f"{form} {_words(after)}" for said in pattern.limits.after for after in near(said)[:1])
    yield from (f"{form} {_words(beside)}" for said in pattern.limits.beside for beside in near(said)[:1])
    yield from pattern.must_not


def _words(form: Form) -> str:
    return " ".join(step.word for step in form)


def _row(locale: Locale) -> tuple[str, ...]:
    start = f"{slowest(locale.care)} "
    plain = took("The kettle, the rain, a door closing softly. " * 91, locale.care)
    once = took((start * LONGEST)[:LONGEST], locale.care)
    four = took((start * 4 * LONGEST)[: 4 * LONGEST], locale.care)
    times = (f"{value:.1f} ms" for value in (plain, once, four))
    return (locale.code, str(len(locale.care.patterns)), *times, f"{four / once:.1f}×")


def run(effort: Effort) -> Iterator[Table]:
    """A row per locale; the ratio for four times the length should be about 4."""
    columns = ("locale", "patterns", "plain 4,096 characters", "worst 4,096", "worst 16,384", "ratio")
    rows = [_row(locale) for locale in Library.load(PROMPTS).locales]
    yield Table(
        "Care: listening to the longest message",
        columns,
        rows,
        ("Median of 5. Expected: the worst under 25 ms; about 4× for four times the length, not 16×.",),
    )
