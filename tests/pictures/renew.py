"""Paints the golden pictures and the gallery anew: ``python -m tests.pictures.renew``. Then look at them."""

from __future__ import annotations

from functools import partial
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
        Case("sky-3", partial(invented.sky, 3, Season.WINTER), dark),
        Case("sky-40", partial(invented.sky, 40, Season.AUTUMN), dark),
        Case("sky-400", partial(invented.sky, 400, Season.SUMMER), dark),
        Case("sky-5000", partial(invented.sky, 5000), dark),
        Case("sky-11000", partial(invented.even_sky, 11000), dark),
        Case("sky-first", partial(invented.short_sky, 12, 12, Season.AUTUMN), dark),
        Case("sky-40-light", partial(invented.sky, 40, Season.SPRING), light),
        Case("sky-400-light", partial(invented.sky, 400, Season.WINTER), light),
        Case("sky-wordless", partial(invented.sky, 40, Season.SPRING), dark, words=False),
        Case("postcard", partial(invented.postcard, CARD), dark),
        Case("postcard-light", partial(invented.postcard, "Rain on the roof."), light),
        Case("postcard-photo", partial(invented.postcard, picture=photo), light),
        Case("postcard-hebrew", partial(card, "he", HEBREW), light),
        Case("year", partial(invented.year, 400), dark),
        Case("year-light", partial(invented.year, 40), light),
        Case("clock", partial(invented.clock, 400), dark),
        Case("clock-light", partial(invented.clock, 40), light),
        Case("year-first", partial(invented.year, 90, 5), dark),
        Case("year-first-light", partial(invented.year, 24, 2), light),
        Case("clock-5000", partial(invented.clock, 5000), dark),
        Case("clock-5000-light", partial(invented.clock, 5000), light),
        Case("postcard-chinese", partial(card, "zh", RAIN), light),
        Case("postcard-korean", partial(card, "ko", TEA), light),
        Case("postcard-compound", partial(card, "de", COMPOUND), dark),
        Case("petals", partial(invented.petals, 5, 4, 2, 1, 3), light),
        Case("petals-dark", partial(invented.petals, 2, 3, 5, 4, 1), dark),
        Case("contact", partial(invented.contact, 7), dark),
        Case("garland", partial(invented.garland, 15), dark),
        Case("garland-light", partial(invented.garland, 8), light),
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
