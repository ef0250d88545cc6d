"""What somebody would be asked: days lived through in seconds, for previews and measurements."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.choosing import FIRST_DAYS, ask, horizon
from bot.domain.kinds import Category, Hemisphere, Subject
from bot.domain.prompts import Choice, Prompt, Sent, Situation, part_of_day
from bot.domain.seasons import season_of
from bot.domain.sore_days import resting
from bot.library import Library

START = date(2026, 1, 1)
WALLS = {1: (time(20, 30),), 2: (time(8, 30), time(20, 30)), 3: (time(8, 30), time(12, 30), time(20, 30))}
MOST_PER_DAY = max(WALLS)


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody who is asked at ``walls`` each day, and has muted what they have muted."""

    walls: tuple[time, ...] = WALLS[1]
    muted: frozenset[Category] = frozenset()
    muted_subjects: frozenset[Subject] = frozenset()
    hemisphere: Hemisphere = Hemisphere.NORTH


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen, on the n-th day from 1."""

    day: int
    choice: Choice
    sent: Sent


@dataclass(slots=True)
class Picker:
    """The bot's own way to choose, with the memory of one person; newest first in ``history``."""

    prompts: Sequence[Prompt]
    life: Life
    rng: random.Random
    history: list[Sent] = field(default_factory=list)

    def pick(self, at: datetime) -> Choice | None:
        """The choice for a moment, remembered as sent."""
        situation = Situation(
            now=at,
            part=part_of_day(at.time()),
            season=season_of(at.date(), self.life.hemisphere),
            first_days=at.date() < START + FIRST_DAYS,
            muted=self.life.muted,
            muted_subjects=self.life.muted_subjects | resting(at.date()),
        )
        choice = ask(self.prompts, self.history, situation, self.rng)
        if choice:
            self.history.insert(0, choice.sent(at, at.date()))
            del self.history[horizon(len(self.prompts)) :]
        return choice


def live(picker: Picker, days: int) -> Iterator[Asked]:
    """What ``picker`` would send from ``START`` on, for somebody who lives in UTC."""
    for day in range(days):
        for wall in picker.life.walls:
            at = datetime.combine(START + timedelta(days=day), wall, UTC)
            choice = picker.pick(at)
            if choice:
                yield Asked(day + 1, choice, choice.sent(at, at.date()))


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of ``glimmer prompts preview``; ``day`` from 1."""

    day: int
    id: str
    category: str
    text: str


def preview(library: Library, locale: str, days: int, seed: int, per_day: int) -> Iterator[PreviewLine]:
    """What a new person would get, one to three times a day; the same for the same ``seed``."""
    if per_day not in WALLS:
        raise ValueError(f"per day must be 1 to {MOST_PER_DAY}")
    rng = random.Random(seed)  # noqa: S311 (nothing secret hangs on it, and it must be repeatable)
    picker = Picker(library.locale(locale).asked, Life(WALLS[per_day]), rng)
    for asked in live(picker, days):
        prompt = asked.choice.prompt
        yield PreviewLine(asked.day, prompt.id, prompt.category, asked.choice.text)
