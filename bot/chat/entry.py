"""How a kept moment is shown: its words as they were written, whole, and what came with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape

from bot.chat import words
from bot.chat.acts import Rows, Say, Show
from bot.chat.perform import WITHOUT_CAPTION
from bot.domain.glimmer import Glimmer, MediumKind
from bot.library.locale import Locale
from bot.storage.media import Kept

MESSAGE = 3900  # of Telegram's 4096, with room for what stands above
LABEL = 38  # characters that a phone shows of a button
CAPTION = 1024  # UTF-16 units (Bot API)


def quotes(text: str) -> list[str]:
    """Their words as quotations (HTML) that fit a message each."""
    pieces = [text[i : i + MESSAGE] for i in range(0, len(text), MESSAGE)]
    return [f"<blockquote>{escape(piece, quote=False)}</blockquote>" for piece in pieces]


def pages(parts: Sequence[str]) -> list[str]:
    """Parts joined by lines into as few messages as they fit in; tags count, so there is room to spare."""
    joined = [""]
    for part in parts:
        longer = f"{joined[-1]}\n{part}" if joined[-1] else part
        if len(longer) <= MESSAGE or not joined[-1]:
            joined[-1] = longer
        else:
            joined.append(part)
    return joined


def whole(head: str, text: str, files: Sequence[Kept], rows: Rows, locale: Locale) -> list[Say | Show]:
    """A moment with all that belongs to it; ``head`` (HTML) above, ``rows`` below the last message.

    The words stand under the last picture where a caption has room for them, else in a message of their own.
    """
    parts = [head, *quotes(text)]
    together = "\n".join(parts)
    shows = [shown(file, locale) for file in files]
    if not files or files[-1].kind in WITHOUT_CAPTION or _units(together) > CAPTION:
        written = pages(parts)
        return [*shows, *map(Say, written[:-1]), Say(written[-1], rows)]
    return [*shows[:-1], replace(shows[-1], caption=together, rows=rows)]


def label(glimmer: Glimmer, today: date, locale: Locale) -> str:
    """A moment on a button: its day and how it begins."""
    day = words.short_day(glimmer.day, locale, today)
    kinds = [locale.say(f"medium-{kind.value}") for kind in dict.fromkeys(glimmer.media)]
    begins = " ".join(glimmer.text.split()) or ", ".join(kinds) or glimmer.place
    text = f"{day} · {begins}"
    return text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"


def shown(file: Kept, locale: Locale) -> Show:
    """A picture, voice note or file without words."""
    gone = locale.say("file-gone")
    return Show(file.kind, file.file_id, name=file.name, otherwise=file.content, gone=gone)


def has_picture(files: Sequence[Kept]) -> bool:
    """Whether there is a photo among them."""
    return any(file.kind is MediumKind.PHOTO for file in files)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
