"""The words in prompts/, read once in a process: reading them strictly takes half a second."""

from __future__ import annotations

from functools import cache

from bot import app
from bot.library import Library


@cache
def ours() -> Library:
    """All locales, as the bot has them without packs."""
    return Library.load(app.prompts_folder())
