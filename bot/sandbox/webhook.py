"""Delivers updates to the bot's webhook: in order within a chat, again after a growing while."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp

from bot.sandbox.updates import Updates
from bot.sandbox.wire import Wire

_LONGEST_PAUSE = 60.0  # seconds
_PATIENCE = aiohttp.ClientTimeout(total=60)
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


@dataclass(slots=True)
class Webhook:
    """One delivery at a time per chat; ``first_pause`` seconds after a failure, doubled with each."""

    updates: Updates
    first_pause: float = 1.0

    @asynccontextmanager
    async def delivering(self) -> AsyncIterator[None]:
        """Deliver as long as the context lasts."""
        async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
            task = asyncio.create_task(self._deliver(session))
            try:
                yield
            finally:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def _deliver(self, session: aiohttp.ClientSession) -> None:
        busy: dict[int, asyncio.Task[None]] = {}
        try:
            while True:
                for chat, number in self._next_by_chat().items():
                    if chat not in busy:
                        busy[chat] = asyncio.create_task(self._deliver_one(session, number))
                        busy[chat].add_done_callback(partial(self._freed, busy, chat))
                await self.updates.bell.rung()
        finally:
            for task in busy.values():
                task.cancel()

    def _freed(self, busy: dict[int, asyncio.Task[None]], chat: int, done: asyncio.Task[None]) -> None:
        del busy[chat]
        self.updates.bell.ring()

    def _next_by_chat(self) -> dict[int, int]:
        """The number of the oldest waiting update of every chat, while there is a webhook."""
        oldest: dict[int, int] = {}
        if self.updates.webhook["url"]:
            for number, update in self.updates.waiting().items():
                oldest.setdefault(_chat_of(update), number)
        return oldest

    async def _deliver_one(self, session: aiohttp.ClientSession, number: int) -> None:
        pause = self.first_pause
        while self.updates.webhook["url"] and (update := self.updates.waiting().get(number)):
            again_after = await self._post(session, update, pause)
            if again_after is None:
                self.updates.confirm(number)
                return
            await asyncio.sleep(again_after)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, update: Wire, pause: float) -> float | None:
        """None when delivered, else the seconds to wait before the next try."""
        webhook = self.updates.webhook
        secret = webhook.get("secret_token")
        try:
            headers = {_SECRET: secret} if secret else {}
            async with session.post(webhook["url"], json=update, headers=headers) as answer:
                if answer.ok:
                    return None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return float(answer.headers.get("Retry-After", pause))
        except (aiohttp.ClientError, TimeoutError, OSError):
            self._note("Connection refused")
            return pause

    def _note(self, trouble: str) -> None:
        self.updates.note_webhook_error(trouble)


def _chat_of(update: Wire) -> int:
    """The chat an update belongs to; 0 where it names none."""
    for payload in update.values():
        for one in (
            _inside(payload, "chat"),
            _inside(_inside(payload, "message"), "chat"),
            _inside(payload, "from"),
        ):
            if isinstance(_inside(one, "id"), int):
                return int(one["id"])
    return 0


def _inside(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
