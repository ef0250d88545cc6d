"""The laws of local days and moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rhythm import (
    Rhythm,
    Slot,
    day_span,
    grace_end,
    in_quiet,
    local_day,
    moment,
    next_moment,
    to_utc,
    upcoming,
)

DAY = timedelta(days=1)
ZONES = sorted(available_timezones())
QUARTERS = [time(h, m) for h in range(24) for m in (0, 15, 30, 45)]
zones = st.sampled_from(ZONES)
walls = st.times().map(lambda t: t.replace(second=0, microsecond=0))
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def changes(zone: str, first: int, last: int) -> list[date]:
    """The UTC dates on which the zone's offset changes."""
    info, found = ZoneInfo(zone), []
    at = datetime(first, 1, 1, tzinfo=UTC)
    while at.year <= last:
        if at.astimezone(info).utcoffset() != (at + DAY).astimezone(info).utcoffset():
            found.append(at.date())
        at += DAY
    return found


def broken(zone: str, around: list[date], walls: list[time]) -> list[tuple[str, date, time]]:
    """Where the law fails: one moment a day, inside its day, later than the one before."""
    bad = []
    for wall in walls:
        rhythm = Rhythm(zone, (Slot(wall),))
        for centre in around:
            before = None
            for n in range(-2, 4):
                day = centre + n * DAY
                at = moment(rhythm.slots[0], day, rhythm, 1)
                start, end = day_span(day, zone, rhythm.day_end)
                if at is None or not start <= at < end or (before is not None and at <= before):
                    bad.append((zone, day, wall))
                before = at or before
    return bad


@given(zones, walls, days)
def test_every_local_day_has_exactly_one_moment_inside_it(zone: str, wall: time, day: date) -> None:
    assert not broken(zone, [day], [wall])


@given(zones, walls, days, walls)
def test_an_instant_belongs_to_the_day_whose_span_holds_it(
    zone: str, wall: time, day: date, end: time
) -> None:
    at = to_utc(day, wall, zone)
    start, stop = day_span(local_day(at, zone, end), zone, end)
    assert start <= at < stop


@pytest.mark.parametrize("zone", ["Africa/Cairo", "America/Santiago", "Asia/Beirut", "America/Havana"])
def test_a_midnight_that_does_not_exist_is_asked_once(zone: str) -> None:
    assert not broken(zone, changes(zone, 2024, 2027), QUARTERS)


def test_a_wall_time_in_a_gap_moves_to_the_first_that_exists() -> None:
    assert to_utc(date(2027, 3, 14), time(2, 30), "America/New_York") == datetime(2027, 3, 14, 7, tzinfo=UTC)


def test_a_wall_time_that_exists_twice_is_taken_the_first_time() -> None:
    assert to_utc(date(2026, 11, 1), time(1, 30), "America/New_York") == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


def test_lord_howe_changes_by_half_an_hour() -> None:
    assert not broken("Australia/Lord_Howe", changes("Australia/Lord_Howe", 2024, 2027), QUARTERS)


def test_one_in_the_night_belongs_to_the_day_before() -> None:
    rhythm = Rhythm("Europe/Berlin", (Slot(time(1), days=frozenset({4})),))
    found = next_moment(rhythm.slots[0], datetime(2026, 11, 24, tzinfo=UTC), rhythm, 1)
    assert found is not None
    assert found.day == date(2026, 11, 27)  # a Friday
    assert found.at == datetime(2026, 11, 28, 0, tzinfo=UTC)  # one o'clock on Saturday in Berlin


@given(zones, days, st.integers(0, 10**12))
def test_a_drawn_moment_stays_in_its_window_and_is_drawn_once(zone: str, day: date, seed: int) -> None:
    slot = Slot(time(10), time(18))
    rhythm = Rhythm(zone, (slot,))
    at = moment(slot, day, rhythm, seed)
    assert at == moment(slot, day, rhythm, seed)
    assert at is None or to_utc(day, time(10), zone) <= at < to_utc(day, time(18), zone)


def test_moments_are_the_same_one_by_one_or_after_years_of_downtime() -> None:
    rhythm = Rhythm("Europe/Berlin", (Slot(time(2, 30)), Slot(time(10), time(18))))
    start = datetime(2024, 1, 1, tzinfo=UTC)
    chain = upcoming(rhythm, start, 2000, 7)
    later = chain[1500].at
    assert [m.at for m in chain[1501:1511]] == [m.at for m in upcoming(rhythm, later, 10, 7)]


def test_grace_never_reaches_past_the_day_or_into_quiet_hours() -> None:
    rhythm = Rhythm("UTC", (Slot(time(21)),), quiet=(time(22), time(6)))
    late = upcoming(rhythm, datetime(2026, 1, 1, 12, tzinfo=UTC), 1, 1)[0]
    assert grace_end(late, rhythm, timedelta(hours=2)) == datetime(2026, 1, 1, 22, tzinfo=UTC)
    night = upcoming(Rhythm("UTC", (Slot(time(3)),)), datetime(2026, 1, 1, 12, tzinfo=UTC), 1, 1)[0]
    assert grace_end(night, Rhythm("UTC"), timedelta(hours=2)) == datetime(2026, 1, 2, 4, tzinfo=UTC)
    assert in_quiet(datetime(2026, 1, 1, 23, tzinfo=UTC), rhythm)
    assert not in_quiet(datetime(2026, 1, 1, 12, tzinfo=UTC), rhythm)


@pytest.mark.storm
@pytest.mark.parametrize("part", range(8))
def test_every_zone_and_quarter_hour_around_every_change_until_2035(part: int) -> None:
    bad = []
    for zone in ZONES[part::8]:
        bad += broken(zone, changes(zone, 2020, 2035), QUARTERS[:: 4 if part % 2 else 2])
    assert not bad
