"""Plain text and Markdown with a date before each entry: ``## 2024-03-07``, ``2024-03-07: warm light``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from bot.domain.carried import Carried, key_of
from bot.domain.found import MOST_ENTRIES, NotTaken, Place, Reason
from bot.services.importing import values
from bot.services.importing.dates import Reading

BEGINS = re.compile(
    r" {0,3}(?:#{1,6}\s+|[-*+]\s+)?\**"
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})"
    r"(?:[T ,]\s*(\d{1,2}):(\d{2}))?\**\s*[:–—-]?\s*(.*)"
)


def read(text: str, place: Place) -> Iterator[Carried]:
    """Its entries; none if no line begins with a date. Raises NotTaken."""
    seen: dict[tuple[object, ...], int] = {}
    for number, (day, wall, lines) in enumerate(_parts(text)):
        if number >= MOST_ENTRIES:
            raise NotTaken(Reason.TOO_MUCH)
        words = values.clean("\n".join(lines))
        if words:
            at = place.instant(day, wall)
            same = (day, at, words)
            seen[same] = seen.get(same, 0) + 1
            yield Carried(key_of("markdown", *same, seen[same]), at, day, words)


def _parts(text: str) -> Iterator[tuple[date, time | None, list[str]]]:
    """A date, a time if there is one, and the lines up to the next date; what comes before is a title."""
    part: tuple[date, time | None, list[str]] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        begins = BEGINS.fullmatch(line)
        if begins is None:
            if part is not None:
                part[2].append(line)
            continue
        if part is not None:
            yield part
        day = Reading(day_first=True).day(begins[1])
        if day is None:
            raise NotTaken(Reason.DATES, number)
        part = (day, _wall(begins[2], begins[3]), [begins[4]])
    if part is not None:
        yield part


def _wall(hour: str | None, minute: str | None) -> time | None:
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return None
    return time(int(hour), int(minute))
