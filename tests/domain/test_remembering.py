"""Laws of what comes back."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.remembering import NEAR_TIMES, RECENT, Candidate, is_anniversary, remember

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ages = st.integers(min_value=0, max_value=3000)


def moments(days_ago: list[int], near: frozenset[int] = frozenset()) -> list[Candidate]:
    return [
        Candidate(n + 1, TODAY - timedelta(days=ago), near=n + 1 in near) for n, ago in enumerate(days_ago)
    ]


def come_back(candidates: list[Candidate], count: int, seed: int) -> list[int]:
    """Ids in the order in which they come back, the journal being what it is."""
    rng = random.Random(seed)
    by_id = {c.glimmer_id: c for c in candidates}
    came = []
    for step in range(count):
        chosen = remember(list(by_id.values()), TODAY, rng)
        assert chosen is not None
        known = by_id[chosen.glimmer_id]
        times = known.times + 1 if known.round == chosen.round else 1
        at = NOW + timedelta(minutes=step)
        by_id[chosen.glimmer_id] = replace(known, round=chosen.round, times=times, shown_at=at)
        came.append(chosen.glimmer_id)
    return came


@given(st.lists(st.integers(min_value=3, max_value=3000), min_size=1, max_size=30), st.integers())
def test_law_none_comes_twice_until_all_came(days_ago: list[int], seed: int) -> None:
    came = come_back(moments(days_ago), 3 * len(days_ago), seed)
    for start in range(0, len(came), len(days_ago)):
        assert sorted(came[start : start + len(days_ago)]) == list(range(1, len(days_ago) + 1))


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
