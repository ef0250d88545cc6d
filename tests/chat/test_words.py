"""Days as people read them, in their own language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.chat import words
from tests.words import ours


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Thursday, October 1", "Sunday, October 25"),
        ("de", "Donnerstag, 1. Oktober", "Sonntag, 25. Oktober"),
        ("es", "jueves, 1 de octubre", "domingo, 25 de octubre"),
    ],
)
def test_a_day_is_written_out(language: str, first: str, last: str) -> None:
    locale = ours().locale(language)
    assert words.day(date(2026, 10, 1), locale) == first
    assert words.day(date(2026, 10, 25), locale) == last


@pytest.mark.parametrize(("language", "short"), [("en", "Oct 1"), ("de", "1. Okt."), ("es", "1 oct")])
def test_a_day_on_a_button_stays_short(language: str, short: str) -> None:
    on = date(2026, 10, 1)
    assert words.short_day(on, ours().locale(language), on) == short


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Etc/GMT+11", "UTC-11"),
        ("Etc/GMT-14", "UTC+14"),
        ("GMT+0", "UTC"),
        ("GMT0", "UTC"),
        ("Etc/GMT", "UTC"),
        ("UTC", "UTC"),
        ("Asia/Kathmandu", "Kat"),
    ],
)
def test_a_zone_without_a_city_says_how_far_it_is_from_utc(language: str, zone: str, name: str) -> None:
    assert words.zone(zone, ours().locale(language)).startswith(name)
