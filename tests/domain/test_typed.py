"""What people type, understood or kindly not."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kinds import Hemisphere
from bot.domain.person import FOR_GOOD
from bot.domain.typed import Misread, Period, clock_reading, offset_reading, pause, period, times
from bot.domain.typed_dates import moved
from bot.domain.vocabulary import Reason, Unit
from tests import words

LIBRARY = words.ours()
WORDS = LIBRARY.locale("en").vocabulary
TODAY = date(2026, 11, 24)  # a Tuesday
NO_TIMES = [
    *("", "25:00", "8:75", "rain", "8:30 rain", "1 2 3 4 5 6 7", "8" * 400, "every 3 hours", "each 2 h"),
    *("-1", "8:30, -1", "²", "①", "4-4", "10-10", "8:30-8:30", "24-24"),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("8:30", ["08:30"]),
        ("8.30pm", ["20:30"]),
        ("8:30 p.m.", ["20:30"]),
        ("20h30", ["20:30"]),
        ("20h", ["20:00"]),
        ("20 Uhr", ["20:00"]),
        ("0830", ["08:30"]),
        ("noon", ["12:00"]),
        ("8:30, 13:00 and 9pm", ["08:30", "13:00", "21:00"]),
        ("10-18", ["10:00-18:00"]),
        ("10:00 – 18:30", ["10:00-18:30"]),
        ("9-5", ["09:00-17:00"]),
        ("9am-5pm", ["09:00-17:00"]),
        ("٨:٣٠", ["08:30"]),
        ("24:00", ["00:00"]),
        ("0-24", ["00:00-23:59"]),
        ("every day 8:30", ["08:30"]),
        ("each 9 o'clock 30", ["09:30"]),
        ("- 8:30\n- 21:00", ["08:30", "21:00"]),
        ("8:30 8:30", ["08:30"]),
    ],
)
def test_times_are_read_as_people_write_them(text: str, keys: list[str]) -> None:
    slots = times(text, WORDS)
    assert not isinstance(slots, Misread)
    assert [slot.key for slot in slots] == keys


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "half past eight", ["08:30"]),
        ("en", "at eight thirty in the evening", ["20:30"]),
        ("en", "nine", ["09:00"]),
        ("en", "nine to five", ["09:00-17:00"]),
        ("en", "five to nine", ["08:55"]),
        ("en", "ten to nine pm", ["20:50"]),
        ("en", "ten minutes to one, five after two", ["12:50", "02:05"]),
        ("en", "from ten to nine", ["10:00-21:00"]),
        ("en", "from 8:30 and 20:30", ["08:30", "20:30"]),
        ("en", "between five and ten to nine", ["05:00-08:50"]),
        ("en", "quarter to 9, twelve and half past seven pm", ["08:45", "12:00", "19:30"]),
        ("en", "eight o'clock mon wed", ["08:00"]),
        ("es", "a las ocho y media", ["08:30"]),
        ("es", "9 menos cuarto y una de la tarde", ["08:45", "13:00"]),
        ("es", "entre las nueve y las diez y media", ["09:00-10:30"]),
        ("es", "un cuarto para las ocho", ["07:45"]),
        ("es", "cinco para las nueve y diez para la una", ["08:55", "12:50"]),
        ("es", "faltan veinticinco para las nueve", ["08:35"]),
        ("es", "de cinco a nueve", ["05:00-09:00"]),
        ("de", "halb neun", ["08:30"]),
        ("de", "fünf vor halb neun, viertel neun", ["08:25", "08:15"]),
        ("de", "zehn Minuten nach acht und drei viertel neun", ["08:10", "08:45"]),
        ("de", "von fünf bis neun", ["05:00-09:00"]),
        ("de", "um halb eins und viertel nach acht abends", ["12:30", "20:15"]),
        ("de", "8 Uhr dreißig", ["08:30"]),
        ("de", "acht Uhr, ein Uhr, 20 Uhr 30", ["08:00", "01:00", "20:30"]),
    ],
)
def test_times_are_read_in_words(language: str, text: str, keys: list[str]) -> None:
    slots = times(text, LIBRARY.locale(language).vocabulary)
    assert not isinstance(slots, Misread)
    assert [slot.key for slot in slots] == keys


@pytest.mark.parametrize("language", ["en", "es", "de"])
@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("8.30pm", ["20:30"]),
        ("8:30 pm", ["20:30"]),
        ("8:30 p. m.", ["20:30"]),
        ("8 P.M.", ["20:00"]),
        ("12am", ["00:00"]),
        ("12:30am", ["00:30"]),
        ("12pm", ["12:00"]),
        ("8:00 a. m.", ["08:00"]),
        ("9am-5pm", ["09:00-17:00"]),
        ("8am, 8pm", ["08:00", "20:00"]),
        ("noon", ["12:00"]),
        ("8:30 weekdays and midnight", ["08:30", "00:00"]),
    ],
)
def test_twelve_hours_noon_and_midnight_are_read_in_every_language(
    language: str, text: str, keys: list[str]
) -> None:
    slots = times(text, LIBRARY.locale(language).vocabulary)
    assert not isinstance(slots, Misread)
    assert [slot.key for slot in slots] == keys
    if len(keys) == 1 and "-" not in text:
        shown = clock_reading(text, LIBRARY.locale(language).vocabulary)
        assert shown is not None
        assert f"{shown:%H:%M}" == keys[0]


@pytest.mark.parametrize(
    ("text", "key", "days"),
    [
        ("8:30 am montag", "08:30", [0]),
        ("am montag 8:30", "08:30", [0]),
        ("8:30 am abend", "20:30", list(range(7))),
        ("12am montag", "00:00", [0]),
    ],
)
def test_german_am_is_a_half_only_where_it_stands_at_the_digits(text: str, key: str, days: list[int]) -> None:
    slots = times(text, LIBRARY.locale("de").vocabulary)
    assert not isinstance(slots, Misread)
    assert [(slot.key, sorted(slot.days)) for slot in slots] == [(key, days)]


@pytest.mark.parametrize("language", ["es", "de"])
@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("3 days", date(2026, 11, 27)),
        ("until 2026-12-24", date(2026, 12, 24)),
        ("until monday", date(2026, 11, 30)),
        ("until 5/1", date(2027, 1, 5)),
        ("a week", date(2026, 12, 1)),
        ("for good", date.max),
    ],
)
def test_what_is_nothing_in_ones_own_language_is_read_as_english(
    language: str, text: str, until: date
) -> None:
    assert pause(text, TODAY, LIBRARY.locale(language).vocabulary) == until


def test_what_is_past_in_english_is_past_and_what_is_nothing_is_told_in_ones_own_words() -> None:
    words = LIBRARY.locale("es").vocabulary
    assert pause("until 2020-01-01", TODAY, words) == Misread(Reason.PAST, "until 2020-01-01")
    assert times("a las 8:30 tortugas", words) == Misread(Reason.UNKNOWN, "tortugas")


@pytest.mark.parametrize("text", ["one bird", "two", "half", "a quarter past", "eleven geese, thirty"])
def test_words_for_a_few_of_something_are_no_clock(text: str) -> None:
    assert clock_reading(text, WORDS) is None


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_a_misread(text: str) -> None:
    assert isinstance(times(text, WORDS), Misread)


def test_weekdays_belong_to_the_time_before_them() -> None:
    slots = times("8:30, 13:00 mon wed fri, 21:00 sat-sun", WORDS)
    assert not isinstance(slots, Misread)
    assert [sorted(slot.days) for slot in slots] == [list(range(7)), [0, 2, 4], [5, 6]]


@given(st.text(max_size=400))
def test_no_text_at_all_is_too_much(text: str) -> None:
    times(text, WORDS)
    clock_reading(text, WORDS)
    pause(text, TODAY, WORDS)
    period(text, TODAY, WORDS)


def test_a_clock_is_read() -> None:
    assert clock_reading("it's 2:32 pm", WORDS) == time(14, 32)
    assert clock_reading("it is half past two", WORDS) == time(2, 30)
    assert clock_reading("Berlin", WORDS) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("3 days", date(2026, 11, 27)),
        ("a week", date(2026, 12, 1)),
        ("until friday", date(2026, 11, 27)),
        ("tuesday", date(2026, 12, 1)),
        ("until 2027-01-05", date(2027, 1, 5)),
        ("5 jan", date(2027, 1, 5)),
        ("5.1.", date(2027, 1, 5)),
        ("tomorrow", date(2026, 11, 25)),
        ("for good", FOR_GOOD),
    ],
)
def test_a_pause_ends_on_the_day_that_was_meant(text: str, until: date) -> None:
    assert pause(text, TODAY, WORDS) == until


@pytest.mark.parametrize("text", ["", "2020-01-01", "31 feb", "soon", "0 days"])
def test_a_pause_that_cannot_be_read_is_a_misread(text: str) -> None:
    assert isinstance(pause(text, TODAY, WORDS), Misread)


def test_periods_are_half_open_local_days() -> None:
    assert period("today", TODAY, WORDS) == Period("today", TODAY, date(2026, 11, 25))
    assert period("2026-03", TODAY, WORDS) == Period("month", date(2026, 3, 1), date(2026, 4, 1))
    assert period("december", TODAY, WORDS) == Period("month", date(2025, 12, 1), date(2026, 1, 1))
    assert period("all", TODAY, WORDS) == Period("all", None, None)
    assert isinstance(period("whenever", TODAY, WORDS), Misread)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("week", "week", date(2026, 11, 18), date(2026, 11, 25)),
        ("last 7 days", "week", date(2026, 11, 18), date(2026, 11, 25)),
        ("this week", "week", date(2026, 11, 23), date(2026, 11, 25)),
        ("last week", "week", date(2026, 11, 16), date(2026, 11, 23)),
        ("6 days", "stretch", date(2026, 11, 19), date(2026, 11, 25)),
        ("2 weeks", "stretch", date(2026, 11, 11), date(2026, 11, 25)),
        ("month", "month", date(2026, 10, 25), date(2026, 11, 25)),
        ("last 31 days", "month", date(2026, 10, 25), date(2026, 11, 25)),
        ("last 30 days", "stretch", date(2026, 10, 26), date(2026, 11, 25)),
        ("this month", "month", date(2026, 11, 1), date(2026, 11, 25)),
        ("november", "month", date(2026, 11, 1), date(2026, 11, 25)),
        ("last 90 days", "stretch", date(2026, 8, 27), date(2026, 11, 25)),
        ("3 months", "stretch", date(2026, 8, 25), date(2026, 11, 25)),
        ("12 months", "year", date(2025, 11, 25), date(2026, 11, 25)),
        ("2025", "year", date(2025, 1, 1), date(2026, 1, 1)),
        ("2026", "year", date(2026, 1, 1), date(2026, 11, 25)),
        ("since june", "since", date(2026, 6, 1), date(2026, 11, 25)),
        ("since yesterday", "since", date(2026, 11, 23), date(2026, 11, 25)),
        ("since today", "today", date(2026, 11, 24), date(2026, 11, 25)),
        ("yesterday", "day", date(2026, 11, 23), date(2026, 11, 24)),
    ],
)
def test_a_period_is_called_what_was_meant_and_ends_with_today(
    text: str, kind: str, start: date, end: date
) -> None:
    assert period(text, TODAY, WORDS) == Period(kind, start, end)


def test_on_its_first_day_a_running_period_is_a_day() -> None:
    monday = date(2026, 11, 23)
    assert period("this week", monday, WORDS) == Period("today", monday, TODAY)


@pytest.mark.parametrize(
    ("text", "where", "began"),
    [
        ("summer", Hemisphere.NORTH, date(2026, 6, 1)),
        ("sommer", Hemisphere.NORTH, date(2026, 6, 1)),
        ("last winter", Hemisphere.NORTH, date(2025, 12, 1)),
        ("el verano pasado", Hemisphere.SOUTH, date(2025, 12, 1)),
        ("letzten Frühling", Hemisphere.NORTH, date(2026, 3, 1)),
        ("fall", Hemisphere.SOUTH, date(2026, 3, 1)),
        ("otoño", Hemisphere.SOUTH, date(2026, 3, 1)),
        ("winter 2024", Hemisphere.NORTH, date(2024, 12, 1)),
        ("verano de 2025", Hemisphere.NORTH, date(2025, 6, 1)),
    ],
)
def test_a_season_is_the_latest_of_that_name_where_the_person_lives(
    text: str, where: Hemisphere, began: date
) -> None:
    read = [period(text, TODAY, locale.vocabulary, where) for locale in LIBRARY.locales]
    end = moved(began, 3, Unit.MONTH)
    assert Period("season", began, end) in read


def test_a_season_that_still_goes_on_ends_with_today() -> None:
    autumn = Period("season", date(2026, 9, 1), date(2026, 11, 25))
    assert period("autumn", TODAY, WORDS, Hemisphere.NORTH) == autumn
    assert period("season", TODAY, WORDS, Hemisphere.NORTH) == autumn
    assert period("since summer", TODAY, WORDS, Hemisphere.NORTH) == Period(
        "since", date(2026, 6, 1), date(2026, 11, 25)
    )


def test_a_young_season_comes_with_the_one_before_and_is_called_neither() -> None:
    on = date(2026, 9, 12)
    both = Period("stretch", date(2026, 6, 1), date(2026, 9, 13))
    assert period("season", on, WORDS, Hemisphere.NORTH) == both


def test_in_the_tropics_no_season_has_a_name() -> None:
    assert isinstance(period("summer", TODAY, WORDS, Hemisphere.TROPICS), Misread)
    assert period("season", TODAY, WORDS) == Period("stretch", date(2026, 8, 25), date(2026, 11, 25))


@pytest.mark.parametrize("text", ["alle 3 stunden", "alle 2 h", "cada 3 horas"])
def test_an_interval_is_no_time_in_any_language(text: str) -> None:
    language = "es" if text.startswith("cada") else "de"
    assert isinstance(times(text, LIBRARY.locale(language).vocabulary), Misread)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("+02:00", 2), ("UTC+2", 2), ("utc +2", 2), ("GMT-5", -5), ("-5", -5), ("−3:30", -3.5), ("+0545", 5.75)],
)
def test_how_far_from_utc_is_read(text: str, hours: float) -> None:
    assert offset_reading(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["+15", "2:00", "UTC", "+2:75", "Berlin", "+", "utc+2 or so", "+1" * 300])
def test_what_is_no_offset_is_none(text: str) -> None:
    assert offset_reading(text) is None


@pytest.mark.parametrize(
    ("language", "text", "until"),
    [
        ("en", "until fri.", date(2026, 11, 27)),
        ("en", "until monday morning", date(2026, 11, 30)),
        ("en", "until tomorrow evening", date(2026, 11, 25)),
        ("en", "the weekend", date(2026, 11, 30)),
        ("en", "over the weekend", date(2026, 11, 30)),
        ("en", "until the weekend", date(2026, 11, 28)),
        ("en", "a fortnight", date(2026, 12, 8)),
        ("en", "two fortnights", date(2026, 12, 22)),
        ("en", "next week", date(2026, 12, 7)),
        ("en", "for all next week", date(2026, 12, 7)),
        ("en", "until next week", date(2026, 11, 30)),
        ("en", "this week", date(2026, 11, 30)),
        ("en", "next month", date(2027, 1, 1)),
        ("en", "until next month", date(2026, 12, 1)),
        ("en", "today", date(2026, 11, 25)),
        ("de", "die ganze nächste Woche", date(2026, 12, 7)),
        ("de", "bis nächste Woche", date(2026, 11, 30)),
        ("es", "la semana que viene", date(2026, 12, 7)),
        ("es", "hasta el mes que viene", date(2026, 12, 1)),
        ("de", "bis fr.", date(2026, 11, 27)),
        ("de", "bis montag früh", date(2026, 11, 30)),
        ("de", "bis zum wochenende", date(2026, 11, 28)),
        ("de", "übers wochenende", date(2026, 11, 30)),
        ("es", "hasta el lunes por la mañana", date(2026, 11, 30)),
        ("es", "el fin de semana", date(2026, 11, 30)),
        ("es", "hasta el fin de semana", date(2026, 11, 28)),
    ],
)
def test_pauses_are_read_as_people_say_them(language: str, text: str, until: date) -> None:
    assert pause(text, TODAY, LIBRARY.locale(language).vocabulary) == until


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(
            ("en", text)
            for text in ("from friday", "from tomorrow", "after friday", "starting monday", "in 3 days")
        ),
        *(("de", text) for text in ("ab Freitag", "ab morgen", "nach Freitag", "in 3 Tagen", "from friday")),
        *(("es", text) for text in ("desde el viernes", "a partir de mañana", "en 3 días", "after friday")),
    ],
)
def test_a_pause_that_would_begin_later_is_not_read_as_one_until_then(language: str, text: str) -> None:
    found = pause(text, TODAY, LIBRARY.locale(language).vocabulary)
    assert isinstance(found, Misread)
    assert found.reason is Reason.UNCLEAR


@pytest.mark.parametrize(
    ("language", "text"), [("en", "until today"), ("de", "bis heute"), ("es", "hasta hoy")]
)
def test_a_pause_until_today_is_past(language: str, text: str) -> None:
    found = pause(text, TODAY, LIBRARY.locale(language).vocabulary)
    assert isinstance(found, Misread)
    assert found.reason is Reason.PAST
