"""Two lanes to Telegram: replies before nudges, never more than it allows (docs/decisions/201)."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.chat.transport import NotSent

UNPACED = ("get", "set", "delete", "answer", "log", "close")
PER_CHAT = ("send", "copy", "forward")
CHAT_BURST = 2
CHAT_GAP = 1.0  # seconds between messages into one chat
CHATS_REMEMBERED = 4096  # before those that are free again are forgotten
TRIES = 5
PATIENCE = 60.0  # seconds a reply is tried for
PACE = 0.985  # of what is allowed: with what is made good, nudges stay within it in any rolling second
FAST, FAST_PACE = 100, 0.95  # from so many a second on, many arrive together after a breath of the server's
MADE_GOOD = 0.015  # seconds by which a nudge may be early after the loop was late
AHEAD = 0.07  # seconds: by so much of what is allowed, replies may go ahead, at the cost of the nudges


class Lane(IntEnum):
    """Which calls go first."""

    REPLY = 0
    NUDGE = 1


@dataclass(slots=True)
class Chat:
    """``full_at``: when the chat's allowance is whole again; ``held_until``: until when it was refused."""

    full_at: float = 0.0
    held_until: float = 0.0

    def free_at(self, gap: float) -> float:
        """When the next message may go into it, at one in ``gap`` seconds after a short burst."""
        return max(self.full_at - (CHAT_BURST - 1) * gap, self.held_until)


@dataclass(order=True, slots=True)
class Waiter:
    """A call that waits for its turn."""

    lane: Lane
    number: int
    chat: int | str | None = field(compare=False)
    cost: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Behind:
    """In the nudges' lane. Where it is ``stale`` when its turn has come, NotSent is raised in its place."""

    stale: Callable[[], bool]


class Pacer(BaseRateLimiter[Lane | Behind]):
    """``per_second`` calls overall, evenly; one in ``chat_gap`` seconds into each chat; 429 is obeyed.

    A reply does not wait for its place among the nudges: it goes at once, and they go that much later.
    """

    def __init__(
        self,
        per_second: int = 30,
        monotonic: Callable[[], float] | None = None,
        chat_gap: float = CHAT_GAP,
    ) -> None:
        pace = FAST_PACE if per_second >= FAST else PACE
        self._gap, self._chat_gap = 1.0 / (per_second * pace), chat_gap
        self._slack = {Lane.NUDGE: MADE_GOOD, Lane.REPLY: max(self._gap, AHEAD - self._gap)}
        self._clock = monotonic or (lambda: asyncio.get_running_loop().time())
        self._next = 0.0  # when the overall allowance is there again
        self._held_until = 0.0
        self._last_refused: tuple[int | str | None, float] = (None, 0.0)
        self._chats: dict[int | str, Chat] = {}
        self._tidy_at = CHATS_REMEMBERED
        self._ready: list[Waiter] = []
        self._resting: list[tuple[float, Waiter]] = []  # their chat must wait
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing runs in the background."""
        if self._timer is not None:
            self._timer.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | Behind | None,
    ) -> Any:
        """Carry out the call when its turn comes; a reply that is refused with 429 is tried again."""
        name = endpoint.lower()
        if name.startswith(UNPACED) and name != "setmessagereaction":
            return await callback(*args, **kwargs)
        behind = rate_limit_args if isinstance(rate_limit_args, Behind) else None
        lane = Lane.NUDGE if behind or rate_limit_args is Lane.NUDGE else Lane.REPLY
        chat = data.get("chat_id")
        into = chat if name.startswith(PER_CHAT) and name != "sendchataction" else None
        cost = len(data.get("media", "x")) if name == "sendmediagroup" else 1
        began = self._clock()
        for tried in itertools.count(1):
            await self._turn(lane, into, cost)
            if behind and behind.stale():
                raise NotSent("too late")
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as refused:
                self._refused(chat, refused._retry_after)
                waited = self._clock() - began + refused._retry_after.total_seconds()
                if lane is Lane.NUDGE or tried >= TRIES or waited > PATIENCE:
                    raise
        return None

    def _refused(self, chat: int | str | None, wait: timedelta) -> None:
        """Hold that chat; if another is refused meanwhile, the limit is everybody's: hold everything."""
        now = self._clock()
        until = now + max(wait.total_seconds(), 1.0)
        other, other_until = self._last_refused
        if chat is None or (other != chat and other_until > now):
            self._held_until = max(self._held_until, until)
        if chat is not None:
            state = self._chats.setdefault(chat, Chat())
            state.held_until = max(state.held_until, until)
        self._last_refused = (chat, until)

    async def _turn(self, lane: Lane, chat: int | str | None, cost: int) -> None:
        now = self._clock()
        if not self._ready and self._may_go(lane, chat, now):
            self._went(chat, cost, now)
            return
        waiter = Waiter(lane, next(self._numbers), chat, cost, asyncio.get_running_loop().create_future())
        heapq.heappush(self._ready, waiter)
        self._wake()
        await waiter.turn

    def _opens(self, lane: Lane) -> float:
        """When the overall allowance lets the next call of that lane go."""
        return max(self._next - self._slack[lane], self._held_until)

    def _may_go(self, lane: Lane, chat: int | str | None, now: float) -> bool:
        return now >= self._opens(lane) and (
            chat is None or chat not in self._chats or now >= self._chats[chat].free_at(self._chat_gap)
        )

    def _went(self, chat: int | str | None, cost: int, now: float) -> None:
        self._next = max(self._next, now) + self._gap * cost
        if chat is not None:
            state = self._chats.setdefault(chat, Chat())
            state.full_at = max(state.full_at, now) + cost * self._chat_gap
            if len(self._chats) >= self._tidy_at:
                self._forget(now)

    def _forget(self, now: float) -> None:
        """Forget chats whose allowance is whole again; not before their number has doubled since."""
        self._chats = {c: s for c, s in self._chats.items() if max(s.full_at, s.held_until) > now}
        self._tidy_at = max(CHATS_REMEMBERED, 2 * len(self._chats))

    def _wake(self) -> None:
        """Let go whoever may, in order; then sleep until the next one may."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = self._clock()
        while self._resting and self._resting[0][0] <= now:
            heapq.heappush(self._ready, heapq.heappop(self._resting)[1])
        while self._ready:
            waiter = self._ready[0]
            if waiter.turn.done():  # cancelled
                heapq.heappop(self._ready)
                continue
            free_at = self._chats[waiter.chat].free_at(self._chat_gap) if waiter.chat in self._chats else 0.0
            if free_at > now:
                heapq.heappush(self._resting, (free_at, heapq.heappop(self._ready)))
                continue
            if not self._may_go(waiter.lane, waiter.chat, now):
                break
            heapq.heappop(self._ready)
            self._went(waiter.chat, waiter.cost, now)
            waiter.turn.set_result(None)
        self._sleep(now)

    def _sleep(self, now: float) -> None:
        times = [self._resting[0][0]] if self._resting else []
        if self._ready:
            times.append(self._opens(self._ready[0].lane))
        if times:
            pause = max(min(times) - now, 0.0005)
            self._timer = asyncio.get_running_loop().call_later(pause, self._wake)
