"""Which module draws which value."""

from __future__ import annotations

from bot.pictures.sheet import Sheet, heading_fill
from bot.pictures.values import Booklet, Look, Picture


def sheet_of(picture: Picture, look: Look) -> Sheet:
    """What Typst needs to set ``picture``."""
    return Sheet("plain", {**heading_fill(picture.heading), "look": look.value})


def booklet_sheets(booklet: Booklet) -> list[Sheet]:
    """The booklet itself, then a sheet per picture in it."""
    own = Sheet("booklet", heading_fill(booklet.heading))
    return [own, *(sheet_of(picture, Look.LIGHT) for picture in booklet.pictures)]
