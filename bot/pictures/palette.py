"""Colours. Hues stay apart for the colour-blind as far as sixteen can; shapes do the rest."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.kinds import Category
from bot.pictures.values import Look


@dataclass(frozen=True, slots=True)
class Palette:
    """One look: the ground from top to bottom, ink for words, and a quieter ink."""

    grounds: tuple[str, str]
    ink: str
    quiet: str
    raised: str
    """A surface that lies on the ground."""


PALETTES = {
    Look.DARK: Palette(("#0a0e22", "#171733"), "#f4ecdc", "#a9a6bd", "#efe8da"),
    Look.LIGHT: Palette(("#fbf7ee", "#f5ecdd"), "#2b2a36", "#6b645c", "#fffdf8"),
}

_HUES: dict[Category | None, tuple[str, str]] = {  # on the dark ground, on the light one
    None: ("#fff3d6", "#7a7266"),
    Category.OPEN: ("#fff3d6", "#7a7266"),
    Category.TENDER: ("#fff3d6", "#7a7266"),
    Category.SIGHT: ("#ffd873", "#b98200"),
    Category.SOUND: ("#8ccaff", "#2a72ae"),
    Category.TOUCH: ("#ffb694", "#c2603a"),
    Category.SMELL: ("#cdb2ff", "#7550b0"),
    Category.TASTE: ("#ff9d85", "#bf3f31"),
    Category.BODY: ("#a5eee6", "#1d847e"),
    Category.NATURE: ("#a4e0a0", "#3c8748"),
    Category.ANIMALS: ("#ffc074", "#b86f10"),
    Category.PEOPLE: ("#ffaed0", "#b23a74"),
    Category.KINDNESS: ("#ff8fa6", "#b02a4c"),
    Category.HOME: ("#ffe7ba", "#876a36"),
    Category.QUIET: ("#b3c0ff", "#4657ad"),
    Category.PLAY: ("#eaf08c", "#85870e"),
    Category.MAKING: ("#7edcc6", "#167a68"),
    Category.PASSING: ("#c9daea", "#557086"),
    Category.MEMORY: ("#e2b4e8", "#8a4792"),
}


def hue(theme: Category | None, look: Look) -> str:
    """The colour of a theme on this look's ground."""
    dark, light = _HUES[theme]
    return dark if look is Look.DARK else light


def mixed(one: str, other: str, share: float) -> str:
    """``one`` with a ``share`` of ``other`` in it (0–1)."""
    pairs = [(int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(here + (there - here) * share):02x}" for here, there in pairs)
