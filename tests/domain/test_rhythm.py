"""Slots, drawn moments, quiet hours and grace."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.rhythm import (
    EVERY_DAY,
    Moment,
    Rhythm,
    Slot,
    day_span,
    grace_end,
    in_quiet,
    local_day,
    moment,
    next_moment,
    upcoming,
    window,
)
from tests.domain.rhythm_zones import (
    DAY,
    MINUTE,
    ODD,
    minutes,
    package_zones,  # noqa: F401 - a fixture
    whole_days,
)

BERLIN = "Europe/Berlin"
HOUR = timedelta(hours=1)
GRACE = timedelta(hours=2)
TUESDAY = date(2026, 11, 24)
walls = st.times().map(lambda wall: time(wall.hour, wall.minute))  # nobody types a fold
weekdays = st.frozensets(st.integers(0, 6))
slots = st.one_of(
    st.builds(Slot, walls, st.none(), weekdays),
    st.tuples(walls, walls, weekdays).filter(lambda w: w[0] != w[1]).map(lambda w: Slot(*w)),
)
zones = st.sampled_from(sorted(ODD))
rhythms = st.builds(
    Rhythm,
    zones,
    st.lists(slots, max_size=6, unique_by=lambda slot: slot.key).map(tuple),
    st.sampled_from([time(4), time(0), time(2, 30), time(12), time(23, 45)]),
    st.none() | st.tuples(walls, walls),
    st.sampled_from([0, 0, 5, 45]),
)
instants = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
near_changes = st.builds(lambda zone, n: (zone, ODD[zone] + n * DAY), zones, st.integers(-2, 2))


def shows(start: time, end: time, wall: time) -> bool:
    """Whether a window shows it as it was typed."""
    return start <= wall < end if start < end else wall >= start or wall < end


def at(text: str, zone: str = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


# -- values ----------------------------------------------------------------------------------------


@given(slots)
def test_a_slot_is_found_again_by_its_key_and_weekdays(slot):
    assert Slot.parse_key(slot.key, slot.days) == slot


def test_a_key_is_plain():
    assert Slot(time(8, 30)).key == "08:30"
    assert Slot(time(10), time(18)).key == "10:00-18:00"


@pytest.mark.parametrize("key", ["", "8", "08:30:15", "08:30-08:30", "25:00", "10:00-", "x-y"])
def test_what_is_no_slot_is_refused_or_whole(key):
    if key == "10:00-":
        assert Slot.parse_key(key) == Slot(time(10))
    else:
        with pytest.raises(ValueError):
            Slot.parse_key(key)


def test_a_rhythm_keeps_its_slots_in_the_order_of_the_local_day():
    night, noon, late = Slot(time(1)), Slot(time(12)), Slot(time(23))
    assert Rhythm(BERLIN, (night, late, noon)).slots == (noon, late, night)


def test_a_rhythm_has_six_slots_at_most_and_none_twice():
    with pytest.raises(ValueError):
        Rhythm(BERLIN, tuple(Slot(time(hour)) for hour in range(7)))
    with pytest.raises(ValueError):
        Rhythm(BERLIN, (Slot(time(8)), Slot(time(8), days=frozenset({1}))))


# -- moments ---------------------------------------------------------------------------------------


def test_a_slot_after_midnight_belongs_to_the_day_before():
    slot = Slot(time(1), days=frozenset({4}))
    rhythm = Rhythm(BERLIN, (slot,))
    following = next_moment(slot, at("2026-11-24 12:00"), rhythm, 1)
    assert following == Moment(slot, date(2026, 11, 27), at("2026-11-28 01:00"))


def test_a_slot_without_weekdays_never_comes():
    assert next_moment(Slot(time(8), days=frozenset()), at("2026-11-24 12:00"), Rhythm(BERLIN), 1) is None


@settings(max_examples=150)
@given(rhythms, slots, days, st.integers())
def test_every_moment_lies_in_its_local_day(rhythm, slot, day, seed):
    due = moment(slot, day, rhythm, seed)
    start, end = day_span(day, rhythm.zone, rhythm.day_end)
    assert (due is None) == (day.weekday() not in slot.days or start == end)
    if due is not None:
        stretches = window(slot, day, rhythm)
        swallowed = bool(stretches) and all(first == end for first, _ in stretches)
        assert start <= due < end or (swallowed and due == end)
        assert (local_day(due, rhythm.zone, rhythm.day_end) == day) is not swallowed


@settings(max_examples=150)
@given(rhythms, slots, instants, st.integers(0, 40), st.integers())
def test_the_next_moment_is_the_same_one_by_one_or_after_a_long_time_away(rhythm, slot, since, away, seed):
    step = next_moment(slot, since, rhythm, seed)
    later = since + away * DAY + 5 * HOUR
    while step is not None and step.at <= later:
        following = next_moment(slot, step.at, rhythm, seed)
        assert following is not None and following.at > step.at and following.day > step.day
        step = following
    assert step == next_moment(slot, later, rhythm, seed)


@settings(max_examples=100)
@given(rhythms, instants, st.integers(0, 9), st.integers())
def test_what_comes_up_is_each_slots_next_moments_in_order(rhythm, after, count, seed):
    found = upcoming(rhythm, after, count, seed)
    assert found == sorted(found, key=lambda m: (m.at, m.slot.key))
    assert len(found) == (count if any(slot.days for slot in rhythm.slots) else 0)
    firsts = [m for slot in rhythm.slots if (m := next_moment(slot, after, rhythm, seed))]
    assert not firsts or count == 0 or found[0].at == min(first.at for first in firsts)


# -- what is drawn ---------------------------------------------------------------------------------


def test_a_window_draws_the_same_minute_after_a_restart():
    rhythm = Rhythm(BERLIN)
    drawn = [moment(Slot(time(10), time(18)), TUESDAY + n * DAY, rhythm, 42) for n in range(3)]
    assert [f"{due:%H:%M}" for due in drawn if due] == ["11:17", "13:36", "16:38"]


@settings(max_examples=60, deadline=None)
@example(("America/Nuuk", date(2026, 3, 28)), (time(23), time(0, 1)), time(0), 0)
@given(near_changes, st.tuples(walls, walls), st.sampled_from([time(4), time(0), time(2, 30)]), st.integers())
def test_a_window_is_never_left_where_the_wall_clock_shows_any_of_it(near, window, day_end, seed):
    (zone, day), (start, end) = near, window
    if start == end:
        return

    inside = {
        minute.at
        for minute in whole_days(minutes(zone, day, day_end, 2)).get(day, [])
        if shows(start, end, minute.wall.time())
    }
    due = moment(Slot(start, end), day, Rhythm(zone, day_end=day_end), seed)
    assert due is None or not inside or due in inside


def test_every_minute_of_a_window_is_drawn_about_as_often():
    slot, rhythm = Slot(time(10), time(10, 10)), Rhythm(BERLIN)
    drawn = [moment(slot, TUESDAY, rhythm, seed) for seed in range(5000)]
    counts = [drawn.count(at("2026-11-24 10:00") + n * MINUTE) for n in range(10)]
    assert sum(counts) == 5000
    assert min(counts) > 400
    assert max(counts) < 600


def test_a_window_uses_the_repeated_hour_but_not_what_lies_before_it_began():
    slot, rhythm = Slot(time(2, 45), time(3, 5)), Rhythm(BERLIN, day_end=time(0))
    drawn = {moment(slot, date(2026, 10, 25), rhythm, seed) for seed in range(3000)}
    shown = sorted({f"{due.astimezone(ZoneInfo(BERLIN)):%H:%M}" for due in drawn if due})
    assert shown == [f"02:{n}" for n in range(45, 60)] + [f"03:0{n}" for n in range(5)]
    assert len(drawn) == 15 + 15 + 5


def test_a_window_that_never_comes_is_kept_at_the_end_of_the_gap():
    rhythm = Rhythm(BERLIN, day_end=time(0))
    assert moment(Slot(time(2), time(3)), date(2026, 3, 29), rhythm, 7) == at("2026-03-29 03:00")


@pytest.mark.parametrize(
    ("zone", "day", "start", "end", "day_end", "due"),
    [
        ("Europe/Sofia", "2035-03-24", time(3), time(4), time(4), "2035-03-25 04:00"),
        ("Europe/Vienna", "2026-03-28", time(2), time(2, 30), time(2, 30), "2026-03-29 03:00"),
        ("America/Nuuk", "2026-03-28", time(23, 30), time(0), time(0), "2026-03-29 00:00"),
    ],
)
def test_a_window_before_the_day_end_that_a_gap_leaves_nothing_of_is_kept_right_after_the_gap(
    zone, day, start, end, day_end, due
):
    slot, rhythm, on = Slot(start, end), Rhythm(zone, day_end=day_end), date.fromisoformat(day)
    found = moment(slot, on, rhythm, 7)
    assert found == at(due, zone) == day_span(on, zone, day_end)[1]
    assert grace_end(Moment(slot, on, found), rhythm, GRACE) == found + GRACE
    before, after = moment(slot, on - DAY, rhythm, 7), moment(slot, on + DAY, rhythm, 7)
    assert before is not None and after is not None and before < found < after
    assert next_moment(slot, before, rhythm, 7) == Moment(slot, on, found)


def test_a_window_that_a_gap_takes_one_end_of_is_drawn_at_the_other():
    rhythm = Rhythm("Europe/Sofia")
    drawn = {moment(Slot(time(3), time(4, 10)), date(2035, 3, 24), rhythm, seed) for seed in range(300)}
    assert drawn == {at("2035-03-24 04:00", "Europe/Sofia") + n * MINUTE for n in range(10)}


def test_a_window_that_the_day_end_falls_into_has_both_its_ends_on_every_day():
    rhythm = Rhythm(BERLIN)
    drawn = [moment(Slot(time(3, 50), time(4, 10)), TUESDAY, rhythm, seed) for seed in range(3000)]
    early = [at("2026-11-24 04:00") + n * MINUTE for n in range(10)]
    late = [at("2026-11-25 03:50") + n * MINUTE for n in range(10)]
    counts = [drawn.count(due) for due in early + late]
    assert sum(counts) == 3000
    assert min(counts) > 100
    assert max(counts) < 200


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (time(0), time(23, 59), range(24)),
        (time(2), time(10), range(2, 10)),
        (time(22), time(6), [*range(6), 22, 23]),
        (time(4), time(2), [*range(2), *range(4, 24)]),
        (time(10), time(4), [*range(4), *range(10, 24)]),
    ],
)
def test_a_window_is_drawn_in_each_of_its_hours_wherever_the_day_ends(start, end, hours):
    for day_end in (time(4), time(0), time(12), time(23, 45)):
        rhythm = Rhythm(BERLIN, day_end=day_end)
        drawn = [moment(Slot(start, end), TUESDAY, rhythm, seed) for seed in range(600)]
        shown = {due.astimezone(ZoneInfo(BERLIN)).hour for due in drawn if due}
        assert sorted(shown) == list(hours), day_end


@settings(max_examples=60, deadline=None)
@given(near_changes, st.tuples(walls, walls), st.sampled_from([time(4), time(0), time(2, 30)]))
def test_a_windows_stretches_hold_each_minute_that_shows_it_and_lie_in_the_day(near, walls, day_end):
    (zone, day), (start, end) = near, walls
    scanned = whole_days(minutes(zone, day, day_end, 2)).get(day, [])
    if start == end or not scanned:
        return
    stretches = window(Slot(start, end), day, Rhythm(zone, day_end=day_end))
    span = day_span(day, zone, day_end)
    assert all(span[0] <= first <= last <= span[1] for first, last in stretches)
    seen = {wall for minute in scanned if shows(start, end, wall := minute.wall.time())}
    # Where the clock is set back over the day end, a minute stands on both ends of a day: one of them counts.
    held = {m.wall.time() for m in scanned if any(first <= m.at < last for first, last in stretches)}
    assert seen <= held


def test_a_window_up_to_the_day_end_reaches_it():
    drawn = {moment(Slot(time(3, 50), time(4)), TUESDAY, Rhythm(BERLIN), seed) for seed in range(300)}
    assert drawn == {at("2026-11-25 03:50") + n * MINUTE for n in range(10)}


@settings(max_examples=100)
@given(rhythms, walls, days, st.integers())
def test_jitter_stays_near_in_the_day_and_out_of_quiet_hours(rhythm, wall, day, seed):
    slot = Slot(wall)
    chosen = moment(slot, day, Rhythm(rhythm.zone, day_end=rhythm.day_end), seed)
    due = moment(slot, day, rhythm, seed)
    if due is None or chosen is None:
        assert due is chosen
        return
    assert abs(due - chosen) <= rhythm.jitter * MINUTE
    assert in_quiet(due, rhythm) == in_quiet(chosen, rhythm) or not in_quiet(due, rhythm)
    assert due == chosen or not in_quiet(chosen, rhythm)


def test_jitter_uses_every_minute_either_way():
    rhythm = Rhythm(BERLIN, jitter=3)
    drawn = {moment(Slot(time(9)), TUESDAY, rhythm, seed) for seed in range(200)}
    assert drawn == {at("2026-11-24 09:00") + n * MINUTE for n in range(-3, 4)}


def test_a_window_keeps_out_of_quiet_hours_as_far_as_they_leave_room():
    rhythm = Rhythm(BERLIN, quiet=(time(11, 0), time(22)))
    drawn = {moment(Slot(time(10, 58), time(20)), TUESDAY, rhythm, seed) for seed in range(40)}
    assert drawn == {at("2026-11-24 10:58"), at("2026-11-24 10:59")}


# -- quiet hours and grace -------------------------------------------------------------------------


def test_quiet_hours_go_across_midnight_and_end_before_their_end():
    rhythm = Rhythm(BERLIN, quiet=(time(22), time(7)))
    hours = {n for n in range(24) if in_quiet(at("2026-11-24 00:00") + n * HOUR, rhythm)}
    assert hours == {22, 23, 0, 1, 2, 3, 4, 5, 6}


def test_grace_ends_with_the_window_on_either_side_of_the_day_end():
    slot, rhythm = Slot(time(22), time(6)), Rhythm(BERLIN)
    for due, end in (
        ("2026-11-24 05:30", "2026-11-24 06:00"),
        ("2026-11-24 04:00", "2026-11-24 06:00"),
        ("2026-11-25 01:30", "2026-11-25 03:30"),
        ("2026-11-25 03:30", "2026-11-25 04:00"),
    ):
        assert grace_end(Moment(slot, TUESDAY, at(due)), rhythm, GRACE) == at(end)


def test_grace_ends_where_quiet_hours_begin_for_the_second_time_in_one_evening():
    casey, slot = "Antarctica/Casey", Slot(time(22), time(6))  # 24:00 becomes 21:00
    rhythm = Rhythm(casey, quiet=(time(23), time(1)))
    again = datetime(2022, 3, 12, 22, 30, fold=1, tzinfo=ZoneInfo(casey)).astimezone(UTC)
    assert grace_end(Moment(slot, date(2022, 3, 12), again), rhythm, GRACE) == again + 30 * MINUTE


def test_grace_ends_with_the_day_and_where_quiet_hours_begin():
    morning, night = Slot(time(8, 30)), Slot(time(3))
    quiet = Rhythm(BERLIN, quiet=(time(9), time(10)))
    assert grace_end(Moment(morning, TUESDAY, at("2026-11-24 08:30")), Rhythm(BERLIN), GRACE) == at(
        "2026-11-24 10:30"
    )
    assert grace_end(Moment(morning, TUESDAY, at("2026-11-24 08:30")), quiet, GRACE) == at("2026-11-24 09:00")
    assert grace_end(Moment(night, TUESDAY, at("2026-11-25 03:00")), Rhythm(BERLIN), GRACE) == at(
        "2026-11-25 04:00"
    )


def test_a_moment_in_quiet_hours_has_no_grace():
    rhythm = Rhythm(BERLIN, quiet=(time(22), time(7)))
    due = at("2026-11-24 23:00")
    assert grace_end(Moment(Slot(time(23)), TUESDAY, due), rhythm, GRACE) == due


@settings(max_examples=80, deadline=None)
@given(near_changes, walls, st.tuples(walls, walls), st.integers(0, 300))
def test_no_minute_of_grace_is_quiet_or_of_another_day(near, wall, quiet, length):
    (zone, day), slot = near, Slot(wall)
    rhythm = Rhythm(zone, quiet=quiet)
    due = moment(slot, day, rhythm, 1)
    if due is None:
        return
    end = grace_end(Moment(slot, day, due), rhythm, length * MINUTE)
    assert due <= end <= due + length * MINUTE
    usable = [due + n * MINUTE for n in range(int((end - due) / MINUTE))]
    assert not any(in_quiet(minute, rhythm) for minute in usable)
    limit = day_span(day, zone, rhythm.day_end)[1]
    assert end == limit or end == due + length * MINUTE or in_quiet(end, rhythm)


def test_every_day_is_every_day():
    assert sorted(EVERY_DAY) == list(range(7))
