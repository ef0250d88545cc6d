"""The ladder: how nudges grow fewer while none is answered, and end (CONTENT 2.2). Any word steps off it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil

from bot.domain.lines import Stage
from bot.domain.slots import EVERY_DAY, Slot

FEW_DAYS = frozenset({0, 2, 4})
"""Monday, Wednesday, Friday: less than every day."""


class Rung(StrEnum):
    """How far a silence has come."""

    AS_CHOSEN = "as-chosen"
    SPARSE = "sparse"
    RARE = "rare"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Step:
    """What a rung means: local days from one nudge to the next at least (0: as chosen), and which
    re-invitation stands in for the next prompt, if one does."""

    rung: Rung
    every: int = 0
    stage: Stage | None = None


def step(unanswered: int, patience: int | None) -> Step:
    """Where somebody stands after so many unanswered nudges, of whom ``patience`` are too many.

    With ten: from three on every second day, the first of them a re-invitation; after seven the
    question whether another time would be better; from eight on every fourth day; after ten a last
    message, and rest. Other patience stretches it; None is no ladder at all.
    """
    if patience is None:
        return Step(Rung.AS_CHOSEN)
    sparse, asked = _marks(patience)
    if unanswered < sparse:
        return Step(Rung.AS_CHOSEN)
    if unanswered <= asked:
        stage = {sparse: Stage.FIRST, asked: Stage.SECOND}.get(unanswered)
        return Step(Rung.SPARSE, 2, stage)
    if unanswered <= patience:
        return Step(Rung.RARE, 4, Stage.FINAL if unanswered == patience else None)
    return Step(Rung.REST)


def _marks(patience: int) -> tuple[int, int]:
    """After how many it becomes sparse, and after how many it is asked what would be better."""
    asked = min(ceil(patience * 0.7), patience - 1)
    return min(ceil(patience * 0.3), asked - 1), asked


def allows(at: Step, last: date | None, day: date) -> bool:
    """Whether the rung lets a nudge go out on that local day, the last one being of ``last``."""
    if at.rung is Rung.REST:
        return False
    return last is None or abs((day - last).days) >= at.every  # a clock that ran ahead leaves later days


def fewer(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Less often: one slot of several; of one, three days a week, then one; below that as it is."""
    if len(slots) > 1:
        return (max(slots, key=lambda slot: len(slot.days)),)
    return tuple(replace(slot, days=_fewer_days(slot.days)) for slot in slots)


def _fewer_days(days: frozenset[int]) -> frozenset[int]:
    if len(days) <= 1:
        return days
    few = days & FEW_DAYS if days == EVERY_DAY else frozenset()
    return few or frozenset({max(days)})


def weekly(slots: Sequence[Slot]) -> int:
    """The rate that was chosen: nudges in a week."""
    return sum(len(slot.days) for slot in slots)
