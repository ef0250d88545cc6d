"""Lines of the library besides prompts: acknowledgements, re-invitations, recap lines, support, themes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.kinds import Category


class When(StrEnum):
    """What a person did that an acknowledgement answers."""

    ANY = "any"
    FIRST = "first"
    SHORT = "short"
    PHOTO = "photo"
    VOICE = "voice"
    MIXED = "mixed"
    LATE = "late"
    NONE_TODAY = "none_today"


@dataclass(frozen=True, slots=True)
class Ack:
    """An acknowledgement.

    ``follow_up`` if it asks something gentle, ``words`` if it is only true of something written,
    ``wordless`` if only of something without words.
    """

    id: str
    when: When
    text: str
    follow_up: bool = False
    words: bool = False
    wordless: bool = False

    def suits(self, text: str) -> bool:
        """Whether it is true of something with these words."""
        return not self.wordless if text else not self.words


class Stage(StrEnum):
    """How long a silence has lasted when a re-invitation is due; ``RETURN`` is the end of it."""

    FIRST = "1"
    SECOND = "2"
    FINAL = "3"
    RETURN = "return"


class ReinviteButton(StrEnum):
    """What a re-invitation offers."""

    KEEP = "keep"
    OTHER_TIME = "other_time"
    FEWER = "fewer"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Reinvite:
    """A re-invitation."""

    id: str
    stage: Stage
    text: str
    buttons: tuple[ReinviteButton, ...] = ()


class Part(StrEnum):
    """Where in a recap a line stands."""

    INTRO = "intro"
    OUTRO = "outro"


class Span(StrEnum):
    """What a recap line is about; ``FEW`` and ``NONE`` for how little there is."""

    TODAY = "today"
    DAY = "day"  # another one
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    STRETCH = "stretch"  # any other number of days
    SINCE = "since"  # from a day until now
    ALL = "all"
    FEW = "few"
    NONE = "none"
    LOOKBACK = "lookback"


@dataclass(frozen=True, slots=True)
class RecapLine:
    """A line of a recap with ``least`` to ``most`` entries (``most`` None: any number).

    One that is ``whole`` is only true of a whole week, month, season or year.
    """

    id: str
    part: Part
    span: Span
    text: str
    least: int = 0
    most: int | None = None
    whole: bool = False

    def suits(self, entries: int, whole: bool) -> bool:
        """Whether it may stand in a recap of so many entries, of a period that is whole or not."""
        if self.whole and not whole:
            return False
        return self.least <= entries and (self.most is None or entries <= self.most)


@dataclass(frozen=True, slots=True)
class SupportLine:
    """Somebody who can be reached in a country, checked by a person on ``verified_on`` at ``source``."""

    country: str
    name: str
    verified_on: date
    source: str
    phone: str = ""
    text: str = ""
    url: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """Where help is found: an international directory, and verified lines per country."""

    directory: str = "https://findahelpline.com"
    lines: tuple[SupportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """What words show a category: whole ``words``, ``stems`` that begin a word, and emoji; folded.

    ``tags`` are its names as #tags, besides its English one.
    """

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    emoji: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A locale's themes by category; empty for a locale that has none.

    ``stopwords`` are the language's small words, folded: they say nothing by coming back, and tell which
    language a text is in. ``capital_nouns``: nouns have a capital, as in German.
    """

    themes: Mapping[Category, Theme] = field(default_factory=dict)
    stopwords: frozenset[str] = frozenset()
    capital_nouns: bool = False
