"""What Telegram shows of the bot before and beside the chat: menu and descriptions, per language."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

from telegram import Bot, BotCommand
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.library import Library, Locale

log = logging.getLogger(__name__)


async def show(bot: Bot, library: Library, commands: Iterable[str]) -> None:
    """Set the command menu and the descriptions in every language of the library."""
    names = tuple(commands)
    for code, locale in _tongues(library).items():
        try:
            await _show(bot, code, locale, names)
        except TelegramError as error:
            log.warning(
                "the command menu in %s could not be set (%s); it is tried again at the next start",
                locale.code,
                type(error).__name__,
            )
            if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
                return


async def _show(bot: Bot, code: str | None, locale: Locale, names: tuple[str, ...]) -> None:
    menu = [BotCommand(name, locale.say(f"command-{name}")) for name in names]
    await bot.set_my_commands(menu, language_code=code)
    await bot.set_my_description(locale.say("bot-description"), language_code=code)
    await bot.set_my_short_description(locale.say("bot-short-description"), language_code=code)


def _tongues(library: Library) -> Mapping[str | None, Locale]:
    """By the two letters that Telegram knows of a language; the first locale is for everybody else.

    Of pt and pt-BR the plain one; of pt-BR and pt-PT the one that comes first.
    """
    found: dict[str | None, Locale] = {None: library.locales[0]}
    for locale in sorted(library.locales[1:], key=lambda locale: "-" in locale.code):
        found.setdefault(locale.code.split("-")[0], locale)
    return found
