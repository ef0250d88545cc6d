"""Travel and changes: no slot is asked twice for a day, and none is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
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
