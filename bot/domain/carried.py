"""Glimmers on their way out of a journal or into one, and what tells one from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

from bot.domain.glimmer import MediumKind
from bot.domain.weight import Weight

KEY_BYTES = 7  # as the negative of a message id it must fit a column, with room to spare


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A picture, voice note or other file. ``path`` is where its bytes stand in the archive, or empty.

    Without a path only Telegram has them; ``awaited``: they are still to be fetched.

    ``file_id`` and ``unique_id`` are Telegram's, ``size`` bytes, ``row`` its row in the journal it is
    taken from.
    """

    kind: MediumKind
    path: str = ""
    mime: str = ""
    name: str = ""
    size: int = 0
    file_id: str = ""
    unique_id: str = ""
    row: int = 0
    awaited: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A glimmer. ``key`` is the same wherever it is carried; ``part_of`` the key of what it was added to.

    ``at`` and ``edited`` are aware UTC, ``day`` the local day; ``question`` is the id of the prompt that
    it answers, ``tags`` are those added to the #words of the text, ``links`` addresses behind its words.
    ``day_hidden``: nothing of its day is given back; ``weight``: what its words were heard to weigh.
    """

    key: str
    at: datetime
    day: date
    text: str
    files: tuple[CarriedFile, ...] = ()
    tags: tuple[str, ...] = ()
    category: str | None = None
    question: str = ""
    origin: str = ""
    quote: str = ""
    place: str = ""
    spot: str = ""
    links: tuple[str, ...] = ()
    favourite: bool = False
    hidden: bool = False
    day_hidden: bool = False
    held: bool = False
    weight: Weight | None = None
    taken_back: bool = False
    edited: datetime | None = None
    part_of: str = ""
    hourless: bool = False
    """Only its day is known; ``at`` is noon."""
    zone: str = ""
    """Where it was kept; empty: nobody told."""


def key_of(*what: object) -> str:
    """A key for what was written elsewhere: the same for the same ``what``, for ever."""
    digest = blake2b("\x1f".join(map(str, what)).encode(errors="replace"), digest_size=KEY_BYTES)
    return digest.hexdigest()


def key_of_message(message_id: int, at: datetime) -> str:
    """The key of a kept message; ids are given anew by every bot, so the instant belongs to it.

    What was brought from elsewhere stands under the negative of its key, as no message of Telegram's does.
    """
    if message_id < 0:
        return f"{-message_id:0{2 * KEY_BYTES}x}"
    return key_of("telegram", message_id, at.isoformat())


def message_id_of(key: str) -> int:
    """The message id under which a glimmer with that key is brought in."""
    return -int(key, 16)
