"""The sky: each moment a star, the day across, the hour upwards from the horizon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import exp, hypot, log

from bot.domain.kinds import Category
from bot.pictures.chance import around, between
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
CROWD = 1500
"""From so many stars on single ones hardly show, and their closeness shines instead."""
HAZES = 500
HAZE = {Look.DARK: ("#8ea4f2", 0.045), Look.LIGHT: ("#a08bb4", 0.03)}
APART = 150
"""Up to so many stars, those that would touch step aside."""
STEPS = 16
ASIDE = 46
"""How far a star may stand from where its hour is, at most."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A star with its place in the picture."""

    star: Star
    x: float
    y: float
    radius: float


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
    return kept_apart(spots) if len(spots) <= APART else spots


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the first day begins, how wide each is, and how far it leans from its morning to its night."""

    edge: float
    column: float
    lean: float


def _frame(days: int, count: int) -> Frame:
    """A few stars of a few days stand about the middle, rising as the days do; others fill the width."""
    edge = EDGE if count < CROWD else 0
    wide = WIDTH - 2 * edge
    share = min(1.0, max(0.34 + 0.022 * days, 0.3 + count / 60))
    column = wide * share / days
    return Frame((WIDTH - wide * share) / 2, column, column * min(0.6, 4 * (1 - share)))


def _days(sky: Sky) -> int:
    return max(1, (sky.last - sky.first).days + 1)


def _size(count: int) -> float:
    """Pixels of a middling star: few shine large, thousands are a milky way."""
    return max(1.75, min(19.0, 46 * exp(-0.37 * log(max(count, 1)))))


def _spot(star: Star, place: int, sky: Sky, frame: Frame, size: float) -> Spot:
    seed = (star.day.toordinal(), star.minute, place)
    since = (star.minute - sky.day_ends) % MINUTES / MINUTES
    sway = around(max(frame.column * 0.42, 16), seed, "across") + frame.lean * (since - 0.5)
    x = frame.edge + frame.column * ((star.day - sky.first).days + 0.5) + sway
    lowest = HORIZON - 40
    arc = lowest - DOME - (lowest - DOME - TOP) * since + DOME * (2 * x / WIDTH - 1) ** 2
    y = min(arc + around(24, seed, "up"), lowest)
    across = WIDTH - x if sky.heading.rtl else x
    return Spot(star, across, y, size * (0.45 + 0.95 * brightness(star)))


def kept_apart(spots: Sequence[Spot]) -> list[Spot]:
    """Stars that would touch step aside, a little, each as far as the other."""
    places = [(spot.x, spot.y) for spot in spots]
    pairs = list(combinations(range(len(spots)), 2))
    for _ in range(STEPS):
        pushes = [(0.0, 0.0)] * len(spots)
        for one, other in pairs:
            (x, y), (x2, y2) = places[one], places[other]
            room = (spots[one].radius + spots[other].radius) * 1.35
            if abs(x2 - x) >= room or abs(y2 - y) >= room or (gap := hypot(x2 - x, y2 - y)) >= room:
                continue
            across, up = ((x2 - x) / gap, (y2 - y) / gap) if gap > 0.01 else (0.0, -1.0)
            step = (room - gap) * 0.5
            pushes[one] = pushes[one][0] - across * step, pushes[one][1] - up * step
            pushes[other] = pushes[other][0] + across * step, pushes[other][1] + up * step
        places = [
            _near(spot, x + across, y + up)
            for spot, (x, y), (across, up) in zip(spots, places, pushes, strict=True)
        ]
    return [replace(spot, x=x, y=y) for spot, (x, y) in zip(spots, places, strict=True)]


def _near(spot: Spot, x: float, y: float) -> tuple[float, float]:
    """No further from its hour than is still true, and above the land."""
    return (
        min(max(x, spot.x - ASIDE), spot.x + ASIDE),
        min(max(y, spot.y - 2 * ASIDE), spot.y + ASIDE, HORIZON),
    )


def _lights(drawing: Drawing, spots: Sequence[Spot], look: Look) -> None:
    """Halos first, then the stars, merged by theme and brightness: a path each is drawn fast."""
    reach = 5.2 if len(spots) < CROWD else 3.8
    for spot in spots:
        bright = brightness(spot.star)
        strong = 0.18 + 0.55 * bright if look is Look.DARK else 0.1 + 0.24 * bright
        fill = halo(drawing, spot.star.theme, look, strong)
        drawing.circle(spot.x, spot.y, spot.radius * reach, fill)
    for (theme, level), group in _grouped(spots).items():
        way = "".join(shape(theme, spot.x, spot.y, spot.radius) for spot in group)
        drawing.path(way, hue(theme, look), 0.62 + 0.38 * level / LEVELS)


def _haze(drawing: Drawing, spots: Sequence[Spot], look: Look) -> None:
    """Where thousands lie close, the sky itself grows lighter."""
    if len(spots) < CROWD:
        return
    colour, strong = HAZE[look]
    fill = drawing.shining("haze", ((0, colour, strong), (0.5, colour, strong * 0.35), (1, colour, 0)))
    for spot in spots[:: max(1, len(spots) // HAZES)]:
        drawing.circle(spot.x, spot.y, between(60, 140, spot.x, spot.y), fill)


def _grouped(spots: Iterable[Spot]) -> dict[tuple[Category | None, int], list[Spot]]:
    groups: dict[tuple[Category | None, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        groups[spot.star.theme, round(brightness(spot.star) * LEVELS)].append(spot)
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
