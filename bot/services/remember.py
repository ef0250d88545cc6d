"""One of the person's own, given back."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.glimmer import Glimmer
from bot.domain.lines import Part, Span
from bot.domain.person import Person
from bot.domain.remembering import Candidate, Remembered, remember, remember_this_day
from bot.domain.rhythm import local_day
from bot.library.locale import Locale
from bot.services.saying import say_one
from bot.storage.changes import Changes
from bot.storage.lookbacks import Lookbacks
from bot.storage.media import Kept, Media
from bot.storage.outlines import Outlines
from bot.storage.steps import Steps

Choosing = Callable[[Sequence[Candidate], date, random.Random], Remembered | None]


@dataclass(frozen=True, slots=True)
class Lookback:
    """A glimmer given back, what belongs to it, and a line above it."""

    glimmer: Glimmer
    files: tuple[Kept, ...]
    intro: str


class Remember:
    """Chooses what comes back, and takes what its person says of it."""

    def __init__(
        self, lookbacks: Lookbacks, outlines: Outlines, changes: Changes, media: Media, steps: Steps
    ) -> None:
        self._lookbacks, self._outlines, self._changes = lookbacks, outlines, changes
        self._media, self._steps = media, steps

    def any_kept(self, person: Person) -> bool:
        """Whether there is anything of theirs, though it may not come back."""
        return self._outlines.any_at_all(person.id)

    def one(self, person: Person, locale: Locale, now: datetime, rng: random.Random) -> Lookback | None:
        """A moment of theirs, marked as given back; None if there is none that may be."""
        return self._one(person, locale, now, rng, remember)

    def on_this_day(
        self, person: Person, locale: Locale, now: datetime, rng: random.Random
    ) -> Lookback | None:
        """A moment of the same date in another year; None if there is none."""
        return self._one(person, locale, now, rng, remember_this_day)

    def _one(
        self, person: Person, locale: Locale, now: datetime, rng: random.Random, choose: Choosing
    ) -> Lookback | None:
        chosen = choose(self._lookbacks.candidates(person.id), _today(person, now), rng)
        found = self._lookbacks.some(person.id, [chosen.glimmer_id]) if chosen else []
        if chosen is None or not found:
            return None
        self._lookbacks.came(person.id, chosen, now)
        return self._whole(person, found[0], locale)

    def _whole(self, person: Person, glimmer: Glimmer, locale: Locale) -> Lookback:
        lines = [
            line for line in locale.recap_lines if line.span is Span.LOOKBACK and line.part is Part.INTRO
        ]
        files = tuple(self._media.of(person.id, glimmer.id))
        if not lines:
            return Lookback(glimmer, files, "")
        return Lookback(glimmer, files, say_one(lines, person, self._steps).text)

    def keep_near(self, person: Person, glimmer_id: int, near: bool) -> bool:
        """More often, or no longer; False if it is not theirs."""
        change = self._changes.keep_near if near else self._changes.keep_as_others
        return change(person.id, glimmer_id)

    def is_near(self, person: Person, glimmer_id: int) -> bool:
        """Whether they keep it near."""
        return any(glimmer.favourite for glimmer in self._lookbacks.some(person.id, [glimmer_id]))

    def hide(self, person: Person, glimmer_id: int, hidden: bool) -> bool:
        """Not this one again, or again after all; False if it is not theirs."""
        return (self._changes.hide if hidden else self._changes.unhide)(person.id, glimmer_id)

    def hide_day(self, person: Person, glimmer_id: int, hidden: bool) -> date | None:
        """Nothing of that glimmer's day again, or again after all; the day, None if it is not theirs."""
        day = self._lookbacks.day_of(person.id, glimmer_id)
        if day is not None:
            (self._lookbacks.hide_day if hidden else self._lookbacks.show_day)(person.id, day)
        return day


def _today(person: Person, now: datetime) -> date:
    return local_day(now, person.rhythm.zone, person.rhythm.day_end)
