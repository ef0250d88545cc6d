"""Giving back: a period in the person's own words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.glimmer import Glimmer, MediumKind
from bot.domain.kinds import Category, PartOfDay
from bot.domain.lines import Part, RecapLine, Span
from bot.domain.observing import Seen, remark
from bot.domain.person import Person
from bot.domain.prompts import part_of_day
from bot.domain.spread import Among, Outline, spread
from bot.domain.themes import Themes
from bot.domain.typed import Period
from bot.domain.whole import is_whole
from bot.library.locale import Locale
from bot.services.cards import cards_among
from bot.services.looking import looking
from bot.services.saying import say_one
from bot.storage.media import Media
from bot.storage.outlines import Outlines
from bot.storage.steps import Steps
from bot.storage.zones import seasons_said

FEW = 2
"""So many stand alone: nothing is remarked about them, and no picture is made of them."""
CARD = 90
"""Characters that look best on a card."""
THEMED = 7
"""From so many on, something may be remarked."""


@dataclass(frozen=True, slots=True)
class Recap:
    """Entries oldest first, a line above and perhaps one below, and what the entries themselves bear out.

    ``kept`` is how many there are in all: told only to who asks. ``goes_on_at`` is where *Another five*
    begins (None: that is all). ``elsewhere`` is true if there is nothing here and something in other times;
    ``away`` if there is something, and none of it may be given back.
    """

    intro: str
    entries: tuple[Glimmer, ...]
    kept: int
    goes_on_at: int | None
    remark: Category | PartOfDay | None = None
    outro: str = ""
    elsewhere: bool = False
    away: bool = False
    cards: tuple[Glimmer, ...] = ()
    """The entries that can be postcards, unless their words may weigh."""
    among: Among = Among.ALL

    @property
    def suited(self) -> tuple[Glimmer, ...]:
        """The same, what suits best first: a picture, then words that are neither few nor many."""
        order = sorted(
            self.cards, key=lambda g: (MediumKind.PHOTO not in g.media, abs(len(g.text) - CARD), g.id)
        )
        return tuple(order)


@dataclass(frozen=True, slots=True)
class _About:
    """What a line must be true of."""

    period: Period
    count: int
    whole: bool
    named: Mapping[str, str]


class Recaps:
    """Chooses entries for their spread, and lines that fit how many there are."""

    def __init__(self, outlines: Outlines, steps: Steps, media: Media) -> None:
        self._outlines, self._steps, self._media = outlines, steps, media

    def outlines(self, person: Person, period: Period) -> list[Outline]:
        """What may be given back of the period, oldest first."""
        return self._outlines.between(person.id, period.start, period.end)

    def _among(self, person: Person, period: Period, among: Among) -> list[Outline]:
        return among.of(self.outlines(person, period))

    def recap(
        self,
        person: Person,
        period: Period,
        locale: Locale,
        named: Mapping[str, str],
        skip: int = 0,
        among: Among = Among.ALL,
        shown: Collection[int] = (),
    ) -> Recap:
        """What was kept in the period, from ``skip`` on; ``named`` fills ``{month}`` and the like.

        Nothing comes again of the page before: its ids are ``shown``.
        """
        outlines, themes = self._among(person, period, among), Themes(locale.lexicon, locale.others)
        chosen = spread(outlines, skip, look=looking(self._outlines, person, themes), shown=shown)
        entries = self._entries(person, [outline.id for outline in chosen])
        so_far, kept = skip + len(chosen), len(outlines)
        remarked = remark(_seen(entries, themes)) if kept >= THEMED else None
        about = _About(period, kept, _is_whole(person, period, outlines), named)
        last = kept and not skip and remarked is None
        elsewhere = not kept and self._outlines.any_kept(person.id)
        return Recap(
            intro="" if skip else self._line(person, Part.INTRO, about, locale),
            entries=entries,
            kept=kept,
            goes_on_at=so_far if so_far < kept else None,
            remark=remarked,
            outro=self._line(person, Part.OUTRO, about, locale) if last else "",
            elsewhere=elsewhere,
            away=not kept and not elsewhere and self._outlines.any_at_all(person.id),
            cards=self._for_cards(entries, chosen),
            among=among,
        )

    def cards_of(self, person: Person, ids: Sequence[int]) -> tuple[Glimmer, ...]:
        """Those of them that can be postcards still."""
        light = [id_ for id_ in ids if not self._outlines.is_hard(person.id, id_)]
        return cards_among(self._entries(person, light), self._media)

    def cards(
        self, person: Person, period: Period, locale: Locale, skip: int, among: Among = Among.ALL
    ) -> tuple[Glimmer, ...]:
        """Of the page that begins at ``skip``, what can be postcards."""
        look = looking(self._outlines, person, Themes(locale.lexicon, locale.others))
        chosen = spread(self._among(person, period, among), skip, look=look)
        return self._for_cards(self._entries(person, [o.id for o in chosen]), chosen)

    def _for_cards(self, entries: Sequence[Glimmer], chosen: Sequence[Outline]) -> tuple[Glimmer, ...]:
        light = {outline.id for outline in chosen if not outline.hard}
        return cards_among((glimmer for glimmer in entries if glimmer.id in light), self._media)

    def kept(self, person: Person, period: Period) -> int:
        """How many there are: only for who asks."""
        return len(self.outlines(person, period))

    def _entries(self, person: Person, ids: Sequence[int]) -> tuple[Glimmer, ...]:
        return tuple(glimmer for some in self._outlines.whole(person.id, ids) for glimmer in some)

    def _line(self, person: Person, part: Part, about: _About, locale: Locale) -> str:
        span = Span(about.period.kind)
        wanted = Span.NONE if about.count == 0 else Span.FEW if about.count <= FEW else span
        fit = _fitting(part, wanted, about, locale) or _fitting(part, span, about, locale)
        if not fit:
            return ""
        text = say_one(fit, person, self._steps).text.format_map(about.named)
        return text[:1].upper() + text[1:]


def _is_whole(person: Person, period: Period, outlines: Sequence[Outline]) -> bool:
    return is_whole(period, [outline.day for outline in outlines], seasons_said(person.rhythm.zone))


def _fitting(part: Part, span: Span, about: _About, locale: Locale) -> list[RecapLine]:
    """Lines of that kind that are true of it; those with a month or season only where it has a name."""
    return [
        line
        for line in locale.recap_lines
        if line.part is part
        and line.span is span
        and line.suits(about.count, about.whole)
        and _can_be_filled(line.text, about.named)
    ]


def _can_be_filled(text: str, named: Mapping[str, str]) -> bool:
    try:
        text.format_map(named)
    except KeyError:
        return False
    return True


def _seen(entries: tuple[Glimmer, ...], themes: Themes) -> list[Seen]:
    parts = (part_of_day(g.wall) if g.wall else None for g in entries)
    return [Seen(g.day, part, themes.of(g.text, g.category)) for g, part in zip(entries, parts, strict=True)]
