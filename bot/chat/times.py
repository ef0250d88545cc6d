"""``/times``: when to be asked, by presets to toggle or typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from bot.chat import words
from bot.chat.acts import Act, Button, Reword, Rows, Say, Toast
from bot.chat.press import Press
from bot.chat.turn import Turn
from bot.chat.wishes import OFF, common
from bot.domain.crowding import crowded_out
from bot.domain.person import FOR_GOOD, Person
from bot.domain.rhythm import MOST_SLOTS, Slot
from bot.domain.typed import Misread, Reason, only_numbers
from bot.domain.typed import times as read_times
from bot.services.rhythms import Rhythms
from bot.storage.steps import Steps

PRESETS = {"morning": Slot(time(8, 30)), "midday": Slot(time(12, 30)), "evening": Slot(time(20, 30))}
STEP = "times"
START = "start"
SOON = timedelta(days=300)
"""Within it a date without a year is plain."""


def proof(rhythms: Rhythms, turn: Turn, person: Person) -> str:
    """The next three moments in local time, or that there are none, and why."""
    coming = rhythms.upcoming(person, turn.now)
    if not coming:
        return turn.say(f"upcoming-{_why_none(person)}")
    say = words.far_moment if coming[0].due - turn.now > SOON else words.moment
    lines = "\n".join(f"· {say(nudge.due, person, turn.locale)}" for nudge in coming)
    return f"{turn.say('upcoming', zone=words.zone(person.rhythm.zone, turn.locale))}\n{lines}"


def outlook(rhythms: Rhythms, turn: Turn, person: Person) -> str:
    """The proof, for who chooses times; and which of them can bring nothing, if any."""
    crowded = crowded_out(person.rhythm)
    told = proof(rhythms, turn, person)
    times = words.slots(crowded, turn.locale) if crowded else ""
    return f"{told}\n\n{turn.say('times-crowded', times=times)}" if crowded else told


def _why_none(person: Person) -> str:
    if not person.rhythm.slots:
        return "none"
    return "paused" if person.paused_until == FOR_GOOD or not person.rhythm.quiet else "quiet"


def done_button(turn: Turn, flow: str) -> Button:
    """What ends choosing times."""
    return turn.button("done", "start-done" if flow == START else "times-done")


@dataclass(frozen=True, slots=True)
class Times:
    """Choosing times; ``flow`` in a button says whether it is part of the first conversation."""

    rhythms: Rhythms
    steps: Steps

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/times`` with or without times behind it."""
        if not turn.typed:
            return [self.question(turn, turn.person, "")]
        return [self.typed(turn, turn.typed) or Say(turn.say(_unfit(turn, turn.typed) or "times-misread"))]

    def page(self, turn: Turn) -> Sequence[Act]:
        """The same, from the settings."""
        return [self.question(turn, turn.person, "")]

    def question(self, turn: Turn, person: Person, flow: str) -> Say:
        """Presets to toggle, and a word that times can be typed."""
        self.steps.set(person.id, f"{STEP}:{flow}", turn.now)
        return Say(self._text(turn, person), self.rows(turn, person, flow))

    def hint(self, turn: Turn, flow: str) -> list[Act]:
        """What would work, after words that are no times."""
        return [Say(turn.say("times-hint"), self.rows(turn, turn.person, flow))]

    def unfit(self, turn: Turn, flow: str, text: str) -> list[Act]:
        """What would work, after what can only be meant as times; empty if it may be a moment."""
        key = _unfit(turn, text)
        return [Say(turn.say(key), self.rows(turn, turn.person, flow))] if key else []

    def toggle(self, turn: Turn) -> Sequence[Act]:
        """A preset pressed: it carries what it should become, so that doing it twice changes nothing."""
        flow, name, on = turn.press.word(0), turn.press.word(1), turn.press.word(2) == "on"
        preset = PRESETS.get(name)
        person = turn.person
        if preset is not None:
            others = [slot for slot in person.rhythm.slots if slot.key != preset.key]
            slots = [*others, preset] if on else others
            if len(slots) > MOST_SLOTS:
                return [Toast(turn.say("times-full-toast"))]
            person = self.rhythms.ask_at(person, slots, turn.now)
        text = f"{self._text(turn, person)}\n\n{outlook(self.rhythms, turn, person)}"
        return [Reword(text, self.rows(turn, person, flow))]

    def done(self, turn: Turn) -> Sequence[Act]:
        """*Done* outside the first conversation."""
        self.steps.clear(turn.person.id)
        return [Reword(outlook(self.rhythms, turn, turn.person))]

    def typed(self, turn: Turn, text: str) -> Say | None:
        """Typed times, taken; None if they cannot be read."""
        slots = read_times(text, turn.locale.vocabulary)
        if isinstance(slots, Misread):
            return None
        person = self.rhythms.ask_at(turn.person, slots, turn.now)
        self.steps.clear(person.id)
        return Say(outlook(self.rhythms, turn, person))

    def reads(self, turn: Turn, text: str) -> bool:
        """Whether it is times and nothing else."""
        return not isinstance(read_times(text, turn.locale.vocabulary), Misread)

    def _text(self, turn: Turn, person: Person) -> str:
        times = words.slots(person.rhythm.slots, turn.locale) if person.rhythm.slots else "—"
        return turn.say("times-question", times=times)

    def rows(self, turn: Turn, person: Person, flow: str) -> Rows:
        """Presets, other times, and the end of it."""
        keys = {slot.key for slot in person.rhythm.slots}
        presets = []
        for name, slot in PRESETS.items():
            on = slot.key in keys
            label = f"{turn.say(f'{name}-button')} {words.clock(slot.start, turn.locale)}"
            press = Press.of("times", flow, name, "off" if on else "on")
            presets.append(Button(f"✓ {label}" if on else label, press))
        other = turn.button("hours", "hours", flow)
        return (*((button,) for button in presets), (other,), (done_button(turn, flow),))


def _unfit(turn: Turn, text: str) -> str:
    """What is said to words that can only be meant as times, though they are none; empty for any other."""
    slots = read_times(text, turn.locale.vocabulary)
    if isinstance(slots, Misread) and slots.reason is Reason.TOO_MANY:
        return "times-too-many"
    if common(text, turn.locale) == OFF:
        return "times-off"
    unclear = isinstance(slots, Misread) and slots.reason is Reason.UNCLEAR
    return "times-misread" if unclear or only_numbers(text) else ""
