"""``/import``: which file, what is in it, and shall it come in?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import words
from bot.chat.acts import Act, Reword, Say
from bot.chat.turn import Turn, tell
from bot.domain.found import Found, NotTaken
from bot.domain.glimmer import Medium, MediumKind
from bot.services.importing import Importing, NotFetched
from bot.storage.steps import Steps

ASKED, FOUND = "import", "import-found"


@dataclass(frozen=True, slots=True)
class Import:
    """Brings moments in from a file, once its person has seen what is in it."""

    importing: Importing
    steps: Steps

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/import``"""
        self.steps.set(turn.person.id, ASKED, turn.now)
        return tell(turn, "import-question")

    def sent(self, turn: Turn) -> Medium | None:
        """The document that a message holds, if it holds one."""
        media = turn.said.media if turn.said else ()
        return media[0] if media and media[0].kind is MediumKind.DOCUMENT else None

    async def received(self, turn: Turn, file: Medium) -> Sequence[Act]:
        """The file. What cannot be used may be followed by another one."""
        if not file.fetchable:
            return tell(turn, "import-too-big")
        try:
            found, new = await self.importing.look(turn.person, file.file_id)
        except NotFetched:
            return tell(turn, "import-not-fetched")
        except NotTaken as refusal:
            return tell(turn, f"import-refused-{refusal.reason.value}", line=refusal.line)
        if not new:
            self.steps.clear(turn.person.id)
            return tell(turn, "import-known")
        self.steps.set(turn.person.id, f"{FOUND}:{file.file_id}", turn.now)
        rows = ((turn.button("import-yes", "import-yes"),), (turn.button("import-no", "import-no"),))
        return [Say(_summary(turn, found, new), rows)]

    async def yes(self, turn: Turn) -> Sequence[Act]:
        """*Bring it in*: fetched anew, so that nothing of it lies about meanwhile."""
        asked = self.steps.get(turn.person.id)
        step, _, file_id = asked[0].partition(":") if asked else ("", "", "")
        if step != FOUND:
            return [Reword(turn.say("import-gone"))]
        try:
            brought = await self.importing.bring(turn.person, file_id, turn.locale.care, turn.now)
        except NotFetched:
            return tell(turn, "import-not-fetched")
        except NotTaken as refusal:
            return tell(turn, f"import-refused-{refusal.reason.value}", line=refusal.line)
        self.steps.clear(turn.person.id)
        return [Reword(turn.say("import-done", new=brought.new, known=brought.known))]

    def no(self, turn: Turn) -> Sequence[Act]:
        """*Leave it*"""
        self.steps.clear(turn.person.id)
        return [Reword(turn.say("import-not"))]


def _summary(turn: Turn, found: Found, new: int) -> str:
    first, last = (words.long_day(day, turn.locale) for day in (found.first, found.last))
    return turn.say(
        "import-found",
        source=turn.say(f"import-source-{found.source.value}"),
        moments=len(found.entries),
        files=found.files,
        first=first,
        last=last,
        new=new,
    )
