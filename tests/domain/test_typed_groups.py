"""Which weekdays go with which times, whichever stand first."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.chat.words import slots as written
from bot.domain.slots import EVERY_DAY, Slot
from bot.domain.typed import Misread, format_times, times
from bot.domain.vocabulary import WEEKDAYS, Reason
from tests import words

LIBRARY = words.ours()
WALLS = st.times().map(lambda wall: time(wall.hour, wall.minute))
SLOTS = st.builds(
    lambda start, end, days: Slot(start, end if end != start else None, days),
    WALLS,
    st.none() | WALLS,
    st.sets(st.integers(0, 6), min_size=1).map(frozenset) | st.just(EVERY_DAY),
)
SETS = st.lists(SLOTS, min_size=1, max_size=6, unique_by=lambda slot: slot.key)
ON_WORKDAYS = "08:30 mon tue wed thu fri"


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "8:30 weekdays, weekends 10", f"{ON_WORKDAYS}, 10:00 sat sun"),
        ("en", "20:30, sundays 10", "20:30, 10:00 sun"),
        ("en", "8:30, sat 10, sun 11", "08:30, 10:00 sat, 11:00 sun"),
        ("en", "8:30 daily, sunday 10", "08:30, 10:00 sun"),
        ("en", "sat 10, 8:30", "10:00 sat, 08:30"),
        ("en", "8:30, 13:00 mon wed fri, 10-18 sat sun", "08:30, 13:00 mon wed fri, 10:00-18:00 sat sun"),
        ("en", "mon, wed, fri 8:30", "08:30 mon wed fri"),
        ("en", "8:30 mon, wed, fri", "08:30 mon wed fri"),
        ("en", "weekdays, 8:30", ON_WORKDAYS),
        ("en", "8:30 mon, wed\nsat, sun 10", "08:30 mon wed, 10:00 sat sun"),
        ("en", "20:30, sat and sun 10", "20:30, 10:00 sat sun"),
        ("en", "8:30 daily, sat, sun 10", "08:30, 10:00 sat sun"),
        ("en", "8:30 weekdays and weekends 10", f"{ON_WORKDAYS}, 10:00 sat sun"),
        ("en", "weekdays 8:30 weekends 10", f"{ON_WORKDAYS}, 10:00 sat sun"),
        ("en", "8:30 and 20:30 sat", "08:30, 20:30 sat"),
        ("en", "sat 8:30 and 20:30", "08:30 sat, 20:30 sat"),
        ("en", "8:30 and 20:30 (Sat, Sun)", "08:30, 20:30 sat sun"),
        ("de", "20.30 Uhr, sonntags 10 Uhr", "20:30, 10:00 sun"),
        ("de", "montags und mittwochs um 8.30 Uhr und sonntags um 10", "08:30 mon wed, 10:00 sun"),
        ("de", "8:30 (Mo.–Fr.)", ON_WORKDAYS),
        ("es", "20:30, domingos 10", "20:30, 10:00 sun"),
        ("es", "de lunes a viernes a las 8:30 y los domingos a las 10", f"{ON_WORKDAYS}, 10:00 sun"),
    ],
)
def test_weekdays_go_with_the_times_beside_them_on_whichever_side(
    language: str, text: str, meant: str
) -> None:
    found = times(text, LIBRARY.locale(language).vocabulary)
    assert not isinstance(found, Misread)
    assert format_times(found) == meant


@pytest.mark.parametrize("language", ["en", "es", "de"])
@pytest.mark.parametrize(
    "text",
    [
        *("8:30 mon 10", "mon 8:30 wed", "mon 8:30, wed", "8:30, sat, 10", "8:30 mon, wed, fri 10"),
        *("8:30, 13:00, sat", "sat, 8:30, 13:00", "sat 8:30, 13:00 + 21:00"),
    ],
)
def test_what_can_mean_more_than_one_thing_is_not_guessed(language: str, text: str) -> None:
    assert times(text, LIBRARY.locale(language).vocabulary) == Misread(Reason.UNCLEAR)


@given(
    SETS.flatmap(st.permutations),
    st.lists(st.booleans(), min_size=6, max_size=6),
    st.lists(st.sampled_from([", ", "; ", "\n"]), min_size=6, max_size=6),
)
def test_any_slots_in_any_order_and_either_order_of_words_read_back_as_the_same(
    slots: list[Slot], days_first: list[bool], parts: list[str]
) -> None:
    text = ""
    for slot, first, part in zip(slots, days_first, parts, strict=False):
        days = " ".join(WEEKDAYS[day] for day in sorted(slot.days)) if slot.days != EVERY_DAY else ""
        text += part * bool(text) + (f"{days} {slot.key}" if first else f"{slot.key} {days}")
    assert times(text, LIBRARY.locale("en").vocabulary) == tuple(slots)


@pytest.mark.parametrize("language", ["en", "es", "de"])
@given(slots=SETS)
def test_times_as_the_bot_writes_them_read_back_as_the_same(language: str, slots: list[Slot]) -> None:
    assume(all(slot.end is None or slot.start < slot.end for slot in slots))  # 9:00–5:00 is a working day
    locale = LIBRARY.locale(language)
    assert times(written(slots, locale), locale.vocabulary) == tuple(slots)
