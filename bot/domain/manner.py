"""How a person wants to be asked, apart from when: with a sound or not, after writing, in silence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_PATIENCE, MOST_PATIENCE = 3, 50
PATIENCE = 10
"""So many unanswered nudges are followed by one last message (CONTENT 2.2)."""


class AfterWriting(StrEnum):
    """How long no nudge comes after a glimmer."""

    HOURS = "hours"  # three
    DAY = "day"  # the rest of the local day
    ALWAYS = "always"  # it comes all the same


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person chose; ``patience`` is how many unanswered nudges are too many, None: never."""

    silent: bool = False
    after_writing: AfterWriting = AfterWriting.HOURS
    patience: int | None = PATIENCE

    def __post_init__(self) -> None:
        if self.patience is not None and not LEAST_PATIENCE <= self.patience <= MOST_PATIENCE:
            raise ValueError(f"patience is {LEAST_PATIENCE} to {MOST_PATIENCE} nudges, or without end")


AS_GIVEN = Manner()
"""What somebody gets who chooses nothing."""
