"""Fetching updates: committed to the inbox first, confirmed to Telegram by the next call."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.storage.inbox import Inbox, NotKept, is_id

log = logging.getLogger(__name__)
KINDS = [
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
    "channel_post",
]
AT_ONCE = 100
SLACK = 10  # seconds that an answer may take beyond the long poll
CONFLICTS = 3  # in a row; a deploy that overlaps is forgiven
FIRST_PAUSE = 1.0  # seconds; doubled up to the longest
LONGEST_PAUSE = 30.0
CONFLICT_PAUSES = 5  # first pauses: the other instance gets that long to say goodbye


class IntakeError(Exception):
    """Polling cannot go on; the name says why."""


class SecondInstance(IntakeError):
    """Somebody else polls with this token."""


class TokenRefused(IntakeError):
    """Telegram does not know this token."""


class Poller:
    """Long polling with an offset of its own: PTB's confirms before anything is kept. Seconds."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        clock: Clock,
        on_news: Callable[[Sequence[tuple[int, int]]], None],
        timeout: int = 30,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._bot, self._inbox, self._clock, self._on_news = bot, inbox, clock, on_news
        self._timeout, self._first_pause = timeout, first_pause
        self._conflicts, self._pause = 0, 0.0
        self._full = False

    async def run(self) -> None:
        """Until cancelled. Raises IntakeError."""
        # Bot.get_updates, which the warning recommends, drops a whole batch if it cannot parse one update.
        warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'")
        while True:
            try:
                raws = await self._fetch()
            except TelegramError as error:
                await self._troubled(error)
            else:
                self._reached()
                await self._keep(raws)

    async def _fetch(self) -> list[Any]:
        wanted = {"timeout": self._timeout, "limit": AT_ONCE, "allowed_updates": KINDS}
        # Asked anew each time: ids may begin anew while this runs, not only while it is down.
        offset = self._inbox.next_offset(self._clock.now())
        if offset is not None:
            wanted["offset"] = offset
        raws = await self._bot.do_api_request("getUpdates", wanted, read_timeout=self._timeout + SLACK)
        if not isinstance(raws, list):
            raise NetworkError("the answer is no list of updates")
        return raws

    async def _keep(self, raws: list[Any]) -> None:
        usable = [raw for raw in raws if isinstance(raw, dict) and is_id(raw.get("update_id"))]
        if len(usable) < len(raws):
            log.warning(
                "skipped what came without an update id: %d of %d", len(raws) - len(usable), len(raws)
            )
        try:
            news = self._inbox.take_in(usable, self._clock.now())
        except NotKept as error:
            await self._unwritable(str(error))
            return
        self._full = False
        if news:
            self._on_news(news)
        if raws and not usable:  # nothing of it can be confirmed: it would come again at once
            await self._back_off()

    async def _unwritable(self, problem: str) -> None:
        """Telegram keeps what is not confirmed, and hands it out again."""
        if not self._full:
            log.error("DATABASE cannot be written (%s): is the disk full? Messages wait at Telegram", problem)
        self._full = True
        await asyncio.sleep(self._first_pause)

    def _reached(self) -> None:
        if self._pause:
            log.info("Telegram is reached again")
        self._conflicts, self._pause = 0, 0.0

    async def _troubled(self, error: TelegramError) -> None:
        match error:
            case InvalidToken() | EndPointNotFound():  # the latter is PTB's word for 401 once initialized
                raise TokenRefused from None
            case Conflict():
                await self._conflicted()
            case RetryAfter():
                # its public property warns, being about to change its type
                await asyncio.sleep(error._retry_after.total_seconds())
            case _:
                if not self._pause:
                    log.warning("Telegram cannot be reached (%s); waiting for it", type(error).__name__)
                await self._back_off()

    async def _conflicted(self) -> None:
        self._conflicts += 1
        if self._conflicts >= CONFLICTS:
            raise SecondInstance from None
        log.warning("somebody else polls with this token, %d of %d", self._conflicts, CONFLICTS)
        await asyncio.sleep(self._first_pause * CONFLICT_PAUSES)

    async def _back_off(self) -> None:
        self._pause = min(self._pause * 2 or self._first_pause, LONGEST_PAUSE)
        await asyncio.sleep(self._pause)
