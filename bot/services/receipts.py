"""What can be done about a moment from under its receipt, also years later."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.glimmer import Glimmer
from bot.domain.person import Person
from bot.domain.rhythm import day_span, local_day
from bot.storage.changes import Changes
from bot.storage.glimmers import Glimmers
from bot.storage.nudges import Nudges

BREATH = timedelta(minutes=2)
"""Messages that follow each other so closely may be meant as one."""
UNDOABLE = timedelta(hours=48)
"""As long as Telegram lets people edit, the earlier wording stays, too."""
A_DAY = timedelta(days=1)
NEAR = timedelta(hours=12)
"""So long after a day has ended, one may well be telling of it."""


class Receipts:
    """Joins, parts, moves, and brings earlier words back."""

    def __init__(self, glimmers: Glimmers, changes: Changes, nudges: Nudges) -> None:
        self._glimmers, self._changes, self._nudges = glimmers, changes, nudges

    def glimmer(self, person: Person, glimmer_id: int) -> Glimmer | None:
        """Theirs, taken back or not."""
        return self._glimmers.get(person.id, glimmer_id)

    def joinable(self, person: Person, glimmer: Glimmer) -> int | None:
        """The glimmer of the same breath that this one can be added to."""
        if glimmer.held or glimmer.part_of is not None:
            return None
        return self._glimmers.in_a_breath(person.id, glimmer.id, glimmer.at - BREATH)

    def join(self, person: Person, glimmer_id: int, to: int) -> bool:
        """Make one of two; both stay as they were said. False if not both are theirs and stand."""
        return self._changes.join(person.id, glimmer_id, to)

    def part(self, person: Person, glimmer_id: int) -> bool:
        """Two again. False if it is not theirs."""
        return self._changes.part(person.id, glimmer_id)

    def other_day(self, person: Person, glimmer: Glimmer) -> date:
        """The day before it was said; once it was moved, the day on which it was said."""
        said_on = local_day(glimmer.at, glimmer.zone, person.rhythm.day_end)
        return said_on - A_DAY if glimmer.day == said_on else said_on

    def likely_day(self, person: Person, glimmer: Glimmer) -> date | None:
        """Another local day that it may well be of, if there is one.

        For what answers the question of a day before: the day on which it was said. For what nobody asked
        for: the day before, if it was said while that was still near.
        """
        zone, day_end = glimmer.zone, person.rhythm.day_end
        said_on = local_day(glimmer.at, zone, day_end)
        if glimmer.nudge_id is not None:
            return said_on if glimmer.day < said_on else None
        if glimmer.day != said_on:
            return None
        begun = day_span(said_on, zone, day_end)[0]
        return said_on - A_DAY if glimmer.at - begun < NEAR else None

    def move(self, person: Person, glimmer_id: int, day: date) -> bool:
        """To that local day. False if it is not theirs, or no moment of its own any more."""
        glimmer = self._glimmers.get(person.id, glimmer_id)
        if glimmer is None or glimmer.part_of is not None:
            return False
        return self._changes.move(person.id, glimmer_id, day)

    def more_like(self, person: Person, glimmer_id: int) -> bool:
        """More questions such as the one it answers. False if it is not theirs, or answers none."""
        glimmer = self._glimmers.get(person.id, glimmer_id)
        if glimmer is None or glimmer.nudge_id is None or glimmer.category is None:
            return False
        return self._nudges.want(person.id, glimmer.nudge_id, glimmer.category)

    def unword(self, person: Person, glimmer_id: int) -> bool:
        """The wording before the last edit. False once it is gone."""
        return self._changes.unword(person.id, glimmer_id)

    def locate(self, person: Person, glimmer_id: int, spot: str) -> bool:
        """Keep the coordinates, as their person says so. False if it is not theirs."""
        return self._changes.locate(person.id, glimmer_id, spot)

    def shown(self, person: Person, glimmer_id: int, message_id: int) -> None:
        """The receipt went out as that message."""
        self._changes.receipt(person.id, glimmer_id, message_id)

    def message_of(self, person: Person, glimmer_id: int) -> int | None:
        """The message that is its receipt."""
        return self._changes.receipt_of(person.id, glimmer_id)

    def forget_earlier(self, now: datetime) -> None:
        """Let go of wordings that can no longer be brought back."""
        self._changes.forget_earlier(now - UNDOABLE)
