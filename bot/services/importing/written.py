"""Dates in words, as people and our own ``glimmers.md`` write them; months and weekdays are CLDR's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from babel import Locale

LOCALES = ("en", "es", "de")
WORD = r"[^\W\d_]+"
SHAPE = (
    rf"(?:({WORD})\.?,?\s+)?"
    rf"(?:(\d{{1,2}})(?:\.|º|st|nd|rd|th)?\s+(?:de\s+|of\s+)?({WORD})\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})"
    rf"|({WORD})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}))"
)
"""Weekday; then day, month, year; or month, day, year."""
DATE = re.compile(SHAPE)


def written(text: str) -> date | None:
    """The date that ``text`` is, wholly; None if it is none. ValueError for one that no calendar has."""
    found = DATE.fullmatch(text)
    if found is None:
        return None
    weekday, day, month, year, *other_way = found.groups()
    if month is None:
        month, day, year = other_way
    number = months().get(month.casefold())
    if number is None or (weekday is not None and weekday.casefold() not in weekdays()):
        return None
    return date(int(year), number, int(day))


@cache
def months() -> Mapping[str, int]:
    """Numbers by name, long and short; a name that means two months in two languages is left out."""
    found: dict[str, set[int]] = {}
    for names in _names("months"):
        for number, name in names.items():
            found.setdefault(name.rstrip(".").casefold(), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


@cache
def weekdays() -> frozenset[str]:
    """Names, long and short."""
    return frozenset(name.rstrip(".").casefold() for names in _names("days") for name in names.values())


def _names(what: str) -> Iterable[Mapping[int, str]]:
    for code in LOCALES:
        for forms in getattr(Locale.parse(code), what).values():
            yield from (forms[width] for width in ("wide", "abbreviated"))
