"""How long it takes to listen: the longest message Telegram allows, built to be slow, per locale."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bot.domain.care import Care, assess
from bot.library import Library

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
    """The beginning of a pattern again and again: of all patterns the one that takes longest."""
    starts = (
        " ".join(step.word for step in form[:-1]) for pattern in care.patterns for form in pattern.forms
    )
    return max(
        {start for start in starts if start}, key=lambda start: took(f"{start} " * 60, care, 1), default=""
    )


def run() -> None:
    """Print a line per locale; the ratio for four times the length should be about 4."""
    print("| locale | patterns | plain 4,096 characters | worst 4,096 | worst 16,384 | ratio |")
    print("|---|---|---|---|---|---|")
    for locale in Library.load(PROMPTS).locales:
        start = f"{slowest(locale.care)} "
        worst = (start * LONGEST)[:LONGEST]
        plain = took("The kettle, the rain, a door closing softly. " * 91, locale.care)
        once, four = took(worst, locale.care), took((start * 4 * LONGEST)[: 4 * LONGEST], locale.care)
        row = (
            f"| {locale.code} | {len(locale.care.patterns)} | {plain:.1f} ms | {once:.1f} ms | {four:.1f} ms "
        )
        print(f"{row}| {four / once:.1f} |")


if __name__ == "__main__":
    run()
