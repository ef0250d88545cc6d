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
CONFLICTS = 3  # of a newcomer, who then ends; a deploy that overlaps is forgiven
CONFLICTS_SETTLED = 30  # in a row, of who was there before: the newcomer ends long before
FIRST_PAUSE = 1.0  # seconds; doubled up to the longest
LONGEST_PAUSE = 30.0
CONFLICT_PAUSES = 2  # first pauses: the other instance gets that long to say goodbye
SETTLED_PAUSES = 6  # first pauses without a conflict; beside another one there are never so many


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
        self._calm_since, self._settled = 0.0, False
        self._full = False

    async def run(self) -> None:
        """Until cancelled. Raises IntakeError."""
        # Bot.get_updates, which the warning recommends, drops a whole batch if it cannot parse one update.
        warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'")
        self._calm_since = _steady()
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
        self._pause = 0.0
        if self._is_settled():
            self._conflicts = 0

    def _is_settled(self) -> bool:
        """Whether it ever polled undisturbed for a while: of two, the one that was there first."""
        calm = _steady() - self._calm_since
        self._settled = self._settled or calm >= self._first_pause * SETTLED_PAUSES
        return self._settled

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
        patience = CONFLICTS_SETTLED if self._is_settled() else CONFLICTS
        self._calm_since = _steady()
        self._conflicts += 1
        if self._conflicts >= patience:
            raise SecondInstance from None
        if self._conflicts == 1:
            log.warning("somebody else polls with this token; of two, the newer one ends")
        await asyncio.sleep(self._first_pause * CONFLICT_PAUSES)

    async def _back_off(self) -> None:
        self._pause = min(self._pause * 2 or self._first_pause, LONGEST_PAUSE)
        await asyncio.sleep(self._pause)


def _steady() -> float:
    """Seconds that only go on, whatever is done to the machine's clock."""
    return asyncio.get_running_loop().time()
