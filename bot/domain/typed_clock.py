"""One time as it was written, and the slot that one of it or two make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.domain.slots import Slot
from bot.domain.vocabulary import Half

ALL_HOURS = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """A time as it was written: ``written`` is its number, ``half`` which half of the day was named."""

    hour: int
    minute: int
    written: str = ""
    half: Half | None = None
    exact: bool = False
    """It needs no half: a word such as noon."""

    @property
    def sure(self) -> bool:
        """It says which half of the day is meant."""
        return self.half is not None or self.exact

    @property
    def bare(self) -> bool:
        """Only an hour, such as 8: nobody reads a clock like that."""
        return len(self.written) in (1, 2) and not self.sure

    def wall(self) -> time | None:
        """What it says, an hour without a half being of 24; None if there is no such time."""
        if self.hour > 24 or self.minute > 59 or (self.hour == 24 and self.minute):
            return None
        hour = self.hour % 24
        if self.half is None or self.exact:
            return time(hour, self.minute)
        if self.half is Half.AM and hour > 12:
            return None
        late = self.half is Half.PM or (self.half is Half.NIGHT and hour % 12 >= 6)
        return time(hour % 12 + 12 * late if hour <= 12 else hour, self.minute)

    def possible(self) -> list[time]:
        """All that it can mean: an hour up to 12 without a half may be of the afternoon."""
        wall = self.wall()
        if wall is None:
            return []
        open_ = not self.sure and not self.written.startswith("0")
        return [wall, time((wall.hour + 12) % 24, wall.minute)] if open_ and 1 <= self.hour <= 12 else [wall]


def fixed(reading: Reading) -> Slot | None:
    """The slot of that time; None if there is no such time."""
    wall = reading.wall()
    return Slot(wall) if wall is not None else None


def window(first: Reading, last: Reading) -> Slot | None:
    """*9-5* is a working day, *9-5pm* and *9am-5* are the same, *22-01* goes across midnight."""
    starts, ends = first.possible(), last.possible()
    if not starts or not ends:
        return None
    start, end = starts[0], ends[0]
    if len(ends) > 1 and first.sure:
        end = min(ends, key=lambda wall: _ahead(start, wall))
    elif len(starts) > 1 and last.sure:
        start = max((wall for wall in starts if wall < end), default=starts[-1])
    elif len(starts) > 1 and len(ends) > 1 and end < start and not _padded(last):
        end = ends[1]
    elif (first.hour, last.hour) == (0, ALL_HOURS) and start == end:
        end = time(23, 59)  # 0-24
    return Slot(start, end) if start != end else None


def _ahead(start: time, end: time) -> int:
    """Minutes from one to the other, around the clock; a whole day if they are the same."""
    return (60 * (end.hour - start.hour) + end.minute - start.minute - 1) % 1440


def _padded(reading: Reading) -> bool:
    """Written as a machine does, 10:00, so that it is meant as it stands."""
    return len(reading.written) == 5
