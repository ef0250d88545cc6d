"""Which periods are whole: what may be spoken of as over, and as a week, month, season or year of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.kinds import Hemisphere
from bot.domain.lines import Span
from bot.domain.seasons import season_began
from bot.domain.typed_dates import moved
from bot.domain.typed_periods import Period
from bot.domain.vocabulary import Unit

A_WEEK = timedelta(days=7)


def is_whole(period: Period, kept: Sequence[date], hemisphere: Hemisphere) -> bool:
    """Whether it is seven days, or all of a calendar's month, season or year.

    Unless what is ``kept`` (its days, in order) reaches over more than half of it, nobody would call it so.
    """
    start, end = period.start, period.end
    if start is None or end is None or not kept or 2 * (kept[-1] - kept[0]) < end - start:
        return False
    match period.kind:
        case Span.WEEK:
            return end - start == A_WEEK
        case Span.MONTH:
            return start.day == 1 and end == moved(start, 1, Unit.MONTH)
        case Span.SEASON:
            return start == season_began(start, hemisphere) and end == moved(start, 3, Unit.MONTH)
        case Span.YEAR:
            return (start.month, start.day) == (1, 1) and end == moved(start, 1, Unit.YEAR)
    return False
