"""The values of time: slots, a person's rhythm, and the moments that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

EVERY_DAY: frozenset[int] = frozenset(range(7))
"""0 is Monday."""
MOST_SLOTS = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A fixed wall time (whole minutes), or with ``end`` a window in which a moment is drawn each day.

    A window holds ``start`` and not ``end``; of a local day it has all minutes in between, also where the day
    end parts them.
    """

    start: time
    end: time | None = None
    days: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        walls = (self.start,) if self.end is None else (self.start, self.end)
        if self.start == self.end or any(wall.second or wall.microsecond or wall.tzinfo for wall in walls):
            raise ValueError("a slot is a whole minute, or a window between two different ones")
        if not self.days <= EVERY_DAY:
            raise ValueError("weekdays are 0 (Monday) to 6")

    @property
    def key(self) -> str:
        """``08:30`` or ``10:00-18:00``: the slot's identity within a person, whatever its weekdays."""
        start = self.start.isoformat("minutes")
        return start if self.end is None else f"{start}-{self.end.isoformat('minutes')}"

    @classmethod
    def parse_key(cls, key: str, days: frozenset[int] = EVERY_DAY) -> Slot:
        """The slot of that key; ValueError if it is none."""
        start, _, end = key.partition("-")
        return cls(time.fromisoformat(start), time.fromisoformat(end) if end else None, days)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A person's zone (IANA name), slots and day end.

    ``quiet`` is a half-open stretch of wall time in which nothing is sent; ``jitter`` the minutes by
    which a fixed time may be missed on purpose. Slots are put in the order of the local day.
    """

    zone: str
    slots: tuple[Slot, ...] = ()
    day_end: time = time(4)
    quiet: tuple[time, time] | None = None
    jitter: int = 0

    def __post_init__(self) -> None:
        if len(self.slots) > MOST_SLOTS or len({slot.key for slot in self.slots}) < len(self.slots):
            raise ValueError(f"a rhythm has at most {MOST_SLOTS} slots, no two of them with one key")
        if self.jitter < 0:
            raise ValueError("jitter is minutes either way")
        object.__setattr__(self, "slots", ordered(self.slots, self.day_end))


@dataclass(frozen=True, slots=True)
class Moment:
    """When a slot is due on a local day; ``at`` is aware UTC."""

    slot: Slot
    day: date
    at: datetime


def ordered(slots: Sequence[Slot], day_end: time) -> tuple[Slot, ...]:
    """Slots in the order in which they come on a local day."""
    return tuple(sorted(slots, key=lambda slot: (slot.start < day_end, slot.start, slot.key)))
