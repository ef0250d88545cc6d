"""``/recap``: buttons and words that mean the same, and what is offered where a stretch holds little."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.typed import Misread, period
from tests import words
from tests.crying import cries
from tests.dialog import Dialog, talking

THIRD = datetime(2026, 11, 3, 12, tzinfo=UTC)  # a Tuesday
OCTOBER, NOVEMBER = ("low sun", "wet leaves", "a red gate"), ("first frost",)


@asynccontextmanager
async def autumn(
    folder: Path, language: str, october: Sequence[str] = OCTOBER, november: Sequence[str] = NOVEMBER
) -> AsyncIterator[Dialog]:
    """Somebody on the third of November, with what they kept in the last days of October and since."""
    async with talking(folder / "a.db", language=language) as anna:
        await anna.says("/timezone Berlin")
        await anna.says("/pause 2027-12-01")
        kept = [
            *((datetime(2026, 10, 28 + n, 10, tzinfo=UTC), text) for n, text in enumerate(october)),
            *((datetime(2026, 11, 2, 10 + n, tzinfo=UTC), text) for n, text in enumerate(november)),
        ]
        for at, text in kept:
            anna.clock.move_to(at)
            await anna.says(text)
        anna.clock.move_to(THIRD)
        anna.house.db.execute("INSERT OR IGNORE INTO offers VALUES (?, 'giving')", [anna.person.id])
        yield anna


def labels(anna: Dialog) -> list[str]:
    newest = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
    rows = newest.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def given(anna: Dialog, before: int) -> list[str]:
    """Which of their moments came back since then."""
    said = "".join(m.get("text", "") for m in anna.person.chat[before:] if m["from"]["is_bot"])
    return [text for text in (*OCTOBER, *NOVEMBER) if text in said]


@pytest.mark.parametrize(
    ("language", "typed", "pressed", "last"),
    [
        ("en", "this month", "This month", "Last month"),
        ("de", "dieser monat", "Dieser Monat", "Letzter Monat"),
        ("es", "este mes", "Este mes", "El mes pasado"),
        ("en", "this week", "This week", "Last week"),
        ("de", "diese woche", "Diese Woche", "Letzte Woche"),
        ("es", "esta semana", "Esta semana", "La semana pasada"),
    ],
)
async def test_a_button_and_its_words_give_the_same_and_offer_the_one_before(
    tmp_path: Path, language: str, typed: str, pressed: str, last: str
) -> None:
    async with autumn(tmp_path, language) as anna:
        await anna.says("/recap")
        for ask in (anna.presses(pressed), anna.says(f"/recap {typed}")):
            before = len(anna.person.chat)
            await ask
            assert given(anna, before) == [*NOVEMBER]
            assert labels(anna)[-1] == last
        before = len(anna.person.chat)
        await anna.presses(last)
        assert given(anna, before) == [*OCTOBER]


async def test_a_season_that_holds_little_offers_the_one_before(tmp_path: Path) -> None:
    async with autumn(tmp_path, "en") as anna:
        anna.house.db.execute("UPDATE glimmers SET day = '2026-07-10' WHERE text != ?", [NOVEMBER[0]])
        await anna.says("/recap")
        await anna.presses("This season")
        before = len(anna.person.chat)
        await anna.presses("Last season")
        assert given(anna, before) == [*OCTOBER]


async def test_an_empty_month_offers_the_last_one_before_any_other_time(tmp_path: Path) -> None:
    async with autumn(tmp_path, "en", november=()) as anna:
        await anna.says("/recap this month")
        assert labels(anna) == ["Last month", "One of mine"]


async def test_a_month_in_which_nothing_lies_is_not_offered(tmp_path: Path) -> None:
    async with autumn(tmp_path, "en", october=()) as anna:
        await anna.says("/recap this month")
        assert labels(anna) == ["Postcard"]


async def test_a_month_with_something_in_it_offers_no_other(tmp_path: Path) -> None:
    async with autumn(tmp_path, "en", november=("first frost", "a blue door", "soup")) as anna:
        await anna.says("/recap this month")
        assert "Last month" not in labels(anna)


@pytest.mark.parametrize("language", ["en", "de", "es"])
async def test_on_the_day_of_a_cry_nothing_is_offered_that_was_not_asked_for(
    tmp_path: Path, language: str
) -> None:
    async with autumn(tmp_path, language) as anna:
        await anna.says(cries(language)[0])
        await anna.says("/recap today")
        assert anna.last() == words.ours().locale(language).say("recap-nothing")
        assert labels(anna) == []
        await anna.says("/recap this month")
        assert len(labels(anna)) == 1


@pytest.mark.parametrize("language", ["en", "de", "es"])
async def test_what_cannot_be_read_is_answered_with_what_would_work(tmp_path: Path, language: str) -> None:
    async with autumn(tmp_path, language) as anna:
        await anna.says("/recap xyzzy")
        locale = words.ours().locale(language)
        said = locale.say("recap-misread")
        assert anna.last() == re.sub("<[^>]+>", "", said)
        assert labels(anna)[0] == locale.say("recap-today-button")
        examples = re.findall("<i>/recap ([^<]+)</i>", said)
        assert len(examples) >= 4
        read = [period(text, THIRD.date(), locale.vocabulary) for text in examples]
        assert not any(isinstance(one, Misread) for one in read)


@pytest.mark.parametrize(
    ("city", "asked", "read"),
    [
        ("America/Mexico_City", "verano", True),
        ("America/Mexico_City", "el invierno pasado", True),
        ("America/Lima", "verano", True),
        ("America/Guatemala", "verano", False),
        ("America/Bogota", "el invierno pasado", False),
    ],
)
async def test_a_season_has_the_name_that_people_there_give_it(
    tmp_path: Path, city: str, asked: str, read: bool
) -> None:
    async with autumn(tmp_path, "es") as anna:
        await anna.says(f"/timezone {city}")
        anna.house.db.execute(
            "UPDATE glimmers SET day = ?",
            ["2026-07-10" if "Mexico" in city and asked == "verano" else "2026-01-10"],
        )
        before = len(anna.person.chat)
        await anna.says(f"/recap {asked}")
        assert (given(anna, before) != []) == read
        assert anna.last().startswith("No pude leer") != read
