"""Seasons: which one it is where somebody lives, from nothing but their zone's latitude."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from bot.domain.kinds import Hemisphere, Season

TROPIC = 23.5
"""Degrees from the equator within which spring and autumn mean little."""
FOUR_SEASONS = frozenset({"AU", "BO", "CU", "DO", "HK", "MO", "MX", "NA", "PE", "PR", "US"})
"""Countries (ISO 3166) with tropical places whose people say *summer* and mean the calendar's.

In others it may be another time: *verano* in Guatemala is the dry half of the year.
"""
LATITUDE = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?[+-]")  # ISO 6709, as in tzdata: +5230+01322


def season_of(day: date, hemisphere: Hemisphere) -> Season | None:
    """The meteorological season (winter from 1 December in the north); none in the tropics."""
    if hemisphere is Hemisphere.TROPICS:
        return None
    turn = 2 if hemisphere is Hemisphere.SOUTH else 0
    order = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)
    return order[(day.month % 12 // 3 + turn) % 4]


def season_began(day: date, hemisphere: Hemisphere) -> date | None:
    """The first day of the season that ``day`` lies in; none in the tropics."""
    if hemisphere is Hemisphere.TROPICS:
        return None
    month = day.month // 3 * 3
    return date(day.year, month, 1) if month else date(day.year - 1, 12, 1)


def latest_season(season: Season, day: date, hemisphere: Hemisphere) -> date | None:
    """The first day of the latest such season that had begun on ``day``; none in the tropics."""
    began = season_began(day, hemisphere)
    while began is not None and season_of(began, hemisphere) is not season:
        began = season_began(began - timedelta(days=1), hemisphere)
    return began


def latitude(coordinates: str) -> float:
    """Degrees, south negative, from ISO 6709 coordinates. Raises ValueError if they are none."""
    found = LATITUDE.match(coordinates)
    if not found:
        raise ValueError(f"no coordinates: {coordinates}")
    sign, degrees, minutes, seconds = found.groups()
    value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -value if sign == "-" else value


def hemisphere_at(degrees: float) -> Hemisphere:
    """North, south, or between the tropics."""
    if abs(degrees) <= TROPIC:
        return Hemisphere.TROPICS
    return Hemisphere.NORTH if degrees > 0 else Hemisphere.SOUTH


def hemisphere_said(degrees: float, country: str) -> Hemisphere:
    """Whose seasons people mean there when they name one."""
    if country in FOUR_SEASONS:
        return Hemisphere.NORTH if degrees > 0 else Hemisphere.SOUTH
    return hemisphere_at(degrees)


def hemisphere_in(zone: str, latitudes: Mapping[str, float]) -> Hemisphere:
    """Of a zone by its principal city; a zone that lies nowhere (UTC) has no seasons, like the tropics."""
    return hemisphere_at(latitudes.get(zone, 0.0))
