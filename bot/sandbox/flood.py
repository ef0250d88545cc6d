"""How much Telegram lets through before it says 429."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from bot.sandbox.wire import too_many


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages a second overall, and in one chat after a burst of some; ``paid`` is paid broadcast."""

    per_second: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 3
    paid_per_second: int = 1000


class Flood:
    """Counts messages by a clock that only goes forward; without limits everything passes."""

    def __init__(self, limits: Limits | None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._monotonic = monotonic
        self._sent: deque[float] = deque()
        self._chats: dict[int, tuple[float, float]] = {}  # chat → (messages left, as of when)

    def pass_message(self, chat_id: int, most_from_paying: bool) -> None:
        """Count a message; raises Refusal 429 with the seconds to wait where it is one too many."""
        if self._limits is None:
            return
        now = self._monotonic()
        self._pass_overall(self._limits.paid_per_second if most_from_paying else self._limits.per_second, now)
        self._pass_chat(self._limits, chat_id, now)
        self._sent.append(now)

    def _pass_overall(self, most: int, now: float) -> None:
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        if len(self._sent) >= most:
            raise too_many(max(1, ceil(self._sent[0] + 1 - now)))

    def _pass_chat(self, limits: Limits, chat_id: int, now: float) -> None:
        left, since = self._chats.get(chat_id, (float(limits.chat_burst), now))
        left = min(float(limits.chat_burst), left + (now - since) * limits.chat_per_second)
        if left < 1:
            raise too_many(max(1, ceil((1 - left) / limits.chat_per_second)))
        self._chats[chat_id] = (left - 1, now)
