"""Chance that always falls the same way, so that a picture of the same moments is the same picture."""

from __future__ import annotations

from hashlib import blake2b

_MOST = 2**32


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
