"""At most one plain remark about a handful of moments, such that the moments themselves bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.kinds import Category, PartOfDay
from bot.domain.themes import LEAST_DAYS, LEAST_MOMENTS, recurring


@dataclass(frozen=True, slots=True)
class Seen:
    """A moment as it is shown: its local day, part of the day (None: not known), and what it is about."""

    day: date
    part: PartOfDay | None
    themes: frozenset[Category]


def remark(shown: Sequence[Seen]) -> Category | PartOfDay | None:
    """A theme of most of ``shown``, or the part of the day of most of them; None: nothing to say."""
    for theme in recurring([(seen.day, seen.themes) for seen in shown]):
        if _most(sum(theme in seen.themes for seen in shown), shown):
            return theme
    counts = Counter(seen.part for seen in shown if seen.part)
    if not counts:
        return None
    part, count = counts.most_common(1)[0]
    days = {seen.day for seen in shown if seen.part is part}
    return part if _most(count, shown) and len(days) >= LEAST_DAYS else None


def _most(count: int, shown: Sequence[Seen]) -> bool:
    return count >= LEAST_MOMENTS and 3 * count >= 2 * len(shown)
