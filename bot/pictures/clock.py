"""The day clock: a ring of a whole day, noon above and midnight below, with moments where they come."""

from __future__ import annotations

from collections import defaultdict
from math import cos, pi, sin

from bot.domain.kinds import Category
from bot.pictures.chance import around
from bot.pictures.cleaning import line
from bot.pictures.halo import halo
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, headed_ground
from bot.pictures.svg import Drawing
from bot.pictures.values import Clock, Look, Star, brightness

MIDDLE = (540.0, 560.0)
INNER, OUTER = 268, 458
"""Moments grow outwards from the one circle and stay within the other."""
FEW, BINS = 60, (45, 15)
"""Minutes that share a ray: so many for at most `FEW` moments, else fewer."""
FACES = {
    Look.DARK: ("#3b5a94", "#2a2350", "#0d1029"),
    Look.LIGHT: ("#fff3c9", "#f6e3d3", "#c9cfe6"),
}


def clock_sheet(clock: Clock, look: Look) -> Sheet:
    """The face by daylight, then moments; their number shows as reach, never as a figure."""
    drawing = headed_ground(clock.heading, look)
    _face(drawing, look)
    minutes = BINS[len(clock.stars) > FEW]
    rays = _rays(clock, minutes)
    longest = max((len(ray) for ray in rays.values()), default=1)
    step = min(30.0, (OUTER - INNER - 24) / longest)
    size = max(2.0, min(12.5, step * 0.42 + 1.4))
    spots = [
        (star, *_place(star, place, step))
        for ray in rays.values()
        for place, star in enumerate(sorted(ray, key=lambda star: (star.day, star.minute)))
    ]
    _lights(drawing, spots, size, look)
    fill = {**base_fill(clock.heading, look), "hours": [line(hour) for hour in clock.hours]}
    return Sheet("clock", fill, {"drawing.svg": bytes(drawing)})


def at(minute: float, reach: float) -> tuple[float, float]:
    """The spot of a minute of the day, so far from the middle: clockwise, with midnight below."""
    angle = 2 * pi * minute / 1440
    return MIDDLE[0] - reach * sin(angle), MIDDLE[1] + reach * cos(angle)


def _face(drawing: Drawing, look: Look) -> None:
    day, dusk, night = FACES[look]
    x, y = MIDDLE
    top, low = y - INNER, y + INNER
    face = drawing.falling("face", top, low, ((0, day, 1), (0.55, dusk, 1), (1, night, 1)))
    glow = drawing.shining("glow", ((0.5, day, 0.28), (0.75, day, 0.08), (1, day, 0)))
    drawing.circle(x, y - 30, OUTER + 30, glow)
    drawing.circle(x, y, INNER - 26, face)
    for hour in range(24):
        tick_x, tick_y = at(hour * 60, INNER - 12)
        drawing.circle(tick_x, tick_y, 2.6 if hour % 6 else 4.4, hue(None, look), 0.35 if hour % 6 else 0.7)
    _sun_and_moon(drawing, look)


def _sun_and_moon(drawing: Drawing, look: Look) -> None:
    """Where noon and midnight are, for those who see no words."""
    (x, y), colour = MIDDLE, hue(Category.SIGHT, look)
    drawing.circle(x, y - 122, 15, colour, 0.9)
    for ray in range(12):
        angle = pi * ray / 6
        drawing.stroke(
            f"M{x + 22 * cos(angle):.1f} {y - 122 + 22 * sin(angle):.1f}"
            f"L{x + 30 * cos(angle):.1f} {y - 122 + 30 * sin(angle):.1f}",
            colour,
            2.4,
            0.9,
        )
    drawing.path(shape(Category.QUIET, x, y + 122, 22), hue(Category.QUIET, look), 0.9)


def _rays(clock: Clock, minutes: int) -> dict[int, list[Star]]:
    rays: dict[int, list[Star]] = defaultdict(list)
    for star in clock.stars:
        rays[star.minute % 1440 // minutes].append(star)
    return rays


def _place(star: Star, place: int, step: float) -> tuple[float, float]:
    seed = star.day.toordinal(), star.minute, place
    reach = INNER + 12 + step * (place + 0.5) + around(max(step * 0.3, 3), seed, "reach")
    return at(star.minute + around(8, seed), reach)


def _lights(drawing: Drawing, spots: list[tuple[Star, float, float]], size: float, look: Look) -> None:
    groups: dict[tuple[Category | None, int], list[str]] = defaultdict(list)
    for star, x, y in spots:
        bright = brightness(star)
        radius = size * (0.7 + 0.6 * bright)
        strong = 0.2 + 0.45 * bright if look is Look.DARK else 0.1 + 0.2 * bright
        drawing.circle(x, y, radius * 4, halo(drawing, star.theme, look, strong))
        groups[star.theme, round(bright * 4)].append(shape(star.theme, x, y, radius))
    for (theme, level), ways in groups.items():
        drawing.path("".join(ways), hue(theme, look), 0.7 + 0.075 * level)
