"""The only reader of the wall clock. Everywhere else, time comes in as an aware UTC ``now``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time: an aware UTC datetime."""

    def now(self) -> datetime:
        """Aware, UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """The machine's clock, moved: the demo jumps ahead with it."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self.shift = shift

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC) + self.shift

    def move_to(self, at: datetime) -> None:
        """Make ``now()`` return ``at`` and go on from there."""
        self.shift = at - datetime.now(UTC)
