"""Asking when asked to, and what is made of a question by button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.nudge import GRACE, Answer, NudgeState
from bot.domain.person import Person
from bot.services.choosing import Choosing
from bot.services.ports import Invitation
from bot.services.rhythms import Rhythms
from bot.storage.nudges import Nudges

AT_MOST_ANOTHER = 2


@dataclass(frozen=True, slots=True)
class Asking:
    """``/nudge`` and the buttons under a nudge, but for *Later* (``postponing``)."""

    nudges: Nudges
    rhythms: Rhythms
    choosing: Choosing

    def ask(self, person: Person, key: str, now: datetime) -> Invitation | None:
        """An invitation now, once per ``key`` and local day; None if it was delivered already."""
        day = self.rhythms.today(person, now)
        self.nudges.claim(person.id, key, day, now, now + GRACE)
        nudge = self.nudges.find(person.id, key, day)
        if nudge is None or nudge.state is NudgeState.SENT:
            return None
        choice = self.choosing.next(person, nudge.id, now)
        if choice is None:
            return None
        self.nudges.sending(nudge, choice.prompt, choice.sent(now, day))
        return Invitation(nudge.id, choice.text)

    def asked(self, nudge_id: int, message_id: int, now: datetime) -> None:
        """The invitation that was asked for went out as that message."""
        self.nudges.sent(nudge_id, message_id, now)

    def nothing(self, person: Person, nudge_id: int, now: datetime) -> bool:
        """Nothing today: a full answer, also to what was put off. False if it is not a nudge of theirs."""
        nudge = self.nudges.get(person.id, nudge_id)
        if nudge:
            day = nudge.day_meant(self.rhythms.today(person, now), now)
            self.nudges.answer_with_rest(nudge, Answer.NOTHING, day)
        return nudge is not None

    def another(
        self, person: Person, nudge_id: int, place_of: int | None, now: datetime
    ) -> Invitation | None:
        """Another question in place of this one; None once it was asked for twice.

        If that nudge shows another than this one by now, that one: it was pressed twice, or cut off.
        """
        nudge = self.nudges.get(person.id, nudge_id)
        if nudge and place_of is not None and place_of != nudge.asked_again:
            words = self.choosing.shown(person, nudge.id)
            return Invitation(nudge.id, words, place_of=nudge.asked_again) if words else None
        if nudge is None or nudge.asked_again >= AT_MOST_ANOTHER:
            return None
        choice = self.choosing.next(person, nudge.id, now)
        if choice is None:
            return None
        self.nudges.show_another(nudge, choice.prompt, choice.sent(now, nudge.day))
        return Invitation(nudge.id, choice.text, place_of=nudge.asked_again + 1)

    def less(self, person: Person, nudge_id: int, place_of: int) -> bool:
        """*Not this kind*; False if that nudge shows another question by now, or is not theirs."""
        nudge = self.nudges.get(person.id, nudge_id)
        if nudge is None or nudge.asked_again != place_of:
            return False
        self.nudges.decline(person.id, nudge.id)
        return True

    def more_left(self, person: Person, nudge_id: int) -> bool:
        """Whether *Another question* is still offered under that nudge."""
        nudge = self.nudges.get(person.id, nudge_id)
        return nudge is not None and nudge.asked_again < AT_MOST_ANOTHER
