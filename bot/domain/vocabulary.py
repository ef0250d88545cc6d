"""The words of a locale that people type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from enum import StrEnum
from typing import TypeVar

from bot.domain.kinds import Season
from bot.domain.typed_tables import month, place_key, places, read, table_in, truth, weekdays, whole, words_in
from bot.domain.wording import words as split

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALONE = frozenset({"day_first", "also"})
WORDS = frozenset({"hour", "to", "between", "both", "since", "begins", "small", "every", "ahead", "ago"})

V = TypeVar("V")


class Half(StrEnum):
    """Which half of the day an hour up to 12 means; ``NIGHT`` is 18:00 to 05:59."""

    AM = "am"
    PM = "pm"
    NIGHT = "night"


HALVES = {"am": Half.AM, "pm": Half.PM, "a.m.": Half.AM, "p.m.": Half.PM}
"""Understood in every language, where they are no small words of it."""


class Unit(StrEnum):
    """How a pause is measured."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"


class Return(StrEnum):
    """When nudges come again, said without a number: on that day, or without *until*, after that stretch."""

    TODAY = "today"
    TOMORROW = "tomorrow"  # with *until* and without
    AFTER_TOMORROW = "after-tomorrow"  # likewise
    WEEKEND = "weekend"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    THIS_MONTH = "this-month"
    NEXT_MONTH = "next-month"
    NEVER = "never"


class Stretch(StrEnum):
    """A period that has a name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    BEFORE_YESTERDAY = "before-yesterday"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    ALL = "all"


class Which(StrEnum):
    """Which week or summer. A ``PAST`` week reaches back from today, as one without such a word does."""

    THIS = "this"
    LAST = "last"
    PAST = "past"
    BEFORE_LAST = "before-last"
    NEXT = "next"


class Reason(StrEnum):
    """Why a text was not understood."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    NO_SUCH_TIME = "no-such-time"
    UNKNOWN = "unknown"
    UNCLEAR = "unclear"  # it can mean more than one thing, or nothing that can be done
    PAST = "past"


OPEN = frozenset({Reason.UNKNOWN, Reason.EMPTY})
"""It may be another language."""


@dataclass(frozen=True, slots=True)
class Misread:
    """What was not understood: ``what`` is the piece in question, folded and cut; empty if the whole."""

    reason: Reason = Reason.UNKNOWN
    what: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", self.what[:QUOTED])


LONGEST = 300
"""Characters; what is longer is not looked at."""
QUOTED = 40
"""Characters of it that are quoted back."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A locale's words and phrases, folded, with what they mean.

    ``days`` to weekdays (0 is Monday), ``months`` to 1–12, ``clocks`` to wall times, ``hours`` to 1–12,
    ``parts`` to minutes past such an hour, or before it if negative (*half past*, *y media*, *halb*).
    ``hour`` stands after a number (*20 Uhr*), ``to`` and ``between … both`` make a window, ``since``
    opens a period, what ``begins`` later is no pause, ``small`` words are passed over, and what comes
    ``every`` so many hours is no time. What is counted behind ``ahead`` (*in 3 days*) is no period or pause;
    beside ``ago`` it is a day that was, and ``which`` tells one week or summer from another. ``places`` are
    called so by people and by no map: GB, Europe/London, or several of these; ``regions`` so behind a
    comma; ``cities`` have a name of their own in it. ``day_first`` says how 5/1 is read; else it is not. The
    machine's own words, ``mon``, ``pm`` and ``last week``, are always understood; what is not, may be in
    ``also``.
    """

    days: Mapping[str, frozenset[int]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    clocks: Mapping[str, time] = field(default_factory=dict)
    halves: Mapping[str, Half] = field(default_factory=dict)
    hours: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    returns: Mapping[str, Return] = field(default_factory=dict)
    periods: Mapping[str, Stretch] = field(default_factory=dict)
    which: Mapping[str, Which] = field(default_factory=dict)
    seasons: Mapping[str, Season] = field(default_factory=dict)
    hour: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = False
    also: Vocabulary | None = None

    def __post_init__(self) -> None:
        machine = {name: frozenset([day]) for day, name in enumerate(WEEKDAYS)}
        halves = {word: half for word, half in HALVES.items() if word not in self.small}
        object.__setattr__(self, "days", {**machine, **self.days})
        object.__setattr__(self, "halves", {**halves, **self.halves})
        object.__setattr__(self, "periods", {**{name.value: name for name in Stretch}, **self.periods})
        object.__setattr__(self, "which", {**{name.value: name for name in Which}, **self.which})

    def place(self, text: str) -> tuple[str, ...]:
        """What people call so; empty if nothing."""
        return self.places.get(place_key(text), ()) or (self.also.place(text) if self.also else ())

    def region(self, text: str) -> tuple[str, ...]:
        """What people call so behind a comma; empty if nothing."""
        own = self.regions.get(place_key(text), ()) or self.places.get(place_key(text), ())
        return (*own, *(self.also.region(text) if self.also else ()))

    def knows(self, text: str) -> bool:
        """Whether each word of it is one of its language's, in whatever meaning."""
        own = self._words() - Vocabulary()._words()
        return own.issuperset(word for word in split(text) if word.isalpha())

    def _words(self) -> set[str]:
        tables = (getattr(self, f.name) for f in fields(self) if f.name not in {*ALONE, "regions"})
        return {word for table in tables for phrase in table for word in split(phrase)}

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> Vocabulary:
        """From the table of a ``typed.toml``; ValueError names the key that cannot be used."""
        tables = {f.name for f in fields(cls)} - WORDS - ALONE
        if unknown := sorted(set(table) - tables - {"schema", "license", "words", "day_first"}):
            raise ValueError(f"“{unknown[0]}” is no table of typed words")
        words = table_in(table, "words")
        if unknown := sorted(set(words) - WORDS):
            raise ValueError(f"“words.{unknown[0]}” is no list of typed words")
        return cls(
            days=read(table, "days", weekdays),
            months=read(table, "months", month),
            clocks=read(table, "clocks", lambda raw: time.fromisoformat(str(raw))),
            halves=read(table, "halves", lambda raw: Half(str(raw))),
            hours=read(table, "hours", lambda raw: whole(raw, 1, 12)),
            parts=read(table, "parts", lambda raw: whole(raw, -59, 59)),
            numbers=read(table, "numbers", lambda raw: whole(raw, 1, 999)),
            units=read(table, "units", lambda raw: Unit(str(raw))),
            returns=read(table, "returns", lambda raw: Return(str(raw))),
            periods=read(table, "periods", lambda raw: Stretch(str(raw))),
            which=read(table, "which", lambda raw: Which(str(raw))),
            seasons=read(table, "seasons", lambda raw: Season(str(raw))),
            **{name: words_in(words, name) for name in WORDS},
            places=read(table, "places", places, place_key),
            regions=read(table, "regions", places, place_key),
            cities=read(table, "cities", str, place_key),
            day_first=truth(table, "day_first"),
            also=None,
        )


def in_turn(read: Callable[[Vocabulary], V | Misread], text: str, words: Vocabulary) -> V | Misread:
    """What is read in these words, or else in those beside them; what was misread is told in these.

    What has only words of these means nothing there, such as Spanish *mar*, a Tuesday or March.
    """
    found = read(words)
    if words.also is None or not isinstance(found, Misread) or found.reason not in OPEN or words.knows(text):
        return found
    other = read(words.also)
    return found if isinstance(other, Misread) and other.reason in OPEN else other
