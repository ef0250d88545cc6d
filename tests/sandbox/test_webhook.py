"""Delivery by webhook: in order within a chat, tried again until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.sandbox import Person, Sandbox
from tests.sandbox.wires import Caller


class Receiver:
    """A bot's webhook that refuses as often as it is told to."""

    def __init__(self) -> None:
        self.refusals = 0
        self.texts: list[str] = []
        self.secrets: set[str | None] = set()
        self.enough = asyncio.Event()
        self.wanted = 0

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=500, headers={"Retry-After": "0"})
        self.texts.append((await request.json())["message"]["text"])
        if len(self.texts) >= self.wanted:
            self.enough.set()
        return web.Response()

    async def has(self, number: int) -> list[str]:
        self.wanted = number
        if len(self.texts) < number:
            async with asyncio.timeout(5):
                await self.enough.wait()
        return self.texts

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        application = web.Application()
        application.add_routes([web.post("/hook", self.take)])
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await runner.cleanup()


async def test_updates_are_delivered_in_order_and_once(call: Caller, sandbox: Sandbox, anna: Person) -> None:
    receiver = Receiver()
    async with receiver.listening() as address:
        await call.done("setWebhook", url=address, secret_token="open-sesame")
        for number in range(5):
            anna.says(str(number))
        assert await receiver.has(6) == ["/start", *"01234"]
        await call.done("deleteWebhook")
    assert receiver.secrets == {"open-sesame"}
    assert sandbox.pending == []


async def test_what_is_refused_is_tried_again_before_what_follows(call: Caller, anna: Person) -> None:
    receiver = Receiver()
    receiver.refusals = 3
    async with receiver.listening() as address:
        anna.says("first")
        await call.done("setWebhook", url=address)
        assert await receiver.has(2) == ["/start", "first"]
        assert "500" in (await call.done("getWebhookInfo"))["last_error_message"]


async def test_nothing_is_lost_while_nobody_listens(sandbox: Sandbox, call: Caller, anna: Person) -> None:
    await call.done("setWebhook", url="http://127.0.0.1:9/nobody")
    info = await call.done("getWebhookInfo")
    assert info["url"].endswith("/nobody") and info["pending_update_count"] == 1
    assert "secret_token" not in info


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.org/"}, "an HTTPS URL must be provided"),
        ({"url": "https://example.org:1234/"}, "port 80, 88, 443 or 8443"),
        ({"url": "https://example.org/", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://example.org/", "max_connections": 101}, "out of range"),
    ],
)
async def test_impossible_webhooks_are_refused(call: Caller, params: dict[str, object], reason: str) -> None:
    assert reason in await call.refused("setWebhook", **params)


async def test_what_waits_is_dropped_only_on_demand(call: Caller, sandbox: Sandbox, anna: Person) -> None:
    await call.done("deleteWebhook")
    assert len(sandbox.pending) == 1
    await call.done("deleteWebhook", drop_pending_updates=True)
    assert sandbox.pending == []
