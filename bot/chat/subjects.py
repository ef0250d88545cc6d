"""*What I ask about*: what was learned, in plain words, and what somebody leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.lists import format_list

from bot.chat.acts import Act, Button, Reword, Rows, Say, Toast, rows_of
from bot.chat.press import Press
from bot.chat.turn import Turn
from bot.chat.words import cldr
from bot.domain.kinds import THEMES, Need, Subject
from bot.domain.mutes import Muted, kind_of, muted_by
from bot.services.subjects import Subjects as Choices

PAGES: dict[str, tuple[Muted, ...]] = {"kind": THEMES, "subject": tuple(Subject), "need": tuple(Need)}
"""What can be left out, by the kind that its buttons and messages are named after."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """A page of the settings, with one page below it for each kind of thing to leave out."""

    choices: Choices

    def page(self, turn: Turn) -> Sequence[Act]:
        """What was learned and what is left out, from the settings."""
        return [Say(self._text(turn), self._rows(turn))]

    def opened(self, turn: Turn) -> Sequence[Act]:
        """One of the pages below, or back."""
        kind = turn.press.word(0)
        if kind not in PAGES:
            return [Reword(self._text(turn), self._rows(turn))]
        return [Reword(turn.say(f"subjects-{kind}"), self._toggles(turn, kind))]

    def toggle(self, turn: Turn) -> Sequence[Act]:
        """One thing, in or out: the button carries which, so that doing it twice changes nothing."""
        kind, name, wish = (turn.press.word(i) for i in range(3))
        muted = muted_by(kind, name)
        if muted is None:
            return [Toast(turn.say("button-gone-toast"))]
        change = self.choices.mute if wish == "out" else self.choices.unmute
        change(turn.person, muted)
        return [Reword(turn.say(f"subjects-{kind}"), self._toggles(turn, kind))]

    def learn_afresh(self, turn: Turn) -> Sequence[Act]:
        """Forget what was learned."""
        self.choices.learn_afresh(turn.person)
        return [Reword(self._text(turn), self._rows(turn)), Toast(turn.say("subjects-afresh-toast"))]

    def _text(self, turn: Turn) -> str:
        leaning = self.choices.leaning(turn.person)
        muted = self.choices.mutes(turn.person)
        left_out = [thing for page in PAGES.values() for thing in page if thing in muted]
        told = (("more", leaning.more), ("less", leaning.less), ("out", left_out))
        lines = [
            turn.say(f"subjects-{key}", kinds=_names(turn, things))
            for key, things in told
            if things  # what there is nothing of is not mentioned
        ]
        even = [] if leaning.more or leaning.less else [turn.say("subjects-even")]
        return "\n".join([turn.say("subjects"), *even, *lines])

    def _rows(self, turn: Turn) -> Rows:
        pages = [turn.button(f"subjects-{kind}", "subjects", kind) for kind in PAGES]
        leaning = self.choices.leaning(turn.person)
        if leaning.more or leaning.less:
            pages.append(turn.button("subjects-afresh", "subjects-afresh"))
        return rows_of(pages, 1)

    def _toggles(self, turn: Turn, kind: str) -> Rows:
        muted = self.choices.mutes(turn.person)
        offered = self.choices.offered(turn.person)
        buttons = [
            _toggle(turn, thing, thing in muted)
            for thing in PAGES[kind]
            if thing in offered or thing in muted  # what no question is about need not be left out
        ]
        return (*rows_of(buttons, 2), (turn.button("subjects-back", "subjects"),))


def _toggle(turn: Turn, thing: Muted, muted: bool) -> Button:
    wish = "in" if muted else "out"
    name = turn.say(f"{kind_of(thing)}-{thing.value}")
    return Button(name if muted else f"✓ {name}", Press.of("mute", kind_of(thing), thing.value, wish))


def _names(turn: Turn, things: Iterable[Muted]) -> str:
    """As a list without repetition: a kind and a subject may have one name."""
    names = dict.fromkeys(turn.say(f"{kind_of(thing)}-{thing.value}") for thing in things)
    return format_list(list(names), locale=cldr(turn.locale))
