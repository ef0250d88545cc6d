"""*Later*: when a question may come again that came at a bad moment."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.rhythm import Rhythm, day_span, in_quiet, local_day, to_utc

EVENING = time(20, 30)
SOON = {"20": timedelta(minutes=20), "60": timedelta(hours=1)}
A_DAY = timedelta(days=1)


class Later(StrEnum):
    """What is offered; it travels in buttons."""

    MINUTES = "20"
    HOUR = "60"
    EVENING = "evening"
    TOMORROW = "tomorrow"


def offers(now: datetime, rhythm: Rhythm) -> dict[Later, datetime]:
    """What can be offered at ``now``, and when that is (aware UTC).

    Nothing past, nothing in quiet hours, and but for *tomorrow* nothing past the day end. *Tomorrow* is at
    the same hour, or when that day's quiet hours are over.
    """
    local = now.astimezone(ZoneInfo(rhythm.zone))
    wall = local.time().replace(second=0, microsecond=0)
    found = {
        Later.MINUTES: now + SOON[Later.MINUTES],
        Later.HOUR: now + SOON[Later.HOUR],
        Later.EVENING: to_utc(local.date(), EVENING, rhythm.zone),
        Later.TOMORROW: to_utc(local.date() + A_DAY, wall, rhythm.zone),
    }
    if found[Later.EVENING] <= found[Later.HOUR] or local.time() < rhythm.day_end:
        del found[Later.EVENING]
    today = local_day(now, rhythm.zone, rhythm.day_end)
    if in_quiet(found[Later.TOMORROW], rhythm):
        found[Later.TOMORROW] = _after_quiet(today + A_DAY, rhythm)
    return {
        later: at
        for later, at in found.items()
        if not in_quiet(at, rhythm)
        and (later is Later.TOMORROW or local_day(at, rhythm.zone, rhythm.day_end) == today)
    }


def _after_quiet(day: date, rhythm: Rhythm) -> datetime:
    """When quiet hours are over on a local day that has begun; that day's beginning if they never are."""
    began = day_span(day, rhythm.zone, rhythm.day_end)[0]
    ends = [to_utc(on, rhythm.quiet[1], rhythm.zone) for on in (day, day + A_DAY)] if rhythm.quiet else []
    return next((at for at in (max(began, end) for end in ends) if not in_quiet(at, rhythm)), began)
