"""Choosing: what a person is asked next, from all that is known of their situation."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.lines import Reinvite, Stage
from bot.domain.nudge import Answer
from bot.domain.person import Person
from bot.domain.prompts import FIRST_DAYS, Choice, Situation, choose, horizon, part_of_day, pick_line
from bot.domain.taste import Taste
from bot.library import Library
from bot.storage.glimmers import Glimmers
from bot.storage.nudges import Nudges
from bot.storage.steps import Steps

TENDER_AFTER = timedelta(hours=72)
HISTORY_NEEDED = 1200


@dataclass(frozen=True, slots=True)
class Choosing:
    """The library, and what a person was asked and said before."""

    library: Library
    nudges: Nudges
    glimmers: Glimmers
    steps: Steps

    def next(self, person: Person, nudge_id: int, now: datetime) -> Choice | None:
        """A prompt for that nudge of the person's; the same one however often it is asked for."""
        prompts = self.library.locale(person.language).prompts
        history = self.nudges.history(person.id, max(horizon(len(prompts)), HISTORY_NEEDED))
        rng = random.Random(f"{person.id}:{nudge_id}:{len(history)}")  # noqa: S311 - freshness, no secret
        return choose(prompts, history, self.situation(person, now), rng)

    def reinvite(self, person: Person, stage: Stage, nudge_id: int) -> Reinvite | None:
        """A line of that stage, none of those heard lately; None if there is none."""
        lines = [line for line in self.library.locale(person.language).reinvites if line.stage is stage]
        if not lines:
            return None
        rng = random.Random(f"{person.id}:{nudge_id}")  # noqa: S311 - freshness, no secret
        line = pick_line(lines, self.steps.heard(person.id), rng)
        self.steps.said(person.id, line.id)
        return line

    def situation(self, person: Person, now: datetime) -> Situation:
        """All that counts for the person at ``now`` (aware UTC)."""
        local = now.astimezone(ZoneInfo(person.rhythm.zone))
        heavy = self.glimmers.held_since(person.id, now - TENDER_AFTER)
        return Situation(
            now=now,
            part=part_of_day(local.time()),
            first_days=now - person.joined < FIRST_DAYS,
            tender=heavy or self.nudges.last_answer(person.id) is Answer.NOTHING,
            taste=Taste.learned(self.nudges.reactions(person.id)),
        )
