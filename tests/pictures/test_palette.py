"""What is drawn can be seen, by people who see colours differently too."""

from __future__ import annotations

import pytest

from bot.domain.kinds import THEMES, Category
from bot.pictures import Look
from bot.pictures.palette import PALETTES, hue
from bot.pictures.scenes import SCENES
from bot.pictures.shapes import shape


def light(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def grounds(look: Look) -> list[str]:
    """Whatever words stand on."""
    near = [scene.hills[2] for (_, of), scene in SCENES.items() if of is look]
    return [*PALETTES[look].grounds, *near]


@pytest.mark.parametrize("look", Look)
def test_words_can_be_read_on_every_ground(look: Look) -> None:
    palette = PALETTES[look]
    assert min(contrast(palette.ink, ground) for ground in grounds(look)) >= 7
    assert min(contrast(palette.quiet, ground) for ground in grounds(look)) >= 4.5


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("theme", [None, *THEMES], ids=str)
def test_a_moment_stands_out_from_its_sky(theme: Category | None, look: Look) -> None:
    skies = [colour for (_, of), scene in SCENES.items() if of is look for colour in scene.sky[:2]]
    assert min(contrast(hue(theme, look), sky) for sky in (*skies, *PALETTES[look].grounds)) >= 2.5


def test_no_two_themes_share_a_shape_or_a_hue() -> None:
    assert len({shape(theme, 0, 0, 10) for theme in (None, *THEMES)}) == len(THEMES) + 1
    for look in Look:
        assert len({hue(theme, look) for theme in THEMES}) == len(THEMES)


@pytest.mark.parametrize("theme", [None, *THEMES], ids=str)
def test_a_shape_stays_within_its_star(theme: Category | None) -> None:
    path = shape(theme, 100, 100, 10)
    numbers = [float(part) for part in path.replace("Z", " ").translate(str.maketrans("MLC", "   ")).split()]
    assert all(85 <= number <= 115 for number in numbers)
