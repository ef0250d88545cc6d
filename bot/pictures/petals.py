"""The senses as one flower: each petal's area is its share."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from bot.pictures.chance import between
from bot.pictures.cleaning import line
from bot.pictures.palette import hue
from bot.pictures.sheet import Sheet, base_fill, headed_ground, key_fill
from bot.pictures.svg import Drawing
from bot.pictures.values import Look, Named, Petal, Petals

HEART = (540.0, 500.0)
LONGEST, SHORTEST = 372.0, 96.0
GREENS = {Look.DARK: "#5d8a72", Look.LIGHT: "#7f9f78"}


@dataclass(frozen=True, slots=True)
class Blade:
    """A petal with its angle (radians, clockwise from the top) and length in pixels."""

    petal: Petal
    angle: float
    length: float

    def at(self, along: float, aside: float) -> tuple[float, float]:
        """A spot so far along the petal and so far to its side, both in its lengths."""
        out, off = along * self.length, aside * self.length
        return (
            HEART[0] + out * sin(self.angle) + off * cos(self.angle),
            HEART[1] - out * cos(self.angle) + off * sin(self.angle),
        )


def petals_sheet(petals: Petals, look: Look) -> Sheet:
    """A flower on its stem; a sense nobody spoke of has no petal."""
    drawing = headed_ground(petals.heading, look)
    _stem(drawing, look)
    blades = blades_of(petals)
    for blade in blades:
        _petal(drawing, blade, look)
    _heart(drawing, look)
    fill = {
        **base_fill(petals.heading, look),
        "labels": [_label(blade, look) for blade in blades if blade.petal.name],
    }
    return Sheet("petals", fill, {"drawing.svg": bytes(drawing)})


def blades_of(petals: Petals) -> list[Blade]:
    """A petal per sense spoken of; areas are to each other as the counts, tiny ones a little larger."""
    grown = [petal for petal in petals.petals if petal.count > 0]
    most = max((petal.count for petal in grown), default=1)
    apart = 2 * pi / max(len(grown), 1)
    turned = 0 if len(grown) % 2 else apart / 2  # so that none hangs down over the stem
    return [
        Blade(petal, apart * n + turned, max(SHORTEST, LONGEST * sqrt(petal.count / most)))
        for n, petal in enumerate(grown)
    ]


def _petal(drawing: Drawing, blade: Blade, look: Look) -> None:
    colour = hue(blade.petal.sense, look)
    for layer in range(4):
        smaller = Blade(blade.petal, blade.angle, blade.length * (1 - layer * 0.17))
        drawing.path(_outline(smaller), colour, 0.22 + 0.02 * layer)
    for vein in range(-3, 4):
        root, bend = blade.at(0.12, 0), blade.at(0.5, vein * 0.065)
        end = blade.at(0.9 - abs(vein) * 0.07, vein * 0.06)
        drawing.stroke(f"M{_xy(root)}Q{_xy(bend)} {_xy(end)}", colour, 1.3, 0.5)


def _outline(blade: Blade) -> str:
    inner, tip = _xy(blade.at(0.06, 0)), _xy(blade.at(1, 0))
    sides = ((0.28, -0.33), (0.97, -0.4), (0.97, 0.4), (0.28, 0.33))
    a, b, c, d = (_xy(blade.at(along, aside)) for along, aside in sides)
    return f"M{inner}C{a} {b} {tip}C{c} {d} {inner}Z"


def _heart(drawing: Drawing, look: Look) -> None:
    gold = "#ffd873" if look is Look.DARK else "#c58f1a"
    glow = drawing.shining("heart", ((0, gold, 0.6), (0.4, gold, 0.2), (1, gold, 0)))
    drawing.circle(*HEART, 90, glow)
    for grain in range(64):
        reach, turn = 36 * sqrt((grain + 0.5) / 64), grain * 2.39996  # the golden angle, as in a sunflower
        drawing.circle(
            HEART[0] + reach * cos(turn), HEART[1] + reach * sin(turn), between(1.8, 3.2, grain), gold, 0.95
        )


def _stem(drawing: Drawing, look: Look) -> None:
    green = GREENS[look]
    x, y = HEART
    drawing.stroke(f"M{x} {y}C{x + 4} {y + 220} {x - 46} {y + 380} {x - 18} {y + 570}", green, 5, 0.9)
    for side, low, long in ((1, 440, 150), (-1, 500, 118)):
        root_x, root_y = x - 26 if side > 0 else x - 28, y + low
        tip = f"{root_x + side * long} {root_y - long * 0.62:.0f}"
        way = (
            f"M{root_x} {root_y}C{root_x + side * long * 0.2:.0f} {root_y - long * 0.7:.0f} "
            f"{root_x + side * long * 0.7:.0f} {root_y - long * 0.8:.0f} {tip}"
            f"C{root_x + side * long * 0.9:.0f} {root_y - long * 0.2:.0f} "
            f"{root_x + side * long * 0.4:.0f} {root_y:.0f} {root_x} {root_y}Z"
        )
        drawing.path(way, green, 0.55)
        bend = f"{root_x + side * long * 0.45:.0f} {root_y - long * 0.42:.0f}"
        drawing.stroke(f"M{root_x} {root_y}Q{bend} {tip}", green, 1.6, 0.9)


def _label(blade: Blade, look: Look) -> dict[str, object]:
    x, y = blade.at(1 + (44 + 48 * abs(sin(blade.angle))) / blade.length, 0)
    (mark,) = key_fill((Named(blade.petal.sense, line(blade.petal.name)),), look)
    return {**mark, "x": x, "y": y}


def _xy(spot: tuple[float, float]) -> str:
    return f"{spot[0]:.1f} {spot[1]:.1f}"
