"""What can be painted. Every string is already in the person's language; nothing is looked up here.

A moment appears in a picture as a `Star`: where it lies and how it shines, never what it says. Own words
appear only where they are the picture: postcard, garland, booklet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.domain.kinds import Category, Season


class Look(StrEnum):
    """Which of the two palettes."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Heading:
    """Title and dates as they stand on a picture; either may be empty.

    ``language`` is an IETF tag (hyphenation, shaping), ``rtl`` whether that language runs right to left.
    A person's own words find their direction themselves.
    """

    title: str
    dates: str
    language: str = "en"
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Star:
    """One moment: its local day, local minute of the clock (0–1439), and what it was about (None: unsaid).

    ``bright`` runs from 0 to 1: nearness of the words. A moment with a photo shines brightest anyway.
    """

    day: date
    minute: int
    theme: Category | None = None
    bright: float = 0.5
    photo: bool = False


def brightness(star: Star) -> float:
    """How bright ``star`` shines, from 0 to 1."""
    return 1.0 if star.photo else min(1.0, max(0.0, star.bright))


@dataclass(frozen=True, slots=True)
class Named:
    """A theme and its name, for the small key below a picture."""

    theme: Category
    name: str


@dataclass(frozen=True, slots=True)
class Sky:
    """Days from ``first`` to ``last`` (both within) across, the hour upwards from the horizon.

    Few stars of a few days stand about the middle, so ``first`` may well be the day of the first moment.
    ``day_ends`` is the person's day end in minutes after midnight: there the horizon lies. Without a
    ``season`` (longer spans, the tropics) the land below is a calm one that belongs to none. Of ``key`` the
    first stand in the picture that find room in two lines.
    """

    heading: Heading
    first: date
    last: date
    stars: tuple[Star, ...]
    season: Season | None = None
    day_ends: int = 240
    key: tuple[Named, ...] = ()
    hourless: bool = False
    """Whether some of its stars have no hour of their own."""


@dataclass(frozen=True, slots=True)
class Year:
    """Months of soft lights from the month of ``first`` on, one for each of ``months``, their names.

    Twelve, or fewer for somebody who began later: then the rows lie further apart. Lights of other months
    are not drawn.
    """

    heading: Heading
    first: date
    months: tuple[str, ...]
    stars: tuple[Star, ...]

    def ends(self) -> tuple[date, date]:
        """A day of the first month and one of the last."""
        place = self.first.month - 1 + max(len(self.months) - 1, 0)
        return self.first, date(self.first.year + place // 12, place % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Clock:
    """When moments come. ``hours`` name midnight, six, noon and eighteen, in this order."""

    heading: Heading
    hours: tuple[str, str, str, str]
    stars: tuple[Star, ...]


@dataclass(frozen=True, slots=True)
class Petal:
    """One sense, its name, and how many of the entries speak of it (drawn as area, never as a number)."""

    sense: Category
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Petals:
    """The senses as one flower; the order of ``petals`` is kept, clockwise from the top."""

    heading: Heading
    petals: tuple[Petal, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file as Telegram gave it (JPEG, PNG, WebP or GIF) and a short line for below it."""

    data: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact sheet. At most `MOST_PHOTOS` are shown, spread evenly over those given."""

    heading: Heading
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Bead:
    """One recurring word of the person's own, and its theme where one is plain."""

    word: str
    theme: Category | None = None


@dataclass(frozen=True, slots=True)
class Garland:
    """Recurring own words in the order of time. At most `MOST_BEADS` are hung."""

    heading: Heading
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Postcard:
    """One entry. Its title (often empty) and date come with the heading; the photo stands above the words."""

    heading: Heading
    text: str
    photo: bytes | None = None
    theme: Category | None = None


Picture: TypeAlias = Sky | Postcard | Year | Clock | Petals | Contact | Garland
"""Everything `Painter.paint` takes."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One entry in a booklet: its date in words, its text (may be empty), its photo."""

    dates: str
    text: str
    photo: bytes | None = None
    theme: Category | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A month or so: a title (its first letter is printed large), and the leaves in order."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """A season or year to print: title page, pictures, chapters, and a line at the end.

    At most `MOST_BOOKLET_PHOTOS` photos are printed, spread evenly; every word is.
    ``pictures`` are painted for paper, each on a page of its own: the first before the chapters, the
    others after them.
    """

    heading: Heading
    chapters: tuple[Chapter, ...]
    pictures: tuple[Picture, ...] = ()
    closing: str = ""


MOST_PHOTOS = 24
MOST_BEADS = 15
MOST_BOOKLET_PHOTOS = 48
