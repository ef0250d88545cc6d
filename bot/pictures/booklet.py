"""The booklet: title page, pictures and chapters, to print or to bring along."""

from __future__ import annotations

from itertools import count

from bot.domain.kinds import Category
from bot.pictures.cleaning import clean, joined, line, right_to_left
from bot.pictures.evenly import evenly
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Fill, Sheet, base_fill
from bot.pictures.sheets import sheet_of
from bot.pictures.values import MOST_BOOKLET_PHOTOS, Booklet, Heading, Leaf, Look


def booklet_sheets(booklet: Booklet) -> list[Sheet]:
    """The booklet itself, then a sheet per picture in it."""
    return [_own(booklet), *(sheet_of(picture, Look.LIGHT) for picture in booklet.pictures)]


def _own(booklet: Booklet) -> Sheet:
    leaves = [leaf for chapter in booklet.chapters for leaf in chapter.leaves]
    pictured = [n for n, leaf in enumerate(leaves) if leaf.photo is not None]
    photos = {_name(n): leaves[n].photo or b"" for n in evenly(pictured, MOST_BOOKLET_PHOTOS)}
    numbers = count()
    chapters = [
        {
            "title": _capital(line(chapter.title)),
            "leaves": [_leaf(leaf, next(numbers), booklet.heading) for leaf in chapter.leaves],
        }
        for chapter in booklet.chapters
    ]
    fill = {
        **base_fill(booklet.heading, Look.LIGHT),
        "chapters": chapters,
        "closing": line(booklet.closing),
        "emblem": {"hue": hue(None, Look.LIGHT), "shape": shape(Category.SIGHT, 0, 0, 10)},
    }
    return Sheet("booklet", fill, {}, photos)


def _leaf(leaf: Leaf, number: int, heading: Heading) -> Fill:
    """As the template reads it; its photo is printed if one of that name is there."""
    text = clean(leaf.text)
    return {
        "dates": line(leaf.dates),
        "text": joined(text),
        "text_rtl": right_to_left(text, heading.rtl),
        "photo": _name(number),
        "mark": {"hue": hue(leaf.theme, Look.LIGHT), "shape": shape(leaf.theme, 0, 0, 10)},
    }


def _capital(title: str) -> str:
    """As a title begins, in languages too that write their months small."""
    return title[:1].upper() + title[1:]


def _name(number: int) -> str:
    return f"photo{number:05}"
