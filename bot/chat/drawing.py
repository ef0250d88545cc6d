"""From moments to what can be painted: every word in the person's language. Pure, for a thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from babel import Locale as Cldr

from bot.chat import periods, words
from bot.domain.kinds import Category
from bot.domain.lights import SENSES, Light
from bot.domain.lines import Span
from bot.domain.person import Person
from bot.domain.themes import recurring
from bot.domain.typed import Period
from bot.library.locale import Locale
from bot.pictures import (
    MOST_PHOTOS,
    Bead,
    Booklet,
    Chapter,
    Clock,
    Contact,
    Garland,
    Heading,
    Leaf,
    Named,
    Petal,
    Petals,
    Photo,
    Picture,
    Postcard,
    Sky,
    Star,
    Year,
    some_minute,
)
from bot.services.picturing import ONE_SEASON, Page, Print, Stretch, garland, lights, senses


class Kind(StrEnum):
    """The pictures of a period; the values stand in buttons."""

    SKY = "sky"
    YEAR = "year"
    CLOCK = "clock"
    PETALS = "petals"
    CONTACT = "contact"
    GARLAND = "garland"


LEAST_HOURS = 3
"""Moments from which a day clock says something, of those whose hour is known."""


@dataclass(frozen=True)
class Drawing:
    """Makes pictures of one stretch of one person's."""

    stretch: Stretch
    period: Period
    person: Person
    locale: Locale
    prints: Sequence[Print] = ()

    def picture(self, kind: Kind) -> Picture | None:
        """The picture of that kind; None if there is too little for it."""
        match kind:
            case Kind.SKY:
                return self._sky(self._lights)
            case Kind.YEAR:
                return self._year(self._lights)
            case Kind.CLOCK:
                return self._clock(self._lights)
            case Kind.PETALS:
                return self._petals(self._lights)
            case Kind.CONTACT:
                return self._contact()
            case Kind.GARLAND:
                return self._garland()

    def kinds(self) -> tuple[Kind, ...]:
        """Those that there is enough for."""
        enough = {
            Kind.SKY: True,
            Kind.YEAR: self._is_long(),
            Kind.CLOCK: len(_timed(self._lights)) >= LEAST_HOURS,
            Kind.PETALS: bool(senses(self._lights)),
            Kind.CONTACT: bool(self.prints),
            Kind.GARLAND: bool(garland(self.stretch, self.locale)),
        }
        return tuple(kind for kind in Kind if enough[kind])

    @cached_property
    def _lights(self) -> list[Light]:
        """Found once, with the first that asks."""
        return lights(self.stretch, self.locale)

    def _is_long(self) -> bool:
        return (self.stretch.last - self.stretch.first).days > ONE_SEASON

    def _heading(self, title: str) -> Heading:
        return _heading(title, self.dates(), self.locale)

    def dates(self) -> str:
        """The period in words, for below a title."""
        if (month := periods.month(self.period)) is not None:
            return str(month.year)
        if (year := periods.year(self.period)) is not None:
            return str(year)
        return words.stretch(self.stretch.first, self.stretch.last, self.locale)

    def title(self) -> str:
        """What the period is called."""
        if (month := periods.month(self.period)) is not None:
            name = words.month(month, self.locale)
        elif (season := periods.season(self.period, self.person)) and self.period.kind == Span.SEASON:
            name = self.locale.say(f"season-{season.value}")
        elif self.period.kind == Span.SINCE:
            day = words.date_near(self.stretch.first, self.stretch.last, self.locale)
            name = self.locale.say("title-since", day=day)
        else:
            name = self.locale.say(f"title-{self.period.kind}")
        return name[:1].upper() + name[1:]

    def _sky(self, seen: list[Light]) -> Sky:
        key = tuple(Named(theme, self.locale.say(f"kind-{theme.value}")) for theme in recurring_in(seen))
        return Sky(
            self._heading(self.title()),
            self.stretch.first,
            self.stretch.last,
            _stars(seen),
            self.stretch.season,
            self.person.rhythm.day_end.hour * 60 + self.person.rhythm.day_end.minute,
            key,
            hourless=len(_timed(seen)) < len(seen),
        )

    def _year(self, seen: list[Light]) -> Year | None:
        if not self._is_long():
            return None
        ends, begins = _months(self.stretch.last), _months(self.stretch.first)
        shown = range(max(begins, ends - 11), ends + 1)
        first = date(shown[0] // 12, shown[0] % 12 + 1, 1)
        names = words.short_months(self.locale)
        order = tuple(names[month % 12 + 1] for month in shown)
        dates = "–".join(dict.fromkeys(str(month // 12) for month in (shown[0], ends)))
        stars = _stars([one for one in seen if one.day >= first])
        return Year(_heading(self.locale.say("title-lights"), dates, self.locale), first, order, stars)

    def _clock(self, seen: list[Light]) -> Clock | None:
        timed = _timed(seen)
        if len(timed) < LEAST_HOURS:
            return None
        midnight, noon = self.locale.say("hour-midnight"), self.locale.say("hour-noon")
        hours = (midnight, self.locale.say("hour-six"), noon, self.locale.say("hour-eighteen"))
        return Clock(self._heading(self.locale.say("title-clock")), hours, _stars(timed))

    def _petals(self, seen: list[Light]) -> Petals | None:
        counts = senses(seen)
        petals = tuple(
            Petal(sense, self.locale.say(f"sense-{sense.value}"), counts[sense]) for sense in SENSES if counts
        )
        return Petals(self._heading(self.locale.say("title-petals")), petals) if petals else None

    def _contact(self) -> Contact | None:
        if not self.prints:
            return None
        today = self.stretch.last
        photos = tuple(
            Photo(one.content, words.short_day(one.day, self.locale, today)) for one in self.prints
        )
        return Contact(self._heading(self.locale.say("title-contact")), photos[:MOST_PHOTOS])

    def _garland(self) -> Garland | None:
        beads = tuple(Bead(one.word, one.theme) for one in garland(self.stretch, self.locale))
        return Garland(self._heading(self.locale.say("title-garland")), beads) if beads else None

    def booklet(self, pages: Sequence[Page], closing: str) -> Booklet:
        """The stretch to print: chosen entries by month, and the pictures there is enough for."""
        chapters: dict[tuple[int, int], list[Leaf]] = {}
        for page in pages:
            day = page.glimmer.day
            chapters.setdefault((day.year, day.month), []).append(leaf(page, self.locale))
        told = tuple(
            Chapter(f"{words.month(date(*month, 1), self.locale)} {month[0]}", tuple(leaves))
            for month, leaves in chapters.items()
        )
        pictures = (self.picture(kind) for kind in self.kinds() if kind is not Kind.CONTACT)
        heading = self._heading(self.title())
        return Booklet(heading, told, tuple(one for one in pictures if one is not None), closing)


def postcard(page: Page, locale: Locale) -> Postcard:
    """One entry as a card."""
    day = words.long_day(page.glimmer.day, locale)
    heading = _heading("", day[:1].upper() + day[1:], locale)
    return Postcard(heading, page.glimmer.text, page.photo, page.theme)


def leaf(page: Page, locale: Locale) -> Leaf:
    """One entry in a booklet; what came with it besides a photo is named."""
    glimmer = page.glimmer
    kinds = dict.fromkeys(kind for kind in glimmer.media if kind != "photo" or page.photo is None)
    text = glimmer.text or ", ".join(locale.say(f"medium-{kind.value}") for kind in kinds)
    return Leaf(words.day(glimmer.day, locale), text or glimmer.place, page.photo, page.theme)


def _heading(title: str, dates: str, locale: Locale) -> Heading:
    rtl = Cldr.parse(locale.code, sep="-").text_direction == "right-to-left"
    return Heading(title, dates, locale.code, rtl)


def _months(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _timed(seen: Sequence[Light]) -> list[Light]:
    return [one for one in seen if one.minute is not None]


def _stars(seen: Sequence[Light]) -> tuple[Star, ...]:
    """A star each; those of which only the day is known lie evenly over its height."""
    return tuple(
        Star(
            one.day,
            some_minute(one.day, n) if one.minute is None else one.minute,
            one.theme,
            one.bright,
            one.photo,
        )
        for n, one in _counted(seen)
    )


def _counted(seen: Sequence[Light]) -> Iterator[tuple[int, Light]]:
    """Each with how many came before it on its day."""
    for _, of_day in groupby(seen, key=lambda one: one.day):
        yield from enumerate(of_day)


def recurring_in(seen: Iterable[Light | Star]) -> tuple[Category, ...]:
    """The themes that may be named and are there to be seen, the most frequent first."""
    return recurring([(one.day, frozenset({one.theme} if one.theme else ())) for one in seen])
