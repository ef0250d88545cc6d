"""The law, in every zone: exactly one moment per slot and local day, through every clock change."""

import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.domain.rhythm import Rhythm, Slot, day_span, local_day, moment, to_utc
from tests.domain.rhythm_zones import (
    DAY,
    MINUTE,
    ODD,
    QUARTERS,
    changes,
    distinct_zones,
    expected,
    minutes,
    offset,
    package_zones,  # noqa: F401 - a fixture
    whole_days,
)

HOUR = timedelta(hours=1)
DAY_ENDS = (time(4), time(0), time(2, 30), time(23, 30))


def holds(zone: str, first: date, days: int, day_end: time) -> None:
    """One moment for each quarter hour and local day, inside the day, later than the day before."""
    rhythm = Rhythm(zone, day_end=day_end)
    spans = [day_span(first + n * DAY, zone, day_end) for n in range(days)]
    assert all(a[1] == b[0] for a, b in pairwise(spans)), (zone, first)
    for wall in QUARTERS:
        last = None
        for n, (start, end) in enumerate(spans):
            at = moment(Slot(wall), first + n * DAY, rhythm, 1)
            if start == end:
                assert at is None, (zone, wall, first, n)
                continue
            assert at is not None and start <= at < end, (zone, wall, first, n)
            assert last is None or at > last, (zone, wall, first, n)
            last = at


@pytest.mark.parametrize("zone", ODD)
@pytest.mark.parametrize("day_end", DAY_ENDS)
def test_every_quarter_hour_has_one_moment_on_each_day_around_odd_changes(zone, day_end):
    holds(zone, ODD[zone] - 3 * DAY, 6, day_end)


def test_every_zone_keeps_the_law_around_some_of_its_changes_and_on_a_day_like_any_other():
    rng = random.Random(4)
    for zone in rng.sample(distinct_zones(), 100):
        known = list(changes(zone, 2024, 2027))
        for on in rng.sample(known, min(2, len(known))):
            holds(zone, on - DAY, 4, rng.choice(DAY_ENDS))
        holds(zone, date(2024, 2, 28), 3, time(4))


@pytest.mark.storm
@pytest.mark.parametrize("day_end", DAY_ENDS[:3])
def test_every_zone_keeps_the_law_around_all_changes_from_2020_to_2035(day_end):
    rng = random.Random(5)
    for zone in distinct_zones():
        for on in changes(zone, 2020, 2035):
            holds(zone, on - DAY, 4, day_end)
        for _ in range(4):
            holds(zone, date(2020, 1, 1) + rng.randrange(5843) * DAY, 3, day_end)


def agrees(zone: str, on: date, day_end: time) -> None:
    """Spans and moments are those that watching the wall clock finds."""
    scan = minutes(zone, on, day_end)
    lived = {minute.wall.date() for minute in scan}
    rhythm = Rhythm(zone, day_end=day_end)
    for day, of_day in whole_days(scan).items():
        assert day_span(day, zone, day_end) == (of_day[0].at, of_day[-1].at + MINUTE), (zone, day)
        for wall in QUARTERS:
            found = expected(Slot(wall), of_day, day_end, lived)
            assert moment(Slot(wall), day, rhythm, 1) == found, (zone, day, wall)


@pytest.mark.parametrize("zone", ODD)
@pytest.mark.parametrize("day_end", DAY_ENDS)
def test_moments_are_those_found_by_watching_the_wall_clock(zone, day_end):
    agrees(zone, ODD[zone], day_end)


@pytest.mark.storm
def test_moments_are_those_found_by_watching_the_wall_clock_in_every_zone():
    rng = random.Random(6)
    for zone in distinct_zones():
        # Until 1972 Liberia was 44 minutes and 30 seconds behind; this watch ticks in minutes.
        known = list(changes(zone, 1973, 2035)) or [date(2028, 2, 29)]
        for on in rng.sample(known, min(3, len(known))):
            agrees(zone, on, rng.choice(DAY_ENDS))


@pytest.mark.parametrize("zone", ODD)
@pytest.mark.parametrize("day_end", DAY_ENDS)
def test_every_instant_belongs_to_the_local_day_whose_span_holds_it(zone, day_end):
    for minute in minutes(zone, ODD[zone], day_end)[1440:-1440:7]:
        assert local_day(minute.at, zone, day_end) == minute.day, minute


def test_a_wall_time_that_never_comes_is_the_end_of_the_gap():
    assert f"{to_utc(date(2026, 3, 29), time(2, 30), 'Europe/Berlin'):%H:%M}" == "01:00"


def test_a_wall_time_that_comes_twice_is_taken_the_first_time():
    assert f"{to_utc(date(2026, 10, 25), time(2, 30), 'Europe/Berlin'):%H:%M}" == "00:30"


def test_the_day_that_samoa_skipped_has_no_moment_and_its_neighbours_have_one():
    rhythm = Rhythm("Pacific/Apia")
    for slot in (Slot(time(1)), Slot(time(8, 30)), Slot(time(22), time(2))):
        days = [date(2011, 12, 29) + n * DAY for n in range(3)]
        kept = [moment(slot, day, rhythm, 1) for day in days]
        assert [at is not None for at in kept] == [True, False, True]
    assert day_span(days[1], "Pacific/Apia", time(4))[0] == day_span(days[1], "Pacific/Apia", time(4))[1]


def test_a_moment_that_a_gap_moves_past_the_day_end_is_its_days_last_minute():
    rhythm = Rhythm("America/Nuuk", day_end=time(0))
    at = moment(Slot(time(23, 30)), date(2026, 3, 28), rhythm, 1)
    end = day_span(date(2026, 3, 28), "America/Nuuk", time(0))[1]
    assert at == end - MINUTE
    assert end - at < timedelta(hours=1)


def not_plain(zone: str, first: date, days: int, day_end: time) -> list[date]:
    """Watch a zone day by day; the days that are not plain.

    A plain day lasts 24 hours and the offset is the same at each full hour of it, so that all 96 quarter
    hours follow by arithmetic: date and wall time less the offset, each once, inside the day, 24 hours
    after the day before. That ``moment`` does that arithmetic is looked at for one quarter hour of each
    day, another one from day to day, so that each comes up again and again.
    """
    info = ZoneInfo(zone)
    rhythm = Rhythm(zone, day_end=day_end)
    odd, before = [], None
    for n in range(days):
        day = first + n * DAY
        start, end = day_span(day, zone, day_end)
        assert before in (None, start), (zone, day)
        before = end
        here = offset(start, info)
        if end - start != DAY or any(offset(start + hour * HOUR, info) != here for hour in range(1, 25)):
            odd.append(day)
            continue
        wall = QUARTERS[(n * 29) % 96]
        on = day if wall >= day_end else day + DAY
        derived = datetime.combine(on, wall, UTC) - (here or timedelta())
        assert start <= derived < end, (zone, day, wall)
        assert moment(Slot(wall), day, rhythm, 1) == derived, (zone, day, wall)
    return odd


def around_changes(zone: str, first: int, last: int) -> set[date]:
    """The days that are looked at with every quarter hour."""
    return {on + n * DAY for on in changes(zone, first, last) for n in range(-1, 3)}


def test_a_sample_of_zones_is_plain_wherever_it_is_not_looked_at_closely():
    for zone in random.Random(7).sample(distinct_zones(), 12):
        assert set(not_plain(zone, date(2026, 1, 1), 365, time(4))) <= around_changes(zone, 2025, 2027)


@pytest.mark.storm
@pytest.mark.parametrize("share", range(4))
def test_every_zone_and_quarter_hour_and_day_from_2020_to_2035_has_exactly_one_moment(share):
    """The literal claim, with a day end of 04:00; other day ends are sampled above.

    Asked one by one it would be 190 million moments. Days that are not plain, and their neighbours, are
    asked for all 96 quarter hours; for plain days these follow from the offset (``not_plain``).
    """
    for zone in distinct_zones()[share::4]:
        odd = not_plain(zone, date(2020, 1, 1), 5844, time(4))
        assert set(odd) <= around_changes(zone, 2019, 2036), zone
        for day in odd:
            holds(zone, day - DAY, 4, time(4))


@pytest.mark.storm
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Africa/Casablanca", "Australia/Lord_Howe"])
def test_asked_one_by_one_it_is_the_same(zone):
    holds(zone, date(2020, 1, 1), 5844, time(4))


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"])
@pytest.mark.parametrize("year", [2020, 2024, 2028, 2032])
def test_a_leap_day_is_a_day_like_any_other(zone, year):
    assert not_plain(zone, date(year, 2, 27), 4, time(4)) == []
    assert moment(Slot(time(12)), date(year, 2, 29), Rhythm(zone), 1) is not None
