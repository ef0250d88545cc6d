"""Choosing: what a person is asked next, from all that is known of their situation."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.choosing import FIRST_DAYS, ask, horizon
from bot.domain.lines import Reinvite, Stage
from bot.domain.nudge import Answer
from bot.domain.person import Person
from bot.domain.prompts import Choice, Situation, part_of_day, text_hash
from bot.domain.rhythm import local_day
from bot.domain.seasons import hemisphere_in, season_of
from bot.domain.sore_days import resting
from bot.domain.taste import Taste
from bot.library import Library
from bot.services.saying import say_one
from bot.storage.heavy import Heavy
from bot.storage.mutes import MuteTable
from bot.storage.nudges import Nudges
from bot.storage.steps import Steps

TENDER_AFTER = timedelta(hours=72)
"""After something hard; after something mixed, until the next local day is over."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of a person."""

    nudges: Nudges
    heavy: Heavy
    mutes: MuteTable
    steps: Steps


@dataclass(frozen=True, slots=True)
class Choosing:
    """The library, what a person was asked and said before, and at which latitude each zone lies."""

    library: Library
    tables: Tables
    latitudes: Mapping[str, float]

    def next(self, person: Person, nudge_id: int, now: datetime) -> Choice | None:
        """A prompt for that nudge of the person's; the same one however often it is asked for."""
        prompts = self.library.locale(person.language).asked
        history = self.tables.nudges.history(person.id, horizon(len(prompts)))
        last = (len(history), history[0].prompt_id) if history else ()
        rng = random.Random(f"{person.id}:{nudge_id}:{last}")  # noqa: S311 - freshness, no secret
        return ask(prompts, history, self.situation(person, now), rng)

    def shown(self, person: Person, nudge_id: int) -> str | None:
        """The words that are shown for that nudge of theirs; None if the library has them no more."""
        last = self.tables.nudges.last_shown(person.id, nudge_id)
        prompts = self.library.locale(person.language).prompts
        wordings = (w for p in prompts if last and p.id == last.prompt_id for w in p.wordings)
        return next((words for words in wordings if last and text_hash(words) == last.text_hash), None)

    def reinvite(self, person: Person, stage: Stage) -> Reinvite | None:
        """A line of that stage, none of those heard lately; None if there is none."""
        lines = [line for line in self.library.locale(person.language).reinvites if line.stage is stage]
        return say_one(lines, person, self.tables.steps) if lines else None

    def situation(self, person: Person, now: datetime) -> Situation:
        """All that counts for the person at ``now`` (aware UTC)."""
        rhythm = person.rhythm
        today = local_day(now, rhythm.zone, rhythm.day_end)
        mutes = self.tables.mutes.of(person.id)
        return Situation(
            now=now,
            part=part_of_day(now.astimezone(ZoneInfo(rhythm.zone)).time()),
            season=season_of(today, hemisphere_in(rhythm.zone, self.latitudes)),
            first_days=now - person.joined < FIRST_DAYS,
            tender=self._tender(person, now),
            muted=mutes.categories,
            muted_subjects=mutes.subjects | resting(today),
            lacking=mutes.needs,
            declined=self.tables.nudges.declined(person.id),
            taste=self.taste(person),
        )

    def taste(self, person: Person) -> Taste:
        """What was learned of what they answer."""
        return Taste.learned(self.tables.nudges.reactions(person.id))

    def _tender(self, person: Person, now: datetime) -> bool:
        yesterday = local_day(now, person.rhythm.zone, person.rhythm.day_end) - A_DAY
        hard = self.tables.heavy.weighs(person.id, now - TENDER_AFTER, yesterday)
        return hard or self.tables.nudges.last_answer(person.id) is Answer.NOTHING
