"""A window that can bring nothing beside fixed minutes is known; one that can is left alone."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.crowding import crowded_out
from bot.domain.deciding import APART
from bot.domain.rhythm import Rhythm, Slot, in_quiet, moment, window

MONDAY = date(2026, 11, 23)
MINUTE = timedelta(minutes=1)
WORKDAYS = frozenset(range(5))


@pytest.mark.parametrize(
    ("slots", "crowded"),
    [
        ([Slot(time(8, 30)), Slot(time(9), time(10))], ["09:00-10:00"]),
        ([Slot(time(8, 30)), Slot(time(9), time(12, 31))], []),
        ([Slot(time(8, 30)), Slot(time(9), time(12, 30))], ["09:00-12:30"]),
        ([Slot(time(8, 30)), Slot(time(8), time(9))], []),
        ([Slot(time(8, 30), None, WORKDAYS), Slot(time(9), time(10))], []),
        ([Slot(time(8, 30)), Slot(time(12)), Slot(time(9), time(15))], ["09:00-15:00"]),
        ([Slot(time(2)), Slot(time(4), time(5))], ["04:00-05:00"]),  # the night before
        ([Slot(time(9), time(10)), Slot(time(10), time(11))], []),
    ],
)
def test_a_window_within_four_hours_of_fixed_minutes_is_crowded_out(slots, crowded):
    assert [slot.key for slot in crowded_out(Rhythm("UTC", tuple(slots)))] == crowded


def test_a_minute_in_quiet_hours_crowds_nobody_out():
    rhythm = Rhythm("UTC", (Slot(time(6)), Slot(time(7), time(8))))
    assert crowded_out(rhythm)
    assert not crowded_out(replace(rhythm, quiet=(time(22), time(6, 30))))
    assert not crowded_out(replace(rhythm, quiet=(time(22), time(9))))  # quiet alone keeps it away


walls = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))
some_days = st.frozensets(st.integers(0, 6), min_size=1)
fixed = st.lists(
    st.builds(lambda at, on: Slot(at, None, on), walls, some_days), max_size=5, unique_by=lambda s: s.key
)
windows = st.tuples(walls, walls, some_days).filter(lambda w: w[0] != w[1]).map(lambda w: Slot(*w))


@given(fixed, windows, st.sampled_from([time(0), time(4)]), st.none() | st.tuples(walls, walls))
def test_it_is_so_minute_by_minute(minutes: list[Slot], one: Slot, day_end: time, quiet) -> None:
    rhythm = Rhythm("UTC", (*minutes, one), day_end, quiet)
    week = [MONDAY + timedelta(days=n) for n in range(7)]
    asked = [moment(slot, day, rhythm, 1) for slot in minutes for day in (MONDAY - timedelta(days=1), *week)]
    came = [at for at in asked if at and not in_quiet(at, rhythm)]
    possible = [at for day in week if day.weekday() in one.days for at in _minutes(one, day, rhythm)]
    free = [at for at in possible if not any(timedelta() <= at - before < APART for before in came)]
    assert crowded_out(rhythm) == ([one] if possible and not free else [])


def _minutes(slot: Slot, day: date, rhythm: Rhythm) -> list[datetime]:
    stretches = window(slot, day, rhythm)
    every = [first + n * MINUTE for first, last in stretches for n in range((last - first) // MINUTE)]
    return [at for at in every if not in_quiet(at, rhythm)]
