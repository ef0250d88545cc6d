"""Which module draws which value."""

from __future__ import annotations

from bot.pictures.clock import clock_sheet
from bot.pictures.contact import contact_sheet
from bot.pictures.garland import garland_sheet
from bot.pictures.petals import petals_sheet
from bot.pictures.postcard import postcard_sheet
from bot.pictures.sheet import Sheet
from bot.pictures.sky import sky_sheet
from bot.pictures.values import Clock, Contact, Garland, Look, Petals, Picture, Postcard, Sky, Year
from bot.pictures.year import year_sheet


def sheet_of(picture: Picture, look: Look) -> Sheet:
    """What Typst needs to set ``picture``."""
    match picture:
        case Sky():
            return sky_sheet(picture, look)
        case Postcard():
            return postcard_sheet(picture, look)
        case Year():
            return year_sheet(picture, look)
        case Clock():
            return clock_sheet(picture, look)
        case Petals():
            return petals_sheet(picture, look)
        case Contact():
            return contact_sheet(picture, look)
        case Garland():
            return garland_sheet(picture, look)
