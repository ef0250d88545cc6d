"""``/export``: everything, as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import words
from bot.chat.acts import Act, Show
from bot.chat.turn import Turn, tell
from bot.domain.glimmer import MediumKind
from bot.library import Markup
from bot.services.exporting import Exporting, NoRoom, Words


@dataclass(frozen=True, slots=True)
class Export:
    """Takes everything away."""

    exporting: Exporting

    async def command(self, turn: Turn) -> Sequence[Act]:
        """``/export``, and its button."""
        said = Words(
            turn.say("export-title"),
            lambda day: words.long_day(day, turn.locale),
            lambda key, what: turn.say(
                f"opened-{key}", what=Markup(what)
            ),  # a file, in which nothing is HTML
        )
        try:
            parcels = await self.exporting.export(turn.person, said, turn.now)
        except NoRoom:
            return tell(turn, "export-no-room")
        if not parcels:
            return tell(turn, "export-nothing")
        captions = [turn.say("export-done" if len(parcels) == 1 else "export-done-parts")]
        captions += [""] * (len(parcels) - 1)
        return [
            Show(MediumKind.DOCUMENT, parcel.file, caption, name=parcel.name)
            for parcel, caption in zip(parcels, captions, strict=True)
        ]
