"""``/settings``, ``/language``, and how kept moments are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.chat import about, words
from bot.chat.acts import Act, Button, Reword, Say, Toast, rows_of
from bot.chat.press import Press
from bot.chat.turn import Handler, Turn, tell
from bot.domain.person import FOR_GOOD, Acknowledge, Person
from bot.domain.wording import fold
from bot.library import Library
from bot.services.rhythms import Rhythms


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen, in one place."""

    rhythms: Rhythms
    library: Library
    pages: Mapping[str, Handler]
    """What else is set, by the name its button carries; its label is ``set-<name>-button``."""

    def command(self, turn: Turn) -> Any:
        """``/settings``, with or without how kept moments are answered behind it."""
        typed = fold(turn.typed)
        for locale in turn.locale.understood if typed else ():
            for how in Acknowledge:
                if typed in map(fold, locale.say(f"acknowledge-{how.value}-typed").split(", ")):
                    return [Say(self._answering_so(turn, how))]
            for name in (*self.pages, "acknowledge", "language"):
                if typed == fold(locale.say(f"set-{name}-button")):
                    return self._page(replace(turn, typed=""), name)
        misread = tell(turn, "settings-misread") if typed else []
        return [*misread, self._overview(turn)]

    def _overview(self, turn: Turn) -> Say:
        names = (*self.pages, "acknowledge", "language")
        buttons = [turn.button(f"set-{name}", "set", name) for name in names]
        rows = rows_of(buttons, 2)
        if turn.person.manner.patience is not None:
            rows += ((turn.button("wish-patience-off", "when-put", "patience", "off"),),)
        return Say(self._text(turn, turn.person), rows)

    def _text(self, turn: Turn, person: Person) -> str:
        slots = person.rhythm.slots
        return turn.say(
            "settings",
            times=words.slots(slots, turn.locale) if slots else "—",
            zone=words.zone(person.rhythm.zone, turn.locale),
            pause=self._pause(turn, person),
            silence=_silence(turn, person),
            acknowledge=turn.say(f"acknowledge-{person.acknowledge.value}"),
            language=turn.locale.name,
        )

    def _pause(self, turn: Turn, person: Person) -> str:
        today = self.rhythms.today(person, turn.now)
        if person.paused_until is None or person.paused_until <= today:
            return turn.say("pause-none")
        if person.paused_until == FOR_GOOD:
            return turn.say("pause-for-good")
        return turn.say("pause-until", day=words.day_near(person.paused_until, today, turn.locale))

    def open(self, turn: Turn) -> Any:
        """One of the buttons there."""
        return self._page(turn, turn.press.word(0))

    def _page(self, turn: Turn, name: str) -> Any:
        own = {"acknowledge": self.answering, "language": self.language}
        return {**self.pages, **own}.get(name, about.gone)(turn)

    def answering(self, turn: Turn) -> Sequence[Act]:
        """How kept moments are answered."""
        buttons = [turn.button(f"acknowledge-{how.value}", "ack", how.value) for how in Acknowledge]
        return [Say(turn.say("acknowledge-question"), tuple((button,) for button in buttons))]

    def acknowledge(self, turn: Turn) -> Sequence[Act]:
        """Words, a reaction or silence."""
        try:
            how = Acknowledge(turn.press.word(0))
        except ValueError:
            return [Toast(turn.say("button-gone-toast"))]
        return [Reword(self._answering_so(turn, how))]

    def _answering_so(self, turn: Turn, how: Acknowledge) -> str:
        self.rhythms.acknowledge(turn.person, how, turn.now)
        return turn.say("acknowledge-done", how=turn.say(f"acknowledge-{how.value}"))

    def language(self, turn: Turn) -> Sequence[Act]:
        """``/language``, with or without a code or a name behind it."""
        locales, typed = self.library.locales, fold(turn.typed)
        for locale in locales if typed else ():
            named = (words.language(locale.code, understood) for understood in turn.locale.understood)
            if typed in map(fold, (locale.code, locale.name, *named)):
                self.rhythms.speak(turn.person, locale.code, turn.now)
                return [Say(locale.say("language-done"))]
        buttons = tuple((Button(locale.name, Press.of("language", locale.code)),) for locale in locales)
        return [Say(turn.say("language-unknown" if typed else "language-question"), buttons)]

    def spoken(self, turn: Turn) -> Sequence[Act]:
        """A language's button."""
        locale = self.library.locale(turn.press.word(0))
        self.rhythms.speak(turn.person, locale.code, turn.now)
        return [Reword(locale.say("language-done"))]


def _silence(turn: Turn, person: Person) -> str:
    """Where they stood on the ladder as they wrote; a word of theirs is a step off it."""
    off = person.manner.patience is None
    return turn.say("silence-off" if off else f"silence-{turn.met.value}")
