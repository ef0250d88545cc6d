"""What pictures and booklets are made of: moments as lights, recurring words, photos, chosen entries.

The file is read on the event loop, some hundred moments at a time; what takes longer is for a worker thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.glimmer import Glimmer, MediumKind
from bot.domain.kinds import Category, Season
from bot.domain.lights import SENSES, Light, light
from bot.domain.lines import Lexicon
from bot.domain.own_words import LEAST_MOMENTS, Written, recurring_words
from bot.domain.person import Person
from bot.domain.seasons import hemisphere_in, season_of
from bot.domain.spread import Among, spread
from bot.domain.themes import Themes
from bot.domain.tongues import OWN, Tongues
from bot.domain.typed import Period
from bot.library.locale import Locale
from bot.services.cards import photo_in
from bot.services.looking import looking
from bot.storage.media import Media
from bot.storage.outlines import Outlines
from bot.storage.zones import latitudes

ONE_SEASON = 100  # days: longer stretches have a horizon that belongs to no season
SENSED = 8
"""So many moments must speak of a sense before the five are drawn."""
WORDS = (8, 15)
MOST_ENTRIES = 200
"""What a booklet holds; of more, those that lie far apart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period as it is drawn: whole moments, oldest first, and the days it spans (both within).

    ``hard`` are the ids of those whose words may weigh more than they say: no word of them stands by itself.
    """

    glimmers: tuple[Glimmer, ...]
    first: date
    last: date
    season: Season | None
    hard: frozenset[int] = frozenset()
    among: Among = Among.ALL


@dataclass(frozen=True, slots=True)
class Print:
    """A photo and its day."""

    day: date
    content: bytes


@dataclass(frozen=True, slots=True)
class Lantern:
    """A word of a garland."""

    word: str
    theme: Category | None


@dataclass(frozen=True, slots=True)
class Page:
    """An entry of a booklet with its photo, if its bytes are here and are one."""

    glimmer: Glimmer
    photo: bytes | None
    theme: Category | None


class Picturing:
    """Gathers; decides nothing about how it looks. Only what may be given back is ever read."""

    def __init__(self, outlines: Outlines, media: Media) -> None:
        self._outlines, self._media = outlines, media

    async def stretch(
        self, person: Person, period: Period, today: date, among: Among = Among.ALL
    ) -> Stretch | None:
        """All of the period that is asked for; None if there is nothing in it.

        It begins with their first moment at the earliest and ends today at the latest: what was before
        they came, or is still to come, is no darkness.
        """
        outlines = among.of(self._outlines.between(person.id, period.start, period.end))
        glimmers = await self._whole(person, [outline.id for outline in outlines])
        if not glimmers:
            return None
        first, last = _span(period, glimmers, self._outlines.first_day(person.id), today)
        middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
        hemisphere = hemisphere_in(person.rhythm.zone, latitudes())
        season = season_of(middle, hemisphere) if (last - first).days <= ONE_SEASON else None
        hard = frozenset(outline.id for outline in outlines if outline.hard)
        return Stretch(tuple(glimmers), first, last, season, hard, among)

    def one(self, person: Person, glimmer_id: int, locale: Locale) -> Page | None:
        """One entry for a postcard; None if it is not theirs or may not be given back, or may weigh."""
        if self._outlines.is_hard(person.id, glimmer_id):
            return None
        found = [g for some in self._outlines.whole(person.id, [glimmer_id]) for g in some]
        return self._page(person, found[0], Themes(locale.lexicon, locale.others)) if found else None

    async def pages(
        self, person: Person, period: Period, locale: Locale, among: Among = Among.ALL
    ) -> list[Page]:
        """The entries of a booklet, oldest first."""
        themes, pages = Themes(locale.lexicon, locale.others), []
        all_of_them = among.of(self._outlines.between(person.id, period.start, period.end))
        look = looking(self._outlines, person, themes)
        outlines = spread(all_of_them, most=MOST_ENTRIES, look=look)
        for glimmer in await self._whole(person, [outline.id for outline in outlines]):
            pages.append(self._page(person, glimmer, themes))
            await asyncio.sleep(0)
        return pages

    async def prints(self, person: Person, stretch: Stretch, most: int) -> list[Print]:
        """Photos of the stretch whose bytes are here and are one, spread evenly over it."""
        here = self._media.photographed(person.id) if most else frozenset()
        pictured = [glimmer for glimmer in stretch.glimmers if glimmer.id in here]
        found: dict[int, Print] = {}
        for place in _evenly(len(pictured), most):
            if len(found) == most:
                break
            photo = self._photo(person, pictured[place].id)
            if photo is not None:
                found[place] = Print(pictured[place].day, photo)
            await asyncio.sleep(0)
        return [found[place] for place in sorted(found)]

    async def _whole(self, person: Person, ids: Sequence[int]) -> list[Glimmer]:
        found: list[Glimmer] = []
        for some in self._outlines.whole(person.id, ids):
            found += some
            await asyncio.sleep(0)  # others are answered meanwhile
        return found

    def _page(self, person: Person, glimmer: Glimmer, themes: Themes) -> Page:
        pictured = MediumKind.PHOTO in glimmer.media
        theme = themes.main(glimmer.text, glimmer.category)
        return Page(glimmer, self._photo(person, glimmer.id) if pictured else None, theme)

    def _photo(self, person: Person, glimmer_id: int) -> bytes | None:
        return photo_in(self._media.of(person.id, glimmer_id))


def lights(stretch: Stretch, locale: Locale) -> list[Light]:
    """The moments as lights; pure, and slow for thousands."""
    themes = Themes(locale.lexicon, locale.others)
    return [light(glimmer, themes) for glimmer in stretch.glimmers]


def garland(stretch: Stretch, locale: Locale) -> tuple[Lantern, ...]:
    """Recurring own words, or none where they are too few, or small words of the language are not known.

    What a moment says that may weigh hangs nowhere alone: no word is taken from it, nor does it count.
    """
    if not locale.lexicon.stopwords:
        return ()
    tongues = Tongues(locale.lexicon, locale.others)
    moments, spoken = _written([g for g in stretch.glimmers if g.id not in stretch.hard], tongues)
    small = frozenset[str]().union(*(lexicon.stopwords for lexicon in spoken))
    words = recurring_words(moments, small, WORDS[1])
    if len(words) < WORDS[0]:
        return ()
    themes = [Themes(lexicon) for lexicon in spoken]
    return tuple(Lantern(word, next(filter(None, (t.main(word) for t in themes)), None)) for word in words)


def _written(glimmers: Sequence[Glimmer], tongues: Tongues) -> tuple[list[Written], list[Lexicon]]:
    """Their words, and the lexicons of the languages they are in; from fewer moments no small word recurs."""
    told = [tongues.told(glimmer.text) for glimmer in glimmers]
    spoken = {number for number in told if number is not None and told.count(number) >= LEAST_MOMENTS}
    capitals = [tongues.lexicons[number or OWN].capital_nouns for number in told]
    written = [Written(g.day, g.text, capital) for g, capital in zip(glimmers, capitals, strict=True)]
    return written, [tongues.lexicons[number] for number in sorted(spoken or {OWN})]


def senses(seen: Sequence[Light]) -> dict[Category, int]:
    """How many moments speak of each sense, in their usual order; empty if too few speak of any."""
    if sum(bool(one.themes.intersection(SENSES)) for one in seen) < SENSED:
        return {}
    return {sense: sum(sense in one.themes for one in seen) for sense in SENSES}


def _evenly(count: int, most: int) -> list[int]:
    """All places: first those that lie evenly over them, then the others, should one of these fail."""
    step = max(1.0, count / most) if most else 1.0
    first = [int(n * step) for n in range(min(most, count))]
    return [*first, *sorted(set(range(count)).difference(first))]


def _span(period: Period, glimmers: Sequence[Glimmer], met: date | None, today: date) -> tuple[date, date]:
    first, last = glimmers[0].day, glimmers[-1].day
    begin = max(period.start, met) if period.start and met else first
    end = min(date.fromordinal(period.end.toordinal() - 1), today) if period.end else last
    return min(begin, first), max(end, last)
