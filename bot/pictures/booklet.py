"""The booklet: title page, pictures and chapters, to print or to bring along."""

from __future__ import annotations

from bot.domain.kinds import Category
from bot.pictures.cleaning import clean, line
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Fill, Sheet, base_fill
from bot.pictures.sheets import sheet_of
from bot.pictures.values import Booklet, Leaf, Look


def booklet_sheets(booklet: Booklet) -> list[Sheet]:
    """The booklet itself, then a sheet per picture in it."""
    return [_own(booklet), *(sheet_of(picture, Look.LIGHT) for picture in booklet.pictures)]


def _own(booklet: Booklet) -> Sheet:
    photos: dict[str, bytes] = {}
    chapters = [
        {"title": line(chapter.title), "leaves": [_leaf(leaf, photos) for leaf in chapter.leaves]}
        for chapter in booklet.chapters
    ]
    fill = {
        **base_fill(booklet.heading, Look.LIGHT),
        "chapters": chapters,
        "closing": line(booklet.closing),
        "emblem": {"hue": hue(None, Look.LIGHT), "shape": shape(Category.SIGHT, 0, 0, 10)},
    }
    return Sheet("booklet", fill, {}, photos)


def _leaf(leaf: Leaf, photos: dict[str, bytes]) -> Fill:
    """As the template reads it; its photo is put with ``photos``."""
    name = f"photo{len(photos):04}"
    if leaf.photo is not None:
        photos[name] = leaf.photo
    return {
        "dates": line(leaf.dates),
        "text": clean(leaf.text),
        "photo": name if leaf.photo is not None else "",
        "mark": {"hue": hue(leaf.theme, Look.LIGHT), "shape": shape(leaf.theme, 0, 0, 10)},
    }
