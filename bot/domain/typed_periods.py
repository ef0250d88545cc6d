"""Understanding which days somebody wants to look back on, in a locale's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.kinds import Hemisphere
from bot.domain.lines import Span
from bot.domain.seasons import latest_season
from bot.domain.stretches import BACK, LONG, Meant, named
from bot.domain.typed_dates import (
    DAY,
    YEAR,
    Days,
    after_any,
    essential,
    in_years,
    length,
    moved,
    named_days,
    phrase_of,
    sane,
    weekday_of,
)
from bot.domain.vocabulary import Misread, Reason, Stretch, Unit, Vocabulary, Which, in_turn

NEARER = 6
"""Months after which *this winter* is not the last one any more."""
SINGLE = {Stretch.TODAY: 0, Stretch.YESTERDAY: 1, Stretch.BEFORE_YESTERDAY: 2}
LENGTHS = ((Span.WEEK, 7, Unit.DAY), (Span.MONTH, 1, Unit.MONTH), (Span.YEAR, 1, Unit.YEAR))
"""What may be called a week, a month, a year; any other number of days is a stretch."""


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from ``start`` up to, not with, ``end``; both None is everything.

    ``kind`` is the value of the ``Span`` that such a stretch is spoken of as. What is read from words ends
    with today if it still goes on.
    """

    kind: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What stands behind *since*: ``which`` of what, in its words and without the small ones."""

    which: Which | None
    name: Stretch | None
    said: str
    words: str


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads on one day, in one place, in one language."""

    today: date
    vocabulary: Vocabulary
    hemisphere: Hemisphere

    def meant(self, asked: _Asked) -> Meant | None:
        """The days that were asked for; None if that cannot be told, or if they lie ahead."""
        if asked.which is Which.NEXT:
            return None
        if asked.name in SINGLE:
            on = self.today - SINGLE[asked.name] * DAY
            return None if asked.which else Meant(Span.DAY, Days(on, on + DAY))
        if asked.name in LONG:
            return named(asked.name, asked.which, self.today, self.hemisphere)
        return self._counted(asked) or self._begun_as_asked(asked)

    # -- so many days ------------------------------------------------------------------------------

    def _counted(self, asked: _Asked) -> Meant | None:
        """``3 days``, ``last 3 days``; neither ``these 3 days`` nor ``in 3 days``, which lie ahead."""
        counted = length(asked.words, self.vocabulary)
        ahead = after_any(asked.said, self.vocabulary.ahead)
        if counted is None or asked.which not in (None, Which.LAST, Which.PAST):
            return None
        if asked.words in self.vocabulary.units and counted[1] is not Unit.FORTNIGHT:
            return None  # weeks, but how many
        if asked.which is None and ahead != asked.said and length(ahead, self.vocabulary):
            return None
        tomorrow = self.today + DAY
        days = Days(sane(moved(tomorrow, -counted[0], counted[1])), tomorrow)
        return Meant(_measured(days), days)

    # -- a season, weekday, day, month or year -----------------------------------------------------

    def _begun_as_asked(self, asked: _Asked) -> Meant | None:
        found = self._begun(asked.words, self.today)
        back = BACK[asked.which] - 1
        if found and back >= 0 and found.days.end > self.today:
            back += 1
        for _ in range(back):
            before = self._begun(asked.words, found.days.start - DAY) if found else None
            found = before if before != found else None
        return found if asked.which is not Which.THIS or not found or self._is_this(asked, found) else None

    def _begun(self, words: str, on: date) -> Meant | None:
        """The latest of that name that had begun on that day."""
        weekday = weekday_of(words, self.vocabulary)
        if weekday is not None and words in self.vocabulary.months:
            return None  # Spanish *mar* is either
        if weekday is not None:
            start = on - (on.weekday() - weekday) % 7 * DAY
            return Meant(Span.STRETCH, Days(start, start + DAY))
        if season := self._season(words, on):
            return Meant(Span.SEASON, season)
        days = self._dated(words, on)
        return Meant(_measured(days), days) if days else None

    def _dated(self, words: str, on: date) -> Days | None:
        """``march``, ``month of march``, ``year 2025``; but no ``week of march``."""
        first, _, rest = words.partition(" ")
        unit = self.vocabulary.units.get(first)
        days = named_days(rest if unit else words, self.vocabulary, lambda m, d: _latest(m, d, on))
        return days if not unit or not days or moved(days.start, 1, unit) == days.end else None

    def _season(self, words: str, on: date) -> Days | None:
        """``summer``, ``winter 2024``: the latest such, or the one that began in that year."""
        name, _, year = words.rpartition(" ") if YEAR.fullmatch(words[-4:]) else (words, "", "")
        season = self.vocabulary.seasons.get(name)
        if season is None:
            return None
        began = latest_season(season, sane(date(int(year), 12, 31)) if year else on, self.hemisphere)
        return Days(began, moved(began, 3, Unit.MONTH)) if began else None

    def _is_this(self, asked: _Asked, found: Meant) -> bool:
        """Whether it is of this week or year; else the coming one would be meant."""
        start, end = found.days.start, found.days.end
        if weekday_of(asked.words, self.vocabulary) is not None:
            return start >= self.today - self.today.weekday() * DAY
        return start.year == self.today.year or moved(end, NEARER, Unit.MONTH) > self.today


def period(
    text: str, today: date, vocabulary: Vocabulary, hemisphere: Hemisphere = Hemisphere.TROPICS
) -> Period | Misread:
    """A stretch of local days: one with a name, a day, month or year, so many days, or since one of these.

    Without *this* or *last* a week, month or year reaches back from today; with them it is the calendar's,
    weeks beginning on Monday. A season by its name is the latest such; in the tropics there is none. What
    lies ahead is none.
    """
    return in_turn(lambda words: _period(text, today, words, hemisphere), text, vocabulary)


def _period(text: str, today: date, vocabulary: Vocabulary, hemisphere: Hemisphere) -> Period | Misread:
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return phrase
    rest = after_any(phrase, vocabulary.since)
    since = rest != phrase
    asked = _asked(rest, vocabulary)
    if asked is None:
        return Misread(Reason.UNKNOWN, phrase)
    if Stretch.ALL in (vocabulary.periods.get(phrase), asked.name) and asked.which is None:
        return Period(Span.ALL.value, None, None)
    try:
        meant = _ago(rest, today, vocabulary, since) or _Reader(today, vocabulary, hemisphere).meant(asked)
    except (ValueError, OverflowError):
        meant = None
    if meant is None or (meant.days.start > today and asked.which is not None):
        return Misread(Reason.UNKNOWN, phrase)
    so_far = Days(meant.days.start, max(meant.days.start, today) + DAY)
    if since and meant.days.end < so_far.end:
        meant = Meant(Span.SINCE, so_far)
    return _spoken(meant, today)


def begun(text: str, vocabulary: Vocabulary) -> Stretch | None:
    """Which week, month, season or year was asked for as *this* one, so that it may hold little yet."""
    phrase = phrase_of(text)
    asked = None if isinstance(phrase, Misread) else _asked(phrase, vocabulary)
    return asked.name if asked and asked.which is Which.THIS and asked.name in LONG else None


def _asked(rest: str, vocabulary: Vocabulary) -> _Asked | None:
    """None if two of the words for which are there: *the last of next week*."""
    said, which = f" {rest} ", None
    for word in sorted(vocabulary.which, key=len, reverse=True):
        if f" {word} " in said:
            said, which = said.replace(f" {word} ", " ", 1), vocabulary.which[word]
            break
    if any(f" {word} " in said for word in vocabulary.which):
        return None
    said = " ".join(said.split())
    words = essential(said, vocabulary)
    forms = (said, _inner(said, vocabulary), words)
    name = next((vocabulary.periods[form] for form in forms if form in vocabulary.periods), None)
    return _Asked(which, name, said, words)


def _inner(said: str, vocabulary: Vocabulary) -> str:
    """Without the small words around it: *fin de semana* of *el fin de semana*."""
    words = said.split()
    while words and words[0] in vocabulary.small:
        del words[0]
    return " ".join(words)


def _ago(rest: str, today: date, vocabulary: Vocabulary, since: bool) -> Meant | None:
    """``3 days ago``; of weeks, months and years only what they are the beginning of."""
    found = [
        rest.removeprefix(word).removesuffix(word).strip()
        for word in vocabulary.ago
        if rest.startswith(f"{word} ") or rest.endswith(f" {word}")
    ]
    counted = length(essential(found[0], vocabulary), vocabulary) if found else None
    if counted is None or found[0] in vocabulary.units or (counted[1] is not Unit.DAY and not since):
        return None
    number = found[0].split()[0]
    if not (number[0].isdecimal() or number in vocabulary.hours or counted[0] == 1):
        return None  # a few days ago is no day
    start = sane(moved(today, -counted[0], counted[1]))
    return Meant(Span.DAY, Days(start, start + DAY))


def _latest(month: int, day: int, on: date) -> date:
    """The last such date up to and with that day; ValueError if there never was one."""
    return next(found for found in in_years(month, day, range(on.year, on.year - 9, -1)) if found <= on)


def _measured(days: Days) -> Span:
    """A week, month or year if they are as long as one, counted from either end."""
    for span, count, unit in LENGTHS:
        if days.end == moved(days.start, count, unit) or days.start == moved(days.end, -count, unit):
            return span
    return Span.STRETCH


def _spoken(meant: Meant, today: date) -> Period:
    start, tomorrow = meant.days.start, today + DAY
    end = min(meant.days.end, tomorrow) if start <= today else meant.days.end
    if end != start + DAY:
        return Period(meant.span.value, start, end)
    return Period((Span.TODAY if end == tomorrow else Span.DAY).value, start, end)
