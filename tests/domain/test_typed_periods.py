"""Which days somebody wants to look back on: read as it was meant, or not at all."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.domain.kinds import Hemisphere
from bot.domain.typed import Misread, Period, begun, period
from bot.domain.vocabulary import Stretch
from tests import words

LIBRARY = words.ours()
TODAY = date(2026, 11, 24)  # a Tuesday
TOMORROW = date(2026, 11, 25)


def read(language: str, text: str, today: date = TODAY) -> str:
    """First and last day, or *all*, or *unread*."""
    found = period(text, today, LIBRARY.locale(language).vocabulary, Hemisphere.NORTH)
    if isinstance(found, Misread):
        return "unread"
    return f"{found.start} {found.end - timedelta(days=1)}" if found.end else "all"


SAID = tomllib.loads((Path(__file__).parent.parent / "data/periods.toml").read_text(encoding="utf-8"))
EACH = [
    (language, text, days)
    for days, said in SAID.items()
    for language, texts in said.items()
    for text in texts
]


@pytest.mark.parametrize(("language", "text", "days"), EACH)
def test_which_days_are_meant_is_read_as_people_say_it_or_not_at_all(
    language: str, text: str, days: str
) -> None:
    found = read(language, text)
    assert found == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("this weekend", "2026-11-21 2026-11-22"),
        ("last weekend", "2026-11-14 2026-11-15"),
        ("weekend before last", "2026-11-07 2026-11-08"),
    ],
)
def test_on_a_sunday_this_weekend_goes_on_and_last_weekend_is_the_one_before(text: str, days: str) -> None:
    assert read("en", text, date(2026, 11, 22)) == days


def test_this_winter_is_the_one_that_is_nearer() -> None:
    assert read("en", "this winter", date(2027, 3, 20)) == "2026-12-01 2027-02-28"
    assert read("en", "this winter", date(2027, 1, 20)) == "2026-12-01 2027-01-20"
    assert read("en", "last winter", date(2027, 1, 20)) == "2025-12-01 2026-02-28"


def test_this_season_is_the_calendars_however_young_it_is() -> None:
    on, english = date(2026, 9, 12), LIBRARY.locale("en").vocabulary
    this = Period("season", date(2026, 9, 1), date(2026, 9, 13))
    assert period("this season", on, english, Hemisphere.NORTH) == this
    last = Period("season", date(2026, 6, 1), date(2026, 9, 1))
    assert period("last season", on, english, Hemisphere.NORTH) == last


def test_where_there_are_no_seasons_the_last_one_is_not_read() -> None:
    english = LIBRARY.locale("en").vocabulary
    assert isinstance(period("last season", TODAY, english), Misread)
    assert period("this season", TODAY, english) == Period("stretch", date(2026, 8, 25), TOMORROW)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "this week", Stretch.WEEK),
        ("de", "dieser monat", Stretch.MONTH),
        ("es", "este año", Stretch.YEAR),
        ("es", "this season", Stretch.SEASON),
        ("en", "month", None),
        ("en", "last month", None),
        ("en", "this friday", None),
        ("en", "", None),
    ],
)
def test_what_has_only_begun_is_known_by_its_words(language: str, text: str, name: Stretch | None) -> None:
    assert begun(text, LIBRARY.locale(language).vocabulary) is name
