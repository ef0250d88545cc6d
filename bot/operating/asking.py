"""Does Telegram know the token? Asked only on request: everything else is looked over without a network."""

from __future__ import annotations

import asyncio

from telegram import Bot
from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot.chat.transport import AiohttpRequest
from bot.operating.findings import Finding, fine, note, problem
from bot.settings import Settings

PATIENCE = 5.0  # seconds


async def ask_telegram(settings: Settings, patience: float = PATIENCE) -> Finding:
    """What ``getMe`` says; within ``patience`` seconds."""
    bot = Bot(
        settings.telegram_token,
        base_url=f"{settings.telegram_api}/bot",
        request=AiohttpRequest(connections=1),
        get_updates_request=AiohttpRequest(connections=1),
    )
    try:
        async with asyncio.timeout(patience):
            await bot.initialize()  # asks getMe
    except (InvalidToken, EndPointNotFound):
        return problem("TELEGRAM_TOKEN is not known to Telegram; copy it again from @BotFather")
    except (TelegramError, TimeoutError) as error:
        return note(f"Telegram cannot be reached just now ({type(error).__name__}): {settings.telegram_api}")
    finally:
        await bot.shutdown()
    return fine(f"Telegram knows TELEGRAM_TOKEN: it is @{bot.username}'s")
