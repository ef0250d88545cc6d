"""A nudge's buttons, and ``/nudge``: one now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.chat import invite, words
from bot.chat.acts import Act, Reword, Say, Toast, rows_of
from bot.chat.turn import Turn, tell
from bot.domain.later import Later
from bot.domain.lines import When
from bot.services.asking import Asking
from bot.services.journal import Journal
from bot.services.postponing import Postponing


@dataclass(frozen=True, slots=True)
class Nudge:
    """Asking now, and the three full answers by button."""

    asking: Asking
    journal: Journal
    postponing: Postponing

    def now(self, turn: Turn) -> Sequence[Act]:
        """``/nudge``"""
        return self.ask(turn, f"ask:{turn.update_id}") or tell(turn, "nudge-none")

    def ask(self, turn: Turn, key: str) -> list[Act]:
        """An invitation at once; empty if it was delivered already."""
        invitation = self.asking.ask(turn.person, key, turn.now)
        if invitation is None:
            return []
        return [
            Say(
                invite.text(invitation),
                invite.rows(invitation, turn.locale),
                then=lambda message_id: self.asking.asked(invitation.nudge_id, message_id, turn.now),
            )
        ]

    def nothing(self, turn: Turn) -> Sequence[Act]:
        """*Nothing today*: a kind word, and no more nudges today."""
        if not self.asking.nothing(turn.person, turn.press.number(0), turn.now):
            return [Toast(turn.say("button-gone-toast"))]
        light = self.journal.may_offer_one(turn.person, turn.now)
        return [Reword(self._left(turn), ((turn.button("remember", "remember"),),) if light else ())]

    def _left(self, turn: Turn) -> str:
        """That nothing today is fine; in plain words for some days after a cry."""
        if self.journal.careful(turn.person, turn.now):
            return turn.say("nothing-plainly")
        return escape(self.journal.line(turn.person, When.NONE_TODAY, turn.locale), quote=False)

    def another(self, turn: Turn) -> Sequence[Act]:
        """*Another question* in place of this one, twice at most."""
        return self._another(turn) or [Toast(turn.say("another-none-toast"))]

    def less(self, turn: Turn) -> Sequence[Act]:
        """*Not this kind*: never that prompt again, less of its kind, and another if there is one."""
        if not self.asking.less(turn.person, turn.press.number(0), turn.press.number(1)):
            now_shown = self._another(turn) if turn.press.word(1) else []
            return [*now_shown, Toast(turn.say("button-gone-toast"))]
        return [*(self._another(turn) or [Reword(turn.say("less-done"))]), Toast(turn.say("less-toast"))]

    def _another(self, turn: Turn) -> list[Act]:
        nudge_id = turn.press.number(0)
        place_of = turn.press.number(1) if turn.press.word(1) else None  # buttons of old say nothing of it
        invitation = self.asking.another(turn.person, nudge_id, place_of, turn.now)
        if invitation is None:
            return []
        more = self.asking.more_left(turn.person, nudge_id)
        return [Reword(invite.text(invitation), invite.rows(invitation, turn.locale, more))]

    def later(self, turn: Turn) -> Sequence[Act]:
        """*Later*: how much later."""
        nudge_id = turn.press.number(0)
        found = self.postponing.offers(turn.person, nudge_id, turn.now)
        if not found:
            return [Toast(turn.say("button-gone-toast"))]
        buttons = [turn.button(f"later-{later}", "later-at", nudge_id, later.value) for later in found]
        return [Reword(turn.say("later-question"), rows_of(buttons, 2))]

    def later_at(self, turn: Turn) -> Sequence[Act]:
        """One of those: once more then."""
        nudge_id, wanted = turn.press.number(0), turn.press.word(1)
        later = next((later for later in Later if later.value == wanted), None)
        at = self.postponing.postpone(turn.person, nudge_id, later, turn.now) if later else None
        if at is None:
            return [Toast(turn.say("button-gone-toast"))]
        return [Reword(turn.say("later-done", at=words.moment(at, turn.person, turn.locale)))]
