"""Understanding the days that people type, in a locale's words: how long to pause, which period to recap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.kinds import Hemisphere
from bot.domain.lines import Span
from bot.domain.person import FOR_GOOD
from bot.domain.seasons import latest_season, season_began
from bot.domain.typed_dates import (
    DAY,
    YEAR,
    Days,
    after_any,
    essential,
    in_years,
    length,
    moved,
    named_days,
    phrase_of,
    sane,
    weekday_of,
)
from bot.domain.vocabulary import Misread, Reason, Return, Stretch, Unit, Vocabulary

SATURDAY = 5
YOUNG = timedelta(days=20)
"""A season that began less than that ago has too little in it: the one before belongs to it."""
NAMED = {
    Span.TODAY: (Stretch.TODAY,),
    Span.DAY: (Stretch.YESTERDAY,),
    Span.WEEK: (Stretch.WEEK, Stretch.THIS_WEEK, Stretch.LAST_WEEK),
    Span.MONTH: (Stretch.MONTH, Stretch.THIS_MONTH, Stretch.LAST_MONTH),
    Span.YEAR: (Stretch.YEAR, Stretch.THIS_YEAR, Stretch.LAST_YEAR),
}
KINDS = {name: span for span, names in NAMED.items() for name in names}
LENGTHS = ((Span.WEEK, 7, Unit.DAY), (Span.MONTH, 1, Unit.MONTH), (Span.YEAR, 1, Unit.YEAR))
"""What may be called a week, a month, a year; any other number of days is a stretch."""


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``start`` up to, not with, ``end``; both None is everything.

    ``kind`` is the value of the ``Span`` that such a stretch is spoken of as. What is read from words ends
    with today if it still goes on.
    """

    kind: str
    start: date | None
    end: date | None


def pause(text: str, today: date, vocabulary: Vocabulary) -> date | Misread:
    """The first local day on which nudges come again, after ``today``; ``FOR_GOOD`` if never."""
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = after_any(phrase, vocabulary.to)
    words = essential(rest, vocabulary)
    said = vocabulary.returns
    named = said.get(phrase) or said.get(rest) or said.get(words)
    if named is Return.WEEKEND and rest == phrase:
        named = Return.NEXT_WEEK
    until = _returning(named, today) if named else _until(words, today, vocabulary)
    if until is None and (day := _without_hour(rest, vocabulary)):
        return pause(day, today, vocabulary)
    if until is None:
        return Misread(Reason.UNKNOWN, phrase)
    return until if until > today else Misread(Reason.PAST, phrase)


def period(
    text: str, today: date, vocabulary: Vocabulary, hemisphere: Hemisphere = Hemisphere.TROPICS
) -> Period | Misread:
    """A stretch of local days: one with a name, a day, month or year, so many days, or since one of these.

    Without *this* or *last* a week, month or year reaches back from today; with them it is the calendar's,
    weeks beginning on Monday. A season by its name is the latest such; in the tropics there is none.
    """
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = after_any(phrase, vocabulary.since)
    words = essential(rest, vocabulary)
    named = vocabulary.periods.get(phrase) or vocabulary.periods.get(rest) or vocabulary.periods.get(words)
    if named is Stretch.ALL:
        return Period(Span.ALL.value, None, None)
    meant = _named(named, today, hemisphere) if named else _past(words, today, vocabulary, hemisphere)
    if meant is None:
        return Misread(Reason.UNKNOWN, phrase)
    so_far = Days(meant.days.start, max(meant.days.start, today) + DAY)
    if rest != phrase and meant.days.end < so_far.end:
        meant = _Meant(Span.SINCE, so_far)
    return _spoken(meant, today)


# -- forward: when nudges come again ---------------------------------------------------------------


def _without_hour(phrase: str, vocabulary: Vocabulary) -> str:
    """*monday morning* without its *morning*; empty if there is no such word behind a day."""
    hours = (word for word in (*vocabulary.halves, *vocabulary.clocks) if phrase.endswith(f" {word}"))
    found = max(hours, key=len, default="")
    return phrase[: -len(found)].strip() if found else ""


def _returning(when: Return, today: date) -> date:
    match when:
        case Return.TOMORROW:
            return today + DAY
        case Return.AFTER_TOMORROW:
            return today + 2 * DAY
        case Return.WEEKEND:
            return today + ((SATURDAY - today.weekday() - 1) % 7 + 1) * DAY
        case Return.NEXT_WEEK:
            return today + (7 - today.weekday()) * DAY
        case Return.NEXT_MONTH:
            return moved(today.replace(day=1), 1, Unit.MONTH)
        case Return.NEVER:
            return FOR_GOOD


def _until(words: str, today: date, vocabulary: Vocabulary) -> date | None:
    """After a length, on a weekday, or at the beginning of a day, month or year."""
    counted = length(words, vocabulary)
    weekday = weekday_of(words, vocabulary)
    if weekday is not None:
        return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY
    try:
        if counted is not None:
            return sane(moved(today, *counted))
        named = named_days(words, vocabulary, lambda month, day: _coming(month, day, today))
    except (ValueError, OverflowError):
        return None
    return named.start if named else None


def _coming(month: int, day: int, today: date) -> date:
    """The next such date after today; ValueError if there never is one."""
    return next(on for on in in_years(month, day, range(today.year, today.year + 9)) if on > today)


# -- backward: what to look back on ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Meant:
    """Days, and what they were asked for as."""

    span: Span
    days: Days


def _named(name: Stretch, today: date, hemisphere: Hemisphere) -> _Meant:
    """A period with a name."""
    return (
        _running(today, hemisphere) if name is Stretch.SEASON else _Meant(KINDS[name], _stretch(name, today))
    )


def _running(today: date, hemisphere: Hemisphere) -> _Meant:
    """The season so far; with the one before while it is young; three months where there is none."""
    tomorrow, began = today + DAY, season_began(today, hemisphere)
    if began is None:
        return _Meant(Span.STRETCH, Days(moved(tomorrow, -3, Unit.MONTH), tomorrow))
    if today - began >= YOUNG:
        return _Meant(Span.SEASON, Days(began, tomorrow))
    before = season_began(began - DAY, hemisphere)
    return _Meant(Span.STRETCH, Days(before or began, tomorrow))


def _stretch(name: Stretch, today: date) -> Days:
    """A named period but a season; what is still going on ends with today."""
    tomorrow, month, monday = today + DAY, today.replace(day=1), today - today.weekday() * DAY
    year = month.replace(month=1)
    return {
        Stretch.TODAY: Days(today, tomorrow),
        Stretch.YESTERDAY: Days(today - DAY, today),
        Stretch.WEEK: Days(tomorrow - 7 * DAY, tomorrow),
        Stretch.THIS_WEEK: Days(monday, tomorrow),
        Stretch.LAST_WEEK: Days(monday - 7 * DAY, monday),
        Stretch.MONTH: Days(moved(tomorrow, -1, Unit.MONTH), tomorrow),
        Stretch.THIS_MONTH: Days(month, tomorrow),
        Stretch.LAST_MONTH: Days(moved(month, -1, Unit.MONTH), month),
        Stretch.YEAR: Days(moved(tomorrow, -1, Unit.YEAR), tomorrow),
        Stretch.THIS_YEAR: Days(year, tomorrow),
        Stretch.LAST_YEAR: Days(moved(year, -1, Unit.YEAR), year),
    }[name]


def _past(words: str, today: date, vocabulary: Vocabulary, hemisphere: Hemisphere) -> _Meant | None:
    """A season, so many days up to today, the last such weekday, or a day, month or year."""
    try:
        season = _season(words, today, vocabulary, hemisphere)
        days = season or _counted(words, today, vocabulary)
    except (ValueError, OverflowError):
        return None
    return _Meant(Span.SEASON if season else _measured(days), days) if days else None


def _season(words: str, today: date, vocabulary: Vocabulary, hemisphere: Hemisphere) -> Days | None:
    """``summer``, ``winter 2024``: the latest such, or the one that began in that year."""
    name, _, year = words.rpartition(" ") if YEAR.fullmatch(words[-4:]) else (words, "", "")
    season = vocabulary.seasons.get(name)
    if season is None:
        return None
    began = latest_season(season, sane(date(int(year), 12, 31)) if year else today, hemisphere)
    return Days(began, moved(began, 3, Unit.MONTH)) if began else None


def _counted(words: str, today: date, vocabulary: Vocabulary) -> Days | None:
    counted = length(words, vocabulary)
    weekday = weekday_of(words, vocabulary)
    if weekday is not None:
        on = today - (today.weekday() - weekday) % 7 * DAY
        return Days(on, on + DAY)
    if counted is not None:
        return Days(sane(moved(today + DAY, -counted[0], counted[1])), today + DAY)
    return named_days(words, vocabulary, lambda month, day: _latest(month, day, today))


def _latest(month: int, day: int, today: date) -> date:
    """The last such date up to and with today; ValueError if there never was one."""
    return next(on for on in in_years(month, day, range(today.year, today.year - 9, -1)) if on <= today)


def _measured(days: Days) -> Span:
    """A week, month or year if they are as long as one, counted from either end."""
    for span, count, unit in LENGTHS:
        if days.end == moved(days.start, count, unit) or days.start == moved(days.end, -count, unit):
            return span
    return Span.STRETCH


def _spoken(meant: _Meant, today: date) -> Period:
    start, tomorrow = meant.days.start, today + DAY
    end = min(meant.days.end, tomorrow) if start <= today else meant.days.end
    if end != start + DAY:
        return Period(meant.span.value, start, end)
    return Period((Span.TODAY if end == tomorrow else Span.DAY).value, start, end)
