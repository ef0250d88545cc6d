"""What can be wished for about being asked: the choices behind ``/when``, by button and as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from bot.chat import words
from bot.domain.manner import PATIENCE, AfterWriting
from bot.domain.person import Person
from bot.domain.slots import EVERY_DAY, Slot
from bot.domain.typed import Misread, only_numbers, times
from bot.domain.wording import fold
from bot.library.locale import Locale

MOST_JITTER = 30  # minutes
NOON = time(12)
NONE, ON, OFF = "none", "on", "off"


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to choose. A value travels as a short text: in buttons, and from what was typed.

    ``put`` raises ValueError for what is no value; ``label`` says a value in a locale's words;
    ``read`` turns words into a value, which ``put`` still judges.
    """

    name: str
    offered: tuple[str, ...]
    get: Callable[[Person], str]
    put: Callable[[Person, str], Person]
    label: Callable[[str, Locale], str]
    read: Callable[[str, Locale], str] = lambda text, locale: text

    def understand(self, text: str, locale: Locale) -> str:
        """The value that the words mean: a button's label, or in the wish's own way."""
        wanted = fold(text).strip()
        same = (value for value in self.offered if fold(self.label(value, locale)) == wanted)
        return next(same, "") or common(wanted, locale) or self.read(wanted, locale)

    def tries(self, text: str, locale: Locale) -> bool:
        """Whether the words can only be meant as a value, though they may be none."""
        return only_numbers(text) or (
            self.read is _read_time and not isinstance(_times(text, locale), Misread)
        )


def common(text: str, locale: Locale) -> str:
    """*on*, *off* and *always* in the locale's own words; empty if it is none of them."""
    meant = {ON: "wish-on-typed", OFF: "wish-off-typed", AfterWriting.ALWAYS.value: "wish-always-typed"}
    return _among(text, meant, locale)


def _among(text: str, meant: Mapping[str, str], locale: Locale) -> str:
    """The value whose message lists the text; empty if none does."""
    wanted = fold(text).strip()
    typed = ((value, locale.say(key).split(",")) for value, key in meant.items())
    found = (value for value, words in typed if wanted in [fold(word).strip() for word in words])
    return next(found, "")


def _named(name: str) -> Callable[[str, Locale], str]:
    return lambda value, locale: locale.say(f"wish-{name}-{value}-button")


# -- sound -----------------------------------------------------------------------------------------


def _put_sound(person: Person, value: str) -> Person:
    if value not in (ON, OFF):
        raise ValueError(value)
    return replace(person, manner=replace(person.manner, silent=value == OFF))


# -- quiet hours -----------------------------------------------------------------------------------


def _rhythm(person: Person, **changes: Any) -> Person:
    return replace(person, rhythm=replace(person.rhythm, **changes))


def _get_quiet(person: Person) -> str:
    quiet = person.rhythm.quiet
    return Slot(*quiet).key if quiet and quiet[0] != quiet[1] else NONE


def _put_quiet(person: Person, value: str) -> Person:
    if value in (NONE, OFF):
        return _rhythm(person, quiet=None)
    slot = Slot.parse_key(value)
    if slot.end is None:
        raise ValueError(value)
    return _rhythm(person, quiet=(slot.start, slot.end))


def _say_quiet(value: str, locale: Locale) -> str:
    if value == NONE:
        return locale.say("wish-quiet-none-button")
    slot = Slot.parse_key(value)
    return words.slots([slot], locale)


def _times(text: str, locale: Locale) -> tuple[Slot, ...] | Misread:
    return times(text, locale.vocabulary)


def _read_time(text: str, locale: Locale) -> str:
    """The one time or window that was typed, as a slot's key; else the text as it is."""
    slots = _times(text, locale)
    if isinstance(slots, Misread) or len(slots) != 1 or slots[0].days != EVERY_DAY:
        return text
    return slots[0].key


# -- jitter ----------------------------------------------------------------------------------------


def _number(text: str) -> int:
    """The number in a few words, such as *10 minutes*. Raises ValueError."""
    found = [word for word in text.split() if word.isdecimal() and len(word) <= 3]
    if len(found) != 1:
        raise ValueError(text)
    return int(found[0])


def _put_jitter(person: Person, value: str) -> Person:
    minutes = 0 if value in (NONE, OFF) else _number(value)
    if minutes > MOST_JITTER:
        raise ValueError(value)
    return _rhythm(person, jitter=minutes)


def _say_jitter(value: str, locale: Locale) -> str:
    if value == "0":
        return locale.say("wish-jitter-none-button")
    return locale.say("wish-jitter-minutes-button", minutes=int(value))


# -- the end of the day ----------------------------------------------------------------------------


def _put_day_end(person: Person, value: str) -> Person:
    slot = Slot.parse_key(value)
    if slot.end is not None or slot.start > NOON:
        raise ValueError(value)
    return _rhythm(person, day_end=slot.start)


# -- after writing, and in silence -----------------------------------------------------------------


def _put_after(person: Person, value: str) -> Person:
    return replace(person, manner=replace(person.manner, after_writing=AfterWriting(value)))


def _read_after(text: str, locale: Locale) -> str:
    typed = {
        after.value: f"wish-after-{after.value}-typed" for after in (AfterWriting.HOURS, AfterWriting.DAY)
    }
    return _among(text, typed, locale) or text


def _put_patience(person: Person, value: str) -> Person:
    known = {NONE: None, OFF: None, ON: PATIENCE}
    patience = known[value] if value in known else _number(value)
    return replace(person, manner=replace(person.manner, patience=patience))


def _say_patience(value: str, locale: Locale) -> str:
    if value == OFF:
        return locale.say("wish-patience-off-button")
    return locale.say("wish-patience-nudges-button", nudges=int(value))


WISHES = {
    wish.name: wish
    for wish in (
        Wish(
            "sound",
            (ON, OFF),
            lambda person: OFF if person.manner.silent else ON,
            _put_sound,
            _named("sound"),
        ),
        Wish(
            "quiet",
            ("21:00-07:00", "22:00-07:00", "23:00-08:00", NONE),
            _get_quiet,
            _put_quiet,
            _say_quiet,
            _read_time,
        ),
        Wish(
            "jitter",
            ("0", "5", "10", "15", "30"),
            lambda person: str(person.rhythm.jitter),
            _put_jitter,
            _say_jitter,
        ),
        Wish(
            "dayend",
            ("00:00", "02:00", "03:00", "04:00", "05:00", "06:00"),
            lambda person: person.rhythm.day_end.isoformat("minutes"),
            _put_day_end,
            lambda value, locale: words.clock(time.fromisoformat(value), locale),
            _read_time,
        ),
        Wish(
            "after",
            tuple(after.value for after in AfterWriting),
            lambda person: person.manner.after_writing.value,
            _put_after,
            _named("after"),
            _read_after,
        ),
        Wish(
            "patience",
            ("5", "10", "20", OFF),
            lambda person: OFF if person.manner.patience is None else str(person.manner.patience),
            _put_patience,
            _say_patience,
        ),
    )
}
