"""Troubles a test or a storm asks for: refusals, broken answers, broken connections, silence."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.wire import Refusal, bad, forbidden, too_many


class Fault(StrEnum):
    """What goes wrong. ``*_AFTER``, GARBAGE and TRUNCATED: carried out, only the answer is lost.

    ``CLOSED_*``: ended in good order but without an answer, as a TLS session is that the other side gives up.
    """

    TOO_MANY = "429"
    TOO_MANY_BARE = "429 without retry_after"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502 with an HTML body"
    BLOCKED = "403 blocked"
    DEACTIVATED = "403 deactivated"
    CHAT_NOT_FOUND = "400 chat not found"
    RESET_BEFORE = "connection reset, not carried out"
    RESET_AFTER = "connection reset, carried out"
    CLOSED_BEFORE = "connection closed, not carried out"
    CLOSED_AFTER = "connection closed, carried out"
    SILENCE_BEFORE = "no answer, not carried out"
    SILENCE_AFTER = "no answer, carried out"
    SLOW = "a late answer"
    GARBAGE = "an answer that is no JSON"
    TRUNCATED = "half an answer"


_REFUSALS = {
    Fault.TOO_MANY_BARE: Refusal(429, ""),
    Fault.SERVER_ERROR: Refusal(500, ""),
    Fault.BLOCKED: forbidden("bot was blocked by the user"),
    Fault.DEACTIVATED: forbidden("user is deactivated"),
    Fault.CHAT_NOT_FOUND: bad("chat not found"),
}


@dataclass(slots=True)
class Trouble:
    """One fault that is due: for which calls, how often still, how likely; ``seconds`` where it waits."""

    kind: Fault
    method: str | None
    chat_id: int | None
    times: int
    probability: float
    seconds: float

    @property
    def refusal(self) -> Refusal | None:
        """The refusal to answer with instead of carrying out, if that is what goes wrong."""
        if self.kind is Fault.TOO_MANY:
            return too_many(max(1, round(self.seconds)))
        return _REFUSALS.get(self.kind)

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Is a call one of those?"""
        return self.method in (None, method) and self.chat_id in (None, chat_id) and self.times > 0


class Faults:
    """The troubles to come; the oldest that concerns a call happens to it."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret: repeatable accidents
        self._troubles: list[Trouble] = []

    def add(
        self,
        kind: Fault,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        times: int = 1,
        probability: float = 1.0,
        seconds: float = 1.0,
    ) -> None:
        """Let a fault happen to the next calls; ``seconds``: retry_after, lateness or length of silence."""
        self._troubles.append(Trouble(Fault(kind), method, chat_id, times, probability, seconds))

    def clear(self) -> None:
        """No more trouble."""
        self._troubles.clear()

    def take(self, method: str, chat_id: int | None) -> Trouble | None:
        """The trouble that happens to a call, used up by it."""
        for trouble in self._troubles:
            if trouble.concerns(method, chat_id) and self._chance.random() < trouble.probability:
                trouble.times -= 1
                return trouble
        return None
