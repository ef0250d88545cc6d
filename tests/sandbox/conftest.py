"""A served sandbox, a real telegram.Bot, and somebody to write to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
import telegram

from bot.clock import Clock
from bot.sandbox import Person, Sandbox, Wire
from tests.sandbox.wires import Caller

BIRTH = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class HandClock(Clock):
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = BIRTH

    def now(self) -> datetime:
        return self.at

    def goes_on(self, step: timedelta) -> None:
        self.at += step


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def sandbox(clock: HandClock) -> AsyncIterator[Sandbox]:
    """Without flood limits, which have tests of their own."""
    async with Sandbox(clock=clock, limits=None).serving() as served:
        yield served


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    url = sandbox.url
    async with telegram.Bot(sandbox.token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as real:
        yield real


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(sandbox: Sandbox, http: aiohttp.ClientSession) -> Caller:
    """Calls methods without a library between: what it asks is what is sent."""
    return Caller(sandbox, http)


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    """Somebody who started the bot."""
    anna = sandbox.person("Anna")
    anna.says("/start")
    return anna


@pytest.fixture
def greeting(sandbox: Sandbox, anna: Person) -> Wire:
    """Anna's first message."""
    return anna.chat[0]
