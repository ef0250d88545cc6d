"""Bringing moments in from files: ours, Day One's, Daylio's, Presently's, tables and Markdown."""

from bot.services.importing.bringing import Brought, Importing, NotFetched

__all__ = ["Brought", "Importing", "NotFetched"]
