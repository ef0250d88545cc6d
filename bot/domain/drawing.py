"""Drawing one minute of some, the same one again after a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

MINUTE = timedelta(minutes=1)
DRAWS = 16
"""Draws before all minutes are looked at one by one; enough unless nearly none is acceptable."""
Stretch = tuple[datetime, datetime]
"""From an instant up to, not with, another."""


def drawn(what: str, stretches: Sequence[Stretch], acceptable: Callable[[datetime], bool]) -> datetime | None:
    """One of the acceptable minutes, each as likely; the same for the same ``what``; None if none is."""
    minutes = sum(_minutes(stretch) for stretch in stretches)
    for n in range(DRAWS if minutes > 0 else 0):
        at = _nth(_hashed(f"{what}|{n}", minutes), stretches)
        if acceptable(at):
            return at
    left = [at for at in (_nth(n, stretches) for n in range(minutes)) if acceptable(at)]
    return left[_hashed(what, len(left))] if left else None


def _minutes(stretch: Stretch) -> int:
    return max(int((stretch[1] - stretch[0]) / MINUTE), 0)


def _nth(n: int, stretches: Sequence[Stretch]) -> datetime:
    """The stretches' minute of that number, from 0."""
    for stretch in stretches[:-1]:
        if n < _minutes(stretch):
            return stretch[0] + n * MINUTE
        n -= _minutes(stretch)
    return stretches[-1][0] + n * MINUTE


def _hashed(what: str, below: int) -> int:
    """A number from 0 up to, not with, ``below``; the same after a restart."""
    return int.from_bytes(blake2b(what.encode(), digest_size=8).digest()) % below
