"""One tree, grown branch by branch, with what the season hangs on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import cos, pi, sin

from bot.domain.kinds import Season
from bot.pictures.chance import around, between, chance
from bot.pictures.scenes import Scene
from bot.pictures.svg import Drawing

FORKS = 8
LEAVED_FROM = 4
"""Branches of this many forks carry leaves."""
LEAVES = {Season.SPRING: 3, Season.SUMMER: 5, Season.AUTUMN: 3, Season.WINTER: 0}


@dataclass(frozen=True, slots=True)
class Branch:
    """From (``x``, ``y``) on; the angle in radians from straight up."""

    x: float
    y: float
    angle: float
    length: float
    fork: int
    name: str

    def tip(self) -> tuple[float, float]:
        """Where it ends."""
        return self.x + self.length * sin(self.angle), self.y - self.length * cos(self.angle)


def tree(drawing: Drawing, scene: Scene, season: Season, root: tuple[float, float]) -> None:
    """A tree of about 190 pixels at ``root``."""
    branches = _grown(Branch(*root, 0.04, 46, 0, "trunk"))
    ways: dict[int, list[str]] = defaultdict(list)
    for branch in branches:
        x, y = branch.tip()
        ways[branch.fork].append(f"M{branch.x:.1f} {branch.y:.1f}L{x:.1f} {y:.1f}")
    for fork, way in ways.items():
        drawing.stroke("".join(way), scene.wood, max(8.5 * 0.68**fork, 0.7))
    _leaves(drawing, scene, [branch for branch in branches if branch.fork >= LEAVED_FROM], LEAVES[season])
    if season is Season.AUTUMN:
        _fallen(drawing, scene, root)


def _grown(trunk: Branch) -> list[Branch]:
    branches, growing = [], [trunk]
    while growing:
        branch = growing.pop()
        branches.append(branch)
        if branch.fork < FORKS:
            growing.extend(_forked(branch))
    return branches


def _forked(branch: Branch) -> list[Branch]:
    x, y = branch.tip()
    shoots = []
    for side in (-1, 1):
        name = f"{branch.name}{side}"
        angle = branch.angle + side * between(0.18, 0.52, name, "angle")
        length = branch.length * between(0.7, 0.88, name, "length")
        if branch.fork < 3 or chance(name, "lives") < 0.9:
            shoots.append(Branch(x, y, max(-1.9, min(1.9, angle)), length, branch.fork + 1, name))
    return shoots


def _leaves(drawing: Drawing, scene: Scene, twigs: list[Branch], each: int) -> None:
    for twig in twigs:
        x, y = twig.tip()
        for leaf in range(each):
            seed = twig.name, leaf
            drawing.circle(
                x + around(13, seed, "x"),
                y + around(13, seed, "y"),
                between(1.6, 4.2, seed, "size"),
                scene.growth[chance(seed, "tone") < 0.45],
                between(0.45, 0.9, seed, "thick"),
            )


def _fallen(drawing: Drawing, scene: Scene, root: tuple[float, float]) -> None:
    x, y = root
    for leaf in range(26):
        away = around(150, "fallen", leaf)
        low = between(-70, -4, "fallen", leaf) if leaf % 3 == 0 else between(-12, 10, "lies", leaf)
        turn = 2 * pi * chance("turn", leaf)
        drawing.circle(x + away + 2 * cos(turn), y + low, 2.4, scene.growth[leaf % 2], 0.85)
