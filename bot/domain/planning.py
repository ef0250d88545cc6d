"""Which moment of a slot comes next, given what was planned and asked: after any change, and after travel."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.nudge import GRACE
from bot.domain.rhythm import Moment, Rhythm, Slot, in_quiet, local_day, moment, next_moment

Asked = Collection[tuple[str, date]]
"""Keys of slots with the local days for which there is a nudge already."""
AWAKE = (time(7), time(22))
"""When somebody who has just travelled may be asked at the hour of the place they left."""


@dataclass(frozen=True, slots=True)
class Past:
    """What counts of what was before: the moment planned for the slot, and what was asked."""

    planned: Moment | None = None
    asked: Asked = ()


def following(slot: Slot, after: datetime, rhythm: Rhythm, seed: int, asked: Asked) -> Moment | None:
    """The slot's first moment after an instant (aware UTC) whose day was not asked for yet."""
    found = next_moment(slot, after, rhythm, seed)
    while found is not None and (slot.key, found.day) in asked:
        found = next_moment(slot, found.at, rhythm, seed)
    return found


def still_due(past: Past, now: datetime) -> Moment | None:
    """The planned moment, if it came just now and was not taken up: a change must not lose it."""
    planned = past.planned
    if planned is None or (planned.slot.key, planned.day) in past.asked:
        return None
    return planned if now - GRACE < planned.at <= now else None


def after_change(slot: Slot, past: Past, rhythm: Rhythm, now: datetime, seed: int) -> Moment | None:
    """The slot's next moment for somebody whose rhythm is another since ``now``: they travelled, or chose so.

    Where by the new one it has passed already today, and by the old one had not come yet, it is kept at
    the instant it would have come, or comes at once if that is no hour to be asked.
    """
    today = local_day(now, rhythm.zone, rhythm.day_end)
    here = moment(slot, today, rhythm, seed)
    passed = here is not None and here <= now and (slot.key, today) not in past.asked
    if not passed or past.planned is None or past.planned.day > today:
        return following(slot, now, rhythm, seed, past.asked)
    there = past.planned.at
    fits = now < there and local_day(there, rhythm.zone, rhythm.day_end) == today and _awake(there, rhythm)
    return Moment(slot, today, there if fits else now)


def _awake(at: datetime, rhythm: Rhythm) -> bool:
    wall = at.astimezone(ZoneInfo(rhythm.zone)).time()
    return AWAKE[0] <= wall < AWAKE[1] and not in_quiet(at, rhythm)
