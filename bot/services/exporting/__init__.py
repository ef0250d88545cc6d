"""Taking everything away: ZIP archives that people, spreadsheets and ``/import`` can read."""

from bot.services.exporting.export import Exporting, Parcel
from bot.services.exporting.formats import Words

__all__ = ["Exporting", "Parcel", "Words"]
