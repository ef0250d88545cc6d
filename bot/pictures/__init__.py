"""Pictures of what was kept: values in, PNG or PDF bytes out. Deterministic; nothing touches the disk."""

from bot.pictures.chance import some_minute
from bot.pictures.fonts import scripts_lacking_fonts
from bot.pictures.painter import NotPainted, Painter
from bot.pictures.svg import HEIGHT, WIDTH
from bot.pictures.values import (
    MOST_BEADS,
    MOST_BOOKLET_PHOTOS,
    MOST_PHOTOS,
    Bead,
    Booklet,
    Chapter,
    Clock,
    Contact,
    Garland,
    Heading,
    Leaf,
    Look,
    Named,
    Petal,
    Petals,
    Photo,
    Picture,
    Postcard,
    Sky,
    Star,
    Year,
)
from bot.pictures.year import lights_of

__all__ = [
    "HEIGHT",
    "MOST_BEADS",
    "MOST_BOOKLET_PHOTOS",
    "MOST_PHOTOS",
    "WIDTH",
    "Bead",
    "Booklet",
    "Chapter",
    "Clock",
    "Contact",
    "Garland",
    "Heading",
    "Leaf",
    "Look",
    "Named",
    "NotPainted",
    "Painter",
    "Petal",
    "Petals",
    "Photo",
    "Picture",
    "Postcard",
    "Sky",
    "Star",
    "Year",
    "lights_of",
    "scripts_lacking_fonts",
    "some_minute",
]
