"""How somebody wants to be asked, by button and typed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.chat.wishes import WISHES
from bot.domain.manner import PATIENCE, AfterWriting
from bot.domain.person import Person
from tests.dialog import Dialog, talking


def person_of(dialog: Dialog) -> Person:
    person = dialog.house.people.get(dialog.person.id)
    assert person is not None
    return person


async def test_each_wish_is_pressed_on_its_page_and_answered_with_the_next_moments(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/settings")
        for wish, label in (
            ("Sound", "Without a sound"),
            ("Quiet hours", "None"),
            ("How exactly", "10 minutes either way"),
            ("End of my day", "5:00"),
            ("After I wrote", "The rest of the day"),
            ("In a silence", "Keep asking as I chose"),
        ):
            await anna.says("/when")
            await anna.presses(wish)
            await anna.presses(label)
            assert label in anna.last()
            assert "I will ask next" in anna.last()
        person = person_of(anna)
        assert person.manner.silent
        assert person.manner.after_writing is AfterWriting.DAY
        assert person.manner.patience is None
        assert person.rhythm.jitter == 10
        assert person.rhythm.day_end == time(5)


@pytest.mark.parametrize(
    ("typed", "wish", "value"),
    [
        ("/when quiet 22-7", "quiet", "22:00-07:00"),
        ("/when Quiet hours none", "quiet", "none"),
        ("/when minutes 10", "jitter", "10"),
        ("/when jitter 30 minutes", "jitter", "30"),
        ("/when day end 3:00", "dayend", "03:00"),
        ("/when after always", "after", "always"),
        ("/when after the rest of the day", "after", "day"),
        ("/when silence off", "patience", "off"),
        ("/when silence 7", "patience", "7"),
        ("/when sound off", "sound", "off"),
        ("/when after writing always", "after", "always"),
        ("/when after I wrote the rest of the day", "after", "day"),
        ("/when patience off", "patience", "off"),
        ("/when in a silence never", "patience", "off"),
    ],
)
async def test_each_wish_can_be_typed(tmp_path: Path, typed: str, wish: str, value: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(typed)
        assert "I will ask next" in anna.last()
        assert WISHES[wish].get(person_of(anna)) == value


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        *(("en", word) for word in ("sound on", "sound yes")),
        *(("de", word) for word in ("ton an", "ton ein", "ton ja", "ton mit", "sound on")),
        *(("es", word) for word in ("sonido sí", "sonido con", "sonido activado", "sound on")),
    ],
)
async def test_what_was_switched_off_by_a_word_is_switched_on_by_one(
    tmp_path: Path, language: str, typed: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(f"/when {typed.split()[0]} off")
        assert person_of(anna).manner.silent
        await anna.says(f"/when {typed}")
        assert not person_of(anna).manner.silent
        await anna.says("/when silence off")
        assert person_of(anna).manner.patience is None
        await anna.says(f"/when silence {typed.split()[1]}")
        assert person_of(anna).manner.patience == PATIENCE


async def test_nonsense_overlong_and_hostile_wishes_are_answered_with_what_would_work(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        before = None
        for typed in (
            "quiet",
            "quiet 25-99",
            "quiet 22-7 mon",
            "minutes 31",
            "minutes -5",
            "day end 18:00",
            "silence 2",
            "silence 51",
            "after 'always'; DROP TABLE people",
            "sound <b>on",
            "quiet " + "9" * 4000,
            "%s{0}\u202e",
        ):
            await anna.says(f"/when {typed}")
            assert "would work" in anna.last()
            before = before or person_of(anna)
            assert person_of(anna) == before


async def test_a_question_can_be_answered_by_typing_and_other_words_are_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/when")
        await anna.presses("Quiet hours")
        await anna.says("21:30 - 6:15")
        assert person_of(anna).rhythm.quiet == (time(21, 30), time(6, 15))
        await anna.says("/when")
        await anna.presses("Quiet hours")
        await anna.says("the hush after snow")
        await anna.says("/recap all")
        assert "hush after snow" in anna.last()


async def test_a_forged_value_in_a_button_changes_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/when")
        message = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        before = person_of(anna)
        for data in (
            "when-put|quiet|x",
            "when-put|jitter|999",
            "when-put",
            "when-choose|nope",
            "when-put|sound",
        ):
            press = {"id": data, "from": message["chat"] | {"is_bot": False}, "message": message}
            anna.sandbox.inject({"callback_query": press | {"chat_instance": "1", "data": data}})
            await anna.settles()
        assert person_of(anna) == before


async def test_a_silent_nudge_arrives_without_a_sound(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30")
        await anna.says("/when sound off")
        await anna.at(datetime(2026, 11, 24, 12, 30, tzinfo=UTC))
        sent = [call for call in anna.sandbox.calls if call.method == "sendMessage"]
        assert sent[-1].params.get("disable_notification") in (True, "true")


async def test_in_spanish_the_same_is_typed_in_spanish(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="es") as anna:
        for typed, wish, value in (
            ("/when calma 22-7", "quiet", "22:00-07:00"),
            ("/when minutos 10", "jitter", "10"),
            ("/when fin del día 3:00", "dayend", "03:00"),
            ("/when silencio no", "patience", "off"),
            ("/when después siempre", "after", "always"),
        ):
            await anna.says(typed)
            assert WISHES[wish].get(person_of(anna)) == value


@pytest.mark.parametrize(
    ("language", "wish", "typed", "says"),
    [
        ("en", "In a silence", "2", "3 to 50"),
        ("en", "In a silence", "51", "3 to 50"),
        ("en", "How exactly", "31", "up to 30"),
        ("en", "Quiet hours", "5", "22-7"),
        ("en", "Quiet hours", "25-99", "22-7"),
        ("en", "End of my day", "13:00", "up to noon"),
        ("en", "End of my day", "1 pm", "up to noon"),
        ("de", "Ruhezeit", "25-99", "22-7"),
        ("es", "Horas de calma", "25-99", "22-7"),
    ],
)
async def test_a_number_or_time_that_does_not_fit_the_question_is_no_moment_and_the_question_waits_on(
    tmp_path: Path, language: str, wish: str, typed: str, says: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/when")
        await anna.presses(wish)
        before = person_of(anna)
        await anna.says(typed)
        assert says in anna.last()
        assert person_of(anna) == before
        assert anna.house.db.execute("SELECT COUNT(*) FROM glimmers").fetchone() == (0,)
        await anna.says("22-7" if says == "22-7" else "9")
        assert person_of(anna) != before


@pytest.mark.parametrize("typed", ["22 to banana", "x" * 400, "half past the moon"])
async def test_words_that_do_not_answer_the_question_are_kept_and_told_what_would(
    tmp_path: Path, typed: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/when")
        await anna.presses("Quiet hours")
        await anna.says(typed)
        assert anna.house.db.execute("SELECT text FROM glimmers").fetchall() == [(typed,)]
        assert "kept your words" in anna.last()
        assert "22-7" in anna.last()
        await anna.says("22-7")
        assert person_of(anna).rhythm.quiet == (time(22), time(7))


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "quiet 0-24"), ("de", "ruhe 0-24"), ("es", "calma 0-24")],
)
async def test_quiet_at_every_hour_is_a_pause(tmp_path: Path, language: str, typed: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(f"/when {typed}")
        assert "/pause" in anna.last()
        assert person_of(anna).rhythm.quiet is None


@pytest.mark.parametrize(
    ("language", "typed", "after"),
    [
        ("en", "after 3 hours", "hours"),
        ("en", "after whole day", "day"),
        ("en", "after the whole day", "day"),
        ("de", "danach 3 Stunden", "hours"),
        ("de", "danach den ganzen Tag", "day"),
        ("es", "después 3 horas", "hours"),
        ("es", "después todo el día", "day"),
    ],
)
async def test_how_long_after_writing_is_understood_in_words(
    tmp_path: Path, language: str, typed: str, after: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/when after always" if language == "en" else "/start")
        await anna.says(f"/when {typed}")
        assert WISHES["after"].get(person_of(anna)) == after
        assert "/when" not in anna.last()
