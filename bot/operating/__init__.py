"""What keeps a journal safe, by hand: ``glimmer check``, ``backup``, ``restore``, ``encrypt``, ``rekey``."""

from bot.operating.commands import COMMANDS

__all__ = ["COMMANDS"]
