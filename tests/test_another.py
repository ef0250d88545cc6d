"""*Another question*: pressed twice, cut off, pressed below what was answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.domain.kinds import Category
from bot.domain.taste import Reaction
from bot.storage.nudges import Nudges
from tests.archives import exported, glimmers_in
from tests.dialog import Dialog, talking
from tests.walking import buttons, press

ANOTHER = "Another question"


async def asked(anna: Dialog) -> dict[str, Any]:
    """The message that asks."""
    await anna.says("/nudge")
    return anna.person.chat[-1]


async def presses(anna: Dialog, message: dict[str, Any], label: str) -> None:
    anna.person.presses(message, label)
    await anna.settles()


def now(anna: Dialog, message: dict[str, Any]) -> dict[str, Any]:
    """The message as it now reads."""
    return next(m for m in anna.person.chat if m["message_id"] == message["message_id"])


def shown(anna: Dialog) -> list[tuple[str, Category]]:
    """Ids and categories of the prompts that she was shown, oldest first."""
    rows = anna.house.db.execute("SELECT prompt_id, category FROM prompts_shown ORDER BY id").fetchall()
    return [(prompt_id, Category(category)) for prompt_id, category in rows]


def reactions(anna: Dialog) -> list[tuple[Category, Reaction]]:
    return Nudges(anna.house.db).reactions(anna.person.id)


def wordings(anna: Dialog, prompt_id: str) -> tuple[str, ...]:
    prompts = anna.house.library.locale("en").prompts
    return next(prompt.wordings for prompt in prompts if prompt.id == prompt_id)


async def test_pressed_twice_it_is_meant_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        for count in (2, 3):
            anna.person.presses(question, ANOTHER)
            anna.person.presses(question, ANOTHER)
            await anna.settles()
            assert len(shown(anna)) == count
            assert now(anna, question)["text"] in wordings(anna, shown(anna)[-1][0])
        assert not [data for data in buttons(now(anna, question)) if data.startswith("another")]
        assert not [answer.text for answer in anna.person.answers if answer.text]


async def test_what_was_cut_off_before_it_was_shown_is_shown_when_it_is_pressed_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        (old,) = (data for data in buttons(question) if data.startswith("another"))
        await presses(anna, question, ANOTHER)
        instead = now(anna, question)
        press(anna.person, old)
        await anna.settles()
        assert now(anna, question)["text"] == instead["text"]
        assert buttons(now(anna, question)) == buttons(instead)
        assert len(shown(anna)) == 2


async def test_not_this_kind_that_was_cut_off_shows_what_came_instead(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        await presses(anna, question, ANOTHER)
        (old,) = (data for data in buttons(now(anna, question)) if data.startswith("less"))
        await presses(anna, question, "Not this kind")
        instead = now(anna, question)["text"]
        press(anna.person, old)
        await anna.settles()
        assert now(anna, question)["text"] == instead
        assert len(shown(anna)) == 3


async def test_buttons_of_old_that_do_not_say_which_question_they_are_below_work(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await asked(anna)
        (nudge_id,) = anna.house.db.execute("SELECT MAX(id) FROM nudges").fetchone()
        for count in (2, 3, 3):
            press(anna.person, f"another|{nudge_id}")
            await anna.settles()
            assert len(shown(anna)) == count
        assert anna.person.answers[-1].text.startswith("That was the last one")


async def test_a_reply_speaks_for_the_question_that_was_there_when_it_came(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        await anna.says("the kettle")
        await presses(anna, question, ANOTHER)
        (_, first), (_, second) = shown(anna)
        assert reactions(anna) == [(second, Reaction.UNANSWERED), (first, Reaction.REPLY)]


async def test_more_like_this_means_the_question_that_was_answered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        await anna.says("the kettle")
        receipt = anna.person.chat[-1]
        await presses(anna, question, ANOTHER)
        await presses(anna, receipt, "…")
        await anna.presses("More like this")
        assert (shown(anna)[0][1], Reaction.MORE) in reactions(anna)


async def test_words_after_another_question_answer_that_one(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        question = await asked(anna)
        await anna.says("the kettle")
        await presses(anna, question, ANOTHER)
        await anna.says("the light")
        await anna.says("a blackbird")
        (one, first), (other, second) = shown(anna)
        assert reactions(anna) == [(second, Reaction.REPLY), (first, Reaction.REPLY)]
        kept = [(g["text"], g["question"]) for g in glimmers_in(await exported(anna))]
        assert kept == [("the kettle", one), ("the light", other), ("a blackbird", "")]
