"""From a row of the inbox to PTB's handlers; what a handler raised is told to who asked for it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update

from bot.app.house import Ptb
from bot.chat.dispatch import Unreadable


def handler(application: Ptb) -> Callable[[int, dict[str, Any]], Awaitable[None]]:
    """Handles one update of the inbox; raises what its handler raised, so that it is tried again."""
    failures: dict[int, Exception] = {}

    async def failed(update: object, context: Any) -> None:
        if isinstance(update, Update):
            failures[update.update_id] = context.error

    async def handle(update_id: int, raw: dict[str, Any]) -> None:
        update = _read(raw, application)
        await application.process_update(update)
        if (error := failures.pop(update_id, None)) is not None:
            raise error

    application.add_error_handler(failed)
    return handle


def _read(raw: dict[str, Any], application: Ptb) -> Update:
    """The update as PTB's object. Raises Unreadable; outside the ``except``, as its text may be theirs."""
    try:
        # Half a surrogate pair is no text that can be kept or sent: it becomes a question mark.
        whole = json.loads(json.dumps(raw, ensure_ascii=False).encode(errors="replace"))
        return Update.de_json(whole, application.bot)
    except Exception as error:  # whatever a field of an unheard-of shape leads to
        problem = type(error).__name__
    raise Unreadable(problem)
