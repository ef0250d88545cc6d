"""Dates and times in files. 3/4/2024 is read only if other dates of the file say which way round."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, time, timedelta, timezone
from itertools import islice

from bot.services.importing.values import AFTER, BEFORE
from bot.services.importing.written import written

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ,]+(.*))?")
CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(?:([ap])\.?\s*(?:m\.?)?|uhr|h)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
HALF_A_DAY = 12
MIDNIGHT = time(0)
MONTHS = 12
ENOUGH = 5000  # dates, to learn which way round they are


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's dates are read: whether the day or the month stands first; None: neither is known."""

    day_first: bool | None

    @classmethod
    def of(cls, cells: Iterable[str]) -> Reading:
        """Learnt from the dates themselves; with dots the day stands first everywhere."""
        found = [match for cell in islice(cells, ENOUGH) if (match := YEAR_LAST.fullmatch(cell.strip()))]
        if any(match[2] == "." or int(match[1]) > MONTHS for match in found):
            return cls(day_first=True)
        return cls(day_first=False if any(int(match[3]) > MONTHS for match in found) else None)

    def day(self, cell: str) -> date | None:
        """The date; None if there is none, or if it could be two."""
        cell = cell.strip()
        if match := YEAR_FIRST.fullmatch(cell):
            return _date(match[1], match[2], match[3])
        match = YEAR_LAST.fullmatch(cell)
        if match is None:
            return _in_words(cell)
        if self.day_first is None and match[1] != match[3]:
            return None
        return _date(match[4], match[3], match[1]) if self.day_first else _date(match[4], match[1], match[3])

    def hour(self, cell: str) -> time | None:
        """The time behind the date, aware if an offset is; none if it is midnight, which says nothing."""
        cell = cell.strip()
        match = YEAR_FIRST.fullmatch(cell) or YEAR_LAST.fullmatch(cell)
        found = clock(match.groups()[-1] or "") if match else None
        return None if found and found.replace(tzinfo=None) == MIDNIGHT else found


def dated(cell: str) -> bool:
    """Whether it is a date and no more, but for a time behind it; which date may be unclear."""
    cell = cell.strip()
    match = YEAR_FIRST.fullmatch(cell) or YEAR_LAST.fullmatch(cell)
    behind = match.groups()[-1] if match else None
    return clock(behind) is not None if behind else match is not None or _in_words(cell) is not None


def clock(text: str) -> time | None:
    """The time that ``text`` is, aware if an offset stands behind it."""
    found = CLOCK.fullmatch(text.strip().replace("\u202f", " "))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % HALF_A_DAY + (HALF_A_DAY if half == "p" else 0)
    return time(hour, minute, tzinfo=_offset(found[4])) if hour < 24 and minute < 60 else None


def _offset(text: str | None) -> timezone | None:
    """None if it says nothing, or what no place on earth has."""
    if not text or text in "Zz":
        return UTC if text else None
    hours, minutes = int(text[1:3]), int(text[-2:])
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if text[0] == "-" else ahead) if hours < 15 and minutes < 60 else None


def _in_words(cell: str) -> date | None:
    try:
        found = written(cell)
    except ValueError:
        return None
    return found if found and BEFORE < found.year < AFTER else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if BEFORE < found.year < AFTER else None
