"""The contact sheet: photos in rows that fill the page."""

from __future__ import annotations

from bot.pictures.cleaning import line
from bot.pictures.evenly import evenly
from bot.pictures.sheet import Sheet, base_fill, headed_ground
from bot.pictures.values import MOST_PHOTOS, Contact, Look


def contact_sheet(contact: Contact, look: Look) -> Sheet:
    """Prints with their dates; the template, which knows their shapes, puts them in rows."""
    shown = evenly(contact.photos, MOST_PHOTOS)
    names = {f"photo{n:02}": photo for n, photo in enumerate(shown)}
    fill = {
        **base_fill(contact.heading, look),
        "captions": {name: line(photo.caption) for name, photo in names.items()},
    }
    photos = {name: photo.data for name, photo in names.items()}
    return Sheet("contact", fill, {"drawing.svg": bytes(headed_ground(contact.heading, look))}, photos)
