"""``/list`` and ``/search``: looking through the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat import entry, periods
from bot.chat.acts import Act, Button, Reword, Rows, Say, Toast
from bot.chat.press import Press
from bot.chat.turn import Turn, tell
from bot.domain.typed import Misread
from bot.services.browsing import END, PAGE, Browsing, Page, place_of
from bot.services.rhythms import Rhythms
from bot.storage.listing import Place
from bot.storage.steps import Steps

STEP = "search"
FOUND = "found"
"""A step that waits for nothing: it holds what was searched for, as buttons are too small for it."""
NEWER, OLDER = "newer", "older"


@dataclass(frozen=True, slots=True)
class Browse:
    """Pages of moments, each a button that opens it."""

    browsing: Browsing
    rhythms: Rhythms
    steps: Steps

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/list``, from the newest day or from the one that is typed."""
        if not turn.typed:
            return [self._listed(turn, self.browsing.older(turn.person, END))]
        period = periods.typed(turn, turn.typed)
        if isinstance(period, Misread):
            return tell(turn, "list-misread")
        return [self._listed(turn, self.browsing.older(turn.person, Place(period.end or date.max, 0)))]

    def turned(self, turn: Turn) -> Sequence[Act]:
        """*Newer* and *Older*."""
        try:
            than = Place(date.fromisoformat(turn.press.word(1)), turn.press.number(2))
        except ValueError:
            return [Toast(turn.say("button-gone-toast"))]
        turned = self.browsing.newer if turn.press.word(0) == NEWER else self.browsing.older
        said = self._listed(turn, turned(turn.person, than))
        return [Reword(said.text, said.rows)]

    def _listed(self, turn: Turn, page: Page) -> Say:
        if not page.glimmers:
            return Say(turn.say("list-none"))
        first, last = place_of(page.glimmers[0]), place_of(page.glimmers[-1])
        turns = (
            *((turn.button("newer", "list", NEWER, first.day, first.glimmer_id),) if page.newer else ()),
            *((turn.button("older", "list", OLDER, last.day, last.glimmer_id),) if page.older else ()),
        )
        return Say(turn.say("list"), self._rows(turn, page, turns))

    def _rows(self, turn: Turn, page: Page, turns: tuple[Button, ...]) -> Rows:
        today = self.rhythms.today(turn.person, turn.now)
        opening = (
            (Button(entry.label(glimmer, today, turn.locale), Press.of("open", glimmer.id)),)
            for glimmer in page.glimmers
        )
        return (*opening, turns) if turns else tuple(opening)

    def search(self, turn: Turn) -> Sequence[Act]:
        """``/search``, with words or without."""
        if turn.typed:
            return self.answer(turn, turn.typed)
        self.steps.set(turn.person.id, f"{STEP}:", turn.now)
        return tell(turn, "search-question")

    def answer(self, turn: Turn, asked: str) -> list[Act]:
        """What has all of those words in it."""
        self.steps.set(turn.person.id, f"{FOUND}:{asked}", turn.now)
        return [self._found(turn, asked, 0)]

    def more(self, turn: Turn) -> Sequence[Act]:
        """Another page of what was found last."""
        step = self.steps.get(turn.person.id)
        name, _, asked = step[0].partition(":") if step else ("", "", "")
        if name != FOUND:
            return [Toast(turn.say("search-gone-toast"))]
        said = self._found(turn, asked, max(turn.press.number(0), 0))
        return [Reword(said.text, said.rows)]

    def _found(self, turn: Turn, asked: str, skip: int) -> Say:
        page = self.browsing.find(turn.person, asked, skip)
        wanted = asked[:60]
        also = f"\n{turn.say('search-left-out')}" if self.browsing.left_out(turn.person, asked) else ""
        if not page.glimmers:
            return Say(turn.say("search-none", words=wanted) + also)
        turns = (
            *((turn.button("newer", "search", max(skip - PAGE, 0)),) if page.newer else ()),
            *((turn.button("older", "search", skip + PAGE),) if page.older else ()),
        )
        return Say(turn.say("search-found", words=wanted) + also, self._rows(turn, page, turns))
