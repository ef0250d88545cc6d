"""A plain PTB bot, as its examples have it: keeps what it hears in SQLite and says so."""

from __future__ import annotations

import os
import sqlite3
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

DB = sqlite3.connect(os.environ["DATABASE"])


async def keep(update: Update, _: Any) -> None:
    """Keep it, then say so."""
    message = update.effective_message
    if message is not None:
        DB.execute("INSERT INTO glimmers (text) VALUES (?)", [message.text])
        DB.commit()
        await message.reply_text("Kept.")


def main() -> None:
    """Poll until told to stop."""
    DB.execute("CREATE TABLE IF NOT EXISTS glimmers (text TEXT NOT NULL)")
    api = os.environ["TELEGRAM_API"]
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_TOKEN"]).base_url(f"{api}/bot")
    application = builder.base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, keep))
    application.run_polling()


if __name__ == "__main__":
    main()
