"""Which moment comes back: fair, so that each is seen before one is seen again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

RECENT = timedelta(days=3)
"""What is younger is remembered anyway."""
NEAR_TIMES = 2
"""How often a moment that is kept near comes in one round."""
ECHOES = (timedelta(days=7), timedelta(days=30), timedelta(days=91))
AFTER_HARD = timedelta(days=3)
"""For so long after a hard day nothing comes back unasked: a low mood can taint what it meets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A moment that may come back. ``round`` is the last in which it came (0: never), ``times`` how often.

    ``shown_at`` is aware UTC; ``near`` is what its person wants to meet more often.
    """

    glimmer_id: int
    day: date
    near: bool = False
    round: int = 0
    times: int = 0
    shown_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """The choice, and the round it was made in."""

    glimmer_id: int
    round: int


def remember(candidates: Sequence[Candidate], today: date, rng: random.Random) -> Remembered | None:
    """One of ``candidates``: none twice in a round, but those kept near; None if there are none.

    Anniversaries, what never came and what is kept near are likelier. Of the last three days only if
    there is nothing else.
    """
    left, current = _left(_old(candidates, today))
    return _one_of(left, current, today, rng)


def remember_this_day(candidates: Sequence[Candidate], today: date, rng: random.Random) -> Remembered | None:
    """One of ``candidates`` whose anniversary is ``today``; None if there is none but what came last.

    It goes by the same round as ``remember``, and begins another only where nobody is left in that. One that
    came in it already may come again, since its date is what brings it.
    """
    old = _old(candidates, today)
    left, current = _left(old)
    echoing = _of_this_day(left, today) or _of_this_day(_without_latest(old), today)
    return _one_of(echoing, current, today, rng)


def _old(candidates: Sequence[Candidate], today: date) -> list[Candidate]:
    return [c for c in candidates if today - c.day >= RECENT] or list(candidates)


def _left(candidates: Sequence[Candidate]) -> tuple[list[Candidate], int]:
    """What may still come in the round, and that round: another one if nothing may."""
    current = max((1, *(c.round for c in candidates)))
    left = [c for c in candidates if c.round < current] + _near_again(candidates, current)
    return (left, current) if left else (_without_latest(candidates), current + 1)


def _of_this_day(candidates: Sequence[Candidate], today: date) -> list[Candidate]:
    return [c for c in candidates if is_anniversary(c.day, today)]


def _one_of(
    candidates: Sequence[Candidate], current: int, today: date, rng: random.Random
) -> Remembered | None:
    if not candidates:
        return None
    chosen = rng.choices(candidates, [_weight(c, today) for c in candidates])[0]
    return Remembered(chosen.glimmer_id, current)


def _near_again(candidates: Sequence[Candidate], current: int) -> list[Candidate]:
    latest = _latest(candidates)
    return [
        c for c in candidates if c.near and c.round == current and c.times < NEAR_TIMES and c is not latest
    ]


def _without_latest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """All but the one that came last, so that a new round does not begin with it."""
    latest = _latest(candidates)
    return [c for c in candidates if c is not latest] or list(candidates)


def _latest(candidates: Sequence[Candidate]) -> Candidate | None:
    shown = [c for c in candidates if c.shown_at is not None]
    return max(shown, key=lambda c: (c.shown_at, c.glimmer_id), default=None)


def _weight(candidate: Candidate, today: date) -> int:
    weight = 8 if echoes(candidate.day, today) else 1
    return weight * (1 if candidate.round else 2) * (2 if candidate.near else 1)


def echoes(day: date, today: date) -> bool:
    """Whether ``today`` is an anniversary of ``day``, or a week, a month or a season after it."""
    return is_anniversary(day, today) or today - day in ECHOES


def is_anniversary(day: date, today: date) -> bool:
    """The same date of an earlier year; 29 February is remembered on the 28th of other years."""
    if day.year >= today.year:
        return False
    return (day.month, day.day) == (today.month, today.day) or (
        (day.month, day.day) == (2, 29)
        and (today.month, today.day) == (2, 28)
        and (today + timedelta(days=1)).month == 3
    )
