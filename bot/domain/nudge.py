"""Nudges: prompts sent to a person for one slot on one local day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

GRACE = timedelta(hours=2)
"""How late a nudge may still be sent; never past the day end or into quiet hours."""
SAME_NIGHT = timedelta(hours=6)
"""So soon after a nudge, its own local day is meant, though that may have ended meanwhile."""
NEVER_LATE = datetime.max.replace(tzinfo=UTC)


class NudgeState(StrEnum):
    """How far a nudge has come."""

    DUE = "due"  # claimed, not yet handed to Telegram
    SENDING = "sending"  # handed over; a crash now leaves it here, and it is never sent again
    SENT = "sent"
    LOST = "lost"  # the answer was lost; it may have arrived, so it is not sent again
    SKIPPED = "skipped"  # too late, or not wanted now
    FAILED = "failed"  # refused for good


class Answer(StrEnum):
    """What a person made of a nudge."""

    GLIMMER = "glimmer"
    NOTHING = "nothing"
    LATER = "later"
    TOMORROW = "tomorrow"  # later, and no more that day
    CHANGED = "changed"  # the rhythm, when asked what would suit


@dataclass(frozen=True, slots=True)
class Nudge:
    """A prompt for one slot (its key, or ``ask:…``/``later:…``) on one local day; times aware UTC."""

    id: int
    person_id: int
    slot: str
    day: date
    due: datetime
    state: NudgeState
    message_id: int | None = None
    category: str | None = None
    asked_again: int = 0
    """How often *Another question* was pressed under it."""
    answer: Answer | None = None
    late: datetime = NEVER_LATE
    """From when on it is too late to send it."""

    @property
    def of_a_slot(self) -> bool:
        """Whether its person's rhythm brought it, not something they pressed or typed."""
        return self.slot[:1].isdigit()

    def day_meant(self, today: date, now: datetime) -> date:
        """The local day that *nothing today* is about, said under it ``now``, when that is ``today``."""
        return self.day if now - self.due < SAME_NIGHT else max(self.day, today)
