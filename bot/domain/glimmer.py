"""Glimmers: kept moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Said:
    """What a person sent, before it is kept: words, media, and when (aware UTC).

    ``reply_to`` is the message it answers, ``album`` Telegram's id of the group it came in.
    """

    message_id: int
    at: datetime
    text: str
    media: tuple[Medium, ...] = ()
    reply_to: int | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Glimmer:
    """A kept moment. ``at`` is aware UTC, ``day`` the local day it belongs to."""

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


ANSWER_WITHIN = timedelta(hours=18)
"""How long after a nudge an unquoted message still counts as its answer."""


def spread(glimmers: Sequence[Glimmer], most: int, skip: int = 0) -> tuple[Glimmer, ...]:
    """At most ``most`` of ``glimmers`` (oldest first), spread over days, themes and shapes.

    Not the "best": each next one is the one least like those already chosen. With ``skip`` the
    choice goes on where that many ended, so that turning pages shows each once.
    """
    left = list(glimmers)
    order: list[Glimmer] = []
    while left and len(order) < skip + most:
        nearest = min(range(len(left)), key=lambda i: (_likeness(left[i], order), -i))
        order.append(left.pop(nearest))
    return tuple(sorted(order[skip:], key=lambda g: (g.at, g.id)))


def _likeness(glimmer: Glimmer, chosen: Sequence[Glimmer]) -> int:
    return sum(
        4 * (glimmer.day == other.day)
        + 2 * (glimmer.category is not None and glimmer.category == other.category)
        + (bool(glimmer.media) == bool(other.media))
        + ((len(glimmer.text) < 30) == (len(other.text) < 30))
        for other in chosen
    )
