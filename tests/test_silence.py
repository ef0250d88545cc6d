"""A long silence, and coming back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.dialog import Dialog, talking

FIRST = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
A_DAY = timedelta(days=1)


async def silent_for(anna: Dialog, days: int, since: datetime = FIRST) -> list[int]:
    """Days on which something came, nothing being answered."""
    found = []
    for n in range(days):
        heard = len(anna.texts())
        await anna.at(since + n * A_DAY)
        if len(anna.texts()) > heard:
            found.append(n)
    return found


async def acquainted(anna: Dialog) -> None:
    await anna.says("/timezone UTC")
    await anna.says("/times 12:30")


def lines(anna: Dialog, stage: str) -> set[str]:
    return {line.text for line in anna.house.library.locale("en").reinvites if line.stage == stage}


async def test_in_a_silence_it_asks_less_says_a_last_word_and_rests_until_they_write(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await acquainted(anna)
        assert await silent_for(anna, 5) == [0, 1, 2, 4]
        assert anna.last() in lines(anna, "1")
        assert await silent_for(anna, 8, FIRST + 5 * A_DAY) == [1, 3, 5, 7]
        assert anna.last() in lines(anna, "2")
        assert await silent_for(anna, 12, FIRST + 13 * A_DAY) == [3, 7, 11]
        assert anna.last() in lines(anna, "3")
        assert anna.house.people.next_at(anna.person.id) is None
        assert await silent_for(anna, 40, FIRST + 25 * A_DAY) == []
        await anna.says("a robin on the fence")
        assert anna.last() in lines(anna, "return")
        assert await silent_for(anna, 3, FIRST + 66 * A_DAY) == [0, 1, 2]


async def test_any_press_steps_off_the_ladder_and_the_settings_say_where_it_stood(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await acquainted(anna)
        await silent_for(anna, 5)
        await anna.says("/settings")
        assert "now it is as you chose again" in anna.last()
        assert await silent_for(anna, 2, FIRST + 5 * A_DAY) == [0, 1]
        await anna.says("/settings")
        assert "I ask less and less" in anna.last()
        await anna.presses("Keep asking as I chose")
        await anna.says("/settings")
        assert "I keep asking as you chose" in anna.last()
        assert await silent_for(anna, 30, FIRST + 8 * A_DAY) == list(range(30))


async def test_fewer_is_taken_once_however_often_it_is_pressed(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await acquainted(anna)
        await silent_for(anna, 13)
        question = next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])
        press = question["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in press for b in row if b["text"] == "Fewer")
        for n in range(2):
            sent_by = question["chat"] | {"is_bot": False}
            query = {"id": str(n), "from": sent_by, "message": question, "chat_instance": "1", "data": data}
            anna.sandbox.inject({"callback_query": query})
            await anna.settles()
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert [slot.days for slot in person.rhythm.slots] == [{0, 2, 4}]


async def test_the_question_what_would_suit_opens_times_and_pauses(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await acquainted(anna)
        await silent_for(anna, 13)
        await anna.presses("A pause")
        assert "How long" in anna.last()
        await silent_for(anna, 1)
        await anna.presses("As it is")
        assert any("stays as it is" in text for text in anna.texts())
