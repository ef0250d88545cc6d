"""Understanding what people type: times, clock readings, pauses, periods, in a locale's words.

Nothing here raises on any text; what cannot be read is a ``Misread``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from bot.domain.person import FOR_GOOD
from bot.domain.rhythm import Slot

LONGEST = 300
MOST_SLOTS = 6
WINDOW = re.compile(r"(\d{1,2}(?::\d\d)?)(am|pm)?-(\d{1,2}(?::\d\d)?)(am|pm)?")
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(am|pm)?")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


@dataclass(frozen=True, slots=True)
class Misread:
    """What was not understood."""

    what: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A locale's words, folded: weekdays and months to numbers, names to what they mean."""

    days: Mapping[str, frozenset[int]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    clocks: Mapping[str, time] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    small: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Mapping[str, Any]]) -> Vocabulary:
        """From ``typed.toml``; ValueError names a key that cannot be used."""
        known = {"days", "months", "clocks", "units", "periods", "small_words"}
        if unknown := set(table) - known - {"schema", "license"}:
            raise ValueError(f"{sorted(unknown)[0]} is no table of words")
        try:
            return cls(
                {_fold(w): frozenset(map(int, str(v))) for w, v in table.get("days", {}).items()},
                {_fold(w): int(str(v)) for w, v in table.get("months", {}).items()},
                {_fold(w): time.fromisoformat(str(v)) for w, v in table.get("clocks", {}).items()},
                {_fold(w): int(str(v)) for w, v in table.get("units", {}).items()},
                {_fold(w): str(v) for w, v in table.get("periods", {}).items()},
                frozenset(map(_fold, table.get("small_words", {}).get("words", ()))),
            )
        except ValueError as why:
            raise ValueError(f"typed.toml: {why}") from None


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``start`` up to, not with, ``end``; ``kind`` is one of the recap's spans."""

    kind: str
    start: date | None
    end: date | None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(DASHES)).casefold()
    return "".join(_digit(c) for c in plain if not unicodedata.combining(c))


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _clean(text: str) -> str:
    folded = re.sub(r"\s+", " ", _fold(text)).strip(" .!?")
    folded = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", folded)
    folded = re.sub(r"(\d{1,2})\.(\d\d)(?=\D|$)", r"\1:\2", folded)
    folded = re.sub(r"(\d{1,2}) ?h ?(\d\d)?(?=[\s,;-]|$)", lambda m: f"{m[1]}:{m[2] or '00'}", folded)
    folded = re.sub(r"(\d) (am|pm)\b", r"\1\2", folded)
    return re.sub(r" ?- ?", "-", folded)


def times(text: str, vocabulary: Vocabulary) -> tuple[Slot, ...] | Misread:
    """Slots such as ``8:30, 21:00 weekdays, 10-18``: six at most, each with the weekdays after it."""
    if len(text) > LONGEST:
        return Misread()
    slots: dict[str, Slot] = {}
    last = ""
    named: frozenset[int] = frozenset()
    for word in _words(_clean(text), vocabulary):
        days = _days(word, vocabulary)
        slot = None if days else _slot(word, vocabulary)
        if days and last:
            named |= days
            slots[last] = Slot(slots[last].start, slots[last].end, named)
        elif slot:
            slots[slot.key], last, named = slot, slot.key, frozenset()
        else:
            return Misread(word)
    return tuple(slots.values()) if 0 < len(slots) <= MOST_SLOTS else Misread()


def _words(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    for word in re.split(r"[\s,;]+", text):
        if word and word not in vocabulary.small:
            yield word


def _days(word: str, vocabulary: Vocabulary) -> frozenset[int]:
    if word in vocabulary.days:
        return vocabulary.days[word]
    first, dash, last = word.partition("-")
    ends = vocabulary.days.get(first), vocabulary.days.get(last)
    if not dash or ends[0] is None or ends[1] is None or len(ends[0]) + len(ends[1]) != 2:
        return frozenset()
    start, end = min(ends[0]), min(ends[1])
    return frozenset(n % 7 for n in range(start, end + 1 if end >= start else end + 8))


def _slot(word: str, vocabulary: Vocabulary) -> Slot | None:
    window = WINDOW.fullmatch(word)
    if window:
        half = window[2] or (window[4] if window[4] == "am" else None)
        start, end = _wall(window[1] + (half or "")), _wall(window[3] + (window[4] or ""))
        if start and end and end <= start and not window[4] and end.hour < 12:
            end = time(end.hour + 12, end.minute)  # 9-5 is a working day
        return Slot(start, end) if start and end and start < end else None
    wall = vocabulary.clocks.get(word) or _wall(word)
    return Slot(wall) if wall is not None else None


def _wall(word: str) -> time | None:
    if re.fullmatch(r"\d{4}", word):
        word = f"{word[:2]}:{word[2:]}"
    match = CLOCK.fullmatch(word)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    hour = 0 if (hour, minute) == (24, 0) else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def clock_reading(text: str, vocabulary: Vocabulary) -> time | None:
    """The time that a clock shows: ``14:32``, ``it's 2:32 pm``; a bare number is none."""
    words = list(_words(_clean(text), vocabulary)) if len(text) <= LONGEST else []
    if len(words) != 1:
        return None
    return vocabulary.clocks.get(words[0]) or (_wall(words[0]) if re.search(r"[:apm]", words[0]) else None)


def pause(text: str, today: date, vocabulary: Vocabulary) -> date | Misread:
    """The first local day on which nudges come again; ``FOR_GOOD`` if never."""
    if len(text) > LONGEST:
        return Misread()
    cleaned = _fold(text).strip(" .!?")
    if vocabulary.periods.get(cleaned) == "forever":
        return FOR_GOOD
    words = list(_words(cleaned, vocabulary))
    length = _length(words, vocabulary)
    if length is not None:
        return today + timedelta(days=length)
    if len(words) == 1 and (days := vocabulary.days.get(words[0])) and len(days) == 1:
        return today + timedelta(days=(min(days) - today.weekday() - 1) % 7 + 1)
    if len(words) == 1 and vocabulary.periods.get(words[0]) == "tomorrow":
        return today + timedelta(days=1)
    on = _date(words, today, vocabulary)
    return on if on and on > today else Misread()


def _length(words: list[str], vocabulary: Vocabulary) -> int | None:
    if len(words) == 1 and words[0] in vocabulary.units:
        return vocabulary.units[words[0]]
    if len(words) != 2 or words[1] not in vocabulary.units or not re.fullmatch(r"\d{1,3}", words[0]):
        return None
    return (int(words[0]) * vocabulary.units[words[1]]) or None


def _date(words: list[str], today: date, vocabulary: Vocabulary) -> date | None:
    text = " ".join(words)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
        if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.?(\d{4})?", text):
            return _coming(int(match[2]), int(match[1]), today, match[3])
        if len(words) == 2:
            day, month = sorted(words, key=lambda w: w in vocabulary.months)
            return _coming(vocabulary.months[month], int(re.sub(r"\D", "", day)), today, None)
    except (ValueError, KeyError, OverflowError):
        return None
    return None


def _coming(month: int, day: int, today: date, year: str | None) -> date:
    on = date(int(year) if year else today.year, month, day)
    return on if year or on > today else date(today.year + 1, month, day)


def period(text: str, today: date, vocabulary: Vocabulary) -> Period | Misread:
    """A stretch of local days: today, week, month, season, year, all, ``2026-03``, ``2026``, a month."""
    if len(text) > LONGEST:
        return Misread()
    cleaned = _fold(text).strip(" .!?")
    tomorrow = today + timedelta(days=1)
    lengths = {"today": 1, "week": 7, "month": 31, "season": 92, "year": 366}
    kind = vocabulary.periods.get(cleaned, "")
    if kind in lengths:
        return Period(kind, tomorrow - timedelta(days=lengths[kind]), tomorrow)
    if kind == "all":
        return Period("all", None, None)
    if kind == "yesterday":
        return Period("today", today - timedelta(days=1), today)
    return _calendar(cleaned, today, vocabulary)


def _calendar(text: str, today: date, vocabulary: Vocabulary) -> Period | Misread:
    if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?", text):
        year, month = int(match[1]), int(match[2] or 0)
        if 1970 <= year <= 2199 and 1 <= month <= 12:
            return Period("month", date(year, month, 1), _after_month(year, month))
        if 1970 <= year <= 2199 and match[2] is None:
            return Period("year", date(year, 1, 1), date(year + 1, 1, 1))
    if text in vocabulary.months:
        month = vocabulary.months[text]
        year = today.year if month <= today.month else today.year - 1
        return Period("month", date(year, month, 1), _after_month(year, month))
    return Misread(text)


def _after_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
