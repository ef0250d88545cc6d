"""One kind sentence to whom something could not be answered; what it was stays in the inbox."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from bot.chat.acts import Say
from bot.chat.outside import Door
from bot.chat.perform import Performer
from bot.library import Library
from bot.services.rhythms import Rhythms
from bot.storage.inbox import is_id, lane_of

log = logging.getLogger(__name__)
THEIRS = ("message", "edited_message", "callback_query")
"""What somebody waits for an answer to."""


@dataclass(frozen=True, slots=True)
class Regret:
    """Says so in their own chat, below what it is about; never raises, and is never tried for strangers."""

    door: Door
    rhythms: Rhythms
    library: Library
    performer: Performer

    async def tell(self, raw: dict[str, Any]) -> None:
        """``raw`` is an update as Telegram sent it, of whatever shape."""
        person_id = lane_of(raw)
        if person_id <= 0 or not self.door.knows(person_id) or not any(kind in raw for kind in THEIRS):
            return
        try:
            person = self.rhythms.get(person_id)
            locale = self.library.locale(person.language if person else None)
            await self.performer.perform([Say(locale.say("set-aside"), reply_to=_message(raw))], person_id)
        except Exception as error:  # it was an attempt to be kind, and must stop nobody
            log.warning("nobody could be told (%s)", type(error).__name__)


def _message(raw: dict[str, Any]) -> int | None:
    """The message that it is, or whose button was pressed."""
    update: Any = next(raw[kind] for kind in THEIRS if kind in raw)
    if isinstance(update, dict) and isinstance(update.get("message"), dict):
        update = update["message"]
    found = update.get("message_id") if isinstance(update, dict) else None
    return found if is_id(found) else None
