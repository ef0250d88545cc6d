"""Which moment of a slot comes next, given what was planned and asked: after any change, and after travel."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.nudge import GRACE
from bot.domain.rhythm import (
    Moment,
    Rhythm,
    Slot,
    in_quiet,
    local_day,
    moment,
    next_moment,
    what_is_left,
    window,
)

Asked = Collection[tuple[str, date]]
"""Keys of slots with the local days for which there is a nudge already."""
JUST_ASKED = timedelta(hours=12)
"""So soon a slot is not asked again at once because the day now ends at another hour."""
AWAKE = (time(7), time(22))
"""When somebody who has just travelled may be asked at the hour of the place they left."""


@dataclass(frozen=True, slots=True)
class Past:
    """What counts of what was before: the moment planned for the slot, and what was asked."""

    planned: Moment | None = None
    asked: Asked = ()
    last: datetime | None = None
    """When it was asked last (aware UTC), under whatever day; unset where that is another place's."""


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
    the instant it would have come, in what is left of a window, or at once if that is no hour to be asked.
    """
    today = local_day(now, rhythm.zone, rhythm.day_end)
    here = moment(slot, today, rhythm, seed)
    passed = here is not None and here <= now and (slot.key, today) not in past.asked
    if not passed or past.planned is None or past.planned.day > today:
        return following(slot, now, rhythm, seed, past.asked)
    kept = _kept(Moment(slot, today, past.planned.at), rhythm, now, seed)
    if kept is None and past.last is not None and now - past.last < JUST_ASKED:
        return following(slot, now, rhythm, seed, past.asked)
    return Moment(slot, today, kept or now)


def _kept(there: Moment, rhythm: Rhythm, now: datetime, seed: int) -> datetime | None:
    """When today's can still be asked that would have come ``there``; None: at no hour but this one."""
    slot, today, at = there.slot, there.day, there.at
    ahead = now < at and local_day(at, rhythm.zone, rhythm.day_end) == today and not in_quiet(at, rhythm)
    if ahead and any(first <= at < last for first, last in window(slot, today, rhythm)):
        return at
    left = what_is_left(slot, today, rhythm, now, seed)
    return left or (at if ahead and _awake(at, rhythm) else None)


def renamed(
    asked: Iterable[Moment], before: Rhythm, after: Rhythm, now: datetime
) -> list[tuple[Moment, date]]:
    """Fixed minutes that were asked for and belong to an earlier day, as the days now end at another hour.

    Only those that stand in the way: of today or later. What is another day's for a journey stays so.
    """
    today = local_day(now, after.zone, after.day_end)
    found = [
        (one, local_day(one.at, after.zone, after.day_end))
        for one in asked
        if one.slot.end is None
        and one.day >= today
        and local_day(one.at, before.zone, before.day_end) == one.day
    ]
    return [(one, day) for one, day in found if day < one.day]


def _awake(at: datetime, rhythm: Rhythm) -> bool:
    wall = at.astimezone(ZoneInfo(rhythm.zone)).time()
    return AWAKE[0] <= wall < AWAKE[1]
