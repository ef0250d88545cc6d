"""``/start``: meeting, in as few taps as possible. Pressing it again loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.acts import Act, Reword, Say
from bot.chat.nudge import Nudge
from bot.chat.times import START, Times, proof
from bot.chat.turn import Turn
from bot.chat.zone import Zone
from bot.services.caring import Caring
from bot.services.rhythms import Rhythms

FIRST = "first"


@dataclass(frozen=True, slots=True)
class Start:
    """Welcome, zone, times, the proof, and a first invitation."""

    rhythms: Rhythms
    zone: Zone
    times: Times
    nudge: Nudge
    caring: Caring

    def begin(self, turn: Turn) -> Sequence[Act]:
        """``/start``, the first time or any other."""
        return [Say(turn.say("welcome")), self.zone.question(turn, START)]

    def done(self, turn: Turn) -> Sequence[Act]:
        """*Done* under the times: what comes next, as proof, and a first invitation at once."""
        self.times.steps.clear(turn.person.id)
        return [Reword(proof(self.rhythms, turn, turn.person)), *self._first(turn)]

    def typed(self, turn: Turn, said: Say) -> list[Act]:
        """The same after times were typed."""
        return [said, *self._first(turn)]

    def _first(self, turn: Turn) -> list[Act]:
        """A first invitation, announced only if it comes; none on a day that weighs."""
        if self.caring.weighed(turn.person, turn.now):
            return [Say(turn.say("first-quietly"))]
        asked = self.nudge.ask(turn, FIRST)
        return [Say(turn.say("first-invitation")), *asked] if asked else []
