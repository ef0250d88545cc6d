"""Reading one day, month, year or length from what somebody typed: what pauses and periods are made of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.typed_folding import fold
from bot.domain.vocabulary import LONGEST, Misread, Reason, Unit, Vocabulary

FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY = timedelta(days=1)
DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/.] ?(\d{4})")
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
ABBREVIATED = re.compile(r"(?<=[^\W\d_])\.(?=\s|$)")
YEAR = re.compile(r"\d{4}")
ORDINAL = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|o)?")
COUNTED = re.compile(r"(\d{1,4}) ?([^\d ]+)")
Near = Callable[[int, int], date]


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from ``start`` up to, not with, ``end``."""

    start: date
    end: date


def phrase_of(text: str) -> str | Misread:
    """The text folded, without points behind abbreviations and what stands around it."""
    folded = fold(text) if len(text) <= LONGEST else ""
    if len(text) > LONGEST or len(folded) > 2 * LONGEST:  # one character can unfold into eighteen
        return Misread(Reason.TOO_LONG)
    spaced = ABBREVIATED.sub("", folded.replace(",", " "))
    phrase = " ".join(spaced.split()).strip("!?() ")
    return phrase or Misread(Reason.EMPTY)


def after_any(phrase: str, openings: frozenset[str]) -> str:
    """What stands behind the longest of the words that it begins with; the phrase itself if with none."""
    found = max((word for word in openings if phrase.startswith(f"{word} ")), key=len, default="")
    return phrase[len(found) :].lstrip()


def essential(phrase: str, vocabulary: Vocabulary) -> str:
    """Without small words, but for those that count something."""
    return " ".join(w for w in phrase.split() if w in vocabulary.numbers or w not in vocabulary.small)


def length(words: str, vocabulary: Vocabulary) -> tuple[int, Unit] | None:
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


def weekday_of(words: str, vocabulary: Vocabulary) -> int | None:
    """The one weekday that the words name; 0 is Monday."""
    days = vocabulary.days.get(words, frozenset())
    return min(days) if len(days) == 1 else None


def named_days(words: str, vocabulary: Vocabulary, near: Near) -> Days | None:
    """A day, month or year; ``near`` finds the year of a date without one. ValueError for 30 February."""
    return _iso(words) or _in_figures(words, vocabulary, near) or _in_words(words, vocabulary, near)


def _iso(words: str) -> Days | None:
    """``2027-01-05``, ``2027-01``, ``2027/01``, ``01/2027`` or ``2027``."""
    if match := MONTH_FIRST.fullmatch(words):
        return _of(date(int(match[2]), int(match[1]), 1), Unit.MONTH)
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
    return Days(sane(start), moved(start, 1, unit))


def in_years(month: int, day: int, years: Iterable[int]) -> Iterator[date]:
    """That date in each of the years that have it; ValueError at the end."""
    for year in years:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)
    raise ValueError("no such date")


def moved(day: date, count: int, unit: Unit) -> date:
    """So many units later; the month's last day where it has no such day."""
    if unit in DAYS:
        return day + count * DAYS[unit] * DAY
    months = 12 * day.year + day.month - 1 + count * (12 if unit is Unit.YEAR else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def sane(day: date) -> date:
    """The day itself; ValueError beyond the years that anybody means."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("nobody means that year")
    return day
