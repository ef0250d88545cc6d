"""What can be on a postcard: words, or a photo whose bytes are here and begin as those of one do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.glimmer import Glimmer, MediumKind
from bot.storage.media import Kept, Media

BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8")
RIFF, WEBP = b"RIFF", b"WEBP"


def photo_in(files: Sequence[Kept]) -> bytes | None:
    """The first photo among them that can be painted, as far as its first bytes tell."""
    photos = (file.content for file in files if file.kind is MediumKind.PHOTO and file.content)
    return next((photo for photo in photos if _is_photo(photo)), None)


def can_be_card(glimmer: Glimmer, files: Sequence[Kept]) -> bool:
    """Whether there is something of it to put on a card."""
    return bool(glimmer.text) or photo_in(files) is not None


def cards_among(glimmers: Iterable[Glimmer], media: Media) -> tuple[Glimmer, ...]:
    """Those of them that can be one; files are looked at only where there are no words."""
    return tuple(g for g in glimmers if g.text or (_is_pictured(g) and photo_in(media.of(g.person_id, g.id))))


def _is_pictured(glimmer: Glimmer) -> bool:
    return MediumKind.PHOTO in glimmer.media


def _is_photo(data: bytes) -> bool:
    """JPEG, PNG, GIF or WebP."""
    return data.startswith(BEGINNINGS) or (data.startswith(RIFF) and data[8:12] == WEBP)
