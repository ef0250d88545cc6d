"""The poller against a Bot API server that misbehaves: kept, then confirmed, stopped by nothing odd."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot

from bot.chat.dispatch import Dispatcher
from bot.chat.intake import SETTLED_PAUSES, Poller, SecondInstance, TokenRefused
from bot.chat.transport import AiohttpRequest
from bot.clock import SystemClock
from bot.sandbox import Sandbox
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Inbox

TOKEN = "123456:invented-and-of-no-use-to-anybody"
SANDBOX_TOKEN = "1234567890:" + "i" * 35
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORDS = "the kettle sang"


def raw(update_id: int, person: int = 7) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": person}, "text": WORDS}}


def refusal(code: int, **parameters: int) -> web.Response:
    answer = {"ok": False, "error_code": code, "description": "no", "parameters": parameters}
    return web.json_response(answer, status=code)


class Telegram:
    """Hands out what waits; confirms by offset as Telegram does; says what stands in ``troubles`` first."""

    def __init__(self, *waiting: Any) -> None:
        self.waiting: list[Any] = list(waiting)
        self.troubles: list[web.Response] = []
        self.asked: list[dict[str, str]] = []
        self.idle = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        if request.match_info["method"] == "getMe":
            me = {"id": 123456, "is_bot": True, "first_name": "Invented", "username": "invented_bot"}
            return web.json_response({"ok": True, "result": me})
        asked = {key: str(value) for key, value in (await request.post()).items()}
        self.asked.append(asked)
        if self.troubles:
            return self.troubles.pop(0)
        self.confirm(int(asked.get("offset", 0)))
        if not self.waiting:
            self.idle.set()
            await asyncio.sleep(0.05)
        return web.json_response({"ok": True, "result": self.waiting[: int(asked["limit"])]})

    def confirm(self, offset: int) -> None:
        self.waiting = [one for one in self.waiting if one.get("update_id", 0) >= offset]


@asynccontextmanager
async def bot_of(telegram: Telegram) -> AsyncIterator[Bot]:
    application = web.Application()
    application.router.add_post("/bot{token}/{method}", telegram.answer)
    server = TestServer(application)
    await server.start_server()
    requests = {"request": AiohttpRequest(), "get_updates_request": AiohttpRequest(connections=1)}
    async with server, Bot(TOKEN, base_url=str(server.make_url("/bot")), **requests) as bot:
        yield bot


async def poll(telegram: Telegram, inbox: Inbox, news: list[tuple[int, int]] | None = None) -> None:
    """Until everything was confirmed, or the poller gave up."""
    async with bot_of(telegram) as bot:
        noticed = [] if news is None else news
        poller = Poller(bot, inbox, SystemClock(), noticed.extend, timeout=1, first_pause=0.01)
        running = asyncio.create_task(poller.run())
        idle = asyncio.create_task(telegram.idle.wait())
        async with asyncio.timeout(10):
            await asyncio.wait((running, idle), return_when=asyncio.FIRST_COMPLETED)
        idle.cancel()
        if running.done():
            running.result()
        running.cancel()
        await asyncio.gather(running, idle, return_exceptions=True)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox(open_database(IN_MEMORY))


async def test_what_waits_is_kept_noticed_and_only_then_confirmed(inbox: Inbox) -> None:
    telegram, news = Telegram(raw(1), raw(2, 8)), []
    await poll(telegram, inbox, news)
    assert inbox.waiting() == news == [(1, 7), (2, 8)]
    assert [asked.get("offset") for asked in telegram.asked[:2]] == [None, "3"]


async def test_all_kinds_that_the_bot_answers_are_asked_for(inbox: Inbox) -> None:
    telegram = Telegram()
    await poll(telegram, inbox)
    kinds = json.loads(telegram.asked[0]["allowed_updates"])
    assert set(kinds) == {
        "message",
        "edited_message",
        "callback_query",
        "message_reaction",
        "my_chat_member",
        "channel_post",
    }


async def test_more_than_a_hundred_come_in_order(inbox: Inbox) -> None:
    await poll(Telegram(*map(raw, range(1, 251))), inbox)
    assert inbox.waiting() == [(update_id, 7) for update_id in range(1, 251)]


async def test_an_update_without_an_id_is_skipped_and_stops_nobody(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    await poll(Telegram({"message": {"text": WORDS}}, raw(1), {"update_id": True}), inbox)
    assert inbox.waiting() == [(1, 7)]
    assert "skipped what came without an update id: 2 of 3" in caplog.text
    assert WORDS not in caplog.text


async def test_an_answer_that_is_no_list_is_waited_out(inbox: Inbox) -> None:
    telegram = Telegram(raw(1))
    telegram.troubles = [web.json_response({"ok": True, "result": True}), web.Response(text="<html>")]
    await poll(telegram, inbox)
    assert inbox.waiting() == [(1, 7)]


async def test_an_outage_is_told_once_and_its_end_once(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    telegram = Telegram(raw(1))
    telegram.troubles = [refusal(502), refusal(500), refusal(502)]
    await poll(telegram, inbox)
    assert inbox.waiting() == [(1, 7)]
    said = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert said == [
        "Telegram cannot be reached (ServerRefused); waiting for it",
        "Telegram is reached again",
    ]
    assert TOKEN not in caplog.text


async def test_telegram_is_given_the_time_it_asks_for(inbox: Inbox) -> None:
    telegram = Telegram(raw(1))
    telegram.troubles = [refusal(429, retry_after=1)]
    began = asyncio.get_running_loop().time()
    await poll(telegram, inbox)
    assert asyncio.get_running_loop().time() - began >= 1
    assert inbox.waiting() == [(1, 7)]


async def test_a_deploy_that_overlaps_is_forgiven(inbox: Inbox) -> None:
    telegram = Telegram(raw(1))
    telegram.troubles = [refusal(409), refusal(409)]
    await poll(telegram, inbox)
    assert inbox.waiting() == [(1, 7)]


async def test_a_second_instance_is_told_after_three_conflicts(inbox: Inbox) -> None:
    telegram = Telegram(raw(1))
    telegram.troubles = [refusal(409) for _ in range(3)]
    with pytest.raises(SecondInstance):
        await poll(telegram, inbox)
    assert telegram.waiting == [raw(1)]


PAUSE = 0.15
"""Seconds: so long that a busy machine makes no calm of it."""


@pytest.mark.parametrize("handed", [False, True], ids=["idle", "handed something, too"])
async def test_of_two_the_one_that_was_there_first_stays(tmp_path: Path, handed: bool) -> None:
    sandbox = Sandbox(token=SANDBOX_TOKEN)
    async with sandbox.serving(port=0), asyncio.TaskGroup() as group:
        anna, polling = sandbox.person("Anna"), []
        for name in ("first", "second"):
            inbox = Inbox(open_database(tmp_path / f"{name}.db"))
            requests = {"request": AiohttpRequest(), "get_updates_request": AiohttpRequest(connections=1)}
            bot = Bot(SANDBOX_TOKEN, base_url=f"{sandbox.url}/bot", **requests)
            await bot.initialize()
            poller = Poller(bot, inbox, SystemClock(), list, timeout=1, first_pause=PAUSE)
            polling.append(group.create_task(given_up(poller)))
            await asyncio.sleep(PAUSE * (SETTLED_PAUSES + 2))
            if handed:
                anna.says(WORDS)
        await asyncio.wait(polling, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert [task.done() for task in polling] == [False, True]
        polling[0].cancel()


async def given_up(poller: Poller) -> None:
    with suppress(SecondInstance):
        await poller.run()


@pytest.mark.parametrize("code", [401, 404])
async def test_a_token_that_was_revoked_ends_the_polling(inbox: Inbox, code: int) -> None:
    telegram = Telegram()
    telegram.troubles = [refusal(code)]
    with pytest.raises(TokenRefused) as raised:
        await poll(telegram, inbox)
    assert TOKEN not in str(raised.value)


async def test_a_bot_that_dies_between_keeping_and_confirming_neither_loses_nor_doubles(
    tmp_path: Path,
) -> None:
    telegram, handled = Telegram(raw(1), raw(2)), []
    dying = Inbox(open_database(tmp_path / "a.db"))
    dying.take_in(telegram.waiting, SystemClock().now())  # committed; the confirming call never came
    dying.done(1)  # and one of them handled

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        handled.append(update_id)

    reborn = Inbox(open_database(tmp_path / "a.db"))
    dispatcher = Dispatcher(reborn, handle)
    dispatcher.notice(reborn.waiting())
    await poll(telegram, reborn)
    await dispatcher.drain()
    assert handled == [2]
    assert reborn.waiting() == telegram.waiting == []


async def test_while_the_disk_is_full_nothing_is_confirmed_and_afterwards_all_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    db = open_database(tmp_path / "a.db")
    inbox, telegram = Inbox(db), Telegram(*(raw(n) for n in range(1, 60)))
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then answers as on a full disk
    running = asyncio.create_task(poll(telegram, inbox))
    while not caplog.records:  # noqa: ASYNC110 - what is awaited is a log line
        await asyncio.sleep(0.01)
    assert len(telegram.waiting) == 59
    db.execute("PRAGMA max_page_count = 1000000")
    await running
    assert [row[0] for row in inbox.waiting()] == list(range(1, 60))
    assert [r.levelname for r in caplog.records if "disk full" in r.message] == ["ERROR"]
    assert WORDS not in caplog.text
