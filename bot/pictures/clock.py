"""The day clock: a ring of a whole day, noon above and midnight below, with moments where they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import cos, exp, pi, sin

from bot.domain.kinds import Category
from bot.pictures.apart import kept_apart
from bot.pictures.chance import around, between
from bot.pictures.cleaning import line
from bot.pictures.crowd import HALOED, SHAPED, Spot, crowdedness, dusty, opacity, standings, stepped
from bot.pictures.halo import halo
from bot.pictures.palette import hue, mixed
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, headed_ground
from bot.pictures.svg import HEIGHT, Drawing
from bot.pictures.values import Clock, Look, Star, brightness

MIDDLE = (540.0, 560.0)
INNER, OUTER = 268, 458
"""Moments grow outwards from the one circle and stay within the other."""
FEW, BINS = 60, (45, 15)
"""Minutes that share a ray: so many for at most `FEW` moments, else fewer."""
SOFT = 216
"""How far the last of very many lie from the face; they thin out towards it."""
SMOOTH = 2.4
"""Rays over which closeness is levelled, so that a crowd has no edge."""
HAZE = {
    Look.DARK: ("#7f97f0", "#c98bc4", "#7fb6e6"),
    Look.LIGHT: ("#8fa3d6", "#d99ab4", "#eab676"),
}
"""Its glow by night, at dawn and dusk, and by day."""
FACES = {
    Look.DARK: ("#3b5a94", "#2a2350", "#0d1029"),
    Look.LIGHT: ("#fff3c9", "#f6e3d3", "#c9cfe6"),
}


def clock_sheet(clock: Clock, look: Look) -> Sheet:
    """The face by daylight, then moments; their number shows as reach, never as a figure."""
    drawing = headed_ground(clock.heading, look)
    _face(drawing, look)
    crowded = crowdedness(len(clock.stars))
    minutes = BINS[len(clock.stars) > FEW]
    rays = _rays(clock, minutes)
    longest = max((len(ray) for ray in rays.values()), default=1)
    step = min(30.0, (OUTER - INNER - 24) / longest)
    size = max(2.0, min(12.5, step * 0.42 + 1.4))
    levels = levelled([len(rays.get(ray, ())) for ray in range(1440 // minutes)])
    placed = [
        (star, *_place(star, place, step, (place + 0.5) / len(ray), levels[at_ray], crowded))
        for at_ray, ray in sorted(rays.items())
        for place, star in enumerate(sorted(ray, key=lambda star: (star.day, star.minute, star.theme or "")))
    ]
    if crowded:
        _haze(drawing, levels, crowded, look)
    _lights(drawing, _spots(placed, size, crowded), look)
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


def levelled(counts: Sequence[int]) -> list[float]:
    """How close moments lie about each ray, the closest 1, without jumps."""
    weights = [exp(-((n / SMOOTH) ** 2) / 2) for n in range(len(counts))]
    round_about = len(counts)
    sums = [
        sum(
            count * weights[min(abs(here - there), round_about - abs(here - there))]
            for there, count in enumerate(counts)
        )
        for here in range(round_about)
    ]
    most = max(sums) or 1
    return [one / most for one in sums]


def _place(
    star: Star, place: int, step: float, along: float, level: float, crowded: float
) -> tuple[float, float]:
    """On a ray, one beside the other; in a crowd strewn about, thinner and thinner outwards."""
    seed = star.day.toordinal(), star.minute, place
    strict = step * (place + 0.5) + around(max(step * 0.3, 3), seed, "reach")
    strewn = min(1.0, max(0.0, along + around(0.16, seed, "strewn")))
    soft = SOFT * (0.1 + 0.9 * level) * (1 - (1 - strewn) ** 0.6)
    reach = INNER + 12 + strict + (soft - strict) * crowded
    return at(star.minute + around(8 + 16 * crowded, seed), reach)


def _spots(placed: Sequence[tuple[Star, float, float]], size: float, crowded: float) -> list[Spot]:
    spots = []
    for (star, x, y), standing in zip(placed, standings([star for star, _, _ in placed]), strict=True):
        alone = size * (0.7 + 0.6 * brightness(star))
        radius = alone + (standing.radius * 0.9 - alone) * crowded
        spots.append(Spot(star, x, y, radius, 1 + (standing.shine - 1) * crowded))
    return kept_apart(spots, HEIGHT) if crowded else spots


def _haze(drawing: Drawing, levels: Sequence[float], crowded: float, look: Look) -> None:
    """A glow about the hours that many moments share."""
    night, dusk, noon = HAZE[look]
    for ray, level in enumerate(levels):
        minute = 1440 * (ray + 0.5) / len(levels)
        high = (1 - cos(2 * pi * minute / 1440)) / 2
        colour = mixed(night, dusk, high * 2) if high < 0.5 else mixed(dusk, noon, high * 2 - 1)
        strong = 0.13 * crowded * level * between(0.4, 1, "haze", ray)
        fill = drawing.shining(
            f"haze-{ray}", ((0, colour, strong), (0.45, colour, strong * 0.45), (1, colour, 0))
        )
        x, y = at(minute, INNER + 20 + SOFT * level * between(0.15, 0.4, "reach", ray))
        drawing.circle(x, y, 44 + SOFT * level * 0.5, fill)


def _lights(drawing: Drawing, spots: Sequence[Spot], look: Look) -> None:
    groups: dict[tuple[Category | None, int, float], list[str]] = defaultdict(list)
    for spot in sorted(spots, key=lambda spot: spot.shine):
        theme, bright = spot.star.theme, brightness(spot.star)
        strong = 0.2 + 0.45 * bright * spot.shine if look is Look.DARK else 0.1 + 0.2 * bright * spot.shine
        if spot.radius >= HALOED or spot.shine == 1:
            drawing.circle(spot.x, spot.y, spot.radius * 4, halo(drawing, theme, look, strong))
        drawn = theme if spot.radius >= SHAPED else None
        groups[theme, round(bright * 4), stepped(spot.shine)].append(
            shape(drawn, spot.x, spot.y, spot.radius)
        )
    for (theme, level, shine), ways in groups.items():
        strong = (0.7 + 0.075 * level) * opacity(shine, look)
        drawing.path("".join(ways), dusty(hue(theme, look), shine, look), strong)
