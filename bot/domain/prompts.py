"""Prompts, and how the next one is chosen: fresh for years, never against somebody's wishes."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from typing import Protocol, TypeVar

from bot.domain.kinds import Category, Depth, Need, PartOfDay, Season, Subject, Tense, Tone
from bot.domain.taste import Taste
from bot.domain.wording import words

FIRST_DAYS = timedelta(days=14)
"""How long somebody is new: only light prompts until then."""
ROTATION = 4
"""No category of the last so many sends."""
PACE = 7
"""At most one in so many sends is deep or about a memory."""
RECOVERY_DAYS = 90
"""After so many days a wording has half its weight back."""
EXPLORE = 0.15
"""How often taste is left aside."""


def text_hash(text: str) -> str:
    """16 hex digits that stay the same when only case, spacing or punctuation of ``text`` change."""
    return blake2b(" ".join(words(text)).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Prompt:
    """One invitation. ``id`` is never reused within its locale; empty ``season`` means all year.

    ``variants`` are other wordings of the same idea, sharing its rest; ``hashes`` covers them too.
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

    def __post_init__(self) -> None:
        object.__setattr__(self, "hashes", tuple(map(text_hash, self.wordings)))

    @property
    def wordings(self) -> tuple[str, ...]:
        """The text and its variants."""
        return (self.text, *self.variants)

    @property
    def slow(self) -> bool:
        """Asks for more than a glance: deep, or about a memory."""
        return self.depth is Depth.DEEP or self.category is Category.MEMORY


@dataclass(frozen=True, slots=True)
class Sent:
    """A wording that went to a person; ``at`` aware UTC, ``day`` the person's local day."""

    prompt_id: str
    text_hash: str
    category: Category
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Situation:
    """All that counts when choosing, besides the library and what was sent. ``now`` is aware UTC.

    ``lacking`` is what the person cannot use (no prompt may need it); ``declined`` the ids they
    never want again; ``tender`` is true after a hard day.
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


def horizon(count: int) -> int:
    """How many sends, newest first, ``choose`` looks at in a library of ``count`` prompts.

    Twice round the library: what is older has its weight back, so storage need not read it.
    """
    return max(2 * count, PACE)


def choose(
    prompts: Sequence[Prompt], history: Sequence[Sent], situation: Situation, rng: random.Random
) -> Choice | None:
    """The next prompt; ``history`` is newest first, and ``horizon(len(prompts))`` of it suffice.

    The rules are those of docs/decisions/401. None if mutes, needs, declined ids, tenderness, the
    first days and the part of the day together leave nothing: those are never relaxed.
    """
    past = _Past.of(prompts, history[: horizon(len(prompts))])
    in_season = frozenset({situation.season} if situation.season else ())
    for seasons in (in_season, frozenset(Season)):
        candidates = fitting(prompts, situation, seasons)
        for rested in _relaxed(candidates, past):
            if rested:
                return _draw(rested, past, situation, rng)
    return None


@dataclass(frozen=True, slots=True)
class _Past:
    """What was sent, newest first; ``ago`` says how many sends ago an id or a text hash was last used."""

    history: Sequence[Sent]
    ago: Mapping[str, int]
    lasts: Mapping[str, int]
    """The same by prompt, in whatever wording: those that were used."""
    since_slow: int

    @classmethod
    def of(cls, prompts: Sequence[Prompt], history: Sequence[Sent]) -> _Past:
        ago: dict[str, int] = {}
        for i in range(len(history) - 1, -1, -1):
            sent = history[i]
            ago[sent.prompt_id] = ago[sent.text_hash] = i
        lately = history[:PACE]
        deep = {prompt.id for prompt in prompts if prompt.depth is Depth.DEEP} if lately else set()
        slow = (i for i, s in enumerate(lately) if s.category is Category.MEMORY or s.prompt_id in deep)
        return cls(history, ago, _lasts(prompts, ago) if ago else {}, next(slow, PACE))

    def last(self, prompt: Prompt) -> int:
        """How many sends ago ``prompt`` was last used in whatever wording; the whole past if never."""
        return self.lasts.get(prompt.id, len(self.history))

    def recovery(self, prompt: Prompt, now: datetime) -> float:
        """From 0 just after it was sent towards 1; 1 if never sent."""
        last = self.last(prompt)
        if last == len(self.history):
            return 1.0
        days = (now - self.history[last].at).total_seconds() / 86_400
        return float(max(1e-3, 1 - 0.5 ** (max(days, 0.0) / RECOVERY_DAYS)))


def _lasts(prompts: Sequence[Prompt], ago: Mapping[str, int]) -> dict[str, int]:
    """This runs for every prompt of the library, at every choice."""
    used = ago.keys()
    return {
        prompt.id: min(ago[key] for key in (prompt.id, *prompt.hashes) if key in used)
        for prompt in prompts
        if prompt.id in used or not used.isdisjoint(prompt.hashes)
    }


def fitting(prompts: Sequence[Prompt], situation: Situation, seasons: frozenset[Season]) -> list[Prompt]:
    """What may be asked at all; only the season is negotiable."""
    deck = {Category.TENDER, Category.OPEN} if situation.tender else set(Category) - {Category.TENDER}
    deck -= situation.muted
    depths = _depths(situation)
    parts = {PartOfDay.ANY, situation.part}
    return [
        prompt
        for prompt in prompts
        if prompt.category in deck
        and prompt.depth in depths
        and not prompt.retired
        and not prompt.slots.isdisjoint(parts)
        and (not prompt.season or not prompt.season.isdisjoint(seasons))
        and prompt.sensitive.isdisjoint(situation.muted_subjects)
        and prompt.needs.isdisjoint(situation.lacking)
        and prompt.id not in situation.declined
    ]


def _depths(situation: Situation) -> Collection[Depth]:
    if situation.first_days:
        return {Depth.LIGHT}
    return {Depth.LIGHT, Depth.MEDIUM} if situation.tender else set(Depth)


def _relaxed(candidates: Sequence[Prompt], past: _Past) -> Iterator[list[Prompt]]:
    """What has rested: strictly first, then with rotation, pace and window given up one by one."""
    window = len(candidates) // 2
    least = min(window, len(past.history))
    spent = {key for key, last in past.lasts.items() if last < least}
    unspent = [prompt for prompt in candidates if prompt.id not in spent]
    paced = [p for p in unspent if not p.slow] if past.since_slow < PACE - 1 else unspent
    for rotation in range(ROTATION, -1, -1):
        recent = {sent.category for sent in past.history[:rotation]}
        yield [prompt for prompt in paced if prompt.category not in recent]
    yield unspent
    while window:
        window //= 2
        yield [prompt for prompt in candidates if past.last(prompt) >= window]


def _draw(prompts: Sequence[Prompt], past: _Past, situation: Situation, rng: random.Random) -> Choice:
    used, now = past.lasts, situation.now
    weights = [past.recovery(prompt, now) if prompt.id in used else 1.0 for prompt in prompts]
    if rng.random() >= EXPLORE:
        liking = {category: situation.taste.factor(category) for category in Category}
        weights = [w * liking[prompt.category] for w, prompt in zip(weights, prompts, strict=True)]
    prompt = rng.choices(prompts, weights)[0]
    never = len(past.history)
    rest = [past.ago.get(key, never) for key in prompt.hashes]
    freshest = [text for text, r in zip(prompt.wordings, rest, strict=True) if r == max(rest)]
    return Choice(prompt, rng.choice(freshest))


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
