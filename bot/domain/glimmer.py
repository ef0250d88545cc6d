"""Glimmers: kept moments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile
from zoneinfo import ZoneInfo


class MediumKind(StrEnum):
    """What can be kept besides words."""

    PHOTO = "photo"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    STICKER = "sticker"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, voice note or other file of a glimmer; ``size`` in bytes, ``file_id`` Telegram's."""

    kind: MediumKind
    file_id: str
    unique_id: str
    mime: str = ""
    size: int = 0
    name: str = ""

    @property
    def fetchable(self) -> bool:
        """Whether Telegram lets a bot have its bytes."""
        return self.size <= LARGEST_FETCH

    @property
    def copied(self) -> bool:
        """Whether its bytes are kept: an archive with them can be fetched again, too."""
        return self.size <= LARGEST_COPY


LARGEST_FETCH = 20 * 1024 * 1024
"""Bytes (Bot API, getFile)."""
LARGEST_COPY = LARGEST_FETCH - 64 * 1024
"""Bytes of a file around which an archive of ``/export`` still fits: 20.9 MB."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person sent, before it is kept: words, media, and when (aware UTC).

    ``reply_to`` is the message it answers, ``album`` Telegram's id of the group it came in, ``origin``
    whom it was forwarded from, ``quote`` what of another message it answers, ``place`` the name of one;
    ``links`` are the addresses behind its words; ``edited`` is when it got its present wording, for an edit.
    """

    message_id: int
    at: datetime
    text: str
    media: tuple[Medium, ...] = ()
    reply_to: int | None = None
    album: str | None = None
    origin: str = ""
    quote: str = ""
    place: str = ""
    links: tuple[str, ...] = ()
    edited: datetime | None = None


@dataclass(frozen=True, slots=True)
class Glimmer:
    """A kept moment. ``at`` is aware UTC, ``day`` the local day it belongs to.

    What was added to it later is in ``text`` and ``media``. ``added_tags`` are folded;
    ``spot`` are coordinates, ``reworded`` is true while an edit can be undone.
    """

    id: int
    person_id: int
    message_id: int
    at: datetime
    day: date
    text: str
    media: tuple[MediumKind, ...] = ()
    nudge_id: int | None = None
    category: str | None = None
    held: bool = False
    """Kept, but left out of recaps and look-backs: it was answered with care."""
    hidden: bool = False
    """Left out of recaps and look-backs because its person said so."""
    favourite: bool = False
    """Kept near."""
    origin: str = ""
    quote: str = ""
    place: str = ""
    spot: str = ""
    links: tuple[str, ...] = ()
    added_tags: tuple[str, ...] = ()
    reworded: bool = False
    taken_back: bool = False
    part_of: int | None = None
    """The glimmer that this one was added to."""
    hourless: bool = False
    """Only its day is known; ``at`` is noon."""
    zone: str = "UTC"
    """Where it was kept: its hour stays what it was there, wherever its person is since."""

    @property
    def wall(self) -> time | None:
        """What the clock showed where it was kept; None if only its day is known."""
        return None if self.hourless else self.at.astimezone(ZoneInfo(self.zone)).time()

    @property
    def tags(self) -> tuple[str, ...]:
        """The #words of its text, and the tags that were added."""
        return tuple(dict.fromkeys((*tags_in(self.text), *self.added_tags)))


MOST_TAGS = 20
LONGEST_TAG = 64
HASH = re.compile(r"(?<![\w#&])#(?=[^\W_])")
JOINERS = "\u200c\u200d"
"""Invisible, and part of words in Persian and in scripts of India."""


def in_tag(sign: str) -> bool:
    """Whether that character can stand in a tag: a letter, a number, a vowel sign or accent put on one."""
    if "\ufe00" <= sign <= "\ufe0f":  # how an emoji looks
        return False
    return sign.isalnum() or sign in "_·" or sign in JOINERS or unicodedata.category(sign) in ("Mn", "Mc")


def folded(text: str) -> str:
    """A tag as it is compared, however its accents were typed."""
    return unicodedata.normalize("NFC", text.casefold())


def tags_in(text: str) -> tuple[str, ...]:
    """The #words of a text, folded, each once, in order; #1 and other bare numbers are none."""
    starts = (m for m in HASH.finditer(text) if not (m.start() and in_tag(text[m.start() - 1])))
    found = (folded("".join(takewhile(in_tag, text[m.end() : m.end() + LONGEST_TAG]))) for m in starts)
    words = (word[:LONGEST_TAG].rstrip(JOINERS) for word in found)
    return tuple(dict.fromkeys(word for word in words if not word.isdigit()))


def tags_of(words: str, so_far: Sequence[str]) -> tuple[str, ...]:
    """The tags after some words were typed as tags: with # or without; a minus takes one away."""
    tags = dict.fromkeys(so_far)
    for word in words.replace(",", " ").split():
        for tag in tags_in(f"#{word.lstrip('-–#')}"):
            if word[0] in "-–":
                tags.pop(tag, None)
            else:
                tags[tag] = None
    return tuple(tags)[:MOST_TAGS]


ANSWER_WITHIN = timedelta(hours=18)
"""How long after a nudge an unquoted message still counts as its answer."""
