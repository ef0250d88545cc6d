"""The hours and days after something heavy: plain words, an ear that stays open, gentle questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.domain.care import Tier
from bot.domain.kinds import Category
from bot.domain.lines import SupportLine, When
from bot.domain.weight import Weight
from bot.library import Library
from bot.storage.changes import Changes
from tests.crying import ORDINARY, Talk, at, cries, in_every_locale, library, mixed, talk
from tests.dialog import talking


def gentle(anna: Talk) -> set[str]:
    """All that may be asked after something heavy."""
    decks = (Category.TENDER, Category.OPEN)
    return {text for prompt in anna.locale.prompts if prompt.category in decks for text in prompt.wordings}


def with_lines() -> Library:
    """The library, with somebody invented who can be called."""
    line = SupportLine("AQ", "Invented Line", date(2026, 11, 1), "https://invented.example", phone="000 000")
    locales = [
        replace(locale, support=replace(locale.support, lines=(line,))) for locale in library().locales
    ]
    return Library(tuple(locales))


def offers(anna: Talk, key: str) -> bool:
    """Whether the newest message has that button."""
    return anna.locale.say(f"{key}-button") in anna.labels()


@in_every_locale
async def test_for_three_days_what_is_kept_is_said_plainly(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/pause 7 days")
        await anna.anna.says(cries(code)[0])
        for day, hour in ((0, 13), (1, 12), (2, 12), (3, 11)):
            anna.anna.clock.move_to(at(day, hour))
            assert await anna.hears_after(f"{ORDINARY} {day}") == [anna.locale.say("kept-plainly")]
        anna.anna.clock.move_to(at(3, 13))
        (heard,) = await anna.hears_after(ORDINARY)
        assert heard in {ack.text for ack in anna.locale.acks}


@in_every_locale
async def test_a_photo_or_a_long_silence_are_no_reason_for_cheer_then(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        before = len(anna.anna.texts())
        anna.anna.person.sends_photo(b"no real picture", ORDINARY)
        await anna.anna.settles()
        assert anna.anna.texts()[before:] == [anna.locale.say("kept-plainly")]


@in_every_locale
async def test_who_likes_a_heart_gets_none_then(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/settings")
        await anna.presses("set-acknowledge")
        await anna.presses("acknowledge-reaction")
        await anna.anna.says(cries(code)[0])
        assert await anna.hears_after(ORDINARY) == []
        assert str(anna.anna.person.reactions).count("✍") == 1
        assert "❤" not in str(anna.anna.person.reactions)


@in_every_locale
async def test_a_second_cry_within_a_day_is_heard_softly_and_a_later_one_in_full(
    tmp_path: Path, code: str
) -> None:
    first, second, third = cries(code)[:3]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/pause 7 days")
        assert anna.is_only("care-answer", await anna.hears_after(first))
        assert await anna.hears_after(second) == [anna.locale.say("care-soft")]
        assert anna.labels() == [anna.locale.say(f"{key}-button") for key in ("support", "care-else")]
        assert second not in await anna.recap()
        anna.anna.clock.move_to(at(1, 13))
        assert anna.is_only("care-answer", await anna.hears_after(third))


@in_every_locale
async def test_the_second_cry_can_have_meant_something_else_too(tmp_path: Path, code: str) -> None:
    first, second = cries(code)[:2]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(first)
        await anna.anna.says(second)
        await anna.presses("care-else")
        assert anna.anna.last() == anna.locale.say("care-else")
        shown = await anna.recap()
        assert second in shown
        assert first not in shown


@in_every_locale
async def test_an_edit_into_a_second_cry_is_heard_softly(tmp_path: Path, code: str) -> None:
    first, second = cries(code)[:2]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(first)
        message = anna.anna.person.says(ORDINARY)
        await anna.anna.settles()
        anna.anna.person.edits(message, second)
        await anna.anna.settles()
        assert anna.anna.last() == anna.locale.say("care-soft")
        assert anna.answers() == 1
        assert second not in await anna.recap()


@in_every_locale
async def test_an_edit_into_unsure_words_gets_the_soft_line_once(tmp_path: Path, code: str) -> None:
    first, second = cries(code, Tier.UNSURE)[:2]
    async with talk(tmp_path, code) as anna:
        message = anna.anna.person.says(ORDINARY)
        await anna.anna.settles()
        for words in (first, second):
            anna.anna.person.edits(message, words)
            await anna.anna.settles()
        assert anna.anna.texts().count(anna.locale.say("care-soft")) == 1


@in_every_locale
async def test_what_is_held_can_be_let_into_recaps_from_the_list(tmp_path: Path, code: str) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cry)
        await anna.anna.says("/list")
        await anna.anna.presses(cry[:8])
        assert offers(anna, "let-in")
        await anna.presses("let-in")
        assert offers(anna, "leave")
        assert cry in await anna.recap()


@in_every_locale
async def test_other_countries_are_offered_only_where_there_are_lines(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        for said in (cries(code)[0], "/support"):
            await anna.anna.says(said)
            assert not offers(anna, "care-countries")


@in_every_locale
async def test_other_countries_are_one_tap_away_and_the_numbers_stay(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code, with_lines()) as anna:
        await anna.anna.says(cries(code)[0])
        await anna.presses("care-countries")
        assert anna.locale.support.directory in anna.anna.last()
        assert anna.answers() == 1


@in_every_locale
async def test_support_offers_one_of_theirs_but_not_in_the_days_after_something_heavy(
    tmp_path: Path, code: str
) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(ORDINARY)
        await anna.anna.says("/support")
        assert offers(anna, "remember")
        for day, said in ((1, cries(code)[0]), (5, cries(code, Tier.UNSURE)[0]), (9, mixed(code))):
            anna.anna.clock.move_to(at(day, 12))
            await anna.anna.says(said)
            for later, offered in ((2, False), (3, True)):
                anna.anna.clock.move_to(at(day + later, 13))
                await anna.anna.says("/support")
                assert offers(anna, "remember") is offered


@in_every_locale
async def test_nothing_today_offers_none_of_theirs_then(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code, Tier.UNSURE)[0])
        await anna.anna.says("/nudge")
        await anna.presses("nothing")
        assert anna.anna.last() in {ack.text for ack in anna.locale.acks if ack.when is When.NONE_TODAY}
        assert anna.labels() == []


@in_every_locale
async def test_nothing_today_is_taken_plainly_after_a_cry(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        await anna.anna.says("/nudge")
        await anna.presses("nothing")
        assert anna.anna.last() == anna.locale.say("nothing-plainly")


@in_every_locale
async def test_after_a_cry_a_question_can_be_put_off_to_tomorrow_only(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        await anna.anna.says("/nudge")
        await anna.presses("later")
        assert anna.labels() == [anna.locale.say("later-tomorrow-button")]


@in_every_locale
async def test_what_was_offered_before_a_cry_is_not_to_be_had_after_it(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/nudge")
        await anna.presses("later")
        before = anna.anna.person.chat[-1]
        await anna.anna.says(cries(code)[0])
        anna.anna.person.presses(before, anna.locale.say("later-60-button"))
        await anna.anna.settles()
        assert await anna.nudges(at(0, 13)) == []


@in_every_locale
async def test_a_cry_while_meeting_is_followed_by_no_question(tmp_path: Path, code: str) -> None:
    async with talking(tmp_path / "a.db", language=code, library=library()) as anna:
        locale = library().locale(code)
        for said in ("/start", "Berlin", cries(code)[0]):
            await anna.says(said)
        await anna.presses(locale.say("done-button"))
        assert anna.last() == locale.say("first-quietly")
        for said in ("/start", "Berlin", "8:30"):
            await anna.says(said)
        assert anna.last() == locale.say("first-quietly")
        assert locale.say("first-invitation") not in anna.texts()


@pytest.mark.parametrize("weight", [Weight.UNSURE, Weight.MIXED])
@in_every_locale
async def test_the_next_days_questions_are_gentle(tmp_path: Path, code: str, weight: Weight) -> None:
    said = cries(code, Tier.UNSURE)[0] if weight is Weight.UNSURE else mixed(code)
    async with talk(tmp_path, code) as anna:
        anna.anna.clock.move_to(at(0, 21))
        await anna.anna.says(said)
        asked = [*await anna.nudges(at(1, 12)), *await anna.nudges(at(1, 20))]
        assert len(asked) == 2
        assert set(asked) <= gentle(anna)
        assert said in await anna.recap()


@in_every_locale
async def test_what_was_mixed_is_in_a_recap_and_never_comes_alone_nor_the_rest_of_its_day(
    tmp_path: Path, code: str
) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/pause 1 year")
        await anna.anna.says(ORDINARY)
        await anna.anna.says(mixed(code))
        anna.anna.clock.move_to(at(90, 12))
        await anna.anna.says("/remember")
        assert anna.anna.last() == anna.locale.say("remember-away")
        assert mixed(code) in await anna.recap()
        await anna.presses("postcard")
        assert mixed(code) not in str(anna.anna.person.chat[-1])


@in_every_locale
async def test_a_cry_that_is_deleted_was_heard_all_the_same(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        Changes(anna.anna.house.db).delete(anna.anna.person.id, 1)
        assert await anna.hears_after(cries(code)[1]) == [anna.locale.say("care-soft")]
        Changes(anna.anna.house.db).delete(anna.anna.person.id, 2)
        anna.anna.clock.move_to(at(2, 11))
        assert await anna.hears_after(ORDINARY) == [anna.locale.say("kept-plainly")]


@pytest.mark.parametrize("gone", [Changes.delete, Changes.take_back])
@pytest.mark.parametrize("tier", list(Tier))
async def test_the_rest_of_a_hard_day_does_not_come_alone_when_the_words_are_gone(
    tmp_path: Path, tier: Tier, gone: Callable[[Changes, int, int], bool]
) -> None:
    async with talk(tmp_path, "en") as anna:
        await anna.anna.says("/pause 1 year")
        await anna.anna.says(ORDINARY)
        await anna.anna.says(cries("en", tier)[0])
        assert gone(Changes(anna.anna.house.db), anna.anna.person.id, 2)
        anna.anna.clock.move_to(at(90, 12))
        await anna.anna.says("/remember")
        assert anna.anna.last() == anna.locale.say("remember-away")
        await anna.anna.says("/forget")
        await anna.presses("forget-yes")
        assert anna.anna.house.db.execute("SELECT * FROM heavy_moments").fetchall() == []
