"""What follows a message that sounds like a crisis, in every locale that listens for one."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest

from bot.domain.care import Tier, assess
from bot.domain.kinds import Category
from bot.domain.weight import Weight
from bot.services.caring import Caring, Reply
from bot.storage.glimmers import Glimmers
from bot.storage.heavy import Heavy
from bot.storage.lookbacks import Lookbacks
from bot.storage.mutes import Countries
from tests.crying import ORDINARY, at, cries, in_every_locale, library, talk

# -- explicit --------------------------------------------------------------------------------------


@in_every_locale
async def test_a_cry_for_help_is_answered_at_once_with_where_people_are(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        assert anna.is_only("care-answer", await anna.hears_after(cries(code)[0]))
        wanted = [anna.locale.say(f"{key}-button") for key in ("care-pause", "care-else")]
        assert [label for label in anna.labels() if label in wanted] == wanted


@in_every_locale
async def test_a_cry_in_another_language_is_answered_in_the_persons_own(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        cry = cries("en" if code != "en" else "es")[0]
        await anna.anna.says("/times")
        assert anna.is_only("care-answer", await anna.hears_after(cry))
        assert cry not in await anna.recap()


@in_every_locale
@pytest.mark.parametrize("key", ["care-answer", "care-else", "care-soft", "support"])
def test_nothing_said_then_is_cheerful_or_a_question(code: str, key: str) -> None:
    locale = library().locale(code)
    said = locale.say(key, directory="https://invented.example", numbers="")
    assert not {"!", "¡", "?", "¿"} & set(said)
    assert not [sign for sign in said if category(sign) in ("So", "Sk")]
    assert not [ack.text for ack in locale.acks if ack.text in said]


@in_every_locale
async def test_the_numbers_need_no_confirming_and_no_tap(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        assert anna.locale.support.directory in anna.anna.last()


@in_every_locale
async def test_nothing_is_asked_that_day_and_then_something_for_heavy_days(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        assert await anna.nudges(at(0, 12)) == []
        assert await anna.nudges(at(0, 20)) == []
        asked = await anna.nudges(at(1, 12))
        gentle = {
            wording
            for prompt in anna.locale.prompts
            if prompt.category in (Category.TENDER, Category.OPEN)
            for wording in (prompt.text, *prompt.variants)
        }
        assert len(asked) == 1
        assert set(asked) <= gentle


@in_every_locale
async def test_the_words_are_kept_and_not_given_back(tmp_path: Path, code: str) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(ORDINARY)
        await anna.anna.says(cry)
        shown = await anna.recap()
        assert ORDINARY in shown
        assert cry not in shown
        kept = Glimmers(anna.anna.house.db).get(anna.anna.person.id, 2)
        assert kept is not None
        assert (kept.text, kept.held) == (cry, True)


@in_every_locale
async def test_i_meant_something_else_ends_it_without_argument_and_leaves_the_numbers(
    tmp_path: Path, code: str
) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        await anna.presses("care-else")
        assert anna.anna.last() == anna.locale.say("care-else")
        assert anna.answers() == 1


@in_every_locale
async def test_what_was_meant_otherwise_is_an_ordinary_moment(tmp_path: Path, code: str) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cry)
        await anna.presses("care-else")
        assert cry in await anna.recap()


@in_every_locale
async def test_pausing_from_there_leaves_the_numbers_in_place(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        await anna.presses("care-pause")
        assert anna.anna.last() == anna.locale.say("paused-for-good")
        assert anna.answers() == 1
        assert await anna.nudges(at(3, 12)) == []


@in_every_locale
async def test_support_answers_whenever_it_is_asked(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        assert anna.is_only("support", await anna.hears_after("/support"))
        await anna.anna.says(cries(code)[0])
        assert anna.is_only("support", await anna.hears_after("/support"))
        assert "/support" in anna.locale.say("help")
        assert "support" in anna.anna.house.commands


@in_every_locale
async def test_an_edit_into_a_cry_is_answered_like_one(tmp_path: Path, code: str) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        message = anna.anna.person.says(ORDINARY)
        await anna.anna.settles()
        anna.anna.person.edits(message, cry)
        await anna.anna.settles()
        assert anna.is_help("care-answer", anna.anna.last())
        assert cry not in await anna.recap()
        assert await anna.nudges(at(0, 20)) == []


@in_every_locale
async def test_a_cry_in_words_for_another_moment_is_a_moment_of_its_own(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(ORDINARY)
        await anna.anna.says("/list")
        await anna.anna.presses(ORDINARY)
        await anna.anna.presses(anna.locale.say("edit-button"))
        message = anna.anna.person.says("uuu uuu")
        await anna.anna.settles()
        anna.anna.person.edits(message, cries(code)[0])
        await anna.anna.settles()
        assert anna.is_help("care-answer", anna.anna.last())
        assert "uuu uuu" in await anna.recap()
        assert cries(code)[0] not in await anna.recap()


@in_every_locale
async def test_a_cry_of_who_was_forgotten_is_answered_though_nothing_of_it_stays(
    tmp_path: Path, code: str
) -> None:
    async with talk(tmp_path, code) as anna:
        message = anna.anna.person.says(ORDINARY)
        await anna.anna.settles()
        await anna.anna.says("/forget")
        await anna.anna.presses(anna.locale.say("forget-yes-button"))
        anna.anna.person.edits(message, cries(code)[0])
        await anna.anna.settles()
        assert anna.is_help("support", anna.anna.last())
        assert not anna.anna.house.people.everybody()


@in_every_locale
async def test_an_edited_cry_is_not_answered_again(tmp_path: Path, code: str) -> None:
    first, second = cries(code)[:2]
    async with talk(tmp_path, code) as anna:
        message = anna.anna.person.says(first)
        await anna.anna.settles()
        anna.anna.person.edits(message, second)
        await anna.anna.settles()
        assert anna.answers() == 1


@in_every_locale
async def test_a_photo_says_as_much_in_its_caption(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        before = len(anna.anna.texts())
        anna.anna.person.sends_photo(b"no real picture", cries(code)[0])
        await anna.anna.settles()
        assert anna.is_only("care-answer", anna.anna.texts()[before:])


@in_every_locale
@pytest.mark.parametrize("asked", ["/timezone", "/times", "/pause", "/settings", "/recap"])
async def test_whatever_was_just_asked_a_cry_comes_first(tmp_path: Path, code: str, asked: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(asked)
        assert anna.is_only("care-answer", await anna.hears_after(cries(code)[0]))


@in_every_locale
@pytest.mark.parametrize("way", ["reaction", "silence"])
async def test_who_wants_no_words_is_answered_all_the_same_and_without_a_heart(
    tmp_path: Path, code: str, way: str
) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/settings")
        await anna.presses("set-acknowledge")
        await anna.presses(f"acknowledge-{way}")
        assert anna.is_only("care-answer", await anna.hears_after(cries(code)[0]))
        assert anna.anna.person.reactions == {}


@in_every_locale
async def test_a_cry_that_quotes_yesterdays_question_still_ends_today(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.at(at(0, 20))
        question = anna.anna.person.chat[-1]
        anna.anna.clock.move_to(at(1, 9))
        anna.anna.person.says(cries(code)[0], reply_to=question)
        await anna.anna.settles()
        assert await anna.nudges(at(1, 12)) == []


@in_every_locale
async def test_after_a_cry_late_at_night_the_coming_day_is_quiet_too(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says("/times 2:00, 12:30, 20:30")
        anna.anna.clock.move_to(at(1, 1))
        await anna.anna.says(cries(code)[0])
        for hour in (2, 12, 20):
            assert await anna.nudges(at(1, hour)) == []
        assert len(await anna.nudges(at(2, 12))) == 1


@in_every_locale
async def test_one_persons_cry_changes_nothing_for_another(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cries(code)[0])
        ben = anna.anna.sandbox.person("Ben", language=code)
        ben.says(cries(code)[1])
        await anna.anna.settles()
        assert anna.is_only("care-answer", [m["text"] for m in ben.chat if m["from"]["is_bot"]])


@in_every_locale
async def test_an_answer_that_was_cut_off_is_given_when_the_message_is_worked_off_again(
    tmp_path: Path, code: str
) -> None:
    cry = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        await anna.anna.says(cry)
        house, person = anna.anna.house, anna.anna.house.people.get(anna.anna.person.id)
        glimmer = Glimmers(house.db).get(anna.anna.person.id, 1)
        assert person is not None
        assert glimmer is not None
        caring = Caring(Heavy(house.db), Countries(house.db), Lookbacks(house.db), {})
        now = house.clock.now()
        assert caring.hear(person, glimmer.id, Weight.EXPLICIT, now) is Reply.FULLY
        assert caring.hear_more(person, glimmer.id, Weight.EXPLICIT, now) is Reply.AS_USUAL


# -- unsure, and none ------------------------------------------------------------------------------


@in_every_locale
async def test_a_cry_below_a_later_picture_of_an_album_is_answered_once(tmp_path: Path, code: str) -> None:
    said = cries(code)[0]
    async with talk(tmp_path, code) as anna:
        for number, caption in enumerate((ORDINARY, said, said)):
            photo = {"file_id": f"p{number}", "file_unique_id": f"u{number}", "width": 9, "height": 9}
            parts = {"photo": [photo], "media_group_id": "g", "caption": caption}
            anna.anna.person._send(parts, None)
        await anna.anna.settles()
        assert anna.answers() == 1
        assert said not in await anna.recap()


@in_every_locale
async def test_unsure_words_are_kept_as_usual_with_one_soft_line(tmp_path: Path, code: str) -> None:
    said = cries(code, Tier.UNSURE)[0]
    async with talk(tmp_path, code) as anna:
        heard = await anna.hears_after(said)
        assert len(heard) == 2
        assert heard[1] == anna.locale.say("care-soft")
        assert "/support" in heard[1]
        assert said in await anna.recap()
        assert len(await anna.nudges(at(1, 12))) == 1


@in_every_locale
async def test_a_look_alike_is_a_moment_like_any_other(tmp_path: Path, code: str) -> None:
    harmless = library().locale(code).care.must_not[0]
    async with talk(tmp_path, code) as anna:
        heard = await anna.hears_after(harmless)
        assert len(heard) == 1
        assert heard[0] in {ack.text for ack in anna.locale.acks}
        assert harmless in await anna.recap()


@in_every_locale
def test_every_cry_is_heard_through_capitals_line_breaks_and_emoji(code: str) -> None:
    care = library().locale(code).care
    for cry in cries(code):
        broken = cry.upper().replace(" ", "\n", 1)
        assert assess(f"😔 {broken} 😔", care) is Tier.EXPLICIT
