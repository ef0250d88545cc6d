"""``/export``: everything, as files."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from bot.chat import words
from bot.chat.acts import Act, OneByOne, Say, Show
from bot.chat.turn import Turn
from bot.domain.carried import CarriedFile
from bot.domain.glimmer import MediumKind
from bot.library import Markup
from bot.services.exporting import Exporting, Words


@dataclass(frozen=True, slots=True)
class Export:
    """Takes everything away."""

    exporting: Exporting

    async def command(self, turn: Turn) -> Sequence[Act]:
        """``/export``, and its button."""
        await self.exporting.hurry(turn.person, turn.now)
        return [OneByOne(self._parcels(turn))]

    async def _parcels(self, turn: Turn) -> AsyncGenerator[Say | Show]:
        key = ""
        async with aclosing(self.exporting.export(turn.person, _words(turn), turn.now)) as parcels:
            async for parcel in parcels:
                caption = "" if key else self._caption(turn, key := _done(parcel.alone))
                yield Show(MediumKind.DOCUMENT, parcel.content, caption, name=parcel.name)
                del parcel
        if not key:
            yield Say(turn.say("export-nothing"))

    def _caption(self, turn: Turn, key: str) -> str:
        return "\n\n".join(filter(None, (turn.say(key), self.missing(turn, "export-missing"))))

    def missing(self, turn: Turn, key: str) -> str:
        """The sentence on what came with their moments and cannot be taken away now; empty if all can."""
        missing = self.exporting.missing(turn.person)
        if not missing.awaited + missing.elsewhere:
            return ""
        which = turn.say("export-which", awaited=missing.awaited, elsewhere=missing.elsewhere)
        return turn.say(key, which=Markup(which))


def _done(alone: bool) -> str:
    return "export-done" if alone else "export-done-parts"


def _words(turn: Turn) -> Words:
    """Those of the files, in which nothing is HTML."""

    def absent(file: CarriedFile) -> str:
        what = turn.say(f"medium-{file.kind.value}")
        return turn.say("export-awaited" if file.awaited else "export-elsewhere", what=Markup(what))

    return Words(
        turn.say("export-title"),
        lambda day: words.long_day(day, turn.locale),
        lambda key, what: turn.say(f"opened-{key}", what=Markup(what)),
        absent,
    )
