"""Moments that nobody had: for golden pictures, the gallery and the benchmark."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from math import sin
from random import Random

from PIL import Image, ImageDraw, ImageOps

from bot.domain.kinds import THEMES, Category, Season
from bot.pictures import (
    Bead,
    Clock,
    Contact,
    Garland,
    Heading,
    Named,
    Petal,
    Petals,
    Photo,
    Picture,
    Postcard,
    Sky,
    Star,
    Year,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SENSES = (Category.SIGHT, Category.SOUND, Category.TOUCH, Category.SMELL, Category.TASTE)
WORDS = (
    *("kettle", "rain", "blackbird", "neighbour", "laundry", "bread", "bicycle", "plums"),
    *("letter", "snow", "lamp", "window", "wool", "tram", "blanket"),
)
TEXT = "The kettle, just before it sings, and the cat on the sill pretending not to wait for me."
SUNS = ("#f6b7a0", "#9fc3e8", "#c9b6e4", "#a9d3b5", "#f0cf8e", "#e9a3b8")


@cache
def stars(count: int, first: date, days: int) -> tuple[Star, ...]:
    """Mornings and evenings mostly, as people's are; a handful of themes come often."""
    chance = Random(count)
    often = chance.sample(THEMES, 7)
    return tuple(_star(chance, often, first, days) for _ in range(count))


def _star(chance: Random, often: list[Category], first: date, days: int) -> Star:
    hour = chance.choice((8.3, 12.8, 20.6, 21.5))
    minute = int(chance.gauss(hour * 60, 65)) % 1440
    theme = chance.choice((*often, *often, *often, *THEMES, None, None))
    day = first + timedelta(days=chance.randrange(days))
    return Star(day, minute, theme, chance.betavariate(2, 3), chance.random() < 0.06)


def evenly(count: int, first: date, days: int) -> tuple[Star, ...]:
    """The same at any hour, as of somebody who sleeps little or has the minutes invented by an importer."""
    chance = Random(count)
    return tuple(replace(star, minute=chance.randrange(1440)) for star in stars(count, first, days))


def even_sky(count: int) -> Sky:
    """A sky of any hour."""
    clustered = sky(count)
    days = (clustered.last - clustered.first).days + 1
    return replace(clustered, stars=evenly(count, clustered.first, days))


def even_clock(count: int) -> Clock:
    """A clock of any hour."""
    return replace(clock(count), stars=evenly(count, date(2026, 1, 1), 365))


def sky(count: int, season: Season | None = None) -> Sky:
    """A month for few, a year for hundreds, ten years for thousands."""
    days = 31 if count <= 60 else 365 if count <= 800 else 3650
    first = date(2026, 3, 1)
    shining = stars(count, first, days)
    present = [theme for theme in THEMES if any(star.theme is theme for star in shining)]
    titles = {31: ("March", "2026"), 365: ("A year", "2026"), 3650: ("Ten years", "2026–2035")}
    heading = Heading(*titles[days])
    key = tuple(Named(theme, theme.value) for theme in present[:8])
    return Sky(heading, first, first + timedelta(days=days - 1), shining, season, key=key)


def short_sky(count: int, days: int, season: Season | None = None) -> Sky:
    """Somebody's first days."""
    first = date(2026, 10, 7)
    shining = stars(count, first, days)
    return Sky(Heading("First days", "2026"), first, first + timedelta(days=days - 1), shining, season)


def year(count: int, months: int = 12) -> Year:
    """The lights of one year, or of somebody's first months."""
    first = date(2026, 13 - months, 1)
    shining = stars(count, first, (date(2027, 1, 1) - first).days)
    return Year(Heading("A year of lights", "2026"), first, MONTHS[-months:], shining)


def clock(count: int) -> Clock:
    """When they came."""
    heading = Heading("Around the clock", "Spring 2026")
    return Clock(heading, ("midnight", "6", "noon", "18"), stars(count, date(2026, 1, 1), 365))


def petals(*counts: int) -> Petals:
    """So many for each of the senses."""
    shares = tuple(Petal(sense, sense.value, count) for sense, count in zip(SENSES, counts, strict=True))
    return Petals(Heading("Five senses", "Spring 2026"), shares)


def garland(count: int) -> Garland:
    """The first words of a list."""
    beads = tuple(Bead(word, THEMES[n * 5 % len(THEMES)]) for n, word in enumerate(WORDS[:count]))
    return Garland(Heading("Words that came back", "2026"), beads)


def contact(count: int) -> Contact:
    """Hills, upright and lying."""
    prints = tuple(
        Photo(photo(640, 480, n) if n % 3 else photo(480, 640, n), f"{n + 1} March") for n in range(count)
    )
    return Contact(Heading("What I saw", "Spring 2026"), prints)


def postcard(text: str = TEXT, picture: bytes | None = None) -> Postcard:
    """One entry."""
    return Postcard(Heading("", "Tuesday, 3 March 2026"), text, picture, Category.SOUND)


def photo(width: int, height: int, seed: int = 0) -> bytes:
    """A drawn landscape as JPEG: a sun, and three hills, nearer ones darker."""
    dusk = Image.linear_gradient("L").resize((width, height))
    image = ImageOps.colorize(dusk, SUNS[seed % len(SUNS)], "#fff3e0")
    draw = ImageDraw.Draw(image)
    x, y = width * (0.2 + 0.11 * (seed % 6)), height * 0.24
    draw.ellipse((x, y, x + width * 0.13, y + width * 0.13), fill="#fffaf0")
    for level, colour in ((0.55, "#8fa0bf"), (0.68, "#5f7298"), (0.82, "#37456a")):
        crest = [
            (x, height * (level + 0.07 * sin(x / width * 5 * level + seed * 2.1 + level * 9)))
            for x in range(0, width + 8, 8)
        ]
        draw.polygon([*crest, (width, height), (0, height)], fill=colour)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=88)
    return data.getvalue()


EVERY_KIND: Mapping[str, Callable[[], Picture]] = {
    "sky": partial(sky, 40, Season.AUTUMN),
    "postcard": postcard,
    "year": partial(year, 40),
    "clock": partial(clock, 40),
    "petals": partial(petals, 5, 4, 2, 1, 3),
    "contact": partial(contact, 3),
    "garland": partial(garland, 8),
}
"""How to invent one of each."""
