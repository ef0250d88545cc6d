"""Prompts: what one is, what is remembered of those that went out, and for which situation one is wanted."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from hashlib import blake2b
from typing import NamedTuple, Protocol, TypeVar

from bot.domain.frames import frame
from bot.domain.kinds import Category, Depth, Need, PartOfDay, Season, Subject, Tense, Tone
from bot.domain.taste import Taste
from bot.domain.wording import words


def text_hash(text: str) -> str:
    """16 hex digits that stay the same when only case, spacing or punctuation of ``text`` change."""
    return blake2b(" ".join(words(text)).encode(), digest_size=8).hexdigest()


def opening(text: str) -> str:
    """The first word of ``text``, folded; what has no words opens with itself."""
    return next(iter(words(text)), text)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One invitation. ``id`` is never reused within its locale; empty ``season`` means all year.

    ``variants`` are other wordings of the same idea, sharing its rest; ``hashes``, ``frames`` and
    ``openings`` (first words) cover them.
    """

    id: str
    text: str
    category: Category
    slots: frozenset[PartOfDay] = frozenset({PartOfDay.ANY})
    depth: Depth = Depth.LIGHT
    season: frozenset[Season] = frozenset()
    tense: Tense = Tense.TODAY
    sensitive: frozenset[Subject] = frozenset()
    needs: frozenset[Need] = frozenset()
    tone: Tone = Tone.PLAIN
    variants: tuple[str, ...] = ()
    retired: bool = False
    hashes: tuple[str, ...] = field(init=False, repr=False, compare=False)
    frames: tuple[str, ...] = field(init=False, repr=False, compare=False)
    openings: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hashes", tuple(map(text_hash, self.wordings)))
        object.__setattr__(self, "frames", tuple(map(frame, self.wordings)))
        object.__setattr__(self, "openings", tuple(map(opening, self.wordings)))

    @property
    def wordings(self) -> tuple[str, ...]:
        """The text and its variants."""
        return (self.text, *self.variants)

    @property
    def slow(self) -> bool:
        """Asks for more than a glance: deep, or about a memory."""
        return self.depth is Depth.DEEP or self.category is Category.MEMORY


class Sent(NamedTuple):
    """A wording that went to a person; ``at`` aware UTC, ``day`` the person's local day."""

    prompt_id: str
    text_hash: str
    category: Category
    at: datetime
    day: date


class Shown(NamedTuple):
    """The same as it is read back by the hundred: ``shown_at`` aware, in ISO 8601."""

    prompt_id: str
    text_hash: str
    category: str
    shown_at: str

    @property
    def at(self) -> datetime:
        """The instant."""
        return datetime.fromisoformat(self.shown_at)


Earlier = Sent | Shown
"""Something that was sent, when choosing what comes next."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that counts when choosing, besides the library and what was sent. ``now`` is aware UTC.

    ``lacking`` is what the person cannot use (no prompt may need it); ``declined`` the hashes
    of what they never want again; ``tender`` is true after a hard day.
    """

    now: datetime
    part: PartOfDay
    season: Season | None = None
    first_days: bool = False
    tender: bool = False
    muted: frozenset[Category] = frozenset()
    muted_subjects: frozenset[Subject] = frozenset()
    lacking: frozenset[Need] = frozenset()
    declined: frozenset[str] = frozenset()
    taste: Taste = field(default_factory=Taste)


@dataclass(frozen=True, slots=True)
class Choice:
    """A prompt and the one of its wordings to send."""

    prompt: Prompt
    text: str

    def sent(self, at: datetime, day: date) -> Sent:
        """How it is remembered once it went out."""
        return Sent(self.prompt.id, text_hash(self.text), self.prompt.category, at, day)


def part_of_day(wall: time) -> PartOfDay:
    """Morning from 4, midday from 11, evening from 17, night from 22 o'clock."""
    starts = ((4, PartOfDay.NIGHT), (11, PartOfDay.MORNING), (17, PartOfDay.MIDDAY), (22, PartOfDay.EVENING))
    return next((part for hour, part in starts if wall.hour < hour), PartOfDay.NIGHT)


class HasId(Protocol):
    """A line of the library."""

    @property
    def id(self) -> str:
        """Never reused."""


L = TypeVar("L", bound=HasId)


def pick_line(lines: Sequence[L], recent_ids: Sequence[str], rng: random.Random) -> L:
    """One of ``lines`` (not empty), none of those last used (``recent_ids``, newest first; half rests)."""
    own = {line.id for line in lines}
    resting = set([key for key in dict.fromkeys(recent_ids) if key in own][: len(lines) // 2])
    return rng.choice([line for line in lines if line.id not in resting])
