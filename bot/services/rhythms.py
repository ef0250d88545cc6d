"""When a person is asked: their zone, times and pause, and the plan that follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.deciding import moment_of
from bot.domain.ladder import Rung, fewer, step
from bot.domain.nudge import Answer, Nudge
from bot.domain.person import Acknowledge, Person
from bot.domain.planning import renamed
from bot.domain.rhythm import Moment, Rhythm, Slot, local_day
from bot.services.giving_plans import GivingPlans
from bot.services.planning import Planning, counts_from
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People

EVENING = Slot(time(20, 30))
"""What somebody gets who skips everything."""


class Rhythms:
    """Changes of a person's rhythm; each is planned anew in the same transaction."""

    def __init__(
        self, people: People, nudges: Nudges, past: Past, givings: GivingPlans | None = None
    ) -> None:
        self._people, self._nudges, self._past, self._givings = people, nudges, past, givings
        self._planning = Planning(people, past, nudges)

    def get(self, person_id: int) -> Person | None:
        """The person, if they ever wrote."""
        return self._people.get(person_id)

    def meet(self, person_id: int, language: str, zone: str, now: datetime) -> Person:
        """The person; made with one evening nudge, in the zone guessed for them, if new."""
        person = self.imagine(person_id, language, zone, now)
        return person if self._people.knows(person_id) else self._write(person, now)

    def imagine(self, person_id: int, language: str, zone: str, now: datetime) -> Person:
        """The person, or whom ``meet`` would make; nothing is written."""
        known = self._people.get(person_id)
        return known or Person(person_id, language, Rhythm(zone, (EVENING,)), joined=now)

    def hear(self, person: Person, now: datetime) -> tuple[Person, Rung]:
        """There is a word or press of theirs: back to what they chose; and how far the silence had come."""
        before = self._past.unanswered(person.id)
        rung = Rung.REST if person.resting else step(before, person.manner.patience).rung
        self._people.heard(person.id, now)
        return (self._save(replace(person, resting=False), now) if person.resting else person), rung

    def rest(self, person_id: int, now: datetime) -> None:
        """The last message into a silence went out: nothing more until a word from them."""
        person = self._people.get(person_id)  # they may have changed, or spoken, while it was on its way
        if person and self._past.unanswered(person_id):
            self._save(replace(person, resting=True), now)

    def ask_less(self, person: Person, nudge_id: int, now: datetime) -> Person | None:
        """Fewer, as that nudge offered, once however often it is pressed; None if it is not theirs."""
        nudge = self._nudges.get(person.id, nudge_id)
        if nudge is None or nudge.answer is Answer.CHANGED:
            return person if nudge else None
        with self._people.atomic():
            self._nudges.answer(nudge.id, Answer.CHANGED)
            return self.ask_at(person, fewer(person.rhythm.slots), now)

    def move(self, person: Person, zone: str, now: datetime) -> Person:
        """They live in that zone now; days past stay where they were."""
        moved = replace(person, rhythm=replace(person.rhythm, zone=zone), placed=True)
        if self._people.knows(person.id):
            plan = self._planning.travelled if person.placed else self._planning.found
            with self._people.atomic():
                self._people.save(moved, plan(moved, now, self._taken_back(moved, now)))
                self._people.place_moments(person.id, zone)
                if self._givings:
                    self._givings.travelled(moved, now)
        return moved

    def ask_at(self, person: Person, slots: Iterable[Slot], now: datetime) -> Person:
        """They want to be asked at these times."""
        return self._save(replace(person, rhythm=replace(person.rhythm, slots=tuple(slots))), now)

    def pause(self, person: Person, until: date, now: datetime) -> Person:
        """No nudges before that local day, nor what they put off; ``FOR_GOOD``: none until they say so."""
        with self._people.atomic():
            self._nudges.release(person.id, now)
            self._nudges.hold(person.id, until)
            return self._save(replace(person, paused_until=until), now)

    def resume(self, person: Person, now: datetime) -> Person:
        """Nudges come again, and what they put off if it is still to come."""
        with self._people.atomic():
            self._nudges.release(person.id, now)
            return self._save(replace(person, paused_until=None), now)

    def reach(self, person: Person, reachable: bool, now: datetime) -> Person:
        """They blocked the bot, or came back."""
        return (
            person if person.reachable == reachable else self._save(replace(person, reachable=reachable), now)
        )

    def acknowledge(self, person: Person, how: Acknowledge, now: datetime) -> Person:
        """How kept moments are answered."""
        return self._save(replace(person, acknowledge=how), now)

    def speak(self, person: Person, language: str, now: datetime) -> Person:
        """The language they are spoken to in."""
        return self._save(replace(person, language=language), now)

    def choose(self, person: Person, now: datetime) -> Person:
        """Write what they chose about how they are asked."""
        before = self._people.get(person.id)
        with self._people.atomic():
            if before and before.rhythm.day_end != person.rhythm.day_end:
                self._end_days(before, person, now)
            return self._save(person, now)

    def _end_days(self, before: Person, after: Person, now: datetime) -> None:
        """Their days end at another hour: what was asked in the night may belong to the day before now."""
        rows = self._planning.asked_of(before, now)
        for row, day in renamed(rows, before.rhythm, after.rhythm, now):
            self._nudges.belongs_to(after.id, row.slot.key, row.day, day)

    def upcoming(self, person: Person, now: datetime, count: int = 3) -> list[Nudge]:
        """What they are asked next, due when it is sent; none while they are paused for good."""
        return self._planning.upcoming(person, now, count)

    def today(self, person: Person, now: datetime) -> date:
        """Their local day."""
        return local_day(now, person.rhythm.zone, person.rhythm.day_end)

    def replan(self, person_id: int, now: datetime) -> None:
        """Plan their moments anew, writing what changes; what is due and not taken up yet stays."""
        if (person := self._people.get(person_id)) is None:
            return
        planned = {due.key: due.at for due in self._people.planned(person_id)}
        for moment in self._planning.anew(person, now):
            if planned.get(moment.slot.key) != moment.at:
                self._people.plan(person_id, moment.slot.key, moment)
        if self._givings:
            self._givings.anew(person, now)

    def _save(self, person: Person, now: datetime) -> Person:
        """Write a change, unless they were forgotten while it was on its way."""
        return self._write(person, now) if self._people.knows(person.id) else person

    def _write(self, person: Person, now: datetime) -> Person:
        with self._people.atomic():
            self._people.save(person, self._planning.anew(person, now, self._taken_back(person, now)))
            if self._givings:
                self._givings.anew(person, now)
        return person

    def _taken_back(self, person: Person, now: datetime) -> list[Moment]:
        """What waits for a slot goes back into the plan, so that the change is minded; in a pause it stays.

        What waits for one that is no more chosen is let go.
        """
        chosen = {slot.key for slot in person.rhythm.slots}
        waiting = [nudge for nudge in self._nudges.held(person.id) if nudge.of_a_slot]
        back = [one for one in waiting if one.slot in chosen and counts_from(person, now) == now]
        self._nudges.let_go(one.id for one in waiting if one in back or one.slot not in chosen)
        return [moment_of(one, one.due) for one in back]
