"""``/remember``: one of the person's own, and what can be said of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.chat import entry, words
from bot.chat.acts import Act, Rebutton, Rows, Toast
from bot.chat.turn import Turn, button, tell
from bot.library.locale import Locale
from bot.services.remember import Lookback
from bot.services.remember import Remember as Remembering

ON, OFF = "1", "0"


@dataclass(frozen=True, slots=True)
class Remember:
    """Gives one moment back; its buttons say what they will do, so that a second press changes nothing."""

    remembering: Remembering

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/remember``, *One of mine* and *Another*."""
        rng = random.Random(f"{turn.person.id}:{turn.update_id}")  # noqa: S311 - fairness, no secret
        found = self.remembering.one(turn.person, turn.locale, turn.now, rng)
        if found is None:
            away = self.remembering.any_kept(turn.person)
            return tell(turn, "remember-away" if away else "remember-none")
        return self.show(turn, found)

    def show(self, turn: Turn, found: Lookback) -> list[Act]:
        """A moment, whole, with its date and its buttons."""
        below = rows(turn.locale, found.glimmer.id, near=found.glimmer.favourite)
        return [
            *entry.whole(heading(found, turn.locale), found.glimmer.text, found.files, below, turn.locale)
        ]

    def near(self, turn: Turn) -> Sequence[Act]:
        """*Keep near*, and back."""
        glimmer_id, near = turn.press.number(0), turn.press.word(1) == ON
        if not self.remembering.keep_near(turn.person, glimmer_id, near):
            return [Toast(turn.say("button-gone-toast"))]
        toast = Toast(turn.say("near-toast" if near else "not-near-toast"))
        return [toast, Rebutton(rows(turn.locale, glimmer_id, near))]

    def not_again(self, turn: Turn) -> Sequence[Act]:
        """*Not this one again*, and back."""
        glimmer_id, hidden = turn.press.number(0), turn.press.word(1) == ON
        if not self.remembering.hide(turn.person, glimmer_id, hidden):
            return [Toast(turn.say("button-gone-toast"))]
        if not hidden:
            return [Toast(turn.say("again-toast")), Rebutton(self._rows(turn, glimmer_id))]
        return [Toast(turn.say("not-again-toast")), Rebutton(self._undo(turn, "not-again", glimmer_id))]

    def hide_day(self, turn: Turn) -> Sequence[Act]:
        """*Hide that day*, and back."""
        glimmer_id, hidden = turn.press.number(0), turn.press.word(1) == ON
        day = self.remembering.hide_day(turn.person, glimmer_id, hidden)
        if day is None:
            return [Toast(turn.say("button-gone-toast"))]
        toast = turn.say("day-hidden-toast" if hidden else "day-shown-toast", day=words.day(day, turn.locale))
        shown = self._rows(turn, glimmer_id)
        return [Toast(toast), Rebutton(self._undo(turn, "hide-day", glimmer_id) if hidden else shown)]

    def _rows(self, turn: Turn, glimmer_id: int) -> Rows:
        return rows(turn.locale, glimmer_id, self.remembering.is_near(turn.person, glimmer_id))

    def _undo(self, turn: Turn, name: str, glimmer_id: int) -> Rows:
        return (
            (turn.button(f"{name}-undo", name, glimmer_id, OFF),),
            (turn.button("remember-another", "remember"),),
        )


def rows(locale: Locale, glimmer_id: int, near: bool) -> Rows:
    """*Another*, *Keep near*, *Not this one again*, *Hide that day*."""
    keep = button(locale, "not-near" if near else "near", "near", glimmer_id, OFF if near else ON)
    return (
        (button(locale, "remember-another", "remember"), keep),
        (button(locale, "not-again", "not-again", glimmer_id, ON),),
        (button(locale, "hide-day", "hide-day", glimmer_id, ON),),
    )


def heading(found: Lookback, locale: Locale) -> str:
    """The line above a moment and its date in words (HTML)."""
    day = words.long_day(found.glimmer.day, locale)
    date = f"<b>{escape(day[:1].upper() + day[1:], quote=False)}</b>"
    return f"{escape(found.intro, quote=False)}\n{date}" if found.intro else date
