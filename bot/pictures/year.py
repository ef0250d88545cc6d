"""The year of lights: a row per month, a soft light per day with something in it, and no grid."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import sin

from bot.pictures.cleaning import line
from bot.pictures.halo import halo
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, headed_ground
from bot.pictures.svg import WIDTH, Drawing
from bot.pictures.values import Look, Star, Year, brightness

MOST_ROWS = 12
MIDDLE, ROOM, NARROW, ROW = 574.5, 913, 83, 240
"""Where the rows' middle lies, how far first and last are apart at most, two rows at least and at most."""
FIRST_DAY, DAY = 212, 26.2
"""Where the first of a month lies, and how far the days are apart."""
SIZES = (6.6, 8.8, 10.4)
"""Of a day with one moment, two, and more."""
SWELL, STAGGER = 12.0, 17.0
"""How far a row sways up and down, as a cord of lights does; how far lights hang above and below one that
has much room, so that they may be large."""


def year_sheet(year: Year, look: Look) -> Sheet:
    """Rows of months with their names beside them."""
    drawing = headed_ground(year.heading, look)
    months = year.months[:MOST_ROWS]
    levels = levels_of(len(months))
    days = _days(year, len(levels))
    loose = _loose(levels)
    grown = max(_grown(len(days)), 1 + 0.75 * loose)
    for (row, day), stars in days.items():
        swell = SWELL * (1 + loose) * sin(day / 5 + row * 0.22) + STAGGER * loose * (-1) ** day
        x, y = FIRST_DAY + DAY * (day - 1), levels[row] + swell
        _light(drawing, stars, (WIDTH - x if year.heading.rtl else x, y), grown, look)
    fill = {
        **base_fill(year.heading, look),
        "months": [{"name": line(name), "level": level} for name, level in zip(months, levels, strict=False)],
    }
    return Sheet("year", fill, {"drawing.svg": bytes(drawing)})


def levels_of(rows: int) -> list[float]:
    """Where each of so many rows lies, about the middle; there is always one."""
    apart = min(ROW, ROOM / max(1, rows - 1))
    return [MIDDLE + apart * (row - max(0, rows - 1) / 2) for row in range(max(1, rows))]


def lights_of(year: Year) -> list[Star]:
    """The moments that its lights are drawn by: of each day the brightest."""
    return [_chief(stars) for stars in _days(year, len(year.months)).values()]


def _loose(levels: list[float]) -> float:
    """How much room there is about each row: 0 for those of a whole year, 1 for a few."""
    apart = levels[1] - levels[0] if len(levels) > 1 else ROW
    return (apart - NARROW) / (ROW - NARROW)


def _grown(lights: int) -> float:
    """How much larger few lights are."""
    return max(1.0, min(1.9, 2.2 - lights / 60))


def _days(year: Year, rows: int) -> dict[tuple[int, int], list[Star]]:
    days: dict[tuple[int, int], list[Star]] = defaultdict(list)
    for star in year.stars:
        row = _months(star.day) - _months(year.first)
        if 0 <= row < rows:
            days[row, star.day.day].append(star)
    return days


def _chief(stars: list[Star]) -> Star:
    return max(stars, key=lambda star: (brightness(star), star.minute))


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _light(drawing: Drawing, stars: list[Star], place: tuple[float, float], grown: float, look: Look) -> None:
    """One light per day: as bright as its brightest moment, in the hue of that one."""
    x, y = place
    chief = _chief(stars)
    bright, size = brightness(chief), grown * SIZES[min(len(stars), len(SIZES)) - 1]
    strong = 0.3 + 0.5 * bright if look is Look.DARK else 0.16 + 0.3 * bright
    drawing.circle(x, y, size * 4.4, halo(drawing, chief.theme, look, strong))
    drawing.path(shape(chief.theme, x, y, size), hue(chief.theme, look), 0.75 + 0.25 * bright)
