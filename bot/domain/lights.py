"""Moments as lights: what a picture needs of each, and never what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.glimmer import Glimmer, MediumKind
from bot.domain.kinds import Category
from bot.domain.themes import Themes

NEAR = 160  # characters after which words do not come nearer
SENSES = (Category.SIGHT, Category.SOUND, Category.TOUCH, Category.SMELL, Category.TASTE)


@dataclass(frozen=True, slots=True)
class Light:
    """One moment: its day and minute by the clock where it was kept, all it is about, what it is drawn by.

    ``minute`` is None where only the day is known.
    ``bright`` is how near its words come, from 0 to 1: how much they say, and of how many things.
    """

    day: date
    minute: int | None
    themes: frozenset[Category]
    theme: Category | None
    bright: float
    photo: bool


def light(glimmer: Glimmer, themes: Themes) -> Light:
    """The moment as a light."""
    wall = glimmer.wall
    about = themes.of(glimmer.text, glimmer.category)
    return Light(
        day=glimmer.day,
        minute=None if wall is None else wall.hour * 60 + wall.minute,
        themes=about,
        theme=themes.main(glimmer.text, glimmer.category),
        bright=_nearness(len(glimmer.text), len(about)),
        photo=MediumKind.PHOTO in glimmer.media,
    )


def _nearness(length: int, themes: int) -> float:
    return 0.15 + 0.55 * min(length, NEAR) / NEAR + 0.1 * min(themes, 3)
