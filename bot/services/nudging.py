"""Nudges: claimed when due, worded when sent, recorded when answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.domain.deciding import PutOff, Send, Skip, moment_of
from bot.domain.lines import Stage
from bot.domain.nudge import GRACE, Answer, Nudge, NudgeState
from bot.domain.person import Person
from bot.domain.rhythm import Moment, grace_end, next_moment
from bot.services.choosing import Choosing
from bot.services.deciding import Deciding
from bot.services.ports import (
    Delivered,
    Impossible,
    Invitation,
    Messenger,
    Outcome,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.services.rhythms import Rhythms
from bot.storage.glimmers import Glimmers
from bot.storage.heavy import Heavy
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import DueSlot, People

BATCH = 200
SENDERS = 8  # handing over side by side; a crash costs at most so many (TELEGRAM.md §3.2)
AT_MOST_ANOTHER = 2


@dataclass(frozen=True, slots=True)
class Store:
    """The tables that nudging works on."""

    people: People
    nudges: Nudges
    glimmers: Glimmers
    past: Past
    heavy: Heavy


class Nudging:
    """Sends what is due, asks when asked to, and takes what is answered by button."""

    def __init__(
        self, store: Store, rhythms: Rhythms, choosing: Choosing, clock: Clock, messenger: Messenger
    ) -> None:
        self._store, self._rhythms, self._choosing = store, rhythms, choosing
        self._clock, self._messenger = clock, messenger
        self._deciding = Deciding(store.past, store.glimmers, store.heavy)
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._closed = False

    # -- what is due ---------------------------------------------------------------------------

    def recover(self, now: datetime) -> None:
        """At start: what was in flight is let go, and everybody is planned by today's zone rules."""
        self._store.nudges.lose_in_flight()
        self._rhythms.replan(now, behind=GRACE)
        self._rhythms.pull_back(now)

    def clock_set_back(self, now: datetime) -> None:
        """While running: what was planned from a clock that ran ahead is planned from the right one."""
        self._rhythms.replan(now, behind=GRACE)

    def send_due(self, now: datetime) -> None:
        """Claim every slot that is due and hand over what waits, as far as hands are free."""
        while slots := self._store.people.due(now, BATCH):
            with self._store.people.atomic():
                for slot in slots:
                    self._claim(slot, now)
        self._store.nudges.skip_late(now)
        self._hand_over(now)

    def _claim(self, due: DueSlot, now: datetime) -> None:
        person = self._store.people.get(due.person_id)
        if person is None:
            return
        slot = next(s for s in person.rhythm.slots if s.key == due.key)
        late = grace_end(Moment(slot, due.day, due.at), person.rhythm, GRACE)
        if now < late and person.reachable and not person.resting:
            self._store.nudges.claim(person.id, due.key, due.day, due.at, late)
        following = next_moment(slot, max(due.at, now - GRACE), person.rhythm, person.id)
        self._store.people.plan(person.id, due.key, following)

    def _hand_over(self, now: datetime) -> None:
        free = SENDERS - len(self._in_hand)
        if free <= 0 or self._closed:
            return
        for nudge in self._store.nudges.waiting(now, free, tuple(self._in_hand)):
            task = asyncio.get_running_loop().create_task(self._send(nudge))
            self._in_hand[nudge.id] = task
            task.add_done_callback(partial(self._put_down, nudge.id))

    def _put_down(self, nudge_id: int, task: asyncio.Task[None]) -> None:
        del self._in_hand[nudge_id]
        if not task.cancelled() and task.exception() is None:
            self._hand_over(self._clock.now())

    async def drain(self) -> None:
        """Wait until nothing is in hand."""
        while self._in_hand:
            await asyncio.wait(tuple(self._in_hand.values()))
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Let what is in flight finish, and begin nothing more."""
        self._closed = True
        await self.drain()

    async def _send(self, nudge: Nudge) -> None:
        now = self._clock.now()
        person = self._store.people.get(nudge.person_id)
        invitation = self._decided(person, nudge, now) if person else None
        if person is None or invitation is None:
            return
        outcome = await self._messenger.nudge(person, invitation)
        self._record(person, nudge, outcome)
        if isinstance(outcome, Delivered) and invitation.instead and invitation.instead.stage is Stage.FINAL:
            self._rhythms.rest(person.id, self._clock.now())

    def _decided(self, person: Person, nudge: Nudge, now: datetime) -> Invitation | None:
        """What goes out, said to be on its way; None if nothing does now."""
        match self._deciding.verdict(person, nudge, now):
            case Send(stage):
                return self._worded(person, nudge, stage, now)
            case PutOff(at):
                late = grace_end(moment_of(nudge, at), person.rhythm, GRACE)
                self._store.nudges.put_off(nudge.id, at, late)
            case Skip():
                self._store.nudges.end(nudge.id, NudgeState.SKIPPED)
        return None

    def _worded(self, person: Person, nudge: Nudge, stage: Stage | None, now: datetime) -> Invitation | None:
        line = self._choosing.reinvite(person, stage, nudge.id) if stage else None
        if line is not None:
            self._store.nudges.sending_line(nudge.id, now)
            return Invitation(nudge.id, line.text, line)
        choice = self._choosing.next(person, nudge.id, now)
        if choice is None:
            self._store.nudges.end(nudge.id, NudgeState.SKIPPED)
            return None
        self._store.nudges.sending(nudge, choice.prompt, choice.sent(now, nudge.day))
        return Invitation(nudge.id, choice.text)

    def _record(self, person: Person, nudge: Nudge, outcome: Outcome) -> None:
        now = self._clock.now()
        match outcome:
            case Delivered(message_id):
                self._store.nudges.sent(nudge.id, message_id, now)
            case Refused(wait):
                self._store.nudges.again(nudge.id, now + wait)
            case Uncertain():
                self._store.nudges.end(nudge.id, NudgeState.LOST)
            case Unreachable():
                self._store.nudges.end(nudge.id, NudgeState.FAILED)
                self._rhythms.reach(self._store.people.get(person.id) or person, False, now)
            case Impossible():
                self._store.nudges.end(nudge.id, NudgeState.FAILED)

    def let_go(self, person_id: int) -> None:
        """What is in hand for them is sent no more."""
        for nudge_id in self._store.nudges.unsent(person_id):
            if task := self._in_hand.get(nudge_id):
                task.cancel()

    # -- what is asked for ---------------------------------------------------------------------

    def ask(self, person: Person, key: str, now: datetime) -> Invitation | None:
        """An invitation now, once per ``key`` and local day; None if it was delivered already."""
        day = self._rhythms.today(person, now)
        self._store.nudges.claim(person.id, key, day, now, now + GRACE)
        nudge = self._store.nudges.find(person.id, key, day)
        if nudge is None or nudge.state is NudgeState.SENT:
            return None
        choice = self._choosing.next(person, nudge.id, now)
        if choice is None:
            return None
        self._store.nudges.sending(nudge, choice.prompt, choice.sent(now, day))
        return Invitation(nudge.id, choice.text)

    def asked(self, nudge_id: int, message_id: int, now: datetime) -> None:
        """The invitation that was asked for went out as that message."""
        self._store.nudges.sent(nudge_id, message_id, now)

    # -- what is answered by button ------------------------------------------------------------

    def nothing(self, person: Person, nudge_id: int) -> bool:
        """Nothing today: a full answer. False if it is not a nudge of theirs."""
        nudge = self._store.nudges.get(person.id, nudge_id)
        if nudge:
            self._store.nudges.answer(nudge.id, Answer.NOTHING)
        return nudge is not None

    def another(self, person: Person, nudge_id: int, now: datetime) -> Invitation | None:
        """Another question in place of this one; None once it was asked for twice."""
        nudge = self._store.nudges.get(person.id, nudge_id)
        if nudge is None or nudge.asked_again >= AT_MOST_ANOTHER:
            return None
        choice = self._choosing.next(person, nudge.id, now)
        if choice is None:
            return None
        self._store.nudges.show_another(nudge, choice.prompt, choice.sent(now, nudge.day))
        return Invitation(nudge.id, choice.text, place_of=nudge.asked_again + 1)

    def less(self, person: Person, nudge_id: int, place_of: int) -> bool:
        """*Not this kind*; False if that nudge shows another question by now, or is not theirs."""
        nudge = self._store.nudges.get(person.id, nudge_id)
        if nudge is None or nudge.asked_again != place_of:
            return False
        self._store.nudges.decline(person.id, nudge.id)
        return True

    def more_left(self, person: Person, nudge_id: int) -> bool:
        """Whether *Another question* is still offered under that nudge."""
        nudge = self._store.nudges.get(person.id, nudge_id)
        return nudge is not None and nudge.asked_again < AT_MOST_ANOTHER
