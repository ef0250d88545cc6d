"""Periods: as people type them, as buttons carry them, and as they are called."""

from __future__ import annotations

from datetime import date, timedelta

from bot.chat import words
from bot.chat.press import Press, packed, unpacked
from bot.chat.turn import Turn
from bot.domain.kinds import Season
from bot.domain.lines import Span
from bot.domain.person import Person
from bot.domain.rhythm import local_day
from bot.domain.seasons import season_began, season_of
from bot.domain.spread import Among
from bot.domain.typed import Misread, Period, begun
from bot.domain.typed import period as read_period
from bot.library.locale import Locale
from bot.storage.zones import seasons_said

SPANS = ("today", "week", "month", "season", "year", "all")
"""What there are buttons for; those that come again mean *this* one, as it stands on them."""
RECURRING = SPANS[1:-1]
A_DAY = timedelta(days=1)


def typed(turn: Turn, text: str) -> Period | Misread:
    """What they typed, in their words or the machine's."""
    rhythm = turn.person.rhythm
    today = local_day(turn.now, rhythm.zone, rhythm.day_end)
    return read_period(text, today, turn.locale.vocabulary, seasons_said(rhythm.zone))


def of_button(word: str) -> str:
    """What the button says, as it could be typed."""
    return f"this {word}" if word in RECURRING else word


def one_before(turn: Turn, text: str) -> tuple[str, Period] | None:
    """The week, month, season or year before *this* one, and its name; None if that was not asked for."""
    name = begun(text, turn.locale.vocabulary)
    period = typed(turn, f"last {name}") if name in RECURRING else None
    return (str(name), period) if isinstance(period, Period) else None


def carried(period: Period) -> tuple[str, str, str]:
    """The period as a button's arguments, its days by their number."""
    start, end = (packed([day.toordinal()]) if day else "" for day in (period.start, period.end))
    return period.kind, start, end


def among(press: Press, at: int) -> Among:
    """Which of the period's moments a button means, as its argument ``at`` says; all if it says nothing."""
    return Among.LIGHT if press.word(at) == Among.LIGHT.value else Among.ALL


def marked(among: Among) -> tuple[str, ...]:
    """The same as the last of a button's arguments."""
    return (among.value,) if among else ()


def pressed(press: Press, at: int = 0) -> Period | None:
    """The period that a button carries from its argument ``at`` on; None if it is none."""
    kind, start, end = (press.word(at + n) for n in range(3))
    try:
        return Period(Span(kind).value, _day(start), _day(end))
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> date | None:
    """As older buttons say it, too."""
    if not text or "-" in text:
        return date.fromisoformat(text) if text else None
    return date.fromordinal(sum(unpacked(text)))


def season(period: Period, person: Person) -> Season | None:
    """The one season that the period lies in, where its person lives; None if it lies in several."""
    if period.start is None or period.end is None:
        return None
    hemisphere = seasons_said(person.rhythm.zone)
    last = period.end - A_DAY
    within = season_began(period.start, hemisphere) == season_began(last, hemisphere)
    return season_of(last, hemisphere) if within else None


def month(period: Period) -> date | None:
    """The first day of the month that the period is, whole or so far; None if it is none."""
    first, last = period.start, _last(period)
    if first is None or last is None or period.kind != Span.MONTH or first.day != 1:
        return None
    return first if (first.year, first.month) == (last.year, last.month) else None


def year(period: Period) -> int | None:
    """The year that the period is, whole or so far; None if it is none."""
    first, last = period.start, _last(period)
    if first is None or last is None or period.kind != Span.YEAR or (first.month, first.day) != (1, 1):
        return None
    return first.year if first.year == last.year else None


def _last(period: Period) -> date | None:
    return period.end - A_DAY if period.end else None


def named(period: Period, person: Person, locale: Locale) -> dict[str, str]:
    """What lines about the period may name: its month, season and year, where it is one."""
    if (first := month(period)) is not None:
        return {"month": words.month(first, locale), "year": str(first.year)}
    if (whole := year(period)) is not None:
        return {"year": str(whole)}
    of = season(period, person) if period.kind == Span.SEASON else None
    if of is None or period.start is None:
        return {}
    return {"season": locale.say(f"season-{of.value}"), "year": str(period.start.year)}
