"""What was found in a file that somebody wants to bring in, or why it was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.carried import Carried
from bot.domain.rhythm import local_day, to_utc

NOON = time(12)
HOUR = timedelta(hours=1)
MOST_ENTRIES = 20_000
MOST_FILES = 20_000
MOST_BYTES = 60_000_000  # of one text or document: ten years of long entries are half of it
MOST_WORDS = 100_000  # characters of one entry: a long letter has a tenth of it


class Source(StrEnum):
    """Where a file comes from."""

    GLIMMER = "glimmer"
    DAY_ONE = "dayone"
    DAYLIO = "daylio"
    PRESENTLY = "presently"
    TABLE = "table"
    MARKDOWN = "markdown"


class Reason(StrEnum):
    """Why nothing of a file is brought in; each has its sentence, ``import-refused-<reason>``."""

    UNKNOWN = "unknown"
    BROKEN = "broken"
    NEWER = "newer"
    ENCODING = "encoding"
    DATES = "dates"
    EMPTY = "empty"
    TOO_MUCH = "too-much"
    UNSAFE = "unsafe"
    LOCKED = "locked"


class NotTaken(Exception):
    """Nothing of the file is brought in. ``line`` is where the reason stands, 0 if that is nowhere."""

    def __init__(self, reason: Reason, line: int = 0) -> None:
        super().__init__(reason.value)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class Place:
    """By whose clock and day end a file's dates are read."""

    zone: str
    day_end: time

    def day_of(self, at: datetime) -> date:
        """The local day of an instant."""
        return local_day(at, self.zone, self.day_end)

    def instant(self, day: date, wall: time | None) -> datetime:
        """That time of the date, aware UTC, by the clock here unless it is aware; noon if none is known."""
        if wall and wall.tzinfo:
            return datetime.combine(day, wall).astimezone(UTC)
        return to_utc(day, wall or NOON, self.zone)

    def day_of_clock(self, date_: date, wall: time) -> date:
        """The local day of a time that stood beside its date: by the clock that it was written by.

        UTC is what machines write, and nobody's clock.
        """
        written = wall if wall.tzinfo is UTC else wall.replace(tzinfo=None)
        return self.day_of(self.instant(date_, written))

    def zone_of(self, at: datetime, wall: time | None) -> str:
        """By whose clock an instant was written: the one here, unless whole hours behind it tell another."""
        offset = wall.utcoffset() if wall and wall.tzinfo is not UTC else None
        if offset is None or offset == at.astimezone(ZoneInfo(self.zone)).utcoffset():
            return self.zone
        hours, rest = divmod(offset, HOUR)
        return self.zone if rest or not -12 <= hours <= 14 else f"Etc/GMT{-hours:+d}"  # with the sign turned


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds, oldest first; never empty."""

    source: Source
    entries: tuple[Carried, ...]

    @property
    def first(self) -> date:
        """Its first local day."""
        return min(entry.day for entry in self.entries)

    @property
    def last(self) -> date:
        """Its last local day."""
        return max(entry.day for entry in self.entries)

    @property
    def example(self) -> str:
        """The words of the first that has any and may be given back; empty if there is none."""
        return next((entry.text for entry in self.entries if entry.text and not _withheld(entry)), "")

    @property
    def files(self) -> int:
        """How many pictures, voice notes and other files come along."""
        return sum(bool(file.path) for entry in self.entries for file in entry.files)


def _withheld(entry: Carried) -> bool:
    hidden = entry.hidden or entry.day_hidden or entry.taken_back
    return hidden or entry.held or entry.weight is not None
