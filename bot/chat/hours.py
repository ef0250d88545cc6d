"""Choosing times hour by hour: a keyboard of hours, then each time's minutes, weekdays and end.

Every button carries what it leads to, so that pressing it twice changes nothing more. ``flow`` says
whether it is part of the first conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from bot.chat import words
from bot.chat.acts import Act, Button, Reword, Rows, Toast, rows_of
from bot.chat.press import Press
from bot.chat.times import done_button, outlook
from bot.chat.turn import Turn
from bot.domain.person import Person
from bot.domain.slots import MOST_SLOTS, Slot
from bot.services.rhythms import Rhythms

HOURS = tuple(time(hour) for hour in range(24))
MINUTES = range(0, 60, 5)
ANY = "any"  # no end: a minute, not a window


@dataclass(frozen=True, slots=True)
class Hours:
    """The keyboards behind *Other times*."""

    rhythms: Rhythms

    def board(self, turn: Turn) -> Sequence[Act]:
        """All hours of the day."""
        return [self._board(turn, turn.person)]

    def hour(self, turn: Turn) -> Sequence[Act]:
        """An hour, on or off."""
        start, on = _wall(turn.press.word(1)), turn.press.word(2) == "on"
        if start is None:
            return _gone(turn)
        slots = turn.person.rhythm.slots
        wanted = [slot for slot in slots if on or not _fixed_in(slot, start)]
        if on and not any(_fixed_in(slot, start) for slot in slots):
            wanted.append(Slot(start))
        return self._take(turn, wanted)

    def slot(self, turn: Turn) -> Sequence[Act]:
        """One time, to be changed."""
        chosen = _find(turn)
        return [self._page(turn, turn.person, chosen)] if chosen else _gone(turn)

    def minute(self, turn: Turn) -> Sequence[Act]:
        """Its minute."""
        chosen, minute = _find(turn), turn.press.number(2)
        if chosen is None or minute not in range(60):
            return _gone(turn)
        return self._change(turn, chosen, replace(chosen, start=chosen.start.replace(minute=minute)))

    def day(self, turn: Turn) -> Sequence[Act]:
        """One of its weekdays, on or off; the last one stays."""
        chosen, day = _find(turn), turn.press.number(2)
        if chosen is None or day not in range(7):
            return _gone(turn)
        days = chosen.days | {day} if turn.press.word(3) == "on" else chosen.days - {day}
        return self._change(turn, chosen, replace(chosen, days=days or chosen.days))

    def until(self, turn: Turn) -> Sequence[Act]:
        """Until when, for who wants to be surprised."""
        chosen = _find(turn)
        if chosen is None:
            return _gone(turn)
        ends = [end for end in HOURS if end != chosen.start]
        ends = [end for end in ends if end > chosen.start] + [end for end in ends if end < chosen.start]
        labelled = [(words.clock(end, turn.locale), end.isoformat("minutes")) for end in ends]
        buttons = [_button(turn, label, "slot-end", chosen.key, end) for label, end in labelled]
        to_the_minute = _button(turn, turn.say("slot-minute-button"), "slot-end", chosen.key, ANY)
        text = turn.say("slot-until", start=words.clock(chosen.start, turn.locale))
        return [Reword(text, (*rows_of(buttons, 4), (to_the_minute,), (_back(turn),)))]

    def end(self, turn: Turn) -> Sequence[Act]:
        """That end, or none."""
        chosen, word = _find(turn), turn.press.word(2)
        end = None if word == ANY else _wall(word)
        if chosen is None or (end is None and word != ANY) or end == chosen.start:
            return _gone(turn)
        return self._change(turn, chosen, replace(chosen, end=end))

    def remove(self, turn: Turn) -> Sequence[Act]:
        """Not that time."""
        key = turn.press.word(1)
        return self._take(turn, [slot for slot in turn.person.rhythm.slots if slot.key != key])

    def _take(self, turn: Turn, slots: Sequence[Slot]) -> Sequence[Act]:
        if len(slots) > MOST_SLOTS:
            return [Toast(turn.say("times-full-toast"))]
        return [self._board(turn, self.rhythms.ask_at(turn.person, slots, turn.now))]

    def _change(self, turn: Turn, old: Slot, new: Slot) -> Sequence[Act]:
        """Put one time in another's place; one that is there already takes the weekdays of both."""
        others = [slot for slot in turn.person.rhythm.slots if slot.key not in (old.key, new.key)]
        same = next((slot for slot in turn.person.rhythm.slots if slot.key == new.key != old.key), None)
        new = replace(new, days=new.days | same.days) if same else new
        person = self.rhythms.ask_at(turn.person, [*others, new], turn.now)
        return [self._page(turn, person, new)]

    def _board(self, turn: Turn, person: Person) -> Reword:
        slots = person.rhythm.slots
        hours = []
        for hour in HOURS:
            on = any(_fixed_in(slot, hour) for slot in slots)
            label = _ticked(words.clock(hour, turn.locale), on)
            hours.append(_button(turn, label, "hour", hour.isoformat("minutes"), "off" if on else "on"))
        chosen = [(_button(turn, words.slots([slot], turn.locale), "slot", slot.key),) for slot in slots]
        rows = (*rows_of(hours, 4), *chosen, (done_button(turn, turn.press.word(0)),))
        return Reword(f"{turn.say('hours-question')}\n\n{outlook(self.rhythms, turn, person)}", rows)

    def _page(self, turn: Turn, person: Person, slot: Slot) -> Reword:
        text = turn.say("slot-question", time=words.slots([slot], turn.locale))
        return Reword(f"{text}\n\n{outlook(self.rhythms, turn, person)}", _slot_rows(turn, slot))


def _slot_rows(turn: Turn, slot: Slot) -> Rows:
    minutes = [
        _button(turn, _ticked(f":{minute:02}", slot.start.minute == minute), "slot-minute", slot.key, minute)
        for minute in MINUTES
    ]
    days = [
        _button(
            turn,
            _ticked(name, day in slot.days),
            "slot-day",
            slot.key,
            day,
            "off" if day in slot.days else "on",
        )
        for day, name in enumerate(words.weekdays(turn.locale))
    ]
    more = (
        (_button(turn, turn.say("slot-until-button"), "slot-until", slot.key),),
        (_button(turn, turn.say("slot-off-button"), "slot-off", slot.key),),
        (_back(turn),),
    )
    return (*(rows_of(minutes, 6) if slot.end is None else ()), *rows_of(days, 4), *more)


def _button(turn: Turn, label: str, name: str, *args: object) -> Button:
    return Button(label, Press.of(name, turn.press.word(0), *args))


def _back(turn: Turn) -> Button:
    return _button(turn, turn.say("hours-button"), "hours")


def _ticked(label: str, on: bool) -> str:
    return f"✓ {label}" if on else label


def _gone(turn: Turn) -> Sequence[Act]:
    return [Toast(turn.say("button-gone-toast"))]


def _find(turn: Turn) -> Slot | None:
    """The time that the button names, if it is one of theirs."""
    return _named(turn.person.rhythm.slots, turn.press.word(1))


def _named(slots: Iterable[Slot], key: str) -> Slot | None:
    return next((slot for slot in slots if slot.key == key), None)


def _fixed_in(slot: Slot, hour: time) -> bool:
    return slot.end is None and slot.start.hour == hour.hour


def _wall(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
