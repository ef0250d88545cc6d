"""Plain text and Markdown with a date before each entry: ``## 2024-03-07``, ``2024-03-07: warm light``.

In words it stands alone: ``## Thursday, March 7, 2024``. A line such as ``**21:15**`` begins the next
entry of that day, its words quoted: so our own ``glimmers.md`` writes, and ``**–**`` where no hour is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from bot.domain.carried import Carried, key_of
from bot.domain.found import MOST_ENTRIES, NotTaken, Place, Reason
from bot.services.importing import values
from bot.services.importing.dates import Reading
from bot.services.importing.written import SHAPE

BEGINS = re.compile(
    r" {0,3}(?:#{1,6}\s+|[-*+]\s+)?\**"
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})"
    r"(?:[T ,]\s*(\d{1,2}):(\d{2}))?\**\s*[:,;–—-]?\s*(.*)"
)

IN_WORDS = re.compile(rf" {{0,3}}(?:#{{1,6}}\s+|[-*+]\s+)?\**({SHAPE})\**\s*:?\**\s*")
HOUR = re.compile(r"\*\*(?:(\d{1,2}):(\d{2})|–)\*\*")
FILE = re.compile(r"!?\[[^\[\]]*\](?:\(media/[^()]*\))?")
QUOTED = "> "


@dataclass(slots=True)
class _Part:
    """A date, a time if there is one, and the lines up to the next of either."""

    day: date
    wall: time | None
    lines: list[str]
    ours: bool = False

    @property
    def words(self) -> str:
        """What was written; in our own form without the marks around it."""
        if self.ours:
            self.lines = [line.removeprefix(QUOTED) for line in self.lines if not FILE.fullmatch(line)]
        return values.clean("\n".join(self.lines))


def read(text: str, place: Place) -> Iterator[Carried]:
    """Its entries; none if no line begins with a date. Raises NotTaken."""
    seen: dict[tuple[object, ...], int] = {}
    for number, part in enumerate(_parts(text)):
        if number >= MOST_ENTRIES:
            raise NotTaken(Reason.TOO_MUCH)
        words = part.words
        if words:
            at = place.instant(part.day, part.wall)
            same = (part.day, at, words)
            seen[same] = seen.get(same, 0) + 1
            key = key_of("markdown", *same, seen[same])
            yield Carried(key, at, part.day, words, hourless=part.wall is None, zone=place.zone)


def _parts(text: str) -> Iterator[_Part]:
    """What comes before the first date is a title."""
    part: _Part | None = None
    for number, line in enumerate(text.splitlines(), 1):
        begun = _begun(line, number, part)
        if begun is not None:
            if part is not None:
                yield part
            part = begun
        elif part is not None:
            part.lines.append(line)
    if part is not None:
        yield part


def _begun(line: str, number: int, part: _Part | None) -> _Part | None:
    """The part that this line begins, if it does. Raises NotTaken for a date that is none."""
    hour = HOUR.fullmatch(line)
    if hour and part:
        return _Part(part.day, _wall(hour[1], hour[2]), [], ours=True)
    begins, in_words = BEGINS.fullmatch(line), IN_WORDS.fullmatch(line)
    if begins is None and in_words is None:
        return None
    day = Reading(day_first=True).day(begins[1] if begins else in_words[1] if in_words else "")
    if day is None and begins:
        raise NotTaken(Reason.DATES, number)
    if day is None:
        return None  # words that only look like one
    return _Part(day, _wall(begins[2], begins[3]), [begins[4]]) if begins else _Part(day, None, [])


def _wall(hour: str | None, minute: str | None) -> time | None:
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return None
    return time(int(hour), int(minute))
