"""Nudges: claimed when due, worded when sent, their outcome recorded."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.deciding import PutOff, Send, Skip, moment_of
from bot.domain.giving import gift_of
from bot.domain.lines import Stage
from bot.domain.nudge import GRACE, Nudge, NudgeState
from bot.domain.person import Person
from bot.domain.rhythm import Moment, grace_end, next_moment
from bot.services.choosing import Choosing
from bot.services.deciding import Deciding
from bot.services.giving import GivingBack
from bot.services.ports import Invitation, Letter, Messenger, Outcome, Uncertain
from bot.services.recording import Handed, Recording
from bot.services.rhythms import Rhythms
from bot.storage.database import of_the_file
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import DueSlot, People

log = logging.getLogger(__name__)
AT_ONCE = 32  # claimed, or recorded and handed over, before others have a turn on the loop
TOGETHER = 0.01  # seconds in which outcomes gather: at full speed a commit for each costs as much as it does
SENDERS = 8  # handing over side by side; a crash costs at most so many (TELEGRAM.md §3.2)


@dataclass(frozen=True, slots=True)
class Store:
    """The tables that nudging works on, and whose rows are to be left alone: all but ``allowed``, if any."""

    people: People
    nudges: Nudges
    past: Past
    allowed: frozenset[int] = frozenset()


class Nudging:
    """Sends what is due, asks when asked to, and takes what is answered by button.

    At most ``senders`` nudges are on their way at once.
    """

    def __init__(
        self,
        store: Store,
        rhythms: Rhythms,
        choosing: Choosing,
        clock: Clock,
        messenger: Messenger,
        senders: int = SENDERS,
        giving: GivingBack | None = None,
    ) -> None:
        self._store, self._rhythms, self._choosing = store, rhythms, choosing
        self._clock, self._messenger, self._senders = clock, messenger, senders
        self._giving = giving
        self._deciding = Deciding(store.past, store.allowed)
        self._recording = Recording(store.people, store.nudges, rhythms, clock)
        self._in_hand: dict[int, asyncio.Task[Outcome]] = {}
        self._outcomes: list[tuple[Handed, Outcome]] = []
        self._turn: asyncio.Handle | None = None
        self._closed = False

    # -- what is due ---------------------------------------------------------------------------

    def recover(self) -> None:
        """At start: what was in flight is let go."""
        self._store.nudges.lose_in_flight()

    def send_due(self, now: datetime) -> None:
        """Claim slots that are due and hand over what waits, some now and the rest in turns of the loop."""
        more = self.claim_some(now) > 0
        self._store.nudges.skip_late(now)
        if self._hand_over(now) or more:
            self._go_on()

    def claim_some(self, now: datetime) -> int:
        """Claim in one transaction; how many. A slot may be due again at once, after days away."""
        given = self._giving.claim_some(now, AT_ONCE) if self._giving else 0
        if not (slots := self._store.people.due(now, AT_ONCE)):
            return given
        with self._store.people.atomic():
            for slot in slots:
                self._claim_or_put_aside(slot, now)
        return given + len(slots)

    def _claim_or_put_aside(self, due: DueSlot, now: datetime) -> None:
        """What is wrong with one slot takes no other with it, nor comes up again each second."""
        try:
            with self._store.people.atomic():
                self._claim(due, now)
        except Exception as error:
            if of_the_file(error):
                raise
            log.error("a slot of %d cannot be planned (%s)", due.person_id, type(error).__name__)
            self._store.people.put_aside(due, now)

    def _go_on(self) -> None:
        if self._turn is None:
            self._turn = asyncio.get_running_loop().call_later(TOGETHER, self._take_turn)

    def _take_turn(self) -> None:
        """All that came back since the last turn is recorded together, in one commit."""
        self._turn = None
        now = self._clock.now()
        try:
            more = not self._closed and self.claim_some(now) > 0
            if self._hand_over(now) or more:
                self._go_on()
        except Exception as error:  # the next tick tries again
            log.error("nudges wait (%s); is the disk full?", type(error).__name__)

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

    def _hand_over(self, now: datetime) -> bool:
        """In one transaction, record what came of some and take up others; whether more may wait."""
        done = tuple(self._outcomes)
        with self._store.people.atomic():
            for handed, outcome in done:
                self._recording.record(handed, outcome)
            waiting = self._waiting(now)
            taken = [one for nudge in waiting if (one := self._taken_up(nudge, now))]
        del self._outcomes[: len(done)]
        for handed in taken:
            self._send(handed)
        return len(waiting) == AT_ONCE or len(taken) < len(waiting)

    def _waiting(self, now: datetime) -> list[Nudge]:
        free = 0 if self._closed else min(self._senders - len(self._in_hand), AT_ONCE)
        return self._store.nudges.waiting(now, free) if free > 0 else []

    def _taken_up(self, nudge: Nudge, now: datetime) -> Handed | None:
        """The nudge with its words, said to be on its way; None if it does not go out now."""
        try:
            with self._store.people.atomic():  # one that fails takes no other with it
                person = self._store.people.get(nudge.person_id)
                what = self._decided(person, nudge, now) if person else None
        except Exception as error:
            if of_the_file(error):
                raise
            log.error("nudge %d failed (%s)", nudge.id, type(error).__name__)
            self._store.nudges.end(nudge.id, NudgeState.FAILED)
            return None
        return Handed(person, nudge, what) if person and what else None

    def _send(self, handed: Handed) -> None:
        match handed.what:
            case Invitation() as invitation:
                coming = self._messenger.nudge(handed.person, invitation)
            case Letter() as letter:
                coming = self._messenger.give(handed.person, letter)
        task = asyncio.get_running_loop().create_task(coming)
        self._in_hand[handed.nudge.id] = task
        task.add_done_callback(lambda done: self._put_down(handed, done))

    def _put_down(self, handed: Handed, task: asyncio.Task[Outcome]) -> None:
        del self._in_hand[handed.nudge.id]
        if not task.cancelled():
            self._outcomes.append((handed, Uncertain() if task.exception() else task.result()))
        self._go_on()

    async def drain(self) -> None:
        """Wait until nothing is in hand."""
        while self._in_hand or self._turn:
            if self._in_hand:
                await asyncio.wait(tuple(self._in_hand.values()))
            await asyncio.sleep(TOGETHER / 4 if self._turn else 0)

    async def close(self) -> None:
        """Let what is in flight finish, and begin nothing more."""
        self._closed = True
        await self.drain()

    def _decided(self, person: Person, nudge: Nudge, now: datetime) -> Invitation | Letter | None:
        """What goes out, said to be on its way; None if nothing does now."""
        if gift_of(nudge.slot):
            return self._given(person, nudge, now)
        match self._deciding.verdict(person, nudge, now):
            case Send(stage):
                return self._worded(person, nudge, stage, now)
            case PutOff(at):
                late = grace_end(moment_of(nudge, at), person.rhythm, GRACE)
                self._store.nudges.put_off(nudge.id, at, late)
            case Skip():
                self._store.nudges.end(nudge.id, NudgeState.SKIPPED)
        return None

    def _given(self, person: Person, nudge: Nudge, now: datetime) -> Letter | None:
        welcome = not self._store.allowed or person.id in self._store.allowed
        letter = self._giving.letter(person, nudge, now) if self._giving and welcome else None
        if letter is None:
            self._store.nudges.end(nudge.id, NudgeState.SKIPPED)
        else:
            self._store.nudges.sending_line(nudge.id, now)
        return letter

    def _worded(self, person: Person, nudge: Nudge, stage: Stage | None, now: datetime) -> Invitation | None:
        line = self._choosing.reinvite(person, stage) if stage else None
        if line is not None:
            self._store.nudges.sending_line(nudge.id, now)
            return Invitation(nudge.id, line.text, line, until=nudge.late)
        choice = self._choosing.next(person, nudge.id, now)
        if choice is None:
            self._store.nudges.end(nudge.id, NudgeState.SKIPPED)
            return None
        self._store.nudges.sending(nudge, choice.prompt, choice.sent(now, nudge.day))
        return Invitation(nudge.id, choice.text, until=nudge.late)

    def let_go(self, person_id: int) -> None:
        """What is in hand for them is sent no more."""
        for nudge_id in self._store.nudges.unsent(person_id):
            if task := self._in_hand.get(nudge_id):
                task.cancel()
