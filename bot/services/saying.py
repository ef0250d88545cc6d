"""Saying one of several lines, so that what a person hears stays fresh."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from bot.domain.person import Person
from bot.domain.prompts import HasId, pick_line
from bot.storage.steps import Steps

L = TypeVar("L", bound=HasId)


def say_one(lines: Sequence[L], person: Person, steps: Steps) -> L:
    """One of ``lines`` (not empty), none of those heard lately; remembered as heard.

    Chance hangs on the line heard before: done again after a crash, it says the same.
    """
    rng = random.Random(f"{person.id}:{steps.last_said(person.id)}")  # noqa: S311 - freshness, no secret
    line = pick_line(lines, steps.heard(person.id), rng)
    steps.said(person.id, line.id)
    return line
