"""What somebody is asked about, as transcripts: left out, brought back, learned and learned afresh."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot import app
from bot.domain.kinds import Category, Subject
from bot.domain.lines import SupportLine
from bot.domain.taste import Reaction
from bot.library import Library
from bot.storage.mutes import MuteTable
from bot.storage.nudges import Nudges
from tests import words
from tests.dialog import START, Dialog, talking


def shown(anna: Dialog) -> list[tuple[str, str]]:
    """Ids and categories of the prompts that she was shown, oldest first."""
    return anna.house.db.execute(
        "SELECT prompt_id, category FROM prompts_shown WHERE person_id = ? ORDER BY id", [anna.person.id]
    ).fetchall()


async def page(anna: Dialog, *labels: str) -> None:
    await anna.says("/settings")
    for label in ("What I ask about", *labels):
        await anna.presses(label)


async def test_a_kind_is_left_out_and_brought_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await page(anna, "Kinds of questions", "✓ sounds", "Back")
        assert "Left out: sounds." in anna.last()
        await page(anna, "Kinds of questions", "sounds", "Back")
        assert "Left out" not in anna.last()


async def test_a_tender_subject_and_a_need_stay_out_of_every_question(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await page(anna, "Tender subjects", "✓ food and drink")
        await page(anna, "What questions may need", "✓ seeing")
        prompts = {prompt.id: prompt for prompt in anna.house.library.locale("en").prompts}
        anna.clock.move_to(START + timedelta(days=20))
        for _ in range(60):
            await anna.says("/nudge")
        asked = [prompts[prompt_id] for prompt_id, _ in shown(anna)]
        assert len(asked) == 60
        assert not [p.id for p in asked if "food" in p.sensitive or "vision" in p.needs]


def labels(anna: Dialog) -> set[str]:
    """The buttons of the bot's newest message, without their marks."""
    newest = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
    rows = newest["reply_markup"]["inline_keyboard"]
    return {button["text"].removeprefix("✓ ") for row in rows for button in row}


async def test_a_subject_is_offered_only_if_some_question_is_about_it(tmp_path: Path) -> None:
    plain = Library.load(app.prompts_folder()).locale("en")
    without = [replace(p, retired=p.retired or Subject.WORK in p.sensitive) for p in plain.prompts]
    with_money = replace(without[0], sensitive=frozenset({Subject.MONEY}))
    library = Library((replace(plain, prompts=(with_money, *without[1:])),))
    async with talking(tmp_path / "a.db", library=library) as anna:
        await page(anna, "Tender subjects")
        assert {"money", "family"} <= labels(anna)
        assert not {"work", "faith"} & labels(anna)


async def test_what_is_left_out_can_be_brought_back_though_no_question_is_about_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times 12:30")
        MuteTable(anna.house.db).mute(anna.person.id, Subject.FAITH)
        await page(anna, "Tender subjects", "faith")
        assert MuteTable(anna.house.db).of(anna.person.id).subjects == frozenset()


async def test_the_subject_body_and_the_kind_of_that_name_are_two_things(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await page(anna, "Tender subjects", "✓ the body")
        mutes = MuteTable(anna.house.db).of(anna.person.id)
        assert mutes.subjects
        assert not mutes.categories


async def test_pressing_twice_leaves_out_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await page(anna, "Kinds of questions")
        message = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        anna.person.presses(message, "✓ sounds")
        anna.person.presses(message, "✓ sounds")
        await anna.settles()
        assert MuteTable(anna.house.db).of(anna.person.id).categories == {Category.SOUND}
        assert anna.house.inbox.waiting() == []
        assert anna.house.inbox.aside() == []


async def test_not_this_kind_comes_after_another_question_and_is_learned(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/nudge")
        buttons = [b["text"] for row in anna.person.chat[-1]["reply_markup"]["inline_keyboard"] for b in row]
        assert "Not this kind" not in buttons
        await anna.presses("Another question")
        unwanted, kind = shown(anna)[-1]
        await anna.presses("Not this kind")
        assert shown(anna)[-1][0] != unwanted
        assert anna.person.answers[-1].text == "Fewer of that kind, then."
        await page(anna)
        assert f"Less often: {anna.house.library.locale('en').say(f'kind-{kind}')}." in anna.last()
        await anna.presses("Learn from scratch")
        assert "equally often" in anna.last()


async def test_not_this_kind_pressed_twice_is_meant_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/nudge")
        await anna.presses("Another question")
        message = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        anna.person.presses(message, "Not this kind")
        anna.person.presses(message, "Not this kind")
        await anna.settles()
        count = anna.house.db.execute("SELECT count(*) FROM prompts_shown WHERE declined").fetchone()[0]
        assert count == 1


async def test_what_was_unwanted_never_comes_again_even_learned_afresh(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/nudge")
        await anna.presses("Another question")
        unwanted = shown(anna)[-1][0]
        await anna.presses("Not this kind")
        await page(anna, "Learn from scratch")
        declined = anna.house.db.execute("SELECT prompt_id FROM prompts_shown WHERE declined").fetchall()
        assert declined == [(unwanted,)]


async def test_nobody_is_asked_about_family_on_its_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        prompts = {prompt.id: prompt for prompt in anna.house.library.locale("en").prompts}
        anna.clock.move_to(datetime(2026, 12, 25, 12, tzinfo=UTC))
        for _ in range(40):
            await anna.says("/nudge")
        assert not [i for i, _ in shown(anna) if "family" in prompts[i].sensitive]


async def test_heavy_and_light_at_once_is_acknowledged_as_both(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a first one, so that the next is not")
        await anna.says("I can't do this anymore. A blackbird sang on the gutter")
        mixed = {ack.text for ack in anna.house.library.locale("en").acks if ack.when == "mixed"}
        assert anna.texts()[-2] in mixed
        await anna.says("I can't do this anymore")
        assert anna.texts()[-2] == "Kept, word for word."
        await anna.presses("People to talk to")
        assert "emergency number" in anna.last()


async def test_verified_numbers_come_first_by_the_country_chosen_or_guessed(tmp_path: Path) -> None:
    library = words.ours()
    invented = [
        SupportLine(code, f"Invented line {code}", date(2026, 1, 1), "https://x.example", phone=f"000 {code}")
        for code in ("GB", "IE")
    ]
    locale = library.locale("en")
    support = replace(locale.support, lines=tuple(invented))
    async with talking(tmp_path / "a.db", library=Library((replace(locale, support=support),))) as anna:
        await anna.says("/support")
        assert "000" not in anna.last()  # where she is was never said
        await anna.says("/timezone London")
        await anna.says("/support")
        assert "000 GB" in anna.last()
        await anna.presses("Other countries")
        await anna.presses("Ireland")
        assert "000 IE" in anna.last()
        await anna.says("I want to die")
        assert "000 IE" in anna.last()
        assert "000 GB" not in anna.last()


async def test_more_like_this_stands_behind_the_dots_of_an_answer_and_is_learned(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("warm light, unasked for")
        await anna.presses("…")
        assert "More like this" not in labels(anna)
        await anna.says("/nudge")
        _, kind = shown(anna)[-1]
        await anna.says("a blackbird on the gutter")
        await anna.presses("…")
        await anna.presses("More like this")
        assert anna.person.answers[-1].text == "More of that kind, then."
        reactions = Nudges(anna.house.db).reactions(anna.person.id)
        assert reactions == [(Category(kind), Reaction.REPLY), (Category(kind), Reaction.MORE)]
