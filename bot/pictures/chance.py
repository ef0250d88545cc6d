"""Chance that always falls the same way, so that a picture of the same moments is the same picture."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

_MOST = 2**32
_GOLDEN, _OTHER = 0.6180339887498949, 0.41421356237309503
"""So much further each time, and what lies in a row is never close (equidistribution)."""


def chance(*of: object) -> float:
    """A number from 0 up to 1 that belongs to ``of``, on every machine and in every version."""
    digest = blake2b(repr(of).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / _MOST


def between(low: float, high: float, *of: object) -> float:
    """The same, from ``low`` up to ``high``."""
    return low + (high - low) * chance(*of)


def around(spread: float, *of: object) -> float:
    """Near 0 more often than far from it, never further than ``spread``."""
    return spread * (chance(*of, 1) + chance(*of, 2) - 1)


def some_minute(day: date, place: int) -> int:
    """A minute of the day (0–1439) for the ``place``-th of its moments whose own is not known.

    Those of neighbouring days, and of one day, lie far apart, and in no pattern.
    """
    return int(1440 * ((day.toordinal() * _GOLDEN + place * _OTHER + 0.08 * chance(day, place)) % 1))
