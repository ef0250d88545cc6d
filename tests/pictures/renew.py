"""Paints the golden pictures and the gallery anew: ``python -m tests.pictures.renew``. Then look at them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from bot.domain.kinds import Season
from bot.pictures import Look, Painter
from tests.pictures import invented
from tests.pictures.golden import COMPOUND, FOLDER, RAIN, TEA, Case, card, cases, small

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
SHOWN = (432, 540)
HEBREW = "הגשם על הגג, והחתול שנרדם לי על הברכיים."
CARD = "The bus driver waited for me, and when I thanked her she said: I saw you run, you run beautifully."


def gallery() -> tuple[Case, ...]:
    """What docs/gallery.md shows."""
    dark, light = Look.DARK, Look.LIGHT
    photo = invented.photo(1280, 960, 2)
    return (
        Case("sky-3", invented.sky(3, Season.WINTER), dark),
        Case("sky-40", invented.sky(40, Season.AUTUMN), dark),
        Case("sky-400", invented.sky(400, Season.SUMMER), dark),
        Case("sky-5000", invented.sky(5000), dark),
        Case("sky-11000", invented.even_sky(11000), dark),
        Case("sky-first", invented.short_sky(12, 12, Season.AUTUMN), dark),
        Case("sky-40-light", invented.sky(40, Season.SPRING), light),
        Case("sky-400-light", invented.sky(400, Season.WINTER), light),
        Case("sky-wordless", invented.sky(40, Season.SPRING), dark, words=False),
        Case("postcard", invented.postcard(CARD), dark),
        Case("postcard-light", invented.postcard("Rain on the roof."), light),
        Case("postcard-photo", invented.postcard(picture=photo), light),
        Case("postcard-hebrew", card("he", HEBREW), light),
        Case("year", invented.year(400), dark),
        Case("year-light", invented.year(40), light),
        Case("clock", invented.clock(400), dark),
        Case("clock-light", invented.clock(40), light),
        Case("year-first", invented.year(90, 5), dark),
        Case("year-first-light", invented.year(24, 2), light),
        Case("clock-5000", invented.clock(5000), dark),
        Case("clock-5000-light", invented.clock(5000), light),
        Case("postcard-chinese", card("zh", RAIN), light),
        Case("postcard-korean", card("ko", TEA), light),
        Case("postcard-compound", card("de", COMPOUND), dark),
        Case("petals", invented.petals(5, 4, 2, 1, 3), light),
        Case("petals-dark", invented.petals(2, 3, 5, 4, 1), dark),
        Case("contact", invented.contact(7), dark),
        Case("garland", invented.garland(15), dark),
        Case("garland-light", invented.garland(8), light),
    )


def renew() -> None:
    """Writes every kept picture; nothing else is removed than pictures that are no longer compared."""
    painter = Painter()
    FOLDER.mkdir(exist_ok=True)
    GALLERY.mkdir(parents=True, exist_ok=True)
    for path in (*FOLDER.glob("*.png"), *GALLERY.glob("*.png")):
        path.unlink()
    for case in cases():
        small(case.painted(painter)).save(FOLDER / f"{case.name}.png", optimize=True)
    for case in gallery():
        shown = case.painted(painter).resize(SHOWN, Image.Resampling.LANCZOS)
        shown.save(GALLERY / f"{case.name}.png", optimize=True)


if __name__ == "__main__":
    renew()
