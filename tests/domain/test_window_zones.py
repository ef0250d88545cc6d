"""Windows in every zone: within their bounds, the same after a restart or a time away, gentle when late."""

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import rhythm as rhythm_module
from bot.domain.rhythm import Rhythm, Slot, grace_end, in_quiet, moment, next_moment
from tests.domain.rhythm_zones import (
    DAY,
    MINUTE,
    ODD,
    changes,
    distinct_zones,
    offset,
    package_zones,  # noqa: F401 - a fixture
)

GRACE = timedelta(hours=2)
DAY_ENDS = (time(4), time(0), time(2, 30), time(23, 30))
WINDOWS = [
    Slot(time(10), time(18)),
    Slot(time(22), time(2)),
    Slot(time(3), time(5)),
    Slot(time(2), time(10)),
    Slot(time(23, 30), time(0, 30)),
    Slot(time(0), time(4)),
    Slot(time(0), time(23, 59)),
    Slot(time(22), time(6)),
]


def within(slot: Slot, wall: time) -> bool:
    """Whether the window shows it as it was typed."""
    assert slot.end is not None
    inside = slot.start <= wall < slot.end
    return inside if slot.start < slot.end else wall >= slot.start or wall < slot.end


def steadily_inside(slot: Slot, at: datetime, info: ZoneInfo) -> bool:
    """Whether its window shows the moment, and no repeated hour is near that would show it again."""
    steady = offset(at - GRACE, info) == offset(at + GRACE, info)
    return steady and within(slot, at.astimezone(info).time())


def gap_at(at: datetime, info: ZoneInfo) -> bool:
    """Whether the wall clock jumped ahead at that instant."""
    before, after = offset(at - MINUTE, info), offset(at, info)
    return before is not None and after is not None and after > before


def windows_hold(zone: str, on: date, day_end: time) -> None:
    """Windows keep their bounds, are the same after a restart, and come up the same after a time away."""
    rhythm, info = Rhythm(zone, day_end=day_end, quiet=(time(23), time(1))), ZoneInfo(zone)
    for slot in WINDOWS:
        for n in range(-1, 2):
            at = moment(slot, on + n * DAY, rhythm, 7)
            if at is None:
                continue
            wall = at.astimezone(info).time()
            assert within(slot, wall) or (wall == slot.end and gap_at(at, info)), (zone, on, slot, wall)
            rhythm_module._span.cache_clear()
            assert moment(slot, on + n * DAY, rhythm, 7) == at
        since = datetime.combine(on, time(), UTC) - 3 * DAY
        step = next_moment(slot, since, rhythm, 7)
        while step is not None and step.at <= since + 6 * DAY:
            late = grace_end(step, rhythm, GRACE)
            usable = range(0, int((late - step.at) / MINUTE), 5)
            assert not any(in_quiet(step.at + n * MINUTE, rhythm) for n in usable), (zone, on, slot)
            kept = [(step.at + n * MINUTE).astimezone(info).time() for n in usable]
            assert not steadily_inside(slot, step.at, info) or all(within(slot, wall) for wall in kept)
            step = next_moment(slot, step.at, rhythm, 7)
        assert step == next_moment(slot, since + 6 * DAY, rhythm, 7), (zone, on, slot)


@pytest.mark.parametrize("zone", [*ODD, "Europe/Sofia", "Europe/Vienna"])
@pytest.mark.parametrize("day_end", DAY_ENDS)
def test_windows_hold_around_odd_changes(zone, day_end):
    windows_hold(zone, ODD.get(zone, date(2035, 3, 24)), day_end)


@pytest.mark.storm
@pytest.mark.parametrize("share", range(4))
def test_windows_hold_around_every_change_of_every_zone_from_2020_to_2035(share):
    rng = random.Random(8)
    for zone in distinct_zones()[share::4]:
        for on in changes(zone, 2020, 2035):
            windows_hold(zone, on, rng.choice(DAY_ENDS))
