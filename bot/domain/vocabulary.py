"""The words of a locale that people type, and how text is folded before it is compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from enum import StrEnum
from typing import TypeVar

from bot.domain.kinds import Season
from bot.domain.wording import words as split

DASHES = "‐‑‒–—―−⁓〜~"
COLONS = "∶꞉：︰"
COMMAS = "،、，"
APOSTROPHES = "’ʼ´`"
SAME = {
    ord(odd): plain
    for many, plain in ((DASHES, "-"), (COLONS, ":"), (COMMAS, ","), ("؛;", ";"), (APOSTROPHES, "'"))
    for odd in many
}
PLACE = re.compile(r"[A-Z]{2}|[A-Z]\w+(/\w+)+")
HALF = re.compile(r"\b([ap])\.?\s?m\b\.?")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = frozenset({"hour", "to", "between", "both", "since", "small", "every", "ahead", "ago"})

V = TypeVar("V")


class Half(StrEnum):
    """Which half of the day an hour up to 12 means; ``NIGHT`` is 18:00 to 05:59."""

    AM = "am"
    PM = "pm"
    NIGHT = "night"


class Unit(StrEnum):
    """How a pause is measured."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"


class Return(StrEnum):
    """When nudges come again, said without a number."""

    TOMORROW = "tomorrow"
    AFTER_TOMORROW = "after-tomorrow"
    WEEKEND = "weekend"  # until it; without *until*, over it
    NEXT_WEEK = "next-week"
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
    PAST = "past"


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


def fold(text: str) -> str:
    """Text as it is compared: compatibility forms, accents, case, digits, dashes and colons made plain."""
    plain = unicodedata.normalize("NFKC", text.translate(SAME)).casefold()
    bare = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return HALF.sub(r"\1m", "".join(map(_digit, bare)).translate(SAME))


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A locale's words and phrases, folded, with what they mean.

    ``days`` to weekdays (0 is Monday), ``months`` to 1–12, ``clocks`` to wall times, ``hours`` to 1–12,
    ``parts`` to minutes past such an hour, or before it if negative (*half past*, *y media*, *halb*).
    ``hour`` stands after a number (*20 Uhr*), ``to`` and ``between … both`` make a window, ``since``
    opens a period, ``small`` words are passed over, and what comes ``every`` so many hours is no time.
    What is counted behind ``ahead`` (*in 3 days*) is no period; beside ``ago`` it is a day that was, and
    ``which`` tells one week or summer from another. ``places`` are called so by people and by no map: GB,
    Europe/London, or several of these. ``day_first`` says how 5/1 is read; else it is not. The machine's own
    words, ``mon`` and ``last week``, are always understood; what is not, may be in ``also``.
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
    small: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day_first: bool = False
    also: Vocabulary | None = None

    def __post_init__(self) -> None:
        machine = {name: frozenset([day]) for day, name in enumerate(WEEKDAYS)}
        object.__setattr__(self, "days", {**machine, **self.days})
        object.__setattr__(self, "periods", {**{name.value: name for name in Stretch}, **self.periods})
        object.__setattr__(self, "which", {**{name.value: name for name in Which}, **self.which})

    def place(self, text: str) -> tuple[str, ...]:
        """What people call so; empty if nothing."""
        return self.places.get(_place(text), ()) or (self.also.place(text) if self.also else ())

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> Vocabulary:
        """From the table of a ``typed.toml``; ValueError names the key that cannot be used."""
        tables = {f.name for f in fields(cls)} - WORDS - {"day_first", "also"}
        if unknown := sorted(set(table) - tables - {"schema", "license", "words", "day_first"}):
            raise ValueError(f"“{unknown[0]}” is no table of typed words")
        words = _table(table, "words")
        if unknown := sorted(set(words) - WORDS):
            raise ValueError(f"“words.{unknown[0]}” is no list of typed words")
        return cls(
            days=_read(table, "days", _weekdays),
            months=_read(table, "months", _month),
            clocks=_read(table, "clocks", lambda raw: time.fromisoformat(str(raw))),
            halves=_read(table, "halves", lambda raw: Half(str(raw))),
            hours=_read(table, "hours", lambda raw: _whole(raw, 1, 12)),
            parts=_read(table, "parts", lambda raw: _whole(raw, -59, 59)),
            numbers=_read(table, "numbers", lambda raw: _whole(raw, 1, 999)),
            units=_read(table, "units", lambda raw: Unit(str(raw))),
            returns=_read(table, "returns", lambda raw: Return(str(raw))),
            periods=_read(table, "periods", lambda raw: Stretch(str(raw))),
            which=_read(table, "which", lambda raw: Which(str(raw))),
            seasons=_read(table, "seasons", lambda raw: Season(str(raw))),
            **{name: _list(words, name) for name in WORDS},
            places=_read(table, "places", _places, _place),
            day_first=_truth(table, "day_first"),
            also=None,
        )


def _table(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = table.get(name, {})
    if not isinstance(found, Mapping):
        raise ValueError(f"“{name}” is not a table")
    return found


def _read(
    table: Mapping[str, object],
    name: str,
    value: Callable[[object], V],
    key: Callable[[str], str] | None = None,
) -> dict[str, V]:
    read: dict[str, V] = {}
    for word, raw in _table(table, name).items():
        try:
            read[(key or _key)(word)] = value(raw)
        except (ValueError, TypeError):
            raise ValueError(f"“{name}.{word}” cannot mean {raw!r}") from None
    return read


def _key(word: str) -> str:
    key = " ".join(fold(word).split())
    if not key:
        raise ValueError("an empty word")
    return key


def _place(text: str) -> str:
    return " ".join(split(text))


def _places(raw: object) -> tuple[str, ...]:
    named = tuple(raw) if isinstance(raw, list) else (raw,)
    if not all(isinstance(one, str) and PLACE.fullmatch(one) for one in named):
        raise ValueError("no country or zone")
    return tuple(map(str, named))


def _list(words: Mapping[str, object], name: str) -> frozenset[str]:
    found = words.get(name, ())
    if not isinstance(found, (list, tuple)) or not all(isinstance(word, str) for word in found):
        raise ValueError(f"“words.{name}” is not a list of words")
    return frozenset(map(_key, found))


def _truth(table: Mapping[str, object], name: str) -> bool:
    found = table.get(name, False)
    if not isinstance(found, bool):
        raise ValueError(f"“{name}” is neither true nor false")
    return found


def _weekdays(raw: object) -> frozenset[int]:
    """``0``, ``[0, 2]`` or, for short, ``"02"``."""
    numbers: Iterable[object] = (
        raw if isinstance(raw, list) else map(int, raw) if isinstance(raw, str) else [raw]
    )
    found = frozenset(_whole(number, 0, 6) for number in numbers)
    if not found:
        raise ValueError("no weekday")
    return found


def _month(raw: object) -> int:
    return _whole(raw, 1, 12)


def _whole(raw: object, least: int, most: int) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not least <= raw <= most:
        raise ValueError("not such a number")
    return raw
