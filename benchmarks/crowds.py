"""So many people, all due in the same minute: what the bot needs for them."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Self

from benchmarks.million import started_on
from benchmarks.population import many, one_slot
from benchmarks.stage import TOKEN
from bot import app
from bot.library import Library
from bot.settings import Settings

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Start in seconds, memory in megabytes; the longest turn and all of them in seconds; slots claimed."""

    start: float
    memory: float
    longest: float
    took: float
    claimed: int

    @classmethod
    @cache
    def of(cls, people: int) -> Self:
        """Measure; each crowd once a run."""
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "glimmer.db"
            many(database, people, datetime.now(UTC), one_slot)
            start, held = started_on(Path(folder))
            longest, took, claimed = _claimed(database)
        return cls(start, held, longest, took, claimed)


def _claimed(database: Path) -> tuple[float, float, int]:
    """The day's one minute: turn by turn, as the loop takes them."""
    house = app.build(Settings(telegram_token=TOKEN, database=database), Library.load(app.prompts_folder()))
    at, longest, took, claimed, some = house.clock.now() + A_DAY, 0.0, 0.0, 0, 1
    while some:
        begin = time.perf_counter()
        some = house.nudging.claim_some(at)
        turn = time.perf_counter() - begin
        longest, took, claimed = max(longest, turn), took + turn, claimed + some
    house.db.close()
    return longest, took, claimed
