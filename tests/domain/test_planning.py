"""Travel and changes: no slot is asked twice for a day, and none is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.planning import Past, after_change, following, still_due
from bot.domain.rhythm import Moment, Rhythm, Slot, local_day
from tests.domain.rhythm_zones import (
    DAY,
    distinct_zones,
    package_zones,  # noqa: F401 - a fixture
)
from tests.domain.test_rhythm import at, instants, walls

SEED = 1
slots = st.one_of(
    st.builds(Slot, walls),
    st.tuples(walls, walls).filter(lambda w: w[0] != w[1]).map(lambda w: Slot(*w)),
)
zones = st.deferred(lambda: st.sampled_from(distinct_zones()))


def asked_until(slot: Slot, rhythm: Rhythm, first: Moment | None, end: datetime) -> Iterator[Moment]:
    """Each moment up to an instant, and the planned one after it."""
    due = first
    while due is not None:
        yield due
        if due.at > end:
            return
        due = following(slot, due.at, rhythm, SEED, ())


def lived(slot: Slot, before: Rhythm, after: Rhythm, moved: datetime) -> list[Moment]:
    """What somebody is asked who moves at that instant; the unique row lets no day be asked for twice."""
    start = following(slot, moved - 4 * DAY, before, SEED, ())
    *asked, planned = asked_until(slot, before, start, moved)
    rows = {(m.slot.key, m.day) for m in asked}
    due = after_change(slot, Past(planned, rows), after, moved, SEED)
    for m in asked_until(slot, after, due, moved + 4 * DAY):
        if (m.slot.key, m.day) not in rows:
            rows.add((m.slot.key, m.day))
            asked.append(m)
    return asked


@given(slots, zones, zones, instants)
def test_on_the_day_of_a_journey_and_after_each_slot_is_asked_exactly_once_a_day(slot, there, here, moved):
    before = Rhythm(there, (slot,))
    after = replace(before, zone=here)
    today = local_day(moved, here, after.day_end)
    asked = [m.day for m in lived(slot, before, after, moved)]
    assert len(asked) == len(set(asked))
    for n in range(3):
        assert today + n * DAY in asked or _no_such_day(slot, today + n * DAY, after)


def _no_such_day(slot: Slot, day: date, rhythm: Rhythm) -> bool:
    return following(slot, datetime.combine(day, time(), UTC) - 2 * DAY, rhythm, SEED, ()) is None


@given(slots, zones, zones, instants)
def test_days_past_stay_where_they_were(slot, there, here, moved):
    before = Rhythm(there, (slot,))
    asked = lived(slot, before, replace(before, zone=here), moved)
    for m in asked:
        if m.at <= moved - timedelta(minutes=1):
            assert local_day(m.at, there, before.day_end) == m.day


@given(slots, zones, zones, instants)
def test_nothing_is_asked_for_a_day_that_was_over_before_the_journey(slot, there, here, moved):
    before = Rhythm(there, (slot,))
    after = replace(before, zone=here)
    today = local_day(moved, here, after.day_end)
    asked = lived(slot, before, after, moved)
    assert all(m.day >= today for m in asked if m.at >= moved and m.at != asked[-1].at)


journeys = st.lists(st.tuples(zones, st.integers(1, 60 * 60)), min_size=1, max_size=4)
"""Zones, and the minutes until they go there."""


@settings(max_examples=150, deadline=None)
@given(slots, zones, journeys, instants, st.none() | st.tuples(walls, walls), st.sampled_from([0, 0, 10]))
def test_on_any_journey_no_day_is_asked_for_twice_and_only_one_that_ended_on_the_way_is_let_go(
    slot, home, journey, start, quiet, jitter
):
    rhythm = Rhythm(home, (slot,), quiet=quiet, jitter=jitter)
    begun = local_day(start, home, rhythm.day_end)
    rows: set[tuple[str, date]] = set()
    ended: set[date] = set()
    due, now = following(slot, start, rhythm, SEED, ()), start
    for zone, minutes in journey:
        now += timedelta(minutes=minutes)
        due = asked_to(slot, rhythm, due, now, rows)
        before = local_day(now, rhythm.zone, rhythm.day_end)
        rhythm = replace(rhythm, zone=zone)
        today = local_day(now, zone, rhythm.day_end)
        ended |= {before + n * DAY for n in range((today - before).days)}
        due = after_change(slot, Past(due, frozenset(rows)), rhythm, now, SEED)
    asked_to(slot, rhythm, due, now + 4 * DAY, rows)
    last = local_day(now, rhythm.zone, rhythm.day_end) + 2 * DAY
    first = begun + DAY
    missing = {first + n * DAY for n in range((last - first).days + 1)} - {day for _, day in rows}
    assert missing <= ended | {day for day in missing if _no_such_day(slot, day, rhythm)}


def asked_to(
    slot: Slot, rhythm: Rhythm, due: Moment | None, until: datetime, rows: set[tuple[str, date]]
) -> Moment | None:
    """Ask up to an instant, each day once; the moment that is planned after it."""
    while due is not None and due.at <= until:
        assert (slot.key, due.day) not in rows
        rows.add((slot.key, due.day))
        due = following(slot, due.at, rhythm, SEED, rows)
    return due


def test_a_day_that_has_ended_where_they_arrive_is_let_go():
    slot = Slot(time(20, 30))
    moved = at("2026-11-24 20:11", "America/Anchorage")
    planned = Moment(slot, date(2026, 11, 24), at("2026-11-24 20:30", "America/Anchorage"))
    found = after_change(slot, Past(planned), Rhythm("Europe/Rome", (slot,)), moved, SEED)
    assert found == Moment(slot, date(2026, 11, 25), at("2026-11-25 20:30", "Europe/Rome"))


def test_a_morning_slot_of_who_flew_east_is_kept_at_the_hour_of_home():
    slot = Slot(time(8, 30))
    moved = at("2026-11-24 07:00", "Europe/Berlin")
    planned = Moment(slot, date(2026, 11, 24), at("2026-11-24 08:30", "Europe/Berlin"))
    found = after_change(slot, Past(planned), Rhythm("Asia/Tokyo", (slot,)), moved, SEED)
    assert found == planned


def test_at_night_it_comes_at_once_instead():
    slot = Slot(time(8, 30))
    moved = at("2026-11-25 15:00", "Asia/Tokyo")
    planned = Moment(slot, date(2026, 11, 25), at("2026-11-25 08:30", "Pacific/Honolulu"))
    found = after_change(slot, Past(planned), Rhythm("Asia/Tokyo", (slot,)), moved, SEED)
    assert found == Moment(slot, date(2026, 11, 25), moved)


def test_who_flew_west_is_not_asked_again_for_a_day_that_had_its_question():
    slot = Slot(time(20, 30))
    moved = at("2026-11-24 21:00", "Asia/Tokyo")
    planned = Moment(slot, date(2026, 11, 25), at("2026-11-25 20:30", "Asia/Tokyo"))
    past = Past(planned, {(slot.key, date(2026, 11, 24))})
    found = after_change(slot, past, Rhythm("America/New_York", (slot,)), moved, SEED)
    assert found is not None
    assert found.day == date(2026, 11, 25)


@given(slots, instants, st.integers(0, 7200))
def test_a_change_in_the_very_moment_loses_nothing(slot, now, late):
    planned = Moment(slot, now.date(), now - timedelta(seconds=late))
    assert still_due(Past(planned), now) == (planned if late < 7200 else None)
    assert still_due(Past(planned, {(slot.key, planned.day)}), now) is None
