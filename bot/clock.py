"""The only reader of the wall clock. Everywhere else, time comes in as an aware UTC ``now``."""

from __future__ import annotations

import time
from collections.abc import Callable
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


class Watch:
    """Notices that a clock was set, by one that only goes on (``steady``: seconds)."""

    def __init__(self, clock: Clock, steady: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._steady = clock, steady
        self._ahead = self._difference()

    def moved(self) -> timedelta:
        """How far the clock was moved since the last look; a machine that slept moved forward."""
        before, self._ahead = self._ahead, self._difference()
        return self._ahead - before

    def _difference(self) -> timedelta:
        return self._clock.now() - datetime.fromtimestamp(0, UTC) - timedelta(seconds=self._steady())
