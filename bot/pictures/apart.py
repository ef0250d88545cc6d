"""Moments that would lie on one another step aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import hypot

from bot.pictures.crowd import Spot

APART, CHIEFS = 150, 64
"""Up to so many may all step aside; of more, so many of the largest, and the others lie as they come."""
STEPS = 12
ASIDE = 46
"""How far a star may stand from where its hour is, at most."""


def kept_apart(spots: Sequence[Spot], lowest: float) -> list[Spot]:
    """``spots`` in their order, the largest of them a little aside where they would touch, each as far as the
    other, and none below ``lowest``.
    """
    largest = sorted(range(len(spots)), key=lambda n: -spots[n].radius)
    largest = largest[: APART if len(spots) <= APART else CHIEFS]
    aside = dict(zip(largest, _parted([spots[n] for n in largest], lowest), strict=True))
    return [aside.get(n, spot) for n, spot in enumerate(spots)]


def _parted(spots: Sequence[Spot], lowest: float) -> list[Spot]:
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
        if not any(across or up for across, up in pushes):
            break
        places = [
            _near(spot, x + across, y + up, lowest)
            for spot, (x, y), (across, up) in zip(spots, places, pushes, strict=True)
        ]
    return [replace(spot, x=x, y=y) for spot, (x, y) in zip(spots, places, strict=True)]


def _near(spot: Spot, x: float, y: float, lowest: float) -> tuple[float, float]:
    """No further from its hour than is still true, and above the land."""
    return (
        min(max(x, spot.x - ASIDE), spot.x + ASIDE),
        min(max(y, spot.y - 2 * ASIDE), spot.y + ASIDE, max(lowest, spot.y)),
    )
