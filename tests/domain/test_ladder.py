"""The ladder: never more than was chosen, always an end, and any word steps off it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ladder import Rung, allows, fewer, step, weekly
from bot.domain.lines import Stage
from bot.domain.manner import LEAST_PATIENCE, MOST_PATIENCE
from bot.domain.rhythm import Slot
from tests.domain.test_rhythm import slots

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
patiences = st.integers(LEAST_PATIENCE, MOST_PATIENCE)
choices = st.lists(
    slots.filter(lambda slot: slot.days), min_size=1, max_size=6, unique_by=lambda slot: slot.key
).map(tuple)


Asked = list[tuple[int, str]]


def asked(chosen: tuple[Slot, ...], patience: int | None, days: int, heard: int = -1) -> Asked:
    """Days on which somebody silent is asked, and with what; on day ``heard`` they say a word at noon."""
    found: Asked = []
    unanswered, last = 0, None
    for n in range(days):
        day = MONDAY + n * DAY
        unanswered = 0 if n == heard else unanswered
        for slot in chosen:
            at = step(unanswered, patience)
            if day.weekday() in slot.days and allows(at, last, day):
                found.append((n, at.stage.value if at.stage else ""))
                unanswered, last = unanswered + 1, day
    return found


@given(choices, st.none() | patiences)
def test_a_silence_is_never_met_with_more_than_was_chosen(chosen, patience):
    for week in range(8):
        of_week = [n for n, _ in asked(chosen, patience, 56) if n // 7 == week]
        assert len(of_week) <= weekly(chosen)


@given(choices, patiences)
def test_rest_is_always_reached_after_exactly_one_last_message(chosen, patience):
    heard = asked(chosen, patience, 7 * (patience + 2) * 2)
    assert [stage for _, stage in heard].count(Stage.FINAL) == 1
    assert heard[-1][1] == Stage.FINAL
    assert len(heard) == patience + 1


@given(choices, patiences, st.integers(1, 200))
def test_any_word_at_any_time_brings_back_what_was_chosen(chosen, patience, heard):
    after = [n for n, _ in asked(chosen, patience, heard + 7, heard) if n >= heard]
    assert after
    first = next(
        n for n in range(heard, heard + 7) if any((MONDAY + n * DAY).weekday() in s.days for s in chosen)
    )
    assert after[0] == first


@given(choices)
def test_without_a_ladder_nothing_is_left_out(chosen):
    assert len(asked(chosen, None, 28)) == 4 * weekly(chosen)


@given(st.integers(0, 60), patiences)
def test_more_silence_never_means_more_nudges(unanswered, patience):
    order = list(Rung)
    assert order.index(step(unanswered, patience).rung) <= order.index(step(unanswered + 1, patience).rung)


def test_with_ten_it_is_the_ladder_of_the_design():
    assert asked((Slot.parse_key("08:30"),), 10, 60) == [
        *[(0, ""), (1, ""), (2, "")],
        *[(4, "1"), (6, ""), (8, ""), (10, ""), (12, "2")],
        *[(16, ""), (20, ""), (24, "3")],
    ]


@pytest.mark.parametrize("patience", range(LEAST_PATIENCE, MOST_PATIENCE + 1))
def test_every_patience_has_all_its_stages_once_and_in_order(patience):
    stages = [step(n, patience).stage for n in range(patience + 1)]
    assert [stage for stage in stages if stage] == [Stage.FIRST, Stage.SECOND, Stage.FINAL]


@given(choices)
def test_fewer_is_less_until_it_is_once_a_week_and_never_something_new(chosen):
    less = fewer(chosen)
    assert weekly(less) < weekly(chosen) or weekly(chosen) == 1
    assert all(any(slot.key == own.key and slot.days <= own.days for own in chosen) for slot in less)
    assert weekly(less) >= 1
