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

FIRST_ROW, ROW = 118, 83
FIRST_DAY, DAY = 212, 26.2
"""Where the first of a month lies, and how far the days are apart."""
SIZES = (6.6, 8.8, 10.4)
"""Of a day with one moment, two, and more."""
SWELL = 12.0
"""How far a row sways up and down, as a cord of lights does."""


def year_sheet(year: Year, look: Look) -> Sheet:
    """Rows of months with their names beside them."""
    drawing = headed_ground(year.heading, look)
    days = _days(year)
    grown = max(1.0, min(1.9, 2.2 - len(days) / 60))
    for (row, day), stars in days.items():
        x, y = FIRST_DAY + DAY * (day - 1), FIRST_ROW + ROW * row + SWELL * sin(day / 5 + row * 0.22)
        _light(drawing, stars, (WIDTH - x if year.heading.rtl else x, y), grown, look)
    fill = {
        **base_fill(year.heading, look),
        "months": [line(name) for name in year.months[:12]],
        "first_row": FIRST_ROW,
        "row": ROW,
    }
    return Sheet("year", fill, {"drawing.svg": bytes(drawing)})


def _days(year: Year) -> dict[tuple[int, int], list[Star]]:
    days: dict[tuple[int, int], list[Star]] = defaultdict(list)
    for star in year.stars:
        row = _months(star.day) - _months(year.first)
        if 0 <= row < 12:
            days[row, star.day.day].append(star)
    return days


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _light(drawing: Drawing, stars: list[Star], place: tuple[float, float], grown: float, look: Look) -> None:
    """One light per day: as bright as its brightest moment, in the hue of that one."""
    x, y = place
    chief = max(stars, key=lambda star: (brightness(star), star.minute))
    bright, size = brightness(chief), grown * SIZES[min(len(stars), len(SIZES)) - 1]
    strong = 0.3 + 0.5 * bright if look is Look.DARK else 0.16 + 0.3 * bright
    drawing.circle(x, y, size * 4.4, halo(drawing, chief.theme, look, strong))
    drawing.path(shape(chief.theme, x, y, size), hue(chief.theme, look), 0.75 + 0.25 * bright)
