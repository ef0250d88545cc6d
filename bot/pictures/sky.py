"""The sky: each moment a star, the day across, the hour upwards from the horizon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, hypot, log

from bot.domain.kinds import Category
from bot.pictures.apart import kept_apart
from bot.pictures.chance import around, between
from bot.pictures.crowd import (
    HALOED,
    SHAPED,
    Spot,
    Standing,
    crowdedness,
    dusty,
    opacity,
    standings,
    stepped,
    veiled,
)
from bot.pictures.halo import halo
from bot.pictures.land import land
from bot.pictures.palette import hue
from bot.pictures.scenes import SCENES
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, key_fill
from bot.pictures.svg import HEIGHT, WIDTH, Drawing
from bot.pictures.values import Look, Sky, Star, brightness

EDGE, TOP, HORIZON = 66, 62, 990
DOME = 84
"""How far the hours bend down towards both sides, as arcs do in a night of long exposure."""
MINUTES = 24 * 60
LINED_WEEK = 20
"""Weeks narrower than this many pixels carry no lines: they would be a hatching."""
LEVELS = 4
CELL = 54
"""Pixels of the squares in which closeness is found."""
HAZE = {
    Look.DARK: (("#7f97f0", "#b07fd0", "#5fa9c9"), 0.2),
    Look.LIGHT: (("#8fa3d6", "#c99ac0", "#e0ab8e"), 0.13),
}
"""Colours of the glow where thousands lie close, and how strong it is at most."""


def sky_sheet(sky: Sky, look: Look) -> Sheet:
    """The whole picture; the words stand on the near hill."""
    drawing = Drawing(WIDTH, HEIGHT)
    scene = SCENES[sky.season, look]
    top, middle, low = scene.sky
    drawing.wash(drawing.falling("sky", 0, HORIZON + 90, ((0, top, 1), (0.55, middle, 1), (1, low, 1))))
    spots = spots_of(sky)
    _haze(drawing, spots, look)
    _lines(drawing, sky, spots, look)
    _lights(drawing, spots, look)
    land(drawing, scene, sky.season, WIDTH * (0.2 if sky.heading.rtl else 0.8))
    fill = {**base_fill(sky.heading, look), "lowered": 0, "key": key_fill(sky.key, look)}
    return Sheet("sky", fill, {"drawing.svg": bytes(drawing)})


def spots_of(sky: Sky) -> list[Spot]:
    """Where each star of the sky's days stands; the same for the same stars, in whatever order."""
    within = sorted(
        (star for star in sky.stars if sky.first <= star.day <= sky.last),
        key=lambda star: (star.day, star.minute, star.theme or "", brightness(star)),
    )
    size, frame = _size(len(within)), _frame(_days(sky), len(within))
    spots = [_spot(star, n, sky, frame, size) for n, star in enumerate(within)]
    crowded = crowdedness(len(spots))
    if crowded:
        ranked = zip(spots, standings(within), strict=True)
        spots = [_in_crowd(spot, standing, crowded) for spot, standing in ranked]
    return kept_apart(spots, HORIZON)


def _in_crowd(spot: Spot, standing: Standing, crowded: float) -> Spot:
    """The star as one of very many: it takes on what it is among them."""
    radius = spot.radius + (standing.radius - spot.radius) * crowded
    through = standing.shine + (1 - standing.shine) * 0.34 * veiled(spot.x, spot.y) ** 1.5
    return replace(spot, radius=radius, shine=1 + (through - 1) * crowded)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the first day begins, how wide each is, how far it leans from its morning to its night, and how
    far a star may lie from its hour and, nearly, its day.
    """

    edge: float
    column: float
    lean: float
    sway: float


def _frame(days: int, count: int) -> Frame:
    """A few stars of a few days stand about the middle, rising as the days do; others fill the width."""
    crowded = crowdedness(count)
    wide = WIDTH - 2 * EDGE * (1 - crowded)
    share = min(1.0, max(0.34 + 0.022 * days, 0.3 + count / 60))
    column = wide * share / days
    lean = column * min(0.6, 4 * (1 - share))
    return Frame((WIDTH - wide * share) / 2, column, lean, 24 + 50 * crowded)


def _days(sky: Sky) -> int:
    return max(1, (sky.last - sky.first).days + 1)


def _size(count: int) -> float:
    """Pixels of a middling star: few shine large, thousands are a milky way."""
    return max(1.75, min(19.0, 46 * exp(-0.37 * log(max(count, 1)))))


def _spot(star: Star, place: int, sky: Sky, frame: Frame, size: float) -> Spot:
    seed = (star.day.toordinal(), star.minute, place)
    since = (star.minute - sky.day_ends) % MINUTES / MINUTES
    sway = around(max(frame.column * 0.42, frame.sway - 8), seed, "across") + frame.lean * (since - 0.5)
    x = frame.edge + frame.column * ((star.day - sky.first).days + 0.5) + sway
    lowest = HORIZON - 40
    arc = lowest - DOME - (lowest - DOME - TOP) * since + DOME * (2 * x / WIDTH - 1) ** 2
    y = arc + around(frame.sway, seed, "up")
    y = min(y, 2 * lowest - y)
    across = WIDTH - x if sky.heading.rtl else x
    return Spot(star, across, y, size * (0.45 + 0.95 * brightness(star)))


def _lights(drawing: Drawing, spots: Sequence[Spot], look: Look) -> None:
    """Halos first, then the stars, merged by theme and brightness: a path each is drawn fast."""
    for spot in spots:
        bright = brightness(spot.star) * spot.shine
        if spot.radius < HALOED and spot.shine < 1:
            continue
        strong = 0.18 + 0.55 * bright if look is Look.DARK else 0.1 + 0.24 * bright
        fill = halo(drawing, spot.star.theme, look, strong)
        drawing.circle(spot.x, spot.y, spot.radius * 5.2, fill)
    for (theme, level, shine), group in _grouped(spots).items():
        way = "".join(
            shape(theme if spot.radius >= SHAPED else None, spot.x, spot.y, spot.radius) for spot in group
        )
        strong = (0.62 + 0.38 * level / LEVELS) * opacity(shine, look)
        drawing.path(way, dusty(hue(theme, look), shine, look), strong)


def _haze(drawing: Drawing, spots: Sequence[Spot], look: Look) -> None:
    """Where very many lie close, the sky itself grows lighter."""
    crowded = crowdedness(len(spots))
    if not crowded:
        return
    colours, strong = HAZE[look]
    close: dict[tuple[int, int], int] = defaultdict(int)
    for spot in spots:
        close[int(spot.x // CELL), int(spot.y // CELL)] += 1
    most = max(close.values())
    for (column, row), count in sorted(close.items()):
        x, y = ((place + 0.5 + around(0.5, place, column, row)) * CELL for place in (column, row))
        step = round(9 * crowded * (count / most) ** 0.7 * veiled(x, y) ** 1.4)
        if step:
            colour = int(3 * between(0, 1, "tint", column // 4, row // 3))
            most_of_it = strong * step / 9
            stops = (
                (0, colours[colour], most_of_it),
                (0.4, colours[colour], most_of_it * 0.45),
                (1, colours[colour], 0),
            )
            fill = drawing.shining(f"haze-{colour}-{step}", stops)
            drawing.circle(x, y, CELL * between(1.6, 2.8, "haze", column, row), fill)


def _grouped(spots: Iterable[Spot]) -> dict[tuple[Category | None, int, float], list[Spot]]:
    groups: dict[tuple[Category | None, int, float], list[Spot]] = defaultdict(list)
    for spot in sorted(spots, key=lambda spot: spot.shine):
        groups[spot.star.theme, round(brightness(spot.star) * LEVELS), stepped(spot.shine)].append(spot)
    return groups


def _lines(drawing: Drawing, sky: Sky, spots: Sequence[Spot], look: Look) -> None:
    """Faint lines that join one theme within a week."""
    if (WIDTH - 2 * EDGE) / _days(sky) * 7 < LINED_WEEK:
        return
    weeks: dict[tuple[Category, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.star.theme:
            weeks[spot.star.theme, (spot.star.day.toordinal() - 1) // 7].append(spot)
    for (theme, _), week in weeks.items():
        for one, other in pairwise(week):
            _line(drawing, one, other, hue(theme, look))


def _line(drawing: Drawing, one: Spot, other: Spot, colour: str) -> None:
    """From star to star without touching either; the longer, the fainter."""
    across, down = other.x - one.x, other.y - one.y
    length = hypot(across, down)
    start, end = one.radius * 1.8 / (length or 1), 1 - other.radius * 1.8 / (length or 1)
    if start < end:
        drawing.stroke(
            f"M{one.x + across * start:.1f} {one.y + down * start:.1f}"
            f"L{one.x + across * end:.1f} {one.y + down * end:.1f}",
            colour,
            1.3,
            max(0.1, 0.42 - length / 1200),
        )
