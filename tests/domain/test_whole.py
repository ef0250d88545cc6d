"""What may be spoken of as a whole week, month, season or year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.kinds import Hemisphere
from bot.domain.typed import Period
from bot.domain.whole import is_whole

NORTH = Hemisphere.NORTH


@pytest.mark.parametrize(
    ("kind", "start", "end", "whole"),
    [
        ("week", date(2026, 11, 18), date(2026, 11, 25), True),
        ("week", date(2026, 11, 23), date(2026, 11, 25), False),
        ("month", date(2026, 2, 1), date(2026, 3, 1), True),
        ("month", date(2026, 11, 1), date(2026, 11, 25), False),
        ("month", date(2026, 10, 25), date(2026, 11, 25), False),
        ("season", date(2026, 6, 1), date(2026, 9, 1), True),
        ("season", date(2026, 5, 1), date(2026, 8, 1), False),
        ("season", date(2026, 9, 1), date(2026, 11, 25), False),
        ("year", date(2025, 1, 1), date(2026, 1, 1), True),
        ("year", date(2026, 1, 1), date(2026, 11, 25), False),
        ("year", date(2025, 11, 25), date(2026, 11, 25), False),
        ("stretch", date(2026, 6, 1), date(2026, 9, 1), False),
        ("since", date(2026, 11, 1), date(2026, 12, 1), False),
        ("all", None, None, False),
    ],
)
def test_only_seven_days_and_the_calendars_own_periods_are_whole(
    kind: str, start: date | None, end: date | None, whole: bool
) -> None:
    kept = [start or date(2026, 1, 1), end or date(2026, 11, 24)]
    assert is_whole(Period(kind, start, end), kept, NORTH) == whole


def test_a_year_is_not_called_whole_for_twelve_days_in_it() -> None:
    year = Period("year", date(2025, 1, 1), date(2026, 1, 1))
    assert not is_whole(year, [date(2025, 11, 1), date(2025, 11, 12)], NORTH)
    assert not is_whole(year, [], NORTH)


def test_in_the_tropics_no_season_is_whole() -> None:
    summer = Period("season", date(2026, 6, 1), date(2026, 9, 1))
    assert not is_whole(summer, [date(2026, 6, 1), date(2026, 8, 31)], Hemisphere.TROPICS)
