"""Dates as files write them. 3/4/2024 is read only if other dates of the file say which way round."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.services.importing.values import AFTER, BEFORE
from bot.services.importing.written import written

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ,].*)?")
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
