"""A recap as it is read: their own words by day, one line above and one below, all in their language."""

from __future__ import annotations

from datetime import date
from html import escape

from bot.chat import words
from bot.chat.entry import pages, quotes
from bot.domain.glimmer import Glimmer
from bot.domain.kinds import PartOfDay
from bot.library.locale import Locale
from bot.services.recaps import Recap


def messages(given: Recap, locale: Locale, today: date) -> list[str]:
    """The recap as few messages (HTML) as it fits in; never empty."""
    parts = [escape(given.intro, quote=False)] if given.intro else []
    last: date | None = None
    for glimmer in given.entries:
        if glimmer.day != last:
            parts.append(f"<b>{heading(glimmer.day, today, locale)}</b>")
            last = glimmer.day
        parts += told(glimmer, locale)
    if below := _below(given, locale):
        parts.append(f"\n{below}")
    return pages(parts or [locale.say("recap-nothing-more")])


def _below(given: Recap, locale: Locale) -> str:
    """What the entries bear out, or else a last line."""
    if given.remark is None:
        return escape(given.outro, quote=False)
    part = isinstance(given.remark, PartOfDay)
    return locale.say(f"remark-{'part' if part else 'theme'}-{given.remark.value}")


def heading(day: date, today: date, locale: Locale) -> str:
    """A day above its entries (HTML); the year only where it is another one."""
    text = words.day(day, locale) if day.year == today.year else words.long_day(day, locale)
    return escape(text[:1].upper() + text[1:], quote=False)


def told(glimmer: Glimmer, locale: Locale) -> list[str]:
    """Their words as they wrote them, in pieces that fit a message; what came with them named."""
    kinds = [locale.say(f"medium-{kind.value}") for kind in dict.fromkeys(glimmer.media)]
    media = [f"<i>{', '.join(kinds)}</i>"] if kinds else []
    place = [f"<i>{locale.say('opened-place', what=glimmer.place)}</i>"] if glimmer.place else []
    return [*(quotes(glimmer.text) if glimmer.text else []), *place, *media]
