"""One moment of the journal, opened: shown whole, and everything that can be changed about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import accumulate

from bot.chat import entry, words
from bot.chat.acts import Act, Button, Rebutton, Reword, Rows, Say, Toast
from bot.chat.press import Press
from bot.chat.turn import Turn, tell
from bot.domain.glimmer import Glimmer
from bot.domain.typed import Misread, ahead
from bot.domain.typed import period as read_period
from bot.services.browsing import Browsing, Opened
from bot.services.rhythms import Rhythms
from bot.storage.steps import Steps

EDIT, MOVE, TAG = "edit", "move", "tag"
STEPS = (EDIT, MOVE, TAG)
A_DAY = timedelta(days=1)
ROOM_FOR_LINKS = 1500  # characters


@dataclass(frozen=True, slots=True)
class Open:
    """The moment and its buttons; each carries the moment's id, which is looked for among theirs only."""

    browsing: Browsing
    rhythms: Rhythms
    steps: Steps

    def open(self, turn: Turn) -> Sequence[Act]:
        """A button of a list."""
        found = self.browsing.open(turn.person, turn.press.number(0))
        if found is None:
            return _gone(turn)
        rows = self._rows(turn, found)
        return entry.whole(_head(turn, found.glimmer), found.glimmer.text, found.files, rows, turn.locale)

    def _rows(self, turn: Turn, found: Opened) -> Rows:
        glimmer, id_ = found.glimmer, found.glimmer.id
        label, out = ("let-in", 0) if found.away else ("leave", 1)
        card = (turn.button("postcard", "postcard", id_, "l", "words"),) if found.card else ()
        earlier = ((turn.button("earlier", "unword", id_),),) if glimmer.reworded else ()
        return (
            (turn.button("edit", EDIT, id_), turn.button("move", MOVE, id_)),
            (turn.button("tag", TAG, id_), turn.button("delete", "delete", id_)),
            (turn.button(label, "leave", id_, out), *card),
            *earlier,
        )

    def _again(self, turn: Turn, toast: str) -> list[Act]:
        """The buttons as they now are, with a short word."""
        found = self.browsing.open(turn.person, turn.press.number(0))
        return [Toast(toast), Rebutton(self._rows(turn, found))] if found else _gone(turn)

    # -- what asks for a word ----------------------------------------------------------------------

    def ask(self, turn: Turn) -> Sequence[Act]:
        """*Edit*, *Another day* and *Tags*: the next message says it."""
        found = self.browsing.open(turn.person, turn.press.number(0))
        if found is None:
            return _gone(turn)
        glimmer, step = found.glimmer, turn.press.name
        self.steps.set(turn.person.id, f"{step}:{glimmer.id}", turn.now)
        if step == TAG:
            tags = _tags(glimmer.tags)
            return tell(turn, "tag-question-more" if tags else "tag-question", tags=tags)
        return [Say(turn.say(f"{step}-question"), self._days(turn, glimmer) if step == MOVE else ())]

    def _days(self, turn: Turn, glimmer: Glimmer) -> Rows:
        today = self.rhythms.today(turn.person, turn.now)
        days = [day for day in (glimmer.day - A_DAY, glimmer.day + A_DAY) if day <= today]
        return tuple(
            (Button(words.day_on_a_button(day, turn.locale), Press.of("day", glimmer.id, day)),)
            for day in days
        )

    def answer(self, turn: Turn, step: str, glimmer_id: int, text: str) -> list[Act]:
        """That message; empty if it says nothing of the kind, so that it is kept as a moment."""
        found = self.browsing.open(turn.person, glimmer_id)
        if found is None:
            return []
        match step:
            case "edit":
                return self._reworded(turn, glimmer_id, text)
            case "move":
                return self._moved(turn, glimmer_id, text)
        tags = self.browsing.tag(turn.person, glimmer_id, text)
        self.steps.clear(turn.person.id)
        return tell(turn, "tagged", tags=_tags(tags)) if tags else tell(turn, "untagged")

    def hint(self, turn: Turn, glimmer_id: int) -> list[Act]:
        """That a day is awaited, as long as there is a moment to be moved."""
        if self.browsing.open(turn.person, glimmer_id):
            return tell(turn, "move-hint")
        self.steps.clear(turn.person.id)
        return []

    def _reworded(self, turn: Turn, glimmer_id: int, text: str) -> list[Act]:
        self.browsing.reword(turn.person, glimmer_id, text, turn.now, turn.message_id)
        self.steps.clear(turn.person.id)
        return [Say(turn.say("reworded"), ((turn.button("earlier", "unword", glimmer_id),),))]

    def _moved(self, turn: Turn, glimmer_id: int, text: str) -> list[Act]:
        today = self.rhythms.today(turn.person, turn.now)
        period = read_period(text, today, turn.locale.vocabulary)
        if isinstance(period, Misread) and ahead(text, today, turn.locale.vocabulary):
            return tell(turn, "move-future")
        if isinstance(period, Misread) or not period.start or period.end != period.start + A_DAY:
            return []
        if period.start > today:
            return tell(turn, "move-future")
        self.browsing.move(turn.person, glimmer_id, period.start)
        self.steps.clear(turn.person.id)
        return tell(turn, "moved", day=words.long_day(period.start, turn.locale))

    # -- what a button says ------------------------------------------------------------------------

    def day(self, turn: Turn) -> Sequence[Act]:
        """A day's button; it carries the day, so that a second press changes nothing."""
        try:
            day = date.fromisoformat(turn.press.word(1))
        except ValueError:
            return _gone(turn)
        if not self.browsing.move(turn.person, turn.press.number(0), day):
            return _gone(turn)
        self.steps.clear(turn.person.id)
        return [Toast(turn.say("moved-toast", day=words.day(day, turn.locale)))]

    def unword(self, turn: Turn) -> Sequence[Act]:
        """*The earlier words*"""
        if not self.browsing.unword(turn.person, turn.press.number(0)):
            return _gone(turn)
        return self._again(turn, turn.say("unworded-toast"))

    def leave(self, turn: Turn) -> Sequence[Act]:
        """*Leave out of look-backs*, and back."""
        if turn.press.number(1) != 1:
            return self._let_in(turn)
        if not self.browsing.leave_out(turn.person, turn.press.number(0)):
            return _gone(turn)
        return self._again(turn, turn.say("left-out-toast"))

    def _let_in(self, turn: Turn) -> list[Act]:
        found = self.browsing.let_in(turn.person, turn.press.number(0))
        if found is None:
            return _gone(turn)
        day = words.day(found.glimmer.day, turn.locale)
        return self._again(turn, turn.say("day-shown-toast" if found.day_hidden else "let-in-toast", day=day))

    def delete(self, turn: Turn) -> Sequence[Act]:
        """*Delete*: asks once."""
        found = self.browsing.open(turn.person, turn.press.number(0))
        if found is None:
            return _gone(turn)
        id_ = found.glimmer.id
        yes, no = turn.button("delete-yes", "delete-yes", id_), turn.button("delete-no", "delete-no", id_)
        return [Toast(turn.say("delete-toast")), Rebutton(((no,), (yes,)))]

    def spare(self, turn: Turn) -> Sequence[Act]:
        """*Keep it*"""
        return self._again(turn, turn.say("spared-toast"))

    async def delete_yes(self, turn: Turn) -> Sequence[Act]:
        """*Delete for good*"""
        if not await self.browsing.delete(turn.person, turn.press.number(0)):
            return _gone(turn)
        return [Reword(turn.say("deleted"))]


def _gone(turn: Turn) -> list[Act]:
    return [Toast(turn.say("button-gone-toast"))]


def _tags(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def _head(turn: Turn, glimmer: Glimmer) -> str:
    """Its day, and what belongs to it besides words and files (HTML)."""
    day = words.long_day(glimmer.day, turn.locale)
    lines = [f"<b>{escape(day[:1].upper() + day[1:], quote=False)}</b>"]
    for key, value in (
        ("from", glimmer.origin),
        ("about", glimmer.quote),
        ("place", glimmer.place),
        ("spot", glimmer.spot),
        ("tags", _tags(glimmer.tags)),
    ):
        if value:
            lines.append(f"<i>{turn.say(f'opened-{key}', what=value[:300])}</i>")
    lines += [f"<i>{escape(link, quote=False)}</i>" for link in _some(glimmer.links)]
    return "\n".join(lines)


def _some(links: Sequence[str]) -> list[str]:
    """The first of them, as many as leave room for the words; the others are in what ``/export`` gives."""
    lengths = accumulate(map(len, links))
    return [link for link, so_far in zip(links, lengths, strict=True) if so_far <= ROOM_FOR_LINKS]
