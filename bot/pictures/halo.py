"""The soft light about a moment."""

from __future__ import annotations

from bot.domain.kinds import Category
from bot.pictures.palette import hue
from bot.pictures.svg import Drawing
from bot.pictures.values import Look

STEPS = 12
"""Strengths that are told apart; each is one gradient."""


def halo(drawing: Drawing, theme: Category | None, look: Look, strong: float) -> str:
    """A fill for a circle: the theme's hue, ``strong`` (0–1) in the middle and gone at the rim."""
    step = round(strong * STEPS)
    colour, most = hue(theme, look), step / STEPS
    stops = ((0, colour, most), (0.25, colour, most * 0.42), (0.6, colour, most * 0.1), (1, colour, 0))
    return drawing.shining(f"halo-{theme or 'unsaid'}-{step}", stops)
