"""Two lanes, never more than Telegram allows. Time is the loop's own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.chat.pacer import AHEAD, MADE_GOOD, Behind, Lane, Pacer
from bot.chat.transport import NotSent


class Calls:
    """Remembers what went out, and when."""

    def __init__(self) -> None:
        self.went: list[tuple[float, str]] = []
        self.refusals: dict[str, list[Exception]] = {}

    async def __call__(self, name: str) -> str:
        if waiting := self.refusals.get(name):
            raise waiting.pop()
        self.went.append((asyncio.get_running_loop().time(), name))
        return name

    async def through(self, pacer: Pacer, name: str, chat: int, lane: Lane | Behind = Lane.REPLY) -> Any:
        return await pacer.process_request(self, (name,), {}, "sendMessage", {"chat_id": chat}, lane)


async def test_a_reply_overtakes_every_nudge_that_waits() -> None:
    pacer, calls = Pacer(500), Calls()
    nudges = [asyncio.create_task(calls.through(pacer, "nudge", n, Lane.NUDGE)) for n in range(100)]
    await asyncio.sleep(0)
    await calls.through(pacer, "reply", 1000)
    assert len(calls.went) < 20
    assert calls.went[-1][1] == "reply"
    for task in nudges:
        task.cancel()


async def test_no_second_sees_more_nudges_than_the_limit() -> None:
    pacer, calls = Pacer(200), Calls()
    await asyncio.gather(*(calls.through(pacer, str(n), n, Lane.NUDGE) for n in range(101)))
    times = [at for at, _ in calls.went]
    assert times[-1] - times[0] >= 100 / 200 - MADE_GOOD


async def test_no_second_sees_a_tenth_more_replies_than_the_limit() -> None:
    pacer, calls = Pacer(200), Calls()
    await asyncio.gather(*(calls.through(pacer, str(n), n) for n in range(121)))
    times = [at for at, _ in calls.went]
    assert times[-1] - times[0] >= 120 / 200 - AHEAD


async def test_a_reply_goes_at_once_and_the_nudges_go_that_much_later() -> None:
    pacer, calls = Pacer(20), Calls()
    nudges = [asyncio.create_task(calls.through(pacer, "nudge", n, Lane.NUDGE)) for n in range(5)]
    await asyncio.sleep(0)
    reply = asyncio.create_task(calls.through(pacer, "reply", 1000))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert "reply" in [name for _, name in calls.went]
    await asyncio.gather(reply, *nudges)
    assert calls.went[-1][0] - calls.went[0][0] >= 5 / 20 - MADE_GOOD


async def test_answers_to_pressed_buttons_do_not_wait_behind_anything() -> None:
    pacer, calls = Pacer(1), Calls()
    nudges = [asyncio.create_task(calls.through(pacer, "nudge", n, Lane.NUDGE)) for n in range(5)]
    await asyncio.sleep(0)
    for _ in range(5):
        await pacer.process_request(calls, ("toast",), {}, "answerCallbackQuery", {}, None)
    assert [name for _, name in calls.went].count("toast") == 5
    for task in nudges:
        task.cancel()


async def test_a_chat_that_must_wait_holds_up_nobody_else() -> None:
    pacer, calls = Pacer(1000), Calls()
    same = [asyncio.create_task(calls.through(pacer, "same", 1)) for _ in range(3)]
    await asyncio.sleep(0.01)
    await calls.through(pacer, "other", 2)
    assert [name for _, name in calls.went] == ["same", "same", "other"]
    await asyncio.gather(*same)
    assert calls.went[3][0] - calls.went[0][0] >= 0.99


async def test_a_refused_reply_is_tried_again_and_a_refused_nudge_is_told() -> None:
    pacer, calls = Pacer(1000), Calls()
    calls.refusals = {"reply": [RetryAfter(1)], "nudge": [RetryAfter(1)]}
    assert await calls.through(pacer, "reply", 1) == "reply"
    with pytest.raises(RetryAfter):
        await calls.through(pacer, "nudge", 2, Lane.NUDGE)


async def test_one_that_gave_up_waiting_leaves_no_hole() -> None:
    pacer, calls = Pacer(50), Calls()
    tasks = [asyncio.create_task(calls.through(pacer, str(n), n, Lane.NUDGE)) for n in range(6)]
    await asyncio.sleep(0)
    tasks[3].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [name for _, name in calls.went] == ["0", "1", "2", "4", "5"]


async def test_what_is_stale_when_its_turn_has_come_is_not_sent() -> None:
    pacer, calls, late = Pacer(20), Calls(), [False]
    first = asyncio.create_task(calls.through(pacer, "first", 1, Behind(lambda: late[0])))
    second = asyncio.create_task(calls.through(pacer, "second", 2, Behind(lambda: late[0])))
    await first
    late[0] = True
    with pytest.raises(NotSent):
        await second
    assert [name for _, name in calls.went] == ["first"]
