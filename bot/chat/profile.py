"""What Telegram shows of the bot before and beside the chat: menu and descriptions, per language."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.library import Library

log = logging.getLogger(__name__)


async def show(bot: Bot, library: Library, commands: Iterable[str]) -> None:
    """Set the command menu and the descriptions in every language of the library."""
    names = tuple(commands)
    try:
        for number, locale in enumerate(library.locales):
            code = locale.code if number else None  # the first is for everybody else
            menu = [BotCommand(name, locale.say(f"command-{name}")) for name in names]
            await bot.set_my_commands(menu, language_code=code)
            await bot.set_my_description(locale.say("bot-description"), language_code=code)
            await bot.set_my_short_description(locale.say("bot-short-description"), language_code=code)
    except TelegramError as error:
        log.warning(
            "the command menu could not be set (%s); it is tried again at the next start",
            type(error).__name__,
        )
