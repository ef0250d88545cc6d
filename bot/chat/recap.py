"""``/recap``: a period in the person's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.chat import words
from bot.chat.acts import Act, Rows, Say
from bot.chat.turn import Turn, tell
from bot.domain.glimmer import Glimmer
from bot.domain.lines import Span
from bot.domain.typed import Misread, Period
from bot.domain.typed import period as read_period
from bot.services.recaps import Recap as Given
from bot.services.recaps import Recaps
from bot.services.rhythms import Rhythms

SPANS = ("today", "week", "month", "all")
FITS = 3900  # of Telegram's 4096, with room for days and the line above


@dataclass(frozen=True, slots=True)
class Recap:
    """Gives a period back, five moments at a time."""

    recaps: Recaps
    rhythms: Rhythms

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/recap`` with or without a period behind it."""
        if not turn.typed:
            buttons = [turn.button(f"recap-{span}", "recap", span) for span in SPANS]
            return [Say(turn.say("recap-question"), (tuple(buttons[:2]), tuple(buttons[2:])))]
        today = self.rhythms.today(turn.person, turn.now)
        period = read_period(turn.typed, today, turn.locale.vocabulary)
        return tell(turn, "recap-misread") if isinstance(period, Misread) else self._give(turn, period, 0)

    def pressed(self, turn: Turn) -> Sequence[Act]:
        """A period's button, in the words of ``prompts/en`` that are always understood."""
        today = self.rhythms.today(turn.person, turn.now)
        span = turn.press.word(0)
        period = read_period(span, today, turn.locale.vocabulary)
        return tell(turn, "recap-misread") if isinstance(period, Misread) else self._give(turn, period, 0)

    def more(self, turn: Turn) -> Sequence[Act]:
        """*Another five*."""
        kind, start, end = (turn.press.word(n) for n in range(3))
        try:
            period = Period(Span(kind).value, _day(start), _day(end))
        except ValueError:
            return tell(turn, "recap-misread")
        return self._give(turn, period, max(turn.press.number(3), 0))

    def _give(self, turn: Turn, period: Period, skip: int) -> list[Act]:
        days = (period.start, period.end)
        given = self.recaps.recap(turn.person, Span(period.kind), days, turn.locale, skip)
        parts = [*([escape(given.intro, quote=False)] if not skip else []), *self._entries(turn, given)]
        pages = _pages(parts or [turn.say("recap-nothing-more")])
        rows: Rows = ()
        if given.goes_on_at is not None:
            start, end = (d.isoformat() if d else "" for d in days)
            more = turn.button("recap-more", "recap-more", period.kind, start, end, given.goes_on_at)
            rows = ((more,),)
        return [*(Say(page) for page in pages[:-1]), Say(pages[-1], rows)]

    def _entries(self, turn: Turn, given: Given) -> list[str]:
        parts: list[str] = []
        last: date | None = None
        today = self.rhythms.today(turn.person, turn.now)
        for glimmer in given.entries:
            if glimmer.day != last:
                parts.append(f"<b>{_heading(turn, glimmer.day, today)}</b>")
                last = glimmer.day
            parts += _quotes(turn, glimmer)
        return parts


def _heading(turn: Turn, on: date, today: date) -> str:
    text = words.day(on, turn.locale) if on.year == today.year else words.long_day(on, turn.locale)
    return escape(text[:1].upper() + text[1:], quote=False)


def _quotes(turn: Turn, glimmer: Glimmer) -> list[str]:
    """Their words as they wrote them, in pieces that fit a message; what came with them named."""
    kinds = [turn.say(f"medium-{kind.value}") for kind in dict.fromkeys(glimmer.media)]
    media = [f"<i>{', '.join(kinds)}</i>"] if kinds else []
    pieces = [glimmer.text[i : i + FITS] for i in range(0, len(glimmer.text), FITS)]
    return [*(f"<blockquote>{escape(piece, quote=False)}</blockquote>" for piece in pieces), *media]


def _pages(parts: Sequence[str]) -> list[str]:
    """Parts joined by lines into as few messages as they fit in; tags count, so there is room to spare."""
    pages = [""]
    for part in parts:
        joined = f"{pages[-1]}\n{part}" if pages[-1] else part
        if len(joined) <= FITS or not pages[-1]:
            pages[-1] = joined
        else:
            pages.append(part)
    return pages


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
