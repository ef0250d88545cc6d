"""People to talk to: ``/support``, and the answer to words that sound like a crisis (docs/care.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.chat.acts import Act, Button, Reword, Rows, Say, Toast, rows_of
from bot.chat.press import Press
from bot.chat.turn import Turn
from bot.chat.words import cldr
from bot.domain.lines import SupportLine
from bot.domain.person import FOR_GOOD
from bot.library import Markup
from bot.services.caring import Caring, Reply
from bot.services.rhythms import Rhythms


@dataclass(frozen=True, slots=True)
class Care:
    """Where help is found, always one tap away. No question, no judgement, no alarm."""

    caring: Caring
    rhythms: Rhythms

    def answer(self, turn: Turn, glimmer_id: int, reply: Reply) -> list[Act]:
        """To a cry, at once and briefly; the numbers stay whatever is pressed below them."""
        if reply is Reply.AS_USUAL:
            return []
        other = (turn.button("care-else", "care-else", glimmer_id),)
        if reply is Reply.FULLY or _asked_for(turn):
            rows = ((turn.button("care-pause", "care-pause"),), *self._elsewhere(turn), other)
            return [Say(self._told(turn, "care-answer"), rows, reply_to=turn.message_id)]
        rows = ((turn.button("support", "support"),), other)
        return [Say(turn.say("care-soft"), rows, reply_to=turn.message_id)]

    def soft(self, turn: Turn) -> Say:
        """One line under a message that may be more than a heavy day."""
        return Say(turn.say("care-soft"), ((turn.button("support", "support"),),))

    def support(self, turn: Turn) -> Sequence[Act]:
        """``/support``, and its button."""
        return [Say(self._told(turn, "support"), self._below(turn))]

    def _below(self, turn: Turn) -> Rows:
        light = self.caring.may_offer_one(turn.person, turn.now)
        return (*self._elsewhere(turn), *(((turn.button("remember", "remember"),),) if light else ()))

    def _elsewhere(self, turn: Turn) -> Rows:
        """*Other countries*, where somebody verified lines of any."""
        some = bool(turn.locale.support.lines)
        return ((turn.button("care-countries", "care-countries"),),) if some else ()

    def _told(self, turn: Turn, key: str) -> str:
        lines = self.caring.lines(turn.person, turn.locale.support)
        numbers = "".join(f"\n{_line(line)}" for line in lines)
        return turn.say(
            key, directory=turn.locale.support.directory, numbers=Markup(numbers and f"\n{numbers}")
        )

    def pause(self, turn: Turn) -> Sequence[Act]:
        """*Pause the questions*, said in a message of its own."""
        self.rhythms.pause(turn.person, FOR_GOOD, turn.now)
        return [Say(turn.say("paused-for-good"), ((turn.button("resume", "resume"),),))]

    def other(self, turn: Turn) -> Sequence[Act]:
        """*I meant something else*: no argument; an ordinary moment from now on."""
        self.caring.release(turn.person, turn.press.number(0))
        return [Say(turn.say("care-else"))]

    def countries(self, turn: Turn) -> Sequence[Act]:
        """*Other countries*: those with lines that somebody verified, and the directory of all."""
        codes = sorted({line.country for line in turn.locale.support.lines})
        names = cldr(turn.locale).territories
        buttons = [Button(names.get(code, code), Press.of("care-country", code)) for code in codes]
        said = turn.say("support-elsewhere", directory=turn.locale.support.directory)
        return [Say(said, rows_of(buttons, 2))]

    def country(self, turn: Turn) -> Sequence[Act]:
        """One of them, kept for the next time."""
        code = turn.press.word(0)
        if code not in {line.country for line in turn.locale.support.lines}:
            return [Toast(turn.say("button-gone-toast"))]
        self.caring.look_in(turn.person, code)
        return [Reword(self._told(turn, "support"), self._below(turn))]


def _asked_for(turn: Turn) -> bool:
    """Whether the words stand behind ``/support``, which answers whenever it is asked."""
    return turn.said is not None and turn.said.text.startswith("/support")


def _line(line: SupportLine) -> str:
    """A line of the directory as HTML: its name, ways to reach it, and hours."""
    ways = " · ".join(
        escape(way, quote=False) for way in (line.phone, line.text, line.url, line.hours) if way
    )
    return f"<b>{escape(line.name, quote=False)}</b>: {ways}"
