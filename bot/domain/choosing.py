"""How the next prompt is chosen: fresh for years, never against somebody's wishes."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.frames import PLAIN
from bot.domain.kinds import Category, Depth, PartOfDay, Season
from bot.domain.prompts import Choice, Earlier, Prompt, Situation
from bot.domain.taste import Taste

FIRST_DAYS = timedelta(days=14)
"""How long somebody is new: only light prompts until then."""
ROTATION = 4
"""No category of the last so many sends."""
PACE = 7
"""At most one in so many sends is deep or about a memory."""
RECOVERY_DAYS = 90
"""After so many days a wording has half its weight back."""
UNSEEN = 100.0
"""How much more often something comes that did not come within the horizon."""
EXPLORE = 0.15
"""How often taste is left aside."""


def horizon(count: int) -> int:
    """How many sends, newest first, ``choose`` looks at in a library of ``count`` prompts.

    Two thirds of a round, more than any window: what is older counts as new, so storage need not read it.
    """
    return max(2 * count // 3, PACE)


def ask(
    prompts: Sequence[Prompt], history: Sequence[Earlier], situation: Situation, rng: random.Random
) -> Choice | None:
    """As ``choose``; who was never asked gets something light about nothing in particular, if there is."""
    easy = () if history else [p for p in prompts if p.category is Category.OPEN and p.depth is Depth.LIGHT]
    return choose(easy, (), situation, rng) or choose(prompts, history, situation, rng)


def choose(
    prompts: Sequence[Prompt], history: Sequence[Earlier], situation: Situation, rng: random.Random
) -> Choice | None:
    """The next prompt; ``history`` is newest first, and ``horizon(len(prompts))`` of it suffice.

    ``prompts`` are those in use. The rules are those of docs/decisions/401. None if mutes, needs, what
    was declined, tenderness, the first days and the part of the day together leave nothing: those are
    never relaxed.
    """
    past = _Past.of(prompts, history[: horizon(len(prompts))])
    in_season = frozenset({situation.season} if situation.season else ())
    for seasons in (in_season, frozenset(Season)):
        candidates = fitting(prompts, situation, seasons)
        lasts = past.lasts(candidates)
        for rested in _relaxed(candidates, lasts, past):
            if rested:
                return _draw(past.unlike(rested), lasts, past, situation, rng)
    return None


@dataclass(frozen=True, slots=True)
class _Past:
    """What was sent, newest first; ``ago`` says how many sends ago an id or a text hash was last used.

    ``since_slow``: how many sends ago something slow came; ``frame`` and ``opening``: how the last one
    was put together, unless plainly, and its first word.
    """

    history: Sequence[Earlier]
    ago: Mapping[str, int]
    since_slow: int
    frame: str
    opening: str

    @classmethod
    def of(cls, prompts: Sequence[Prompt], history: Sequence[Earlier]) -> _Past:
        ago: dict[str, int] = {}
        first_said = ago.setdefault
        for i, sent in enumerate(history):
            first_said(sent[0], i)
            first_said(sent[1], i)
        return cls(history, ago, *_latest(prompts, history[:PACE]))

    def lasts(self, candidates: Sequence[Prompt]) -> dict[str, int]:
        """How many sends ago each was last used, in whatever wording; those that never were are left out."""
        found: dict[str, int] = {}
        used_ago = self.ago.get
        for prompt in candidates:  # hundreds, at every choice
            last = used_ago(prompt.id)
            for key in prompt.hashes:
                ago = used_ago(key)
                if ago is not None and (last is None or ago < last):
                    last = ago
            if last is not None:
                found[prompt.id] = last
        return found

    def unlike(self, rested: list[Prompt]) -> list[Prompt]:
        """Those of ``rested`` that read otherwise than the last one, as far as there are any."""
        other = [p for p in rested if self.frame not in p.frames] or rested
        return [p for p in other if self.opening not in p.openings] or other

    def recovery(self, last: int, now: datetime) -> float:
        """From 0 just after it was sent, ``last`` sends ago, towards 1."""
        days = (now - self.history[last].at).total_seconds() / 86_400
        return float(max(1e-3, 1 - 0.5 ** (max(days, 0.0) / RECOVERY_DAYS)))


def _latest(prompts: Sequence[Prompt], lately: Sequence[Earlier]) -> tuple[int, str, str]:
    """Sends since something slow; frame and first word of the last wording, if it is still there."""
    ids = {sent.prompt_id for sent in lately}
    known = {prompt.id: prompt for prompt in prompts if prompt.id in ids} if ids else {}
    slow = (
        i
        for i, sent in enumerate(lately)
        if sent.category == Category.MEMORY
        or (sent.prompt_id in known and known[sent.prompt_id].depth is Depth.DEEP)
    )
    last = known.get(lately[0].prompt_id) if lately else None
    said = zip(last.hashes, last.frames, last.openings, strict=True) if last else ()
    frame, opening = next(((f, o) for key, f, o in said if key == lately[0].text_hash), (PLAIN, ""))
    return next(slow, PACE), "" if frame == PLAIN else frame, opening


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
        and not prompt.slots.isdisjoint(parts)
        and (not prompt.season or not prompt.season.isdisjoint(seasons))
        and prompt.sensitive.isdisjoint(situation.muted_subjects)
        and prompt.needs.isdisjoint(situation.lacking)
        and situation.declined.isdisjoint(prompt.hashes)
    ]


def _depths(situation: Situation) -> Collection[Depth]:
    if situation.first_days:
        return {Depth.LIGHT}
    return {Depth.LIGHT, Depth.MEDIUM} if situation.tender else set(Depth)


def _relaxed(candidates: Sequence[Prompt], lasts: Mapping[str, int], past: _Past) -> Iterator[list[Prompt]]:
    """What has rested: strictly first, then with rotation, pace and window given up one by one."""
    window = len(candidates) // 2
    least = min(window, len(past.history))
    spent = {key for key, last in lasts.items() if last < least}
    unspent = [prompt for prompt in candidates if prompt.id not in spent]
    paced = [p for p in unspent if not p.slow] if past.since_slow < PACE - 1 else unspent
    for rotation in range(ROTATION, -1, -1):
        recent = {sent.category for sent in past.history[:rotation]}
        yield [prompt for prompt in paced if prompt.category not in recent]
    yield unspent
    never = len(past.history)
    while window:
        window //= 2
        yield [prompt for prompt in candidates if lasts.get(prompt.id, never) >= window]


def _draw(
    prompts: Sequence[Prompt],
    lasts: Mapping[str, int],
    past: _Past,
    situation: Situation,
    rng: random.Random,
) -> Choice:
    now = situation.now
    taste = situation.taste if rng.random() >= EXPLORE else Taste()
    liking = taste.factors()
    weights = [
        (UNSEEN if (last := lasts.get(prompt.id)) is None else past.recovery(last, now))
        * liking[prompt.category]
        for prompt in prompts
    ]
    prompt = rng.choices(prompts, weights)[0]
    never = len(past.history)
    rest = [past.ago.get(key, never) for key in prompt.hashes]
    freshest = [text for text, r in zip(prompt.wordings, rest, strict=True) if r == max(rest)]
    return Choice(prompt, rng.choice(freshest))
