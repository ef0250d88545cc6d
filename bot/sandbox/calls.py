"""One call of a method from validation to its outcome, and the log of all calls."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox import spec
from bot.sandbox.methods_edit import EDITING
from bot.sandbox.methods_profile import ABOUT
from bot.sandbox.methods_send import SENDING
from bot.sandbox.wire import Incoming, Refusal, Upload, Wire, bad
from bot.sandbox.world import World

_METHODS = SENDING | EDITING | ABOUT
_MOST_UPDATES = 100


@dataclass(frozen=True, slots=True)
class Call:
    """What the bot asked for and what came of it; ``status`` 0: it never got an answer."""

    at_monotonic: float
    at: datetime
    method: str
    params: Mapping[str, Any]
    chat_id: int | None
    status: int
    result: Any


class Desk:
    """Carries calls out, one at a time but for the long polls, and logs them if it ``keeps`` a log."""

    def __init__(self, world: World, keeps: bool) -> None:
        self._world = world
        self._keeps = keeps
        self.log: list[Call] = []

    async def carry_out(self, method: str, raw: Mapping[str, Any], uploads: Mapping[str, Upload]) -> Wire:
        """The body of the answer; everything it tells of is durable."""
        try:
            body: Wire = {"ok": True, "result": await self._result(method, raw, uploads)}
        except Refusal as refusal:
            body = refusal.wire()
        self._world.commit()
        self.note(method, raw, body)
        return body

    def note(self, method: str, raw: Mapping[str, Any], body: Wire | None) -> None:
        """Log a call; without a body it never got an answer."""
        if not self._keeps:
            return
        status = 0 if body is None else int(body.get("error_code", 200))
        result = body and body.get("result", body.get("description"))
        at = self._world.clock.now()
        self.log.append(Call(time.monotonic(), at, method, raw, chat_id_of(raw), status, result))

    async def _result(self, method: str, raw: Mapping[str, Any], uploads: Mapping[str, Upload]) -> Any:
        if not spec.known(method):
            raise Refusal(404, "method not found")
        call = spec.validated(method, raw, uploads)
        if method == "getUpdates":
            return await self._updates(call)
        if method not in _METHODS:
            raise bad(f"the sandbox does not carry out {method}")
        return _METHODS[method](self._world, call)

    async def _updates(self, call: Incoming) -> list[Wire]:
        limit = call.get("limit", _MOST_UPDATES)
        if not 1 <= limit <= _MOST_UPDATES:
            raise bad("limit must be 1-100 (Telegram corrects it in silence)")
        self._world.updates.allow(call.get("allowed_updates"))
        return await self._world.updates.poll(call.get("offset", 0), limit, call.get("timeout", 0))


def chat_id_of(raw: Mapping[str, Any]) -> int | None:
    """The chat a call is about, where it names one by number."""
    try:
        return int(raw["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None
