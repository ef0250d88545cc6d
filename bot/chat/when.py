"""``/when``: what is minded when somebody is asked; each change is answered with the next moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.chat.acts import Act, Button, Reword, Rows, Say, Toast, rows_of
from bot.chat.giving import GivingChat
from bot.chat.press import Press
from bot.chat.times import proof
from bot.chat.turn import Turn, tell
from bot.chat.wishes import WISHES, Wish
from bot.domain.person import Person
from bot.domain.wording import fold
from bot.services.rhythms import Rhythms
from bot.storage.steps import Steps

STEP = "when"
QUIET = "quiet"
ALL_DAY = "00:00-23:59"


@dataclass(frozen=True, slots=True)
class When:
    """A page with all wishes, a question for each, and what was pressed or typed."""

    rhythms: Rhythms
    steps: Steps
    giving: GivingChat

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/when`` with or without a wish behind it: *quiet 22-7*, *day end 3:00*."""
        if not turn.typed:
            return self.page(turn)
        name, text = _named(turn)
        return self.answer(turn, name, text) or tell(turn, "when-misread")

    def page(self, turn: Turn) -> Sequence[Act]:
        """How it is set, and what can be changed."""
        self.steps.clear(turn.person.id)
        return [Say(*_page(turn, turn.person))]

    def opened(self, turn: Turn) -> Sequence[Act]:
        """The same in place of what it was opened from."""
        self.steps.clear(turn.person.id)
        return [Reword(*_page(turn, turn.person))]

    def question(self, turn: Turn) -> Sequence[Act]:
        """What one wish can be; it can be typed as well from here on."""
        wish = WISHES.get(turn.press.word(0))
        if wish is None:
            return [Toast(turn.say("button-gone-toast"))]
        self.steps.set(turn.person.id, f"{STEP}:{wish.name}", turn.now)
        return [Reword(turn.say(f"wish-{wish.name}-question"), _values(turn, wish))]

    def pressed(self, turn: Turn) -> Sequence[Act]:
        """A value's button."""
        wish = WISHES.get(turn.press.word(0))
        done = self._put(turn, wish, turn.press.word(1)) if wish else None
        return [Reword(*done) if done else Toast(turn.say("button-gone-toast"))]

    def answer(self, turn: Turn, name: str, text: str) -> list[Act]:
        """A value that was typed; empty if it is none."""
        wish = WISHES.get(name)
        if wish is None:
            return []
        for locale in turn.locale.understood:
            value = wish.understand(text, locale)
            if (wish.name, value) == (QUIET, ALL_DAY):
                return tell(turn, "when-all-day")
            if done := self._put(turn, wish, value):
                return [Say(*done)]
        return []

    def unfit(self, turn: Turn, name: str, text: str) -> list[Act]:
        """The question again, after what can only be meant as its answer; empty if it may be a moment."""
        wish = WISHES.get(name)
        return self._again(turn, wish, "when-unfit") if wish and wish.tries(text, turn.locale) else []

    def hint(self, turn: Turn, name: str) -> list[Act]:
        """The question again, below words that were kept."""
        wish = WISHES.get(name)
        return self._again(turn, wish, "when-hint") if wish else []

    def _again(self, turn: Turn, wish: Wish, key: str) -> list[Act]:
        return [Say(f"{turn.say(key)}\n\n{turn.say(f'wish-{wish.name}-question')}", _values(turn, wish))]

    def _put(self, turn: Turn, wish: Wish, value: str) -> tuple[str, Rows] | None:
        """Take a value over; what to say about it, and what can be pressed below. None if it is none."""
        try:
            person = wish.put(turn.person, value)
        except ValueError:
            return None
        person = self.rhythms.choose(person, turn.now)
        self.steps.clear(person.id)
        what = turn.say(f"wish-{wish.name}-button")
        chosen = turn.say("wish-done", what=what, value=wish.label(wish.get(person), turn.locale))
        said = f"{chosen}\n\n{proof(self.rhythms, turn, person)}"
        held = self.giving.held_back(turn, person) if wish.name == QUIET else ""
        if not held:
            return said, (_back(turn),)
        return f"{said}\n\n{held}", ((turn.button("set-giving", "gifts"),), _back(turn))


def _named(turn: Turn) -> tuple[str, str]:
    """The wish that a command names, and what stands behind it; empty if none."""
    typed = fold(turn.typed)
    for locale, wish in product(turn.locale.understood, WISHES):
        for name in locale.say(f"wish-{wish}-typed").split(","):
            begin = fold(name).strip()
            if typed.startswith(begin + " "):
                return wish, typed.removeprefix(begin).strip()
    return "", ""


def _page(turn: Turn, person: Person) -> tuple[str, Rows]:
    values = {name: wish.label(wish.get(person), turn.locale) for name, wish in WISHES.items()}
    buttons = [turn.button(f"wish-{name}", "when-choose", name) for name in WISHES]
    return turn.say("when-page", **values), rows_of(buttons, 2)


def _values(turn: Turn, wish: Wish) -> Rows:
    chosen = wish.get(turn.person)
    buttons = []
    for value in wish.offered:
        label = wish.label(value, turn.locale)
        buttons.append(
            Button(f"✓ {label}" if value == chosen else label, Press.of("when-put", wish.name, value))
        )
    return (*((button,) for button in buttons), _back(turn))


def _back(turn: Turn) -> tuple[Button, ...]:
    return (turn.button("when-back", "when"),)
