"""Fetching updates: committed to the inbox first, confirmed to Telegram by the next call."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.storage.inbox import Inbox

log = logging.getLogger(__name__)
KINDS = ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"]
AT_ONCE = 100
CONFLICTS = 3  # in a row; a deploy that overlaps is forgiven
LONGEST_PAUSE = 30.0


class IntakeError(Exception):
    """Polling cannot go on; the name says why."""


class SecondInstance(IntakeError):
    """Somebody else polls with this token."""


class TokenRefused(IntakeError):
    """Telegram does not know this token."""


class Poller:
    """Long polling with an offset of its own: PTB's confirms before anything is kept."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        clock: Clock,
        on_news: Callable[[Sequence[tuple[int, int]]], None],
        timeout: int = 30,
    ) -> None:
        self._bot, self._inbox, self._clock, self._on_news = bot, inbox, clock, on_news
        self._timeout = timeout
        self._conflicts, self._pause = 0, 0.0

    async def run(self) -> None:
        """Until cancelled. Raises IntakeError."""
        warnings.filterwarnings(
            "ignore", "Please use 'Bot.getUpdates'"
        )  # that one drops what it cannot parse
        offset = self._inbox.next_offset(self._clock.now())
        while True:
            raws = await self._fetch(offset)
            if raws is None:
                continue
            ids = [raw["update_id"] for raw in raws]
            news = self._inbox.take_in(raws, self._clock.now())
            if ids:
                offset = max(ids) + 1
            if news:
                self._on_news(news)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]] | None:
        wanted = {"timeout": self._timeout, "limit": AT_ONCE, "allowed_updates": KINDS}
        if offset is not None:
            wanted["offset"] = offset
        try:
            raws = await self._bot.do_api_request("getUpdates", wanted, read_timeout=self._timeout + 10)
        except TelegramError as error:
            await self._troubled(error)
            return None
        if self._pause:
            log.info("Telegram is reached again")
        self._conflicts, self._pause = 0, 0.0
        return [raw for raw in raws if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    async def _troubled(self, error: TelegramError) -> None:
        match error:
            case InvalidToken():
                raise TokenRefused from None
            case Conflict():
                self._conflicts += 1
                if self._conflicts >= CONFLICTS:
                    raise SecondInstance from None
                await asyncio.sleep(1)
            case RetryAfter():
                await asyncio.sleep(error._retry_after.total_seconds())
            case NetworkError():
                if not self._pause:
                    log.warning("Telegram cannot be reached (%s); waiting for it", type(error).__name__)
                self._pause = min(self._pause * 2 or 1.0, LONGEST_PAUSE)
                await asyncio.sleep(self._pause)
            case _:
                log.warning("Telegram refused to hand out updates (%s)", type(error).__name__)
                await asyncio.sleep(LONGEST_PAUSE)
