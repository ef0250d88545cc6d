"""A nudge's buttons, and ``/nudge``: one now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.chat import invite, words
from bot.chat.acts import Act, Reword, Say, Toast
from bot.chat.turn import Turn, tell
from bot.domain.lines import When
from bot.services.journal import Journal
from bot.services.nudging import Nudging


@dataclass(frozen=True, slots=True)
class Nudge:
    """Asking now, and the three full answers by button."""

    nudging: Nudging
    journal: Journal

    def now(self, turn: Turn) -> Sequence[Act]:
        """``/nudge``"""
        return self.ask(turn, f"ask:{turn.update_id}") or tell(turn, "nudge-none")

    def ask(self, turn: Turn, key: str) -> list[Act]:
        """An invitation at once; empty if it was delivered already."""
        invitation = self.nudging.ask(turn.person, key, turn.now)
        if invitation is None:
            return []
        return [
            Say(
                invite.text(invitation),
                invite.rows(invitation, turn.locale),
                then=lambda message_id: self.nudging.asked(invitation.nudge_id, message_id, turn.now),
            )
        ]

    def nothing(self, turn: Turn) -> Sequence[Act]:
        """*Nothing today*: a kind word, and no more nudges today."""
        if not self.nudging.nothing(turn.person, turn.press.number(0)):
            return [Toast(turn.say("button-gone-toast"))]
        line = escape(self.journal.line(turn.person, When.NONE_TODAY, turn.locale), quote=False)
        return [Reword(line, ((turn.button("remember", "remember"),),))]

    def another(self, turn: Turn) -> Sequence[Act]:
        """*Another question* in place of this one, twice at most."""
        return self._another(turn) or [Toast(turn.say("another-none-toast"))]

    def less(self, turn: Turn) -> Sequence[Act]:
        """*Not this kind*: never that prompt again, less of its kind, and another if there is one."""
        if not self.nudging.less(turn.person, turn.press.number(0), turn.press.number(1)):
            return [Toast(turn.say("button-gone-toast"))]
        return [*(self._another(turn) or [Reword(turn.say("less-done"))]), Toast(turn.say("less-toast"))]

    def _another(self, turn: Turn) -> list[Act]:
        nudge_id = turn.press.number(0)
        invitation = self.nudging.another(turn.person, nudge_id, turn.now)
        if invitation is None:
            return []
        more = self.nudging.more_left(turn.person, nudge_id)
        return [Reword(invite.text(invitation), invite.rows(invitation, turn.locale, more))]

    def later(self, turn: Turn) -> Sequence[Act]:
        """*Later*: once more in an hour."""
        at = self.nudging.later(turn.person, turn.press.number(0), turn.now)
        if at is None:
            return [Toast(turn.say("button-gone-toast"))]
        local = words.moment(at, turn.person, turn.locale)
        return [Reword(turn.say("later-done", at=local))]
