"""Fewer of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def evenly(things: Sequence[Thing], most: int) -> Sequence[Thing]:
    """At most ``most`` (two or more) of ``things``, spread from the first to the last."""
    if len(things) <= most:
        return things
    return [things[n * (len(things) - 1) // (most - 1)] for n in range(most)]
