"""Understanding the days that people type, in a locale's words: how long to pause, which period to recap."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.lines import Span
from bot.domain.person import FOR_GOOD
from bot.domain.vocabulary import LONGEST, Misread, Reason, Return, Stretch, Unit, Vocabulary, fold

FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY = timedelta(days=1)
SATURDAY = 5
DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
ABBREVIATED = re.compile(r"(?<=[^\W\d_])\.(?=\s|$)")
YEAR = re.compile(r"\d{4}")
ORDINAL = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|o)?")
COUNTED = re.compile(r"(\d{1,4}) ?([^\d ]+)")
SPANS = ((1, Span.TODAY), (7, Span.WEEK), (31, Span.MONTH), (92, Span.SEASON), (366, Span.YEAR))
Near = Callable[[int, int], date]


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``start`` up to, not with, ``end``; both None is everything.

    ``kind`` is the value of the ``Span`` that such a stretch is spoken of as.
    """

    kind: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from ``start`` up to, not with, ``end``."""

    start: date
    end: date


def pause(text: str, today: date, vocabulary: Vocabulary) -> date | Misread:
    """The first local day on which nudges come again, after ``today``; ``FOR_GOOD`` if never."""
    phrase = _phrase(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = _after_any(phrase, vocabulary.to)
    words = _essential(rest, vocabulary)
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
    phrase = _phrase(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = _after_any(phrase, vocabulary.since)
    words = _essential(rest, vocabulary)
    named = vocabulary.periods.get(phrase) or vocabulary.periods.get(rest) or vocabulary.periods.get(words)
    if named is Stretch.ALL:
        return Period(Span.ALL.value, None, None)
    if named is Stretch.SEASON and season is not None:
        return Period(Span.SEASON.value, season, today + DAY)
    days = _stretch(named, today) if named else _past(words, today, vocabulary)
    if days is None:
        return Misread(Reason.UNKNOWN, phrase)
    return _spoken(days if rest == phrase else Days(days.start, max(days.start, today) + DAY), today)


# -- words -----------------------------------------------------------------------------------------


def _phrase(text: str) -> str | Misread:
    folded = fold(text) if len(text) <= LONGEST else ""
    if len(text) > LONGEST or len(folded) > 2 * LONGEST:  # one character can unfold into eighteen
        return Misread(Reason.TOO_LONG)
    spaced = ABBREVIATED.sub("", folded.replace(",", " "))
    phrase = " ".join(spaced.split()).strip("!?() ")
    return phrase or Misread(Reason.EMPTY)


def _after_any(phrase: str, openings: frozenset[str]) -> str:
    """What stands behind the longest of the words that it begins with; the phrase itself if with none."""
    found = max((word for word in openings if phrase.startswith(f"{word} ")), key=len, default="")
    return phrase[len(found) :].lstrip()


def _essential(phrase: str, vocabulary: Vocabulary) -> str:
    """Without small words, but for those that count something."""
    return " ".join(w for w in phrase.split() if w in vocabulary.numbers or w not in vocabulary.small)


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
            return _moved(today.replace(day=1), 1, Unit.MONTH)
        case Return.NEVER:
            return FOR_GOOD


def _until(words: str, today: date, vocabulary: Vocabulary) -> date | None:
    """After a length, on a weekday, or at the beginning of a day, month or year."""
    counted = _length(words, vocabulary)
    weekday = _weekday(words, vocabulary)
    if weekday is not None:
        return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY
    try:
        if counted is not None:
            return _sane(_moved(today, *counted))
        named = _named(words, vocabulary, lambda month, day: _coming(month, day, today))
    except (ValueError, OverflowError):
        return None
    return named.start if named else None


def _coming(month: int, day: int, today: date) -> date:
    """The next such date after today; ValueError if there never is one."""
    return next(on for on in _in_years(month, day, range(today.year, today.year + 9)) if on > today)


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
        Stretch.MONTH: Days(_moved(tomorrow, -1, Unit.MONTH), tomorrow),
        Stretch.THIS_MONTH: Days(month, tomorrow),
        Stretch.LAST_MONTH: Days(_moved(month, -1, Unit.MONTH), month),
        Stretch.SEASON: Days(_moved(tomorrow, -3, Unit.MONTH), tomorrow),
        Stretch.YEAR: Days(_moved(tomorrow, -1, Unit.YEAR), tomorrow),
        Stretch.THIS_YEAR: Days(year, tomorrow),
        Stretch.LAST_YEAR: Days(_moved(year, -1, Unit.YEAR), year),
    }[name]


def _past(words: str, today: date, vocabulary: Vocabulary) -> Days | None:
    """So many days up to today, the last such weekday, or a day, month or year."""
    counted = _length(words, vocabulary)
    weekday = _weekday(words, vocabulary)
    if weekday is not None:
        on = today - (today.weekday() - weekday) % 7 * DAY
        return Days(on, on + DAY)
    try:
        if counted is not None:
            return Days(_sane(_moved(today + DAY, -counted[0], counted[1])), today + DAY)
        return _named(words, vocabulary, lambda month, day: _latest(month, day, today))
    except (ValueError, OverflowError):
        return None


def _latest(month: int, day: int, today: date) -> date:
    """The last such date up to and with today; ValueError if there never was one."""
    return next(on for on in _in_years(month, day, range(today.year, today.year - 9, -1)) if on <= today)


def _spoken(days: Days, today: date) -> Period:
    if days.end == days.start + DAY != today + DAY:
        return Period(Span.DAY.value, days.start, days.end)
    length = (days.end - days.start).days
    return Period(
        next((span for most, span in SPANS if length <= most), Span.ALL).value, days.start, days.end
    )


# -- both ------------------------------------------------------------------------------------------


def _length(words: str, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
    """``3 days``, ``3d``, ``two weeks``, ``week``."""
    if words in vocabulary.units:
        return 1, vocabulary.units[words]
    if match := COUNTED.fullmatch(words):
        unit = vocabulary.units.get(match[2])
        return (int(match[1]), unit) if unit else None
    number, _, last = words.rpartition(" ")
    if number in vocabulary.numbers and last in vocabulary.units:
        return vocabulary.numbers[number], vocabulary.units[last]
    return None


def _weekday(words: str, vocabulary: Vocabulary) -> int | None:
    days = vocabulary.days.get(words, frozenset())
    return min(days) if len(days) == 1 else None


def _named(words: str, vocabulary: Vocabulary, near: Near) -> Days | None:
    """A day, month or year; ``near`` finds the year of a date without one. ValueError for 30 February."""
    return _iso(words) or _in_figures(words, vocabulary, near) or _in_words(words, vocabulary, near)


def _iso(words: str) -> Days | None:
    """``2027-01-05``, ``2027-01`` or ``2027``."""
    match = ISO.fullmatch(words)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return _of(date(year, month, day), Unit.DAY if match[3] else Unit.MONTH if match[2] else Unit.YEAR)


def _in_figures(words: str, vocabulary: Vocabulary, near: Near) -> Days | None:
    """``5.1.``, ``5.1.2027``; ``5/1`` only where it cannot be the first of May."""
    match = DOTTED.fullmatch(words) or SLASHED.fullmatch(words)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if "/" in words and not vocabulary.day_first:
        if (day > 12) == (month > 12) and day != month:
            return None
        day, month = max(day, month), min(day, month)
    return _of(date(int(match[3]), month, day) if match[3] else near(month, day), Unit.DAY)


def _in_words(words: str, vocabulary: Vocabulary, near: Near) -> Days | None:
    """``5 jan``, ``january 5th 2027``, ``march``, ``march 2026``, in any order."""
    year = month = day = None
    for word in words.split():
        if month is None and word in vocabulary.months:
            month = vocabulary.months[word]
        elif year is None and YEAR.fullmatch(word):
            year = int(word)
        elif day is None and (match := ORDINAL.fullmatch(word)):
            day = int(match[1])
        else:
            return None
    if month is None:
        return None
    on = near(month, day or 1) if year is None else date(year, month, day or 1)
    return _of(on, Unit.DAY if day is not None else Unit.MONTH)


def _of(start: date, unit: Unit) -> Days:
    return Days(_sane(start), _moved(start, 1, unit))


def _in_years(month: int, day: int, years: Iterable[int]) -> Iterator[date]:
    """That date in each of the years that have it; ValueError at the end."""
    for year in years:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)
    raise ValueError("no such date")


def _moved(day: date, count: int, unit: Unit) -> date:
    """So many units later; the month's last day where it has no such day."""
    if unit in DAYS:
        return day + count * DAYS[unit] * DAY
    months = 12 * day.year + day.month - 1 + count * (12 if unit is Unit.YEAR else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _sane(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("nobody means that year")
    return day
