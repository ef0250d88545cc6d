"""The postcard: one entry, set like good print."""

from __future__ import annotations

from bot.pictures.cleaning import clean, joined, right_to_left, unbroken, weight
from bot.pictures.halo import halo
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, ground
from bot.pictures.svg import HEIGHT, WIDTH, Drawing
from bot.pictures.values import Look, Postcard

LONGEST = 3200
"""More signs than this find no room on a card, however narrow."""


def postcard_sheet(card: Postcard, look: Look) -> Sheet:
    """Words on a ground lit by their theme; a photo above them where there is one."""
    drawing = ground(look)
    text = clean(card.text)[:LONGEST]
    if card.photo is None:
        _emblem(drawing, card, look, alone=not text)
    fill = {
        **base_fill(card.heading, look),
        "lowered": 0,
        "text": joined(text),
        "unbroken": unbroken(joined(text)),
        "weight": weight(text),
        "text_rtl": right_to_left(text, card.heading.rtl),
        "hue": hue(card.theme, look),
        "shape": shape(card.theme, 0, 0, 10),
    }
    photos = {"photo": card.photo} if card.photo is not None else {}
    return Sheet("postcard", fill, {"drawing.svg": bytes(drawing)}, photos)


def _emblem(drawing: Drawing, card: Postcard, look: Look, alone: bool) -> None:
    strong = 0.42 if look is Look.DARK else 0.26
    if alone:
        x, y, size = WIDTH / 2, HEIGHT / 2, 84.0
        drawing.path(shape(card.theme, x, y, size), hue(card.theme, look))
    else:
        x, y = (WIDTH - 108 if card.heading.rtl else 108), 132.0
        drawing.path(shape(card.theme, x, y, 26), hue(card.theme, look))
    drawing.circle(x, y, 640, halo(drawing, card.theme, look, strong))
