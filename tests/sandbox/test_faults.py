"""Troubles happen as asked: to which calls, how often, and before or after the call is carried out."""

from __future__ import annotations

import time

import aiohttp
import pytest
import telegram

from bot.sandbox import Fault, Limits, Person, Sandbox
from bot.sandbox.faults import Faults
from bot.sandbox.flood import Flood
from bot.sandbox.wire import Refusal
from tests.sandbox.wires import Caller


@pytest.mark.parametrize(
    ("kind", "description"),
    [
        (Fault.TOO_MANY_BARE, "Too Many Requests"),
        (Fault.SERVER_ERROR, "Internal Server Error"),
        (Fault.BLOCKED, "Forbidden: bot was blocked by the user"),
        (Fault.DEACTIVATED, "Forbidden: user is deactivated"),
        (Fault.CHAT_NOT_FOUND, "Bad Request: chat not found"),
    ],
)
async def test_a_refusal_happens_once_and_nothing_is_carried_out(
    sandbox: Sandbox, call: Caller, anna: Person, kind: Fault, description: str
) -> None:
    sandbox.faults.add(kind)
    assert await call.refused("sendMessage", chat_id=anna.id, text="x") == description
    assert len(anna.chat) == 1
    await call.done("sendMessage", chat_id=anna.id, text="x")


async def test_too_many_says_when_to_come_back(sandbox: Sandbox, bot: telegram.Bot, anna: Person) -> None:
    sandbox.faults.add(Fault.TOO_MANY, seconds=7)
    with pytest.raises(telegram.error.RetryAfter) as refused:
        await bot.send_message(anna.id, "x")
    assert refused.value.retry_after in (7, 7.0) or refused.value.retry_after.total_seconds() == 7


async def test_a_fault_happens_only_to_its_method_chat_and_times(
    sandbox: Sandbox, call: Caller, anna: Person
) -> None:
    sandbox.faults.add(Fault.BLOCKED, method="sendMessage", chat_id=anna.id, times=2)
    await call.done("getMe")
    await call.done("sendChatAction", chat_id=anna.id, action="typing")
    for _ in range(2):
        await call.refused("sendMessage", chat_id=anna.id, text="x")
    await call.done("sendMessage", chat_id=anna.id, text="x")


async def test_a_gateway_answers_in_html(
    sandbox: Sandbox, http: aiohttp.ClientSession, bot: telegram.Bot
) -> None:
    sandbox.faults.add(Fault.BAD_GATEWAY, times=2)
    async with http.get(f"{sandbox.url}/bot{sandbox.token}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    with pytest.raises(telegram.error.NetworkError):
        await bot.get_me()


@pytest.mark.parametrize(
    ("kind", "carried_out"),
    [
        (Fault.RESET_BEFORE, False),
        (Fault.RESET_AFTER, True),
        (Fault.SILENCE_BEFORE, False),
        (Fault.SILENCE_AFTER, True),
        (Fault.TRUNCATED, True),
    ],
)
async def test_a_broken_connection_leaves_the_call_undone_or_done(
    sandbox: Sandbox, call: Caller, anna: Person, kind: Fault, carried_out: bool
) -> None:
    sandbox.faults.add(kind, seconds=0.01)
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await call("sendMessage", chat_id=anna.id, text="x")
    assert (len(anna.chat) == 2) is carried_out
    assert (await call("getMe"))["ok"]


async def test_garbage_is_no_json_but_the_call_was_carried_out(
    sandbox: Sandbox, bot: telegram.Bot, anna: Person
) -> None:
    sandbox.faults.add(Fault.GARBAGE)
    with pytest.raises(telegram.error.TelegramError):
        await bot.send_message(anna.id, "x")
    assert len(anna.chat) == 2


async def test_a_slow_answer_comes_late_but_comes(sandbox: Sandbox, call: Caller) -> None:
    sandbox.faults.add(Fault.SLOW, seconds=0.05)
    before = time.monotonic()
    assert (await call.done("getMe"))["is_bot"]
    assert time.monotonic() - before >= 0.05


def test_probability_spreads_faults_the_same_way_every_time() -> None:
    def drawn() -> list[bool]:
        faults = Faults()
        faults.add(Fault.SERVER_ERROR, times=1000, probability=0.3)
        return [faults.take("getMe", None) is not None for _ in range(1000)]

    assert drawn() == drawn()
    assert 200 < sum(drawn()) < 400


async def test_faults_can_be_cleared(sandbox: Sandbox, call: Caller) -> None:
    sandbox.faults.add(Fault.SERVER_ERROR, times=9)
    sandbox.faults.clear()
    await call.done("getMe")


class Ticks:
    """Seconds a test counts itself."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def retry_after(flood: Flood, chat_id: int, paying: bool = False) -> int | None:
    try:
        flood.pass_message(chat_id, paying)
    except Refusal as refusal:
        return refusal.retry_after
    return None


def test_a_chat_takes_a_burst_and_then_one_message_a_second() -> None:
    ticks = Ticks()
    flood = Flood(Limits(), ticks)
    assert [retry_after(flood, 1) for _ in range(4)] == [None, None, None, 1]
    assert retry_after(flood, 2) is None
    ticks.now = 1.0
    assert [retry_after(flood, 1) for _ in range(2)] == [None, 1]


def test_thirty_messages_a_second_pass_overall_and_more_for_who_pays() -> None:
    ticks = Ticks()
    flood = Flood(Limits(), ticks)
    assert [retry_after(flood, chat) for chat in range(31)] == [*[None] * 30, 1]
    assert retry_after(flood, 99, paying=True) is None
    ticks.now = 1.01
    assert retry_after(flood, 50) is None


async def test_flood_control_answers_with_the_header(clock: object, http: aiohttp.ClientSession) -> None:
    async with Sandbox(limits=Limits(chat_burst=1)).serving() as sandbox:
        anna = sandbox.person("Anna")
        anna.says("/start")
        address = f"{sandbox.url}/bot{sandbox.token}/sendMessage?chat_id={anna.id}&text=x"
        async with http.get(address) as answer:
            assert answer.status == 200
        async with http.get(address) as answer:
            body = await answer.json()
            assert (answer.status, answer.headers["Retry-After"]) == (429, "1")
    assert body["description"] == "Too Many Requests: retry after 1"
    assert body["parameters"] == {"retry_after": 1}
