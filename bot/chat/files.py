"""The bytes of what people sent, from Telegram."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.services.ports import Fetched, Files, Impossible, Refused

log = logging.getLogger(__name__)
AT_ONCE = timedelta()


class TelegramFiles(Files):
    """The Files port on PTB. Neither the id nor the path of a file is ever logged."""

    def __init__(self, bot: Bot) -> None:
        self._bot: Any = bot

    async def fetch(self, file_id: str) -> Fetched | Refused | Impossible:
        """Ask where it lies, and get it; never raises for what Telegram may answer."""
        try:
            file = await self._bot.get_file(file_id)
            return Fetched(bytes(await file.download_as_bytearray()))
        except TelegramError as error:
            log.info("a file could not be fetched (%s)", type(error).__name__)
            return _outcome(error)


def _outcome(error: TelegramError) -> Refused | Impossible:
    """A download has no effects, so that anything but Telegram's firm no can be tried again."""
    match error:
        case RetryAfter():
            return Refused(error._retry_after)
        case BadRequest() if "temporarily" not in error.message.lower():
            return Impossible()
        case _:
            return Refused(AT_ONCE)
