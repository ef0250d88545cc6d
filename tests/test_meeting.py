"""The first conversation, and what is typed in it that fits no question."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import ShiftedClock
from bot.demo import DemoClock
from bot.domain.kinds import Category, Depth
from bot.storage.lands import fold
from bot.storage.places import Places
from tests import words
from tests.dialog import START, Dialog, talking
from tests.lending import lend_cities


def buttons(anna: Dialog) -> list[str]:
    """The labels under the bot's newest message."""
    newest = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
    rows = newest.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


async def test_a_city_not_found_is_asked_for_again_and_the_first_conversation_goes_on(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.says("Kleinkleckersdorf am See")
        assert "did not find that one" in anna.last()
        assert {"By what time it is for me", "Skip for now"} <= set(buttons(anna))
        await anna.says("Nowhereville")
        assert "did not find that one" in anna.last()
        await anna.says("Berlin")
        assert "When may I ask" in anna.last()
        await anna.says("8:30")
        assert any("I will ask next" in text for text in anna.texts())
        assert any("Here is a first one" in text for text in anna.texts())
        await anna.says("/recap all")
        assert "Berlin" not in anna.last()


async def test_a_city_nearly_spelled_is_offered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.says("berlni")
        await anna.presses("Berlin")
        assert "When may I ask" in anna.last()


async def test_after_half_an_hour_words_are_a_moment_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        anna.clock.move_to(START + timedelta(minutes=20))
        await anna.says("Nowhereville")
        anna.clock.move_to(START + timedelta(minutes=31))
        await anna.says("the bread was still warm")
        assert "did not find" not in anna.last()
        await anna.says("/recap all")
        assert "the bread was still warm" in anna.last()


@pytest.mark.parametrize("between", [(), ("the bread was still warm",)])
@pytest.mark.parametrize("where", ["Tokyo", "London, Ontario", "Asia/Tokyo", "21:31", "Spain"])
async def test_the_first_conversation_goes_on_however_late(
    tmp_path: Path, where: str, between: tuple[str, ...]
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        anna.clock.move_to(START + timedelta(minutes=31))
        for text in between:
            await anna.says(text)
        await anna.says(where)
        if choice := {"21:31": "Tokyo", "Spain": "Madrid"}.get(where):
            assert "Which of these" in anna.last()
            await anna.presses(choice)
        assert "When may I ask" in anna.last()
        anna.clock.move_to(START + timedelta(hours=3))
        await anna.says("8:30pm")
        assert any("I will ask next" in text for text in anna.texts())
        assert any("Here is a first one" in text for text in anna.texts())
        kept = [text for (text,) in anna.house.db.execute("SELECT text FROM glimmers")]
        assert kept == list(between)


async def test_a_late_clock_that_nobody_has_is_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        anna.clock.move_to(START + timedelta(minutes=31))
        await anna.says("UTC+13:30")
        assert anna.house.db.execute("SELECT text FROM glimmers").fetchall() == [("UTC+13:30",)]


async def test_each_press_lets_the_question_wait_anew(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        anna.clock.move_to(START + timedelta(minutes=25))
        await anna.presses("By what time")
        anna.clock.move_to(START + timedelta(minutes=50))
        await anna.says("Nowhereville")
        assert "did not find" in anna.last()
        await anna.says("London")
        anna.clock.move_to(START + timedelta(minutes=75))
        await anna.presses("Other times")
        anna.clock.move_to(START + timedelta(minutes=100))
        await anna.says("whenever the kettle sings")
        assert "could not read" in anna.last()


@pytest.mark.parametrize(
    ("command", "answer", "done"),
    [("/times", "8:30pm", "I will ask next"), ("/timezone", "Tokyo", "Your clock")],
)
async def test_a_late_answer_to_any_other_question_is_kept_and_may_be_sent_again(
    tmp_path: Path, command: str, answer: str, done: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(command)
        anna.clock.move_to(START + timedelta(minutes=31))
        await anna.says(answer)
        assert "Some time had passed" in anna.last()
        assert len(buttons(anna)) > 3
        assert anna.house.db.execute("SELECT text FROM glimmers").fetchall() == [(answer,)]
        await anna.says(answer)
        assert done in anna.last()
        await anna.says(command)
        anna.clock.move_to(START + timedelta(hours=3))
        await anna.says("the kettle")
        assert "Some time had passed" not in anna.last()


async def test_times_that_cannot_be_read_are_asked_for_again_and_the_conversation_goes_on(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.presses("London")
        await anna.says("whenever the kettle sings")
        assert "could not read" in anna.last()
        assert "That is good" in buttons(anna)
        await anna.says("half past eight")
        assert any("8:30" in text and "I will ask next" in text for text in anna.texts())
        assert any("Here is a first one" in text for text in anna.texts())


@pytest.mark.parametrize("opening", ["/start", "/times", "/timezone"])
async def test_what_may_be_heavy_is_not_told_that_it_is_no_answer(tmp_path: Path, opening: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(opening)
        await anna.says("i can't stop thinking about dying")
        assert not any("did not find" in text or "could not read" in text for text in anna.texts())


async def test_the_answer_to_the_first_invitation_cancels_nothing_that_was_promised(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.presses("London")
        await anna.says("13:00, 15:30")
        assert any("Here is a first one" in text for text in anna.texts())
        await anna.says("the kettle, then quiet")
        heard = len(anna.texts())
        await anna.at(START + timedelta(hours=1))
        assert len(anna.texts()) == heard + 1
        await anna.says("steam on the window")
        heard = len(anna.texts())
        await anna.at(START + timedelta(hours=3, minutes=30))
        assert len(anna.texts()) == heard


@pytest.mark.parametrize(
    ("times", "said_at", "asked_at", "comes"),
    [
        ("15:00", timedelta(hours=2, minutes=50), timedelta(hours=3), True),
        ("20:30", timedelta(hours=8, minutes=25), timedelta(hours=8, minutes=30), False),
        ("16:10-16:11", timedelta(hours=1, minutes=30), timedelta(hours=4, minutes=10), False),
        ("16:10-16:11", timedelta(hours=1), timedelta(hours=4, minutes=10), True),
    ],
)
async def test_a_late_answer_to_the_first_invitation_keeps_back_what_any_moment_would(
    tmp_path: Path, times: str, said_at: timedelta, asked_at: timedelta, comes: bool
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.presses("London")
        await anna.says(times)
        anna.clock.move_to(START + said_at)
        await anna.says("sun on the wall")
        heard = len(anna.texts())
        await anna.at(START + asked_at)
        assert len(anna.texts()) == heard + comes


async def test_the_demo_jumps_to_the_next_nudge_that_really_comes(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 13:00, 20:00")
        await anna.says("the kettle, then quiet")
        demo = DemoClock(anna.clock, tmp_path)
        demo.house = anna.house
        demo.move("nudge", anna.person.id)
        assert timedelta(0) < START + timedelta(hours=8) - anna.clock.now() <= timedelta(seconds=2)
        await anna.at(START + timedelta(hours=8))
        await anna.presses("Later")
        await anna.presses("20 minutes")
        demo.move("nudge", anna.person.id)
        assert timedelta(0) < START + timedelta(hours=8, minutes=20) - anna.clock.now() < timedelta(seconds=9)


async def test_the_demo_says_so_if_no_question_is_on_its_way(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/pause for good")
        demo = DemoClock(anna.clock, tmp_path)
        demo.house = anna.house
        assert not demo.move("nudge", anna.person.id)
        await anna.says("/resume")
        assert demo.move("nudge", anna.person.id)


async def test_whoever_starts_again_hears_what_is_true_of_them(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone Asia/Kolkata")
        await anna.says("/times 8:00, 10:00, 12:30, 17:00, 21:00")
        await anna.says("/start")
        assert "once a day, at a time" not in " ".join(anna.texts())
        await anna.presses("Skip for now")
        assert any("Your clock stays on Kolkata" in text for text in anna.texts())
        assert not any("for now; /timezone" in text for text in anna.texts())


def test_a_demo_whose_clock_was_half_written_goes_by_the_machines(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("")
    clock = ShiftedClock()
    DemoClock(clock, tmp_path)
    assert clock.shift == timedelta()


async def test_the_very_first_question_is_an_easy_one(tmp_path: Path) -> None:
    easy = {
        wording
        for prompt in words.ours().locale("en").prompts
        if prompt.category is Category.OPEN and prompt.depth is Depth.LIGHT
        for wording in prompt.wordings
    }
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.presses("London")
        await anna.presses("That is good")
        assert anna.last() in easy


async def test_a_clock_that_is_set_back_wakes_no_old_question(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.clock.move_to(START + timedelta(days=1))
        await anna.says("/timezone")
        anna.clock.move_to(START)
        await anna.says("Berlin")
        await anna.says("/recap all")
        assert "Berlin" in anna.last()


@pytest.mark.parametrize(
    ("language", "typed", "part"),
    [
        ("en", "Lyon", "Lyon, on Paris time"),
        ("en", "lyon", "Lyon, on Paris time"),
        ("de", "Wien", "Deine Uhr: Wien."),
        ("de", "munchen", "München, nach der Zeit von Berlin"),
        ("es", "Nueva York", "Tu reloj: Nueva York,"),
        ("en", "Springfield, Oregon", "Springfield, on Los Angeles time"),
        ("en", "Birmingham, United States", "Birmingham, on Chicago time"),
        ("es", "Birmingham, Estados Unidos", "Birmingham, con la hora de Chicago"),
        ("en", "Roma", "Your clock: Rome,"),
        ("es", "roma", "Tu reloj: Roma,"),
        ("en", "Ireland", "Ireland, on Dublin time"),
        ("de", "Indien", "Indien, nach der Zeit von Kolkata"),
        ("es", "EST", "Tu reloj: Nueva York,"),
    ],
)
async def test_a_city_is_named_as_it_was_typed_and_in_the_persons_language(
    tmp_path: Path, language: str, typed: str, part: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(f"/timezone {typed}")
        assert part in anna.last()


async def test_a_country_with_several_clocks_and_a_name_of_many_are_asked_about(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for typed, wanted in (
            ("Spain", ["Madrid · 1:00\u00a0PM", "Las Palmas de Gran Canaria · 12:00\u00a0PM"]),
            ("Washington", ["Washington, WA · 4:00\u00a0AM", "Washington, DC · 7:00\u00a0AM"]),
        ):
            await anna.says(f"/timezone {typed}")
            assert buttons(anna) == wanted
        await anna.presses("Washington, DC")
        assert "New York time" in anna.last()


async def test_behind_a_comma_no_namesake_is_taken_for_a_place_that_is_not_known(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone London, Little Ontario")
        assert "do not know that place" in anna.last()
        assert buttons(anna) == ["London, United Kingdom · 12:00\u00a0PM", "London, Canada · 7:00\u00a0AM"]
        await anna.presses("London, Canada")
        assert "London, on Toronto time" in anna.last()


async def test_words_that_begin_like_an_address_are_kept_and_the_city_offered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.says("Nice, the rain stopped")
        assert "kept your words" in anna.last()
        assert "Nice" in buttons(anna)[0]
        await anna.says("/recap all")
        assert "Nice, the rain stopped" in anna.last()


async def test_who_meant_another_city_of_that_name_can_say_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/start")
        await anna.says("Birmingham")
        await anna.presses("Birmingham, AL")
        assert any("Birmingham, on Chicago time" in text for text in anna.texts())
        await anna.says("/timezone Springfield")
        await anna.presses("Springfield, MA")
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert person.rhythm.zone == "America/New_York"


async def test_familiar_cities_have_their_names_in_the_persons_language(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="de") as anna:
        await anna.says("/timezone")
        assert any(label.startswith("Wien ·") for label in buttons(anna))
        await anna.presses("Wien")
        assert "Deine Uhr: Wien." in anna.last()


async def test_meeting_again_announces_no_question_that_does_not_come(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for _ in range(2):
            await anna.says("/start")
            await anna.presses("London")
            await anna.presses("That is good")
        assert "I will ask next" in anna.last()
        assert sum("Here is a first one" in text for text in anna.texts()) == 1


@pytest.mark.parametrize(
    ("language", "latitude", "longitude", "named"),
    [
        ("de", 48.2, 16.37, "Wien"),
        ("de", 48.14, 11.58, "München"),
        ("de", 50.08, 14.43, "Prag"),
        ("es", 48.14, 11.58, "Múnich"),
        ("es", 19.43, -99.13, "Ciudad de México"),
        ("es", 37.39, -5.98, "Sevilla"),
        ("en", 48.14, 11.58, "Munich"),
    ],
)
async def test_a_place_sent_as_a_moment_is_named_in_the_persons_language(
    tmp_path: Path, language: str, latitude: float, longitude: float, named: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        anna.person.shares_location(latitude, longitude)
        await anna.settles()
        assert [place for (place,) in anna.house.db.execute("SELECT place FROM glimmers")] == [named]


@pytest.mark.parametrize("language", ["es", "de"])
def test_every_city_with_a_name_of_its_own_in_a_language_is_found_by_it(
    tmp_path: Path, language: str
) -> None:
    lend_cities(tmp_path)
    places = Places(tmp_path / "places.db")
    for key, name in words.ours().locale(language).vocabulary.cities.items():
        own, _, country = key.rpartition(" ")
        found = places.named(f"{name}, {country}", language, START).places
        assert fold(found[0].own) == own, name


async def test_at_sea_the_clock_is_named_by_how_far_it_is_from_utc(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone Etc/GMT+5")
        assert "UTC-5" in anna.last()
        assert "7:00\xa0AM" in anna.last()
        await anna.says("/timezone")
        await anna.presses("Share my location")
        anna.person.shares_location(0, -160)
        await anna.settles()
        assert "UTC-11" in anna.last()
        assert "GMT" not in " ".join(anna.texts())
