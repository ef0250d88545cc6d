"""What is offered in a silence: as it is, another time, fewer, or a pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.acts import Act, Reword, Toast
from bot.chat.pause import Pause
from bot.chat.times import Times, proof
from bot.chat.turn import Turn
from bot.domain.lines import ReinviteButton
from bot.services.rhythms import Rhythms


@dataclass(frozen=True, slots=True)
class Silence:
    """The buttons under a re-invitation that asks what would suit."""

    rhythms: Rhythms
    times: Times
    pause: Pause

    def pressed(self, turn: Turn) -> Sequence[Act]:
        """One of them."""
        match turn.press.word(0):
            case ReinviteButton.KEEP:
                return [Reword(f"{turn.say('suits-kept')}\n\n{proof(self.rhythms, turn, turn.person)}")]
            case ReinviteButton.OTHER_TIME:
                return self.times.page(turn)
            case ReinviteButton.FEWER:
                return self._fewer(turn)
            case ReinviteButton.PAUSE:
                return self.pause.command(turn)
            case _:
                return [Toast(turn.say("button-gone-toast"))]

    def _fewer(self, turn: Turn) -> Sequence[Act]:
        person = self.rhythms.ask_less(turn.person, turn.press.number(1), turn.now)
        if person is None:
            return [Toast(turn.say("button-gone-toast"))]
        return [Reword(f"{turn.say('suits-fewer')}\n\n{proof(self.rhythms, turn, person)}")]
