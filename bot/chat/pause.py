"""``/pause`` and ``/resume``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.chat import words
from bot.chat.acts import Act, Reword, Say
from bot.chat.times import proof
from bot.chat.turn import Turn, tell
from bot.domain.person import FOR_GOOD
from bot.domain.typed import Misread, Reason
from bot.domain.typed import pause as read_pause
from bot.services.rhythms import Rhythms

DAYS = {"day": 1, "three-days": 3, "week": 7, "month": 30}
FOREVER = "forever"
NOT_TAKEN = {Reason.UNCLEAR: "pause-begins", Reason.PAST: "pause-past"}


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence for as long as somebody wants it; writing still works."""

    rhythms: Rhythms

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/pause`` with or without a length or date behind it."""
        if not turn.typed:
            buttons = [turn.button(f"pause-{name}", "pause", name) for name in (*DAYS, FOREVER)]
            return [Say(turn.say("pause-question"), tuple((button,) for button in buttons))]
        today = self.rhythms.today(turn.person, turn.now)
        until = read_pause(turn.typed, today, turn.locale.vocabulary)
        if isinstance(until, Misread):
            return tell(turn, NOT_TAKEN.get(until.reason, "pause-misread"))
        return [Say(self._done(turn, until), ((turn.button("resume", "resume"),),))]

    def pressed(self, turn: Turn) -> Sequence[Act]:
        """A length's button."""
        days = DAYS.get(turn.press.word(0))
        today = self.rhythms.today(turn.person, turn.now)
        until = FOR_GOOD if days is None else today + timedelta(days=days)
        return [Reword(self._done(turn, until), ((turn.button("resume", "resume"),),))]

    def _done(self, turn: Turn, until: date) -> str:
        """Pause; what to say about it."""
        person = self.rhythms.pause(turn.person, until, turn.now)
        if until == FOR_GOOD:
            return turn.say("paused-for-good")
        day = words.day_near(until, self.rhythms.today(person, turn.now), turn.locale)
        return f"{turn.say('paused', day=day)}\n\n{proof(self.rhythms, turn, person)}"

    def resume(self, turn: Turn) -> Sequence[Act]:
        """``/resume``"""
        person = self.rhythms.resume(turn.person, turn.now)
        return [Say(f"{turn.say('resumed')}\n\n{proof(self.rhythms, turn, person)}")]

    def resume_pressed(self, turn: Turn) -> Sequence[Act]:
        """Its button."""
        person = self.rhythms.resume(turn.person, turn.now)
        return [Reword(f"{turn.say('resumed')}\n\n{proof(self.rhythms, turn, person)}")]
