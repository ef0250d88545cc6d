"""Crowding: windows in which nothing is ever asked, as a fixed minute always was just before."""

from __future__ import annotations

from datetime import time

from bot.domain.deciding import APART
from bot.domain.drawing import MINUTE
from bot.domain.rhythm import Rhythm, Slot, quiet_at, within

A_DAY = 24 * 60
NEAR = APART // MINUTE


def crowded_out(rhythm: Rhythm) -> list[Slot]:
    """Windows that would have a moment but for the fixed minutes beside them, which always go first."""
    fixed = [slot for slot in rhythm.slots if slot.end is None and not quiet_at(slot.start, rhythm)]
    windows = [slot for slot in rhythm.slots if slot.end is not None]
    return [slot for slot in windows if _has_room(slot, [], rhythm) and not _has_room(slot, fixed, rhythm)]


def _has_room(slot: Slot, fixed: list[Slot], rhythm: Rhythm) -> bool:
    """On some day: where room begins, if there is any, is where something else begins or ends."""
    ends = [_minute(one.start) + NEAR - rhythm.jitter for one in fixed]
    begins = [slot.start, rhythm.day_end, *(_wall(end) for end in ends), *(rhythm.quiet or ())]
    inside = [wall for wall in begins if within(wall, slot) and not quiet_at(wall, rhythm)]
    return any(not _near(wall, day, fixed, rhythm) for wall in inside for day in slot.days)


def _near(wall: time, day: int, fixed: list[Slot], rhythm: Rhythm) -> bool:
    """Whether a fixed minute was surely asked within four hours before a wall time on that weekday."""
    return any(
        rhythm.jitter <= _into(wall, rhythm) - _into(one.start, rhythm) + days * A_DAY < NEAR - rhythm.jitter
        for one in fixed
        for days in (0, 1)
        if (day - days) % 7 in one.days
    )


def _into(wall: time, rhythm: Rhythm) -> int:
    """Minutes into the local day."""
    return (_minute(wall) - _minute(rhythm.day_end)) % A_DAY


def _minute(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def _wall(minute: int) -> time:
    return time(minute % A_DAY // 60, minute % 60)
