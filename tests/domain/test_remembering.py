"""Laws of what comes back."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.remembering import (
    NEAR_TIMES,
    RECENT,
    Candidate,
    Remembered,
    is_anniversary,
    remember,
    remember_this_day,
)

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
Choosing = Callable[[Sequence[Candidate], date, random.Random], Remembered | None]
ages = st.integers(min_value=0, max_value=3000)


def moments(days_ago: list[int], near: frozenset[int] = frozenset()) -> list[Candidate]:
    return [
        Candidate(n + 1, TODAY - timedelta(days=ago), near=n + 1 in near) for n, ago in enumerate(days_ago)
    ]


class Shelf:
    """A journal's moments, and what came of them."""

    def __init__(self, candidates: list[Candidate], seed: int) -> None:
        self.by_id = {c.glimmer_id: c for c in candidates}
        self.rng = random.Random(seed)
        self.at = NOW

    def gives(self, choose: Choosing = remember, today: date = TODAY) -> Remembered | None:
        chosen = choose(list(self.by_id.values()), today, self.rng)
        if chosen is None:
            return None
        known = self.by_id[chosen.glimmer_id]
        times = known.times + 1 if known.round == chosen.round else 1
        self.at += timedelta(minutes=1)
        self.by_id[chosen.glimmer_id] = replace(known, round=chosen.round, times=times, shown_at=self.at)
        return chosen


def come_back(candidates: list[Candidate], count: int, seed: int) -> list[int]:
    """Ids in the order in which they come back, the journal being what it is."""
    shelf = Shelf(candidates, seed)
    came = [shelf.gives() for _ in range(count)]
    return [chosen.glimmer_id for chosen in came if chosen]


@given(st.lists(st.integers(min_value=3, max_value=3000), min_size=1, max_size=30), st.integers())
def test_law_none_comes_twice_until_all_came(days_ago: list[int], seed: int) -> None:
    came = come_back(moments(days_ago), 3 * len(days_ago), seed)
    for start in range(0, len(came), len(days_ago)):
        assert sorted(came[start : start + len(days_ago)]) == list(range(1, len(days_ago) + 1))


@given(
    st.lists(st.integers(min_value=3, max_value=500), min_size=2, max_size=20),
    st.lists(st.booleans(), min_size=20, max_size=60),
    st.integers(),
)
def test_law_the_same_day_of_other_years_starts_no_round_while_others_are_left(
    days_ago: list[int], asked: list[bool], seed: int
) -> None:
    of_this_day = [
        Candidate(1000 + n, TODAY.replace(year=TODAY.year - n)) for n in range(1, 1 + len(asked) % 3)
    ]
    shelf, last = Shelf([*moments(days_ago), *of_this_day], seed), 0
    for drawn in asked:
        rounds = {c.glimmer_id: c.round for c in shelf.by_id.values()}
        chosen = shelf.gives(remember if drawn else remember_this_day)
        if chosen is None:
            assert not drawn
            continue
        current = max(1, *rounds.values())
        if chosen.round > current:
            assert set(rounds.values()) == {current}
        elif drawn:
            assert rounds[chosen.glimmer_id] < current
        assert chosen.glimmer_id != last
        last = chosen.glimmer_id


@pytest.mark.parametrize(("hours_ago", "chosen"), [(2, Remembered(99, 1)), (0, None)])
def test_the_same_day_comes_though_it_came_in_this_round_but_not_at_once(
    hours_ago: int, chosen: Remembered | None
) -> None:
    other, unseen = moments([50, 60])
    candidates = [
        replace(other, round=1, times=1, shown_at=NOW - timedelta(hours=1)),
        unseen,
        Candidate(99, date(2024, 11, 24), round=1, times=1, shown_at=NOW - timedelta(hours=hours_ago)),
    ]
    assert remember_this_day(candidates, TODAY, random.Random(1)) == chosen


@given(st.lists(ages, min_size=2, max_size=20), st.integers())
def test_law_none_comes_twice_in_a_row(days_ago: list[int], seed: int) -> None:
    old = [ago for ago in days_ago if ago >= RECENT.days]
    if len(old or days_ago) < 2:
        return
    came = come_back(moments(days_ago), 30, seed)
    assert all(one != other for one, other in itertools.pairwise(came))


@given(st.lists(ages, max_size=20), st.integers())
def test_law_recent_ones_come_only_when_there_is_nothing_else(days_ago: list[int], seed: int) -> None:
    chosen = remember(moments(days_ago), TODAY, random.Random(seed))
    if chosen is None:
        assert not days_ago
    elif any(ago >= RECENT.days for ago in days_ago):
        assert days_ago[chosen.glimmer_id - 1] >= RECENT.days


@given(st.lists(st.integers(min_value=3, max_value=3000), min_size=3, max_size=15), st.integers())
def test_law_what_is_kept_near_never_crowds_out_the_others(days_ago: list[int], seed: int) -> None:
    came = come_back(moments(days_ago, near=frozenset({1})), 5 * len(days_ago), seed)
    others = [came.count(id_) for id_ in range(2, len(days_ago) + 1)]
    assert max(others) - min(others) <= 1
    assert min(others) <= came.count(1) <= NEAR_TIMES * (min(others) + 1)


def test_what_is_kept_near_comes_more_often() -> None:
    came = come_back(moments([30, 40, 50, 60, 70, 80], near=frozenset({1})), 70, seed=7)
    assert came.count(1) > 15
    assert all(came.count(id_) < 13 for id_ in range(2, 7))


def test_a_new_moment_comes_once_and_then_waits_like_the_others() -> None:
    shown = [
        replace(c, round=4, times=1, shown_at=NOW - timedelta(hours=c.glimmer_id))
        for c in moments([10, 20, 30])
    ]
    came = come_back([*shown, Candidate(4, TODAY - timedelta(days=5))], 5, seed=1)
    assert came[0] == 4
    assert sorted(came[1:]) == [1, 2, 3, 4]


def test_anniversaries_come_first_more_often_than_chance_would_have_it() -> None:
    candidates = [*moments([50] * 9), Candidate(99, date(2024, 11, 24))]
    first = [remember(candidates, TODAY, random.Random(seed)) for seed in range(300)]
    assert sum(chosen is not None and chosen.glimmer_id == 99 for chosen in first) > 90


def test_a_leap_day_has_its_anniversary_on_the_28th_where_there_is_no_29th() -> None:
    assert is_anniversary(date(2024, 2, 29), date(2025, 2, 28))
    assert not is_anniversary(date(2024, 2, 29), date(2028, 2, 28))
    assert is_anniversary(date(2024, 2, 29), date(2028, 2, 29))
    assert not is_anniversary(date(2026, 11, 24), date(2026, 11, 24))
