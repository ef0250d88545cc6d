"""Conversations as transcripts, through the real Application and the sandbox over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import app
from bot.clock import ShiftedClock
from bot.library import Library
from bot.sandbox import Limits, Person, Sandbox
from bot.settings import Settings
from tests import words
from tests.lending import lend_cities, lend_journal

TOKEN = "1234567890:" + "t" * 35
START = datetime(2026, 11, 24, 12, tzinfo=UTC)  # a Tuesday
QUICK = app.Pace(poll=2, chat_gap=0, tries=(0.05, 0.1, 0.2))
FAST = Limits(per_second=1000, chat_per_second=1000, chat_burst=1000)


@dataclass
class Dialog:
    """One person's side of a conversation with the bot."""

    sandbox: Sandbox
    person: Person
    house: app.House
    clock: ShiftedClock

    async def says(self, text: str) -> None:
        """Write something, and wait until it was worked off."""
        self.person.says(text)
        await self.settles()

    async def presses(self, label: str) -> None:
        """Press the newest button of that label."""
        for message in reversed(self.person.chat):
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            if any(label in button["text"] for row in rows for button in row):
                button = next(b["text"] for row in rows for b in row if label in b["text"])
                self.person.presses(message, button)
                await self.settles()
                return
        raise AssertionError(f"no button {label!r}")

    async def settles(self) -> None:
        """Until the bot has taken in and worked off all there is."""
        for _ in range(500):
            await asyncio.sleep(0.01)
            await self.house.dispatcher.drain()
            await self.house.nudging.drain()
            if not self.sandbox.pending and not self.house.inbox.waiting():
                return
        raise AssertionError("the bot does not come to rest")

    def last(self) -> str:
        """The bot's newest message as it now reads."""
        return next(m.get("text", "") for m in reversed(self.person.chat) if m["from"]["is_bot"])

    def texts(self) -> list[str]:
        """All of the bot's messages as they now read."""
        return [m.get("text", "") for m in self.person.chat if m["from"]["is_bot"]]

    async def at(self, when: datetime) -> None:
        """Move the clock there and let the tick run."""
        self.clock.move_to(when)
        await self.house.tick()
        await self.settles()


@asynccontextmanager
async def talking(
    database: Path,
    name: str = "Anna",
    language: str = "en",
    library: Library | None = None,
    pace: app.Pace = QUICK,
    key: str = "",
    **chosen: Any,
) -> AsyncIterator[Dialog]:
    """A person and a running bot; nothing is stubbed but Telegram and the clock's hour.

    ``chosen`` are settings that differ from the usual ones.
    """
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with (
        sandbox.serving(port=0),
        running(sandbox, database, clock, library, pace, key, **chosen) as house,
    ):
        yield Dialog(sandbox, sandbox.person(name, language=language), house, clock)


@asynccontextmanager
async def running(
    sandbox: Sandbox,
    database: Path,
    clock: ShiftedClock,
    library: Library | None = None,
    pace: app.Pace = QUICK,
    key: str = "",
    **chosen: Any,
) -> AsyncIterator[app.House]:
    """The bot at work on that sandbox, stopped at the end as SIGTERM would stop it."""
    settings = Settings(
        telegram_token=TOKEN,
        telegram_api=sandbox.url,
        database=database,
        database_key=key,
        messages_per_second=1000,
        backups=0,
    )
    lend_cities(database.parent)
    if not key:
        lend_journal(database)
    settings = replace(settings, **chosen)
    house = app.build(settings, library or words.ours(), clock, pace)
    stop = asyncio.Event()
    work: asyncio.Task[Any] = asyncio.create_task(app.work(house, stop))
    try:
        yield house
    finally:
        stop.set()
        await work
