"""Very many moments in one picture: a few shine, the others are dust, and their closeness is a glow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sin

from bot.pictures.chance import chance
from bot.pictures.palette import mixed
from bot.pictures.values import Look, Star, brightness

MANY, CROWD = 300, 1500
"""From the one on, moments grow unlike; from the other on, they are as unlike as they will be."""
CHIEF, SPREAD, SMALLEST = 9.5, 18, 1.05
DUST = {Look.DARK: "#c6cef4", Look.LIGHT: "#8f8aa6"}
FAINTEST = {Look.DARK: 0.25, Look.LIGHT: 0.18}
STEPS = 6
HALOED, SHAPED = 2.3, 1.7
"""Pixels from which one of very many has a halo, and a shape that can be seen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A moment with its place in a picture; ``shine`` is less than 1 for most of very many."""

    star: Star
    x: float
    y: float
    radius: float
    shine: float = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """What a moment is among all others: pixels it would have in a crowd, and how much it shines, up to 1."""

    radius: float
    shine: float


def crowdedness(count: int) -> float:
    """0 up to `MANY` moments, 1 from `CROWD` on."""
    return min(1.0, max(0.0, log(max(count, 1) / MANY) / log(CROWD / MANY)))


def standings(stars: Sequence[Star]) -> list[Standing]:
    """One for each of ``stars``, by their order from the brightest on, as the stars of a real sky have it."""
    seeds = [
        (-brightness(star), chance("rank", star.day.toordinal(), star.minute, n))
        for n, star in enumerate(stars)
    ]
    found = [Standing(0, 0)] * len(stars)
    for rank, n in enumerate(sorted(range(len(stars)), key=seeds.__getitem__)):
        found[n] = Standing(SMALLEST + CHIEF * (1 + rank / SPREAD) ** -0.55, (1 + rank / 70) ** -0.5)
    return found


def veiled(x: float, y: float) -> float:
    """From 0 to 1, how thin the dust is at a place: as clouds, so that not all of it is alike."""
    across, down = x / 1080, y / 990
    bent = across + 0.16 * sin(5.1 * down + 0.6) + 0.07 * sin(11.3 * down + 7.9 * across)
    way = sin(3.3 * bent + 3.9 * down - 1.9)
    curl = 0.5 * sin(9.7 * bent - 6.1 * down + 1.2) + 0.3 * sin(17.0 * bent + 13.0 * down)
    return min(1.0, max(0.0, 0.5 + 0.42 * way + 0.24 * curl))


def dusty(colour: str, shine: float, look: Look) -> str:
    """``colour`` as it is seen from afar: what shines little has little of it."""
    return mixed(colour, DUST[look], 0.75 * (1 - shine))


def opacity(shine: float, look: Look) -> float:
    """Of what shines so much."""
    return FAINTEST[look] + (1 - FAINTEST[look]) * shine


def stepped(shine: float) -> float:
    """Nearly ``shine``: few enough of them that each can be one path."""
    return round(shine * STEPS) / STEPS
