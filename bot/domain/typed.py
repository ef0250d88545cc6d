"""Understanding the times that people type, in a locale's words: when to be asked, what the clock shows.

Nothing here raises on any text; what cannot be read is a ``Misread``. Days are in ``typed_days`` and
``typed_periods``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.domain.person import FOR_GOOD
from bot.domain.slots import EVERY_DAY, MOST_SLOTS, Slot
from bot.domain.typed_clock import Reading
from bot.domain.typed_days import ahead, pause
from bot.domain.typed_folding import fold
from bot.domain.typed_groups import Item, Part, slots_of
from bot.domain.typed_periods import Period, begun, period
from bot.domain.typed_reader import Reader, read
from bot.domain.vocabulary import LONGEST, WEEKDAYS, Misread, Reason, Vocabulary, in_turn

__all__ = [
    "FOR_GOOD",
    "Misread",
    "Period",
    "Reason",
    "Vocabulary",
    "ahead",
    "begun",
    "clock_reading",
    "format_times",
    "offset_reading",
    "only_numbers",
    "pause",
    "period",
    "times",
]
OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d\d))?")
FURTHEST = timedelta(hours=14)


def times(text: str, vocabulary: Vocabulary) -> tuple[Slot, ...] | Misread:
    """Slots such as ``8:30, 21:00 weekdays, 10-18``: six at most, the same ones merged, in typed order.

    Weekdays belong to the times beside them, up to a comma, a line's end or *and*.
    """
    return in_turn(lambda words: _times(text, words), text, vocabulary)


def _times(text: str, vocabulary: Vocabulary) -> tuple[Slot, ...] | Misread:
    reader = read(text, vocabulary)
    if isinstance(reader, Misread):
        return reader
    items = _items(reader)
    return items if isinstance(items, Misread) else _merged(items)


def _items(reader: Reader) -> list[Item] | Misread:
    items: list[Item] = []
    part = Part.NOTHING
    opened = False
    while reader.here:
        if reader.here in ("(", ")"):  # 8:30 (Sat, Sun): one group
            opened = reader.here == "("
        found = reader.days() or reader.slot()
        if isinstance(found, Misread):
            return found
        if found is not None:
            items.append(Item(found, part))
            part = Part.NOTHING
        elif (between := reader.part()) is not None:
            part = part if opened else max(part, between)
        else:
            return Misread(Reason.UNKNOWN, reader.here)
    return items


def only_numbers(text: str) -> bool:
    """Whether it has digits and no letters, 25:99: rather a time that does not fit than a moment."""
    return any(map(str.isdecimal, text)) and not any(map(str.isalpha, text))


def _merged(items: Sequence[Item]) -> tuple[Slot, ...] | Misread:
    if not any(isinstance(item.what, Slot) for item in items):
        return Misread(Reason.EMPTY)
    found = slots_of(items)
    if found is None:
        return Misread(Reason.UNCLEAR)
    slots: dict[str, Slot] = {}
    for slot in found:
        known = slots.get(slot.key, slot)
        slots[slot.key] = replace(slot, days=slot.days | known.days)
    return tuple(slots.values()) if len(slots) <= MOST_SLOTS else Misread(Reason.TOO_MANY)


def format_times(slots: Sequence[Slot]) -> str:
    """The machine's form, ``08:30 mon wed, 10:00-18:00``, which ``times`` reads back."""
    return ", ".join(" ".join([slot.key, *_named(slot.days)]) for slot in slots)


def _named(days: frozenset[int]) -> list[str]:
    return [] if days == EVERY_DAY else [WEEKDAYS[day] for day in sorted(days)]


def offset_reading(text: str) -> timedelta | None:
    """How far from UTC: ``+02:00``, ``UTC+2``, ``GMT-5``, ``-3:30``; none lies beyond 14 hours."""
    match = OFFSET.fullmatch(fold(text).strip()) if len(text) <= LONGEST else None
    if match is None:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if int(match[3] or 0) > 59 or size > FURTHEST:
        return None
    return -size if match[1] == "-" else size


def clock_reading(text: str, vocabulary: Vocabulary) -> time | None:
    """The time that a clock shows: ``14:32``, ``it's 2:32 pm``; a bare number is none."""
    shown = in_turn(lambda words: _shown(text, words) or Misread(), text, vocabulary)
    return None if isinstance(shown, Misread) else shown.wall()


def _shown(text: str, vocabulary: Vocabulary) -> Reading | None:
    reader = read(text, vocabulary)
    if isinstance(reader, Misread):
        return None
    reading: Reading | None = None
    while reader.here:
        found = reader.reading()
        if found is not None and reading is not None:
            return None
        if found is None and not reader.pass_over():
            return None
        reading = found or reading
    return reading if reading is not None and not reading.bare else None
