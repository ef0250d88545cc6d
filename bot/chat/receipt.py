"""The buttons under a receipt. They hold ids and days, so that they work after years and restarts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat import words
from bot.chat.acts import Act, Button, Rebutton, Rows, Toast
from bot.chat.press import Press
from bot.chat.turn import Turn
from bot.domain.glimmer import Glimmer
from bot.services.receipts import Receipts

SPOT_DIGITS = 5  # of a degree: about a metre


@dataclass(frozen=True, slots=True)
class Receipt:
    """*Undo*, and behind *…* what is needed less often."""

    receipts: Receipts

    def rows(self, turn: Turn, glimmer: Glimmer) -> Rows:
        """Under a fresh receipt; what came in the same breath can be joined, what was taken back put back."""
        if glimmer.taken_back:
            return ((turn.button("redo", "redo", glimmer.id, *_where(turn, glimmer)),),)
        if glimmer.part_of is not None:
            return (
                (turn.button("part", "part", glimmer.id, *_where(turn, glimmer)),),
                *_earlier(turn, glimmer),
            )
        undo, more = turn.button("undo", "undo", glimmer.id), turn.button("more", "more", glimmer.id)
        first = (undo, *self._moving(turn, glimmer), more)
        return (first, *self._once(turn, glimmer))

    def _once(self, turn: Turn, glimmer: Glimmer) -> Rows:
        """What stands below for as long as there is something of the kind to be done."""
        before = self.receipts.joinable(turn.person, glimmer)
        joining = ((turn.button("join", "join", glimmer.id, before),),) if before else ()
        spot = (
            ((turn.button("spot", "spot", glimmer.id, *where),),) if (where := _where(turn, glimmer)) else ()
        )
        return (*_earlier(turn, glimmer), *joining, *spot)

    def _moving(self, turn: Turn, glimmer: Glimmer) -> tuple[Button, ...]:
        """*It was yesterday*; *It was today* for who answers an earlier day's question."""
        day = self.receipts.likely_day(turn.person, glimmer)
        if day is None:
            return ()
        return (turn.button("gone-day" if day < glimmer.day else "this-day", "receipt-day", glimmer.id, day),)

    def again(self, turn: Turn, glimmer_id: int) -> Rows:
        """As they now should be; none for what is not theirs."""
        glimmer = self.receipts.glimmer(turn.person, glimmer_id)
        return self.rows(turn, glimmer) if glimmer else ()

    def more(self, turn: Turn) -> Sequence[Act]:
        """*…*"""
        glimmer = self.receipts.glimmer(turn.person, turn.press.number(0))
        return [Rebutton(self._all(turn, glimmer))] if glimmer else _gone(turn)

    def elsewhere(self, turn: Turn, glimmer_id: int) -> list[Act]:
        """The buttons under the receipt, as they now should be, where something else was pressed or said."""
        under = self.receipts.message_of(turn.person, glimmer_id)
        if under is None or under == turn.message_id:
            return []
        return [Rebutton(self.again(turn, glimmer_id), under)]

    def _all(self, turn: Turn, glimmer: Glimmer) -> Rows:
        """All that can be done; no more than before of what was taken back or added to another."""
        if glimmer.taken_back or glimmer.part_of is not None:
            return self.rows(turn, glimmer)
        day = self.receipts.other_day(turn.person, glimmer)
        name = words.day_on_a_button(day, turn.locale)
        label = turn.say("yesterday-button", day=name) if day < glimmer.day else name
        return (
            (turn.button("undo", "undo", glimmer.id), turn.button("open", "open", glimmer.id)),
            (Button(label, Press.of("receipt-day", glimmer.id, day)),),
            *self._more_like(turn, glimmer),
            *self._once(turn, glimmer),
        )

    def _more_like(self, turn: Turn, glimmer: Glimmer) -> Rows:
        """Under what answers a question."""
        asked = glimmer.nudge_id is not None and glimmer.category is not None
        return ((turn.button("more-like", "more-like", glimmer.id),),) if asked else ()

    def more_like(self, turn: Turn) -> Sequence[Act]:
        """*More like this*"""
        glimmer_id = turn.press.number(0)
        if not self.receipts.more_like(turn.person, glimmer_id):
            return _gone(turn)
        return [Toast(turn.say("more-like-toast")), Rebutton(self.again(turn, glimmer_id))]

    def day(self, turn: Turn) -> Sequence[Act]:
        """*This was yesterday*, and back."""
        glimmer_id, day = turn.press.number(0), _day(turn.press.word(1))
        if day is None or not self.receipts.move(turn.person, glimmer_id, day):
            return [*_gone(turn), Rebutton(self.again(turn, glimmer_id))]
        glimmer = self.receipts.glimmer(turn.person, glimmer_id)
        toast = Toast(turn.say("moved-toast", day=words.day(day, turn.locale)))
        return [toast, Rebutton(self._all(turn, glimmer))] if glimmer else [toast]

    def join(self, turn: Turn) -> Sequence[Act]:
        """*Add to the last one*"""
        glimmer_id = turn.press.number(0)
        if not self.receipts.join(turn.person, glimmer_id, turn.press.number(1)):
            return [*_gone(turn), Rebutton(self.again(turn, glimmer_id))]
        return [Toast(turn.say("joined-toast")), Rebutton(self.again(turn, glimmer_id))]

    def part(self, turn: Turn) -> Sequence[Act]:
        """*Two again*"""
        glimmer_id = turn.press.number(0)
        if not self.receipts.part(turn.person, glimmer_id):
            return _gone(turn)
        return [Toast(turn.say("parted-toast")), Rebutton(self.again(turn, glimmer_id))]

    def unedit(self, turn: Turn) -> Sequence[Act]:
        """*The earlier words*, after an edit."""
        glimmer_id = turn.press.number(0)
        if not self.receipts.unword(turn.person, glimmer_id):
            return _gone(turn)
        return [Toast(turn.say("unworded-toast")), Rebutton(self.again(turn, glimmer_id))]

    def spot(self, turn: Turn) -> Sequence[Act]:
        """*Keep the exact spot*"""
        glimmer_id, where = turn.press.number(0), (_degrees(turn.press.word(n)) for n in (1, 2))
        spot = ", ".join(where)
        if not self.receipts.locate(turn.person, glimmer_id, spot):
            return _gone(turn)
        return [Toast(turn.say("spot-toast")), Rebutton(self.again(turn, glimmer_id))]


def _earlier(turn: Turn, glimmer: Glimmer) -> Rows:
    """*The earlier words*, while there are any."""
    return ((turn.button("earlier", "unedit", glimmer.id),),) if glimmer.reworded else ()


def _where(turn: Turn, glimmer: Glimmer) -> tuple[str, ...]:
    """The coordinates stand in a button alone, until they are kept."""
    if turn.place is None or not glimmer.place:
        return ()
    where = tuple(f"{degrees:.{SPOT_DIGITS}f}" for degrees in turn.place)
    return () if ", ".join(where) in glimmer.spot else where


def _gone(turn: Turn) -> list[Act]:
    return [Toast(turn.say("button-gone-toast"))]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _degrees(text: str) -> str:
    """A number of degrees as it is kept; zero for anything else."""
    try:
        return f"{float(text):.{SPOT_DIGITS}f}"
    except ValueError:
        return f"{0:.{SPOT_DIGITS}f}"
