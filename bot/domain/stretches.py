"""Weeks, weekends, months, quarters, seasons and years by their name: reaching back, or the calendar's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.kinds import Hemisphere
from bot.domain.lines import Span
from bot.domain.seasons import season_began
from bot.domain.typed_dates import DAY, Days, moved
from bot.domain.vocabulary import Stretch, Unit, Which

SATURDAY = 5
YOUNG = timedelta(days=20)
"""A season that began less than that ago has too little in it: the one before belongs to it."""
LONG = {
    Stretch.WEEK: (Span.WEEK, 1, Unit.WEEK),
    Stretch.WEEKEND: (Span.STRETCH, 1, Unit.WEEK),
    Stretch.MONTH: (Span.MONTH, 1, Unit.MONTH),
    Stretch.QUARTER: (Span.STRETCH, 3, Unit.MONTH),
    Stretch.SEASON: (Span.SEASON, 3, Unit.MONTH),
    Stretch.YEAR: (Span.YEAR, 1, Unit.YEAR),
}
"""What comes again and again, and how far one is from the next."""
WHOLE_ONLY = (Stretch.SEASON, Stretch.WEEKEND)
"""What does not reach back from any day."""
BACK = {None: 0, Which.THIS: 0, Which.PAST: 1, Which.LAST: 1, Which.BEFORE_LAST: 2}


@dataclass(frozen=True, slots=True)
class Meant:
    """Days, and what they were asked for as."""

    span: Span
    days: Days


def named(name: Stretch, which: Which | None, today: date, hemisphere: Hemisphere) -> Meant | None:
    """One of ``LONG``: without ``which`` it reaches back from today; with it, it is the calendar's."""
    span, count, unit = LONG[name]
    began = _began(name, today, hemisphere)
    if name is Stretch.SEASON and (which is None or (which is Which.THIS and began is None)):
        return _running(today, hemisphere)
    if name not in WHOLE_ONLY and which in (None, Which.PAST):
        return Meant(span, Days(moved(today + DAY, -count, unit), today + DAY))
    if began is None:
        return None
    over = name is Stretch.WEEKEND and began + 2 * DAY <= today
    start = moved(began, -count * (BACK[which] - (over and BACK[which] > 0)), unit)
    return Meant(span, Days(start, start + 2 * DAY if name is Stretch.WEEKEND else moved(start, count, unit)))


def _began(name: Stretch, today: date, hemisphere: Hemisphere) -> date | None:
    """The first day of the one that goes on, of weekends the latest; None for seasons in the tropics."""
    month = today.replace(day=1)
    return {
        Stretch.WEEK: today - today.weekday() * DAY,
        Stretch.WEEKEND: today - (today.weekday() - SATURDAY) % 7 * DAY,
        Stretch.MONTH: month,
        Stretch.QUARTER: month.replace(month=(month.month - 1) // 3 * 3 + 1),
        Stretch.SEASON: season_began(today, hemisphere),
        Stretch.YEAR: month.replace(month=1),
    }[name]


def _running(today: date, hemisphere: Hemisphere) -> Meant:
    """The season so far; with the one before while it is young; three months where there is none."""
    tomorrow, began = today + DAY, season_began(today, hemisphere)
    if began is None:
        return Meant(Span.STRETCH, Days(moved(tomorrow, -3, Unit.MONTH), tomorrow))
    if today - began >= YOUNG:
        return Meant(Span.SEASON, Days(began, tomorrow))
    before = season_began(began - DAY, hemisphere)
    return Meant(Span.STRETCH, Days(before or began, tomorrow))
