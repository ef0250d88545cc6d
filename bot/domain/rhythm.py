"""When: local time lives here and nowhere else. Moments are computed one at a time, never by a cron.

A local day is a calendar date that begins at the day end (04:00 unless changed) and lasts until the
next date's. A slot's weekday is that of its local day: 01:00 on Friday, with a day end of 04:00, is
01:00 in the night from Friday to Saturday, and belongs to Friday.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.drawing import drawn
from bot.domain.slots import EVERY_DAY, MOST_SLOTS, Moment, Rhythm, Slot, ordered

__all__ = [
    "EVERY_DAY",
    "MOST_SLOTS",
    "Moment",
    "Rhythm",
    "Slot",
    "day_span",
    "grace_end",
    "in_quiet",
    "local_day",
    "moment",
    "next_moment",
    "ordered",
    "quiet_at",
    "to_utc",
    "upcoming",
    "what_is_left",
    "window",
    "within",
]

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
HORIZON = 2 * 7 + 1
"""Local days to look at: a slot on one weekday comes within a week, or two if a zone skips that date."""

# -- local time and UTC ----------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def to_utc(day: date, wall: time, zone: str) -> datetime:
    """The first instant at which the local clock shows that or a later time, in UTC.

    So one that exists twice is taken the first time, and one that does not exist is the end of the gap.
    """
    info = _zone(zone)
    local = datetime.combine(day, wall, info)
    at = local.astimezone(UTC)
    if at.astimezone(info).replace(tzinfo=None) == local.replace(tzinfo=None):
        return at
    # In a gap, fold 0 reads the wall clock by the offset before it and fold 1 by the one after, so
    # the change lies between the two instants.
    return _change_between(local.replace(fold=1).astimezone(UTC), at, info)


def _change_between(low: datetime, high: datetime, info: ZoneInfo) -> datetime:
    """The first instant in (low, high] with another offset than ``low``; changes fall on whole seconds."""
    before = low.astimezone(info).utcoffset()
    while high - low > SECOND:
        middle = low + SECOND * ((high - low) // (2 * SECOND))
        if middle.astimezone(info).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def _exists(day: date, zone: str) -> bool:
    """Whether the zone has that date. Samoa went from 29 to 31 December 2011."""
    noon = datetime.combine(day, time(12), _zone(zone))
    return noon.astimezone(UTC).astimezone(_zone(zone)).date() == day


def day_span(day: date, zone: str, day_end: time) -> tuple[datetime, datetime]:
    """From the first instant (UTC) of a local day up to, not with, its last; empty if the zone skips it."""
    return _span(day, zone, day_end)


@lru_cache(maxsize=8192)  # a million people share few zones, day ends and days
def _span(day: date, zone: str, day_end: time) -> tuple[datetime, datetime]:
    return _day_start(day, zone, day_end), _day_start(day + DAY, zone, day_end)


def _day_start(day: date, zone: str, day_end: time) -> datetime:
    """A skipped date is over before it began: the night goes on until the next date's day end."""
    return to_utc(day if _exists(day, zone) else day + DAY, day_end, zone)


def local_day(at: datetime, zone: str, day_end: time) -> date:
    """The local day that the instant belongs to: the one whose ``day_span`` holds it."""
    local = at.astimezone(_zone(zone))
    day = local.date() if local.time() >= day_end else local.date() - DAY
    # Right but for the hours around a clock change, where the wall clock may stand on the wrong side.
    start, end = _span(day, zone, day_end)
    while not start <= at < end:
        day += DAY if at >= end else -DAY
        start, end = _span(day, zone, day_end)
    return day


# -- moments ---------------------------------------------------------------------------------------


def moment(slot: Slot, day: date, rhythm: Rhythm, seed: int) -> datetime | None:
    """The slot's one moment on a local day; None on other weekdays and days that the zone skips.

    What is drawn depends on ``seed``, the slot's key and the day, and is drawn again only while it
    falls into quiet hours that leave room elsewhere. It lies in the day's span, but for a window of which
    a gap leaves nothing there: that has the end of the gap, and so of the day (docs/decisions/503).
    """
    start, end = _span(day, rhythm.zone, rhythm.day_end)
    if day.weekday() not in slot.days or start >= end:
        return None
    if slot.end is not None:
        return _in_window(slot, slot.end, day, rhythm, seed)
    first = _on(day, slot.start, rhythm, end)
    return _jittered(slot, day, rhythm, first, seed) if rhythm.jitter else first


def _on(day: date, wall: time, rhythm: Rhythm, end: datetime) -> datetime:
    """The wall time within the local day.

    A gap that swallows both it and the day end (Nuuk, 23:30 with a day end of 00:00) would move it
    out of its day: then it is the day's last minute.
    """
    return min(_shown(day, wall, rhythm), end - MINUTE)


def _shown(day: date, wall: time, rhythm: Rhythm) -> datetime:
    """When the clock shows it on a local day: what is before the day end stands on the next date."""
    if wall < rhythm.day_end:
        day += DAY
        while not _exists(day, rhythm.zone):
            day += DAY
    return to_utc(day, wall, rhythm.zone)


def window(slot: Slot, day: date, rhythm: Rhythm) -> list[tuple[datetime, datetime]]:
    """From when up to, not with, when a window lasts on a local day that the zone has (UTC), in order.

    One that the day end falls into lasts twice that day: once it has begun, and again until it ends.
    """
    end = _span(day, rhythm.zone, rhythm.day_end)[1]
    return [
        (
            min(_shown(day, start, rhythm), end),
            end if until == rhythm.day_end else min(_shown(day, until, rhythm), end),
        )
        for start, until in _walls(slot, rhythm.day_end)
    ]


def _walls(slot: Slot, day_end: time) -> list[tuple[time, time]]:
    if slot.end is None:
        return []
    if slot.start != day_end and _between(day_end, (slot.start, slot.end)):
        return [(day_end, slot.end), (slot.start, day_end)]
    return [(slot.start, slot.end)]


def _in_window(slot: Slot, end: time, day: date, rhythm: Rhythm, seed: int) -> datetime:
    stretches = window(slot, day, rhythm)
    begun = next((first for first, last in stretches if first < last), stretches[0][0])
    return drawn(f"{seed}|{slot.key}|{day}", stretches, _inside(slot.start, end, rhythm)) or begun


def _inside(start: time, end: time, rhythm: Rhythm) -> Callable[[datetime], bool]:
    """The wall clock may leave the window again: a repeated hour before it began."""
    info = _zone(rhythm.zone)
    return lambda at: _between(at.astimezone(info).time(), (start, end)) and not in_quiet(at, rhythm)


def what_is_left(slot: Slot, day: date, rhythm: Rhythm, after: datetime, seed: int) -> datetime | None:
    """A moment drawn from what of a window comes after an instant on that local day; None if nothing does."""
    if slot.end is None:
        return None
    soon = after.replace(second=0, microsecond=0) + MINUTE
    stretches = [(max(first, soon), last) for first, last in window(slot, day, rhythm)]
    return drawn(f"{seed}|{slot.key}|{day}", stretches, _inside(slot.start, slot.end, rhythm))


def _jittered(slot: Slot, day: date, rhythm: Rhythm, chosen: datetime, seed: int) -> datetime:
    start, end = _span(day, rhythm.zone, rhythm.day_end)

    def allowed(at: datetime) -> bool:
        return start <= at < end and not in_quiet(at, rhythm)

    if in_quiet(chosen, rhythm):
        return chosen
    earliest = chosen - rhythm.jitter * MINUTE
    either_way = (earliest, chosen + (rhythm.jitter + 1) * MINUTE)
    return drawn(f"{seed}|{slot.key}|{day}", [either_way], allowed) or chosen


def next_moment(slot: Slot, after: datetime, rhythm: Rhythm, seed: int) -> Moment | None:
    """The slot's first moment strictly after an instant; None if it is on no weekday."""
    if not slot.days:
        return None
    day = local_day(after, rhythm.zone, rhythm.day_end)
    for _ in range(HORIZON):
        at = moment(slot, day, rhythm, seed)
        if at is not None and at > after:
            return Moment(slot, day, at)
        day += DAY
    return None


def upcoming(rhythm: Rhythm, after: datetime, count: int, seed: int) -> list[Moment]:
    """The next ``count`` moments over all slots, in order."""
    found: list[Moment] = []
    for slot in rhythm.slots:
        following = next_moment(slot, after, rhythm, seed)
        for _ in range(count):
            if following is None:
                break
            found.append(following)
            following = next_moment(slot, following.at, rhythm, seed)
    return sorted(found, key=lambda m: (m.at, m.slot.key))[:count]


# -- quiet hours and grace -------------------------------------------------------------------------


def _between(wall: time, stretch: tuple[time, time]) -> bool:
    start, end = stretch
    return start <= wall < end if start <= end else wall >= start or wall < end


def within(wall: time, slot: Slot) -> bool:
    """Whether a wall time lies in a window, whatever the day."""
    return slot.end is not None and _between(wall, (slot.start, slot.end))


def in_quiet(at: datetime, rhythm: Rhythm) -> bool:
    """Whether the wall clock stands in the person's quiet hours; equal ends mean none."""
    return rhythm.quiet is not None and quiet_at(at.astimezone(_zone(rhythm.zone)).time(), rhythm)


def quiet_at(wall: time, rhythm: Rhythm) -> bool:
    """The same for a wall time, whatever the day."""
    return rhythm.quiet is not None and _between(wall, rhythm.quiet)


def grace_end(moment: Moment, rhythm: Rhythm, grace: timedelta) -> datetime:
    """Until when (not with) a missed moment may still be kept: never past its window or day or into quiet
    hours.

    For a moment inside quiet hours that is the moment itself.
    """
    end = min(moment.at + grace, _over(moment, rhythm))
    if rhythm.quiet is None:
        return end
    info = _zone(rhythm.zone)
    if moment.at.astimezone(info).utcoffset() == end.astimezone(info).utcoffset():
        return _before_quiet(moment.at, end, rhythm)
    minutes = (moment.at + n * MINUTE for n in range(int((end - moment.at) / MINUTE)))
    return next((at for at in minutes if in_quiet(at, rhythm)), end)


def _over(moment: Moment, rhythm: Rhythm) -> datetime:
    """The end of the stretch of its window that the moment lies in, else of its local day."""
    for first, last in window(moment.slot, moment.day, rhythm):
        if first <= moment.at < last:
            return last
    over = _span(moment.day, rhythm.zone, rhythm.day_end)[1]
    if moment.at < over:
        return over
    return _span(moment.day + DAY, rhythm.zone, rhythm.day_end)[1]  # a window of which a gap left nothing


def _before_quiet(at: datetime, end: datetime, rhythm: Rhythm) -> datetime:
    """The same where no clock change lies on the way: quiet hours begin when the clock reaches them."""
    if in_quiet(at, rhythm) or rhythm.quiet is None or rhythm.quiet[0] == rhythm.quiet[1]:
        return at if in_quiet(at, rhythm) else end
    wall = at.astimezone(_zone(rhythm.zone)).replace(tzinfo=None)
    return min(end, at + (datetime.combine(wall.date(), rhythm.quiet[0]) - wall) % DAY)
