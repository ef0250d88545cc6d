"""What lies below the horizon: hills of the season, with something that grows on them."""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sin

from bot.domain.kinds import Season
from bot.pictures.chance import around, between, chance
from bot.pictures.scenes import Scene
from bot.pictures.svg import HEIGHT, WIDTH, Drawing, smooth
from bot.pictures.tree import tree

Ridge = Callable[[float], float]


def _ridge(level: float, height: float, seed: object) -> Ridge:
    waves = [(between(0.6, 1.1, seed, n) * n, 2 * pi * chance(seed, n, "phase")) for n in (1, 2, 3, 5)]

    def at(x: float) -> float:
        across = 2 * pi * x / WIDTH
        swell = sum(sin(across * often + phase) / (often + 0.6) for often, phase in waves)
        return level - height * swell

    return at


RIDGES = (_ridge(1018, 26, "far"), _ridge(1066, 28, "amid"), _ridge(1124, 18, "near"))


def land(drawing: Drawing, scene: Scene, season: Season | None, tree_at: float) -> None:
    """Lays hills over the lower fifth; on the middle one a wood, on the near one a tree at ``tree_at``."""
    for place, (ridge, colour) in enumerate(zip(RIDGES, scene.hills, strict=True)):
        if place == 2 and season is not None:
            _wood(drawing, scene, season)
            tree(drawing, scene, season, (tree_at, ridge(tree_at) + 14))
        spots = [(float(x), ridge(x)) for x in range(-20, WIDTH + 41, 20)]
        drawing.path(f"{smooth(spots)}V{HEIGHT}H-20Z", colour)


def _wood(drawing: Drawing, scene: Scene, season: Season) -> None:
    """Small trees in groves: firs in winter, crowns otherwise."""
    for n in range(46):
        grove = between(0, WIDTH, "grove", n % 5)
        x = grove + around(190, "in the grove", n)
        foot = RIDGES[1](x) + 7
        if season is Season.WINTER:
            drawing.path(_fir(x, foot, between(16, 50, "fir", n)), scene.growth[n % 2])
        else:
            _crown(drawing, scene, n, (x, foot))


def _fir(x: float, foot: float, tall: float) -> str:
    tiers = []
    for tier in range(4):
        top = foot - tall * (1 - tier * 0.2)
        wide = tall * (0.1 + 0.055 * tier)
        low = top + tall * 0.36
        tiers.append(f"M{x:.1f} {top:.1f}L{x + wide:.1f} {low:.1f}H{x - wide:.1f}Z")
    return "".join(tiers)


def _crown(drawing: Drawing, scene: Scene, n: int, root: tuple[float, float]) -> None:
    x, foot = root
    tall = between(14, 34, "crown", n)
    for puff in range(6):
        drawing.circle(
            x + around(tall * 0.3, n, puff),
            foot - tall * 0.5 + around(tall * 0.4, n, puff, "up"),
            tall * between(0.16, 0.3, n, puff),
            scene.growth[(n + puff) % 2],
            0.75,
        )
