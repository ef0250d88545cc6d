"""Understanding the days that people type, in a locale's words: how long to pause, which period to recap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.lines import Span
from bot.domain.person import FOR_GOOD
from bot.domain.typed_dates import (
    DAY,
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

SPANS = ((1, Span.TODAY), (7, Span.WEEK), (31, Span.MONTH), (92, Span.SEASON), (366, Span.YEAR))
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``start`` up to, not with, ``end``; both None is everything.

    ``kind`` is the value of the ``Span`` that such a stretch is spoken of as.
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


def period(text: str, today: date, vocabulary: Vocabulary, season: date | None = None) -> Period | Misread:
    """A stretch of local days: one with a name, a day, month or year, so many days, or since one of these.

    Without *this* or *last* a week, month or year reaches back from today; with them it is the calendar's,
    weeks beginning on Monday. A season reaches back to its first day, or three months where there is none.
    """
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = after_any(phrase, vocabulary.since)
    words = essential(rest, vocabulary)
    named = vocabulary.periods.get(phrase) or vocabulary.periods.get(rest) or vocabulary.periods.get(words)
    if named is Stretch.ALL:
        return Period(Span.ALL.value, None, None)
    if named is Stretch.SEASON and season is not None:
        return Period(Span.SEASON.value, season, today + DAY)
    days = _stretch(named, today) if named else _past(words, today, vocabulary)
    if days is None:
        return Misread(Reason.UNKNOWN, phrase)
    return _spoken(days if rest == phrase else Days(days.start, max(days.start, today) + DAY), today)


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


def _stretch(name: Stretch, today: date) -> Days:
    """A named period; what is still going on ends with today."""
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
        Stretch.SEASON: Days(moved(tomorrow, -3, Unit.MONTH), tomorrow),
        Stretch.YEAR: Days(moved(tomorrow, -1, Unit.YEAR), tomorrow),
        Stretch.THIS_YEAR: Days(year, tomorrow),
        Stretch.LAST_YEAR: Days(moved(year, -1, Unit.YEAR), year),
    }[name]


def _past(words: str, today: date, vocabulary: Vocabulary) -> Days | None:
    """So many days up to today, the last such weekday, or a day, month or year."""
    counted = length(words, vocabulary)
    weekday = weekday_of(words, vocabulary)
    if weekday is not None:
        on = today - (today.weekday() - weekday) % 7 * DAY
        return Days(on, on + DAY)
    try:
        if counted is not None:
            return Days(sane(moved(today + DAY, -counted[0], counted[1])), today + DAY)
        return named_days(words, vocabulary, lambda month, day: _latest(month, day, today))
    except (ValueError, OverflowError):
        return None


def _latest(month: int, day: int, today: date) -> date:
    """The last such date up to and with today; ValueError if there never was one."""
    return next(on for on in in_years(month, day, range(today.year, today.year - 9, -1)) if on <= today)


def _spoken(days: Days, today: date) -> Period:
    if days.end == days.start + DAY != today + DAY:
        return Period(Span.DAY.value, days.start, days.end)
    length = (days.end - days.start).days
    return Period(
        next((span for most, span in SPANS if length <= most), Span.ALL).value, days.start, days.end
    )
