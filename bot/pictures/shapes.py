"""A shape for each theme, so that nothing hangs on colour alone.

Written as SVG paths about the origin, within a circle of radius 1; holes run the other way round.
"""

from __future__ import annotations

import re
from math import cos, pi, sin

from bot.domain.kinds import Category


def _round(radius: float, x: float = 0, y: float = 0, turn: int = 1) -> str:
    """A disc of four quarter curves; with ``turn`` -1 it is a hole."""
    k = radius * 0.5523
    w = radius * turn
    return (
        f"M {x} {y - radius} C {x + k * turn} {y - radius} {x + w} {y - k} {x + w} {y} "
        f"C {x + w} {y + k} {x + k * turn} {y + radius} {x} {y + radius} "
        f"C {x - k * turn} {y + radius} {x - w} {y + k} {x - w} {y} "
        f"C {x - w} {y - k} {x - k * turn} {y - radius} {x} {y - radius} Z"
    )


def _corners(count: int, inner: float = 0, start: float = -90) -> str:
    """A polygon, or with ``inner`` a star of as many points."""
    steps = count * (2 if inner else 1)
    spots = []
    for step in range(steps):
        reach = inner if inner and step % 2 else 1.0
        angle = (start + 360 * step / steps) * pi / 180
        spots.append(f"{reach * cos(angle):.3f} {reach * sin(angle):.3f}")
    return "M " + " L ".join(spots) + " Z"


def _sparkle(waist: float) -> str:
    w = waist
    return (
        f"M 0 -1.15 C {w} {-w * 2} {w * 2} {-w} 1.15 0 C {w * 2} {w} {w} {w * 2} 0 1.15 "
        f"C {-w} {w * 2} {-w * 2} {w} -1.15 0 C {-w * 2} {-w} {-w} {-w * 2} 0 -1.15 Z"
    )


def _blossom() -> str:
    turns = [2 * pi * n / 5 - pi / 2 for n in range(5)]
    petals = [_round(0.4, round(0.62 * cos(turn), 3), round(0.62 * sin(turn), 3)) for turn in turns]
    return " ".join((*petals, _round(0.42)))


_DISC = _round(0.72)
_PATHS: dict[Category | None, str] = {
    None: _DISC,
    Category.OPEN: _DISC,
    Category.TENDER: _DISC,
    Category.SIGHT: _sparkle(0.13),
    Category.SOUND: _round(0.95) + " " + _round(0.66, turn=-1) + " " + _round(0.34),
    Category.TOUCH: "M -0.4 -0.82 L 0.4 -0.82 C 0.7 -0.82 0.82 -0.7 0.82 -0.4 L 0.82 0.4 "
    "C 0.82 0.7 0.7 0.82 0.4 0.82 L -0.4 0.82 C -0.7 0.82 -0.82 0.7 -0.82 0.4 L -0.82 -0.4 "
    "C -0.82 -0.7 -0.7 -0.82 -0.4 -0.82 Z",
    Category.SMELL: _blossom(),
    Category.TASTE: "M 0 -1.1 C 0.2 -0.5 0.78 -0.1 0.78 0.38 C 0.78 0.8 0.4 1.1 0 1.1 "
    "C -0.4 1.1 -0.78 0.8 -0.78 0.38 C -0.78 -0.1 -0.2 -0.5 0 -1.1 Z",
    Category.BODY: _corners(6),
    Category.NATURE: "M 0.8 -0.9 C 0.95 0.45 0.2 1.05 -0.8 0.9 C -1 -0.35 -0.2 -1.05 0.8 -0.9 Z",
    Category.ANIMALS: _round(0.6, 0, 0.35)
    + " "
    + _round(0.27, -0.66, -0.25)
    + " "
    + _round(0.27, 0.66, -0.25)
    + " "
    + _round(0.28, 0, -0.66),
    Category.PEOPLE: _round(0.52, -0.52) + " " + _round(0.52, 0.52),
    Category.KINDNESS: "M 0 1 C -0.5 0.55 -1.05 0.15 -1.05 -0.35 C -1.05 -0.95 -0.25 -1.05 0 -0.45 "
    "C 0.25 -1.05 1.05 -0.95 1.05 -0.35 C 1.05 0.15 0.5 0.55 0 1 Z",
    Category.HOME: "M 0 -1.05 L 0.95 -0.15 L 0.72 -0.15 L 0.72 0.88 "
    "L -0.72 0.88 L -0.72 -0.15 L -0.95 -0.15 Z",
    Category.QUIET: "M 0.35 -0.95 C -0.75 -0.95 -1.1 0.95 0.35 0.95 C 0.6 0.95 0.8 0.85 0.9 0.7 "
    "C -0.15 0.75 -0.35 -0.6 0.75 -0.85 C 0.65 -0.92 0.5 -0.95 0.35 -0.95 Z",
    Category.PLAY: _corners(5, 0.46),
    Category.MAKING: "M 0 -1.1 L 0.78 0 L 0 1.1 L -0.78 0 Z",
    Category.PASSING: "M -0.9 -0.85 L 1.05 0 L -0.9 0.85 L -0.45 0 Z",
    Category.MEMORY: _corners(8, 0.52, 0),
}

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_Pieces = tuple[tuple[str, float], ...]


def _pieces(path: str) -> _Pieces:
    tokens = path.split()
    pieces: list[tuple[str, float]] = []
    letters = ""
    for token in tokens:
        if _NUMBER.fullmatch(token):
            pieces.append((letters, float(token)))
            letters = ""
        else:
            letters += token
    return (*pieces, (letters, 0.0))


_UNIT = {theme: _pieces(path) for theme, path in _PATHS.items()}


def shape(theme: Category | None, x: float, y: float, radius: float) -> str:
    """SVG path data of the theme's shape about (``x``, ``y``)."""
    *pieces, (closing, _) = _UNIT[theme]
    where = (x, y)
    written = [
        f"{letters}{number * radius + where[turn % 2]:.2f} " for turn, (letters, number) in enumerate(pieces)
    ]
    return "".join((*written, closing))
