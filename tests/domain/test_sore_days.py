"""Days on which some subjects rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kinds import Subject
from bot.domain.sore_days import easter, resting


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 5, 10),  # mothers: Germany, the United States, Australia
        date(2026, 5, 3),  # mothers: Spain, Portugal
        date(2026, 5, 31),  # mothers: France, Sweden
        date(2026, 3, 15),  # mothers: Britain, Ireland
        date(2026, 5, 14),  # fathers: Germany
        date(2026, 6, 21),  # fathers: Britain, France, the United States
        date(2026, 9, 6),  # fathers: Australia
        date(2026, 10, 18),  # mothers: Argentina
        date(2026, 3, 19),
        date(2026, 12, 24),
    ],
)
def test_nobody_is_asked_about_family_on_the_days_of_mothers_and_fathers(day):
    assert resting(day) == {Subject.FAMILY}


def test_nobody_is_asked_about_love_on_its_day():
    assert resting(date(2026, 2, 14)) == {Subject.RELATIONSHIPS}


@given(st.integers(1900, 2199))
def test_most_days_are_ordinary(year):
    """Law: at most twenty days of a year have subjects that rest."""
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    assert sum(bool(resting(day)) for day in days) <= 20


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1961, 4, 2),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2038, 4, 25),
        (2049, 4, 18),
    ],
)
def test_easter_is_where_the_calendar_has_it(year, month, day):
    assert easter(year) == date(year, month, day)
