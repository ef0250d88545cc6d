"""Telegram's messages as what a person said."""

from __future__ import annotations

from datetime import UTC

from telegram import (
    CallbackQuery,
    Message,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
    Venue,
)

from bot.chat.press import Press
from bot.domain.glimmer import Medium, MediumKind, Said

ATTACHED = (
    MediumKind.VOICE,
    MediumKind.AUDIO,
    MediumKind.VIDEO,
    MediumKind.VIDEO_NOTE,
    MediumKind.ANIMATION,
    MediumKind.STICKER,
    MediumKind.DOCUMENT,
)


def said(message: Message) -> Said:
    """What the message holds, with words or caption, and the message it answers."""
    quoted = message.reply_to_message
    return Said(
        message_id=message.message_id,
        at=message.date.astimezone(UTC),
        text=message.text or message.caption or "",
        media=_media(message),
        reply_to=quoted.message_id if quoted else None,
        album=message.media_group_id,
        origin=_origin(message.forward_origin),
        quote=_quote(message),
        place=_venue(message.venue),
        links=_links(message),
        edited=message.edit_date.astimezone(UTC) if message.edit_date else None,
    )


def where(query: CallbackQuery) -> tuple[float, float] | None:
    """The coordinates that a button under the message carries, so that they are not lost with it."""
    rows = query.message.reply_markup if isinstance(query.message, Message) else None
    for button in (button for row in rows.inline_keyboard for button in row) if rows else ():
        press = Press.decode(str(button.callback_data or ""))
        if press.name in ("spot", "redo", "part") and (spot := spot_of(press.word(1), press.word(2))):
            return spot
    return None


def spot_of(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Degrees as they stand in a button; None for anything else."""
    try:
        return float(latitude), float(longitude)
    except ValueError:
        return None


def _quote(message: Message) -> str:
    """What of another message it answers, and whose that was if it stands in another chat."""
    elsewhere = _origin(message.external_reply.origin) if message.external_reply else ""
    return ": ".join(filter(None, (elsewhere, message.quote.text if message.quote else "")))


def _links(message: Message) -> tuple[str, ...]:
    """Addresses that stand behind words, each once; what its person typed themselves is in the text."""
    entities = message.entities or message.caption_entities
    urls = ("%20".join((entity.url or "").split()) for entity in entities)
    return tuple(dict.fromkeys(filter(None, urls)))


def _origin(origin: MessageOrigin | None) -> str:
    """Whom a message is from, as Telegram names them."""
    match origin:
        case MessageOriginUser():
            return origin.sender_user.full_name
        case MessageOriginHiddenUser():
            return origin.sender_user_name
        case MessageOriginChat():
            return origin.sender_chat.title or ""
        case MessageOriginChannel():
            return origin.chat.title or ""
    return ""


def _venue(venue: Venue | None) -> str:
    """A place with a name, as words; where it lies exactly is not among them."""
    return ", ".join(part for part in (venue.title, venue.address) if part) if venue else ""


def _media(message: Message) -> tuple[Medium, ...]:
    if message.photo:
        return (_photo(message.photo[-1]),)  # sizes ascend
    if message.animation:  # a GIF comes with a document of the same file
        return (_medium(message, MediumKind.ANIMATION),)
    return tuple(_medium(message, kind) for kind in ATTACHED if getattr(message, kind.value, None))


def _photo(photo: PhotoSize) -> Medium:
    return Medium(MediumKind.PHOTO, photo.file_id, photo.file_unique_id, "image/jpeg", photo.file_size or 0)


def _medium(message: Message, kind: MediumKind) -> Medium:
    file = getattr(message, kind.value)
    mime = getattr(file, "mime_type", None) or ""
    name = getattr(file, "file_name", None) or ""
    return Medium(kind, file.file_id, file.file_unique_id, mime, file.file_size or 0, name)
