"""What becomes of a due nudge."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deciding import APART, Lately, PutOff, Send, Skip, decide
from bot.domain.lines import Stage
from bot.domain.manner import AfterWriting, Manner
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm, Slot

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANNA = Person(1, "en", Rhythm("UTC", (Slot(time(12, 30)),)), joined=NOW - timedelta(days=90))


def due(slot: str = "12:30", at: datetime = NOW) -> Nudge:
    return Nudge(1, ANNA.id, slot, DAY, at, NudgeState.DUE)


def mannered(after: AfterWriting) -> Person:
    return replace(ANNA, manner=Manner(after_writing=after))


@pytest.mark.parametrize(
    ("after", "hours", "sent"),
    [
        (AfterWriting.HOURS, 2.9, False),
        (AfterWriting.HOURS, 3, True),
        (AfterWriting.DAY, 8, False),
        (AfterWriting.DAY, 8.6, True),  # before four in the morning: the day before
        (AfterWriting.ALWAYS, 0, True),
    ],
)
def test_after_writing_it_waits_as_long_as_was_chosen(after, hours, sent):
    verdict = decide(mannered(after), due(), Lately(wrote_at=NOW - hours * HOUR), NOW)
    assert (verdict == Send()) is sent


def test_a_fixed_minute_is_kept_however_near_the_nudge_before():
    for minutes in range(240):
        lately = Lately(last_at=NOW - timedelta(minutes=minutes), last_day=DAY)
        assert decide(ANNA, due(), lately, NOW) == Send()


def test_a_drawn_moment_too_near_the_nudge_before_moves_on_within_its_window():
    lately = Lately(last_at=NOW - HOUR)
    assert decide(ANNA, due("10:00-18:00"), lately, NOW) == PutOff(NOW + 3 * HOUR)
    assert decide(ANNA, due("10:00-15:30"), lately, NOW) == Skip()
    assert decide(ANNA, due("10:00-15:31"), lately, NOW) == PutOff(NOW + 3 * HOUR)


def test_a_drawn_moment_moves_on_to_the_evening_of_a_window_that_goes_through_the_night():
    early, evening = NOW.replace(hour=4, minute=30), NOW.replace(hour=22, minute=0)
    lately = Lately(last_at=early - HOUR)
    assert decide(ANNA, due("22:00-06:00", early), lately, early) == PutOff(evening)


@given(st.integers(0, 600), st.integers(0, 479))
def test_a_drawn_moment_is_never_within_four_hours_of_the_nudge_before(before, drawn):
    now = NOW.replace(hour=10, minute=0) + timedelta(minutes=drawn)
    last = now - timedelta(minutes=before)
    match decide(ANNA, due("10:00-18:00", now), Lately(last_at=last), now):
        case Send():
            assert now - last >= APART
        case PutOff(at):
            assert at - last >= APART
            assert at.hour < 18
        case Skip():
            assert last + APART >= now.replace(hour=18, minute=0)


@pytest.mark.parametrize(
    "person",
    [
        replace(ANNA, reachable=False),
        replace(ANNA, resting=True),
        replace(ANNA, rhythm=replace(ANNA.rhythm, quiet=(time(12), time(13)))),
    ],
)
@pytest.mark.parametrize("slot", ["12:30", "10:00-18:00", "later:7"])
def test_in_quiet_hours_and_rest_nothing_goes_out(person, slot):
    assert decide(person, due(slot), Lately(), NOW) == Skip()


@pytest.mark.parametrize("slot", ["12:30", "10:00-18:00"])
def test_after_nothing_today_and_in_a_pause_the_rhythm_brings_nothing(slot):
    paused = replace(ANNA, paused_until=DAY + timedelta(days=1))
    assert decide(ANNA, due(slot), Lately(rests=True), NOW) == Skip()
    assert decide(paused, due(slot), Lately(), NOW) == Skip()


def test_what_was_put_off_by_its_person_is_sent_whatever_was_before():
    lately = Lately(unanswered=9, last_day=DAY, last_at=NOW, wrote_at=NOW, rests=True)
    paused = replace(ANNA, paused_until=DAY + timedelta(days=1))
    assert decide(ANNA, due("later:7"), lately, NOW) == Send()
    assert decide(paused, due("later:7"), lately, NOW) == Send()


def test_the_ladder_leaves_out_days_and_words_what_comes_instead():
    yesterday = DAY - timedelta(days=1)
    assert decide(ANNA, due(), Lately(unanswered=3, last_day=yesterday), NOW) == Skip()
    before = yesterday - timedelta(days=1)
    assert decide(ANNA, due(), Lately(unanswered=3, last_day=before), NOW) == Send(Stage.FIRST)
