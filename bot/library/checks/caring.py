"""Are the care phrases right about their own examples, and the numbers lately verified?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.care import Care, Pattern, Tier, assess
from bot.library.checks.subject import Subject
from bot.library.findings import Finding

FRESH = timedelta(days=180)
"""So long a verified number is taken to be right. CONTENT §1.6."""
ELSEWHERE = timedelta(days=1)
"""Where the day begins first it is tomorrow already."""


def check_care(subject: Subject) -> Iterator[Finding]:
    """Every pattern hits each ``must`` and no ``must_not`` of its own; no look-alike is ever hit."""
    care = subject.locale.care
    for pattern in care.patterns:
        for message in _pattern_faults(pattern, care):
            yield subject.at("care.toml", pattern.phrase, f"“{pattern.phrase}” {message}", "Mend the pattern")
    for text in care.must_not:
        if assess(text, care):
            message = f"“{text}” is taken for a crisis"
            yield subject.at("care.toml", text, message, "Narrow the pattern, or add not_before or not_after")
    if care.patterns and not care.must_not:
        yield subject.at(
            "care.toml", "must_not", "there are no look-alikes", "Add must_not with harmless sentences"
        )


def _pattern_faults(pattern: Pattern, care: Care) -> Iterator[str]:
    alone = Care((pattern,))
    if not pattern.must:
        yield "has no example"
    yield from (f"misses “{text}”" for text in pattern.must if not assess(text, alone))
    yield from (f"wrongly hits “{text}”" for text in pattern.must_not if assess(text, alone))
    if pattern.tier is Tier.UNSURE:
        surer = (text for text in pattern.must if assess(text, care) is Tier.EXPLICIT)
        yield from (f"is unsure, but “{text}” is explicit by another pattern" for text in surer)


def untrue_support(subject: Subject, today: date) -> Iterator[Finding]:
    """Lines whose day of verifying has not come yet."""
    for line in subject.locale.support.lines:
        if line.verified_on > today + ELSEWHERE:
            message = f"{line.country} {line.name} is verified on {line.verified_on}, which is still to come"
            yield subject.at("support.toml", f'"{line.name}"', message, "Write the day it was verified on")


def stale_support(subject: Subject, today: date) -> Iterator[Finding]:
    """Lines that nobody has verified for half a year: to be looked at, and no fault yet."""
    for line in subject.locale.support.lines:
        if line.verified_on < today - FRESH:
            message = f"{line.country} {line.name} was last verified on {line.verified_on}"
            yield subject.at("support.toml", f'"{line.name}"', message, "Verify it anew, or take it out")
