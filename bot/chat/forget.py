"""``/forget``: shows what goes, asks once, and forgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.chat import words
from bot.chat.about import gone_briefly
from bot.chat.acts import Act, PutAway, Reword, Say
from bot.chat.export import Export
from bot.chat.turn import Turn
from bot.services.forgetting import Forgetting
from bot.storage.steps import Steps

MEANT_WITHIN = timedelta(minutes=30)
"""After that the question is asked anew: a button found years later must not remove years."""


@dataclass(frozen=True, slots=True)
class Forget:
    """The way out."""

    forgetting: Forgetting
    export: Export
    steps: Steps

    async def command(self, turn: Turn) -> Sequence[Act]:
        """``/forget``"""
        await self.export.exporting.hurry(turn.person, turn.now)
        yes = turn.button("forget-yes", "forget-yes", int(turn.now.timestamp()))
        no = turn.button("forget-no", "forget-no")
        left_out = self.export.missing(turn, "forget-missing")  # nobody can fetch it afterwards
        question = "\n\n".join(filter(None, (self._question(turn), left_out)))
        return [Say(question, ((no,), (turn.button("export", "export"),), (yes,)))]

    def _question(self, turn: Turn) -> str:
        holding = self.forgetting.holding(turn.person)
        if holding.first is None or holding.last is None:
            return turn.say("forget-question-empty")
        first, last = (words.long_day(day, turn.locale) for day in (holding.first, holding.last))
        return turn.say(
            "forget-question",
            first=first,
            last=last,
            moments=holding.moments,
            pictures=holding.pictures,
            voices=holding.voices,
            files=holding.files,
        )

    async def yes(self, turn: Turn) -> Sequence[Act]:
        """*Forget everything*. Nothing may be said or done for them afterwards that keeps anything."""
        if turn.now.timestamp() - turn.press.number(0) > MEANT_WITHIN.total_seconds():
            return await self.command(turn)
        if turn.press.number(0) < int(turn.person.joined.timestamp()):
            return gone_briefly(turn)  # it was about who was forgotten, and began anew since
        return await self.gone(turn)

    async def gone(self, turn: Turn) -> Sequence[Act]:
        """The same press by who is not here any more: what a crash may have cut off is done to its end."""
        shown = self.steps.put_away(turn.person.id)
        await self.forgetting.forget(turn.person)
        done = turn.say("forget-done")
        return [PutAway(done) if shown else Reword(done)]  # a place from that keyboard would begin anew

    def no(self, turn: Turn) -> Sequence[Act]:
        """*Keep it all*"""
        return [Reword(turn.say("forget-not"))]
