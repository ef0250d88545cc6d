"""``/import``: which file, what is in it, and shall it come in?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import words
from bot.chat.acts import Act, Rebutton, Reword, Say, Toast
from bot.chat.entry import quotes
from bot.chat.turn import Turn, tell
from bot.domain.found import Found, NotTaken, Reason
from bot.domain.glimmer import Medium, MediumKind
from bot.library import Markup
from bot.services.importing.bringing import Importing, NotFetched
from bot.storage.steps import Steps

ASKED, FOUND, MORE = "import", "import-found", "import-more"
STEPS = (ASKED, FOUND, MORE)
"""A file is awaited; one or more wait for a word; some came in, and others may follow."""
EXAMPLE = 300  # characters: enough to see whether they are the right ones
NO_WORDS = "–"
NO_JOURNAL = (Reason.UNKNOWN, Reason.ENCODING)


@dataclass(frozen=True, slots=True)
class Import:
    """Brings moments in from files, once their person has seen what is in them."""

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

    async def received(self, turn: Turn, file: Medium) -> Sequence[Act] | None:
        """A file, beside those that wait already; None if it is none to bring in and nobody asked for one.

        What cannot be used may be followed by another one.
        """
        step, waiting = self._now(turn)
        if not file.fetchable:
            return None if step == MORE else tell(turn, "import-too-big")
        try:
            found, new = await self.importing.look(turn.person, file.file_id, turn.locale)
        except NotFetched:
            return tell(turn, "import-not-fetched")
        except NotTaken as refusal:
            unasked = step == MORE and refusal.reason in NO_JOURNAL
            return None if unasked else _refused(turn, refusal)
        if not new:
            self._wait_for(turn, waiting)
            return tell(turn, "import-known")
        waiting = tuple(dict.fromkeys((*waiting, file.file_id)))
        self._wait_for(turn, waiting)
        rows = ((turn.button("import-yes", "import-yes"),), (turn.button("import-no", "import-no"),))
        return [Say(_summary(turn, found, new, len(waiting)), rows)]

    def _now(self, turn: Turn) -> tuple[str, tuple[str, ...]]:
        """The step, and the files that wait for a word."""
        asked = self.steps.get(turn.person.id)
        step, _, ids = asked[0].partition(":") if asked else ("", "", "")
        return step, tuple(ids.split()) if step == FOUND else ()

    def _wait_for(self, turn: Turn, waiting: Sequence[str]) -> None:
        step = f"{FOUND}:{' '.join(waiting)}" if waiting else MORE
        self.steps.set(turn.person.id, step, turn.now)

    async def yes(self, turn: Turn) -> Sequence[Act]:
        """*Bring it in*: fetched anew, as nothing lies about meanwhile; each file whole or not at all."""
        step, waiting = self._now(turn)
        if not waiting and step == MORE:  # pressed twice, or below another file that came in with this one
            return [Toast(turn.say("import-nothing-waits")), Rebutton()]
        if not waiting:
            return [Reword(turn.say("import-gone"))]
        new = known = 0
        for number, file_id in enumerate(waiting, 1):
            try:
                brought = await self.importing.bring(turn.person, file_id, turn.locale, turn.now)
            except NotFetched:
                return tell(turn, "import-not-fetched")
            except NotTaken as refusal:
                return _refused(turn, refusal)
            new, known = new + brought.new, known + brought.known
            self._wait_for(turn, waiting[number:])
        return [Reword(turn.say("import-done", new=new, known=known))]

    def no(self, turn: Turn) -> Sequence[Act]:
        """*Leave it*"""
        self.steps.clear(turn.person.id)
        return [Reword(turn.say("import-not"))]


def _refused(turn: Turn, refusal: NotTaken) -> list[Act]:
    return tell(turn, f"import-refused-{refusal.reason.value}", line=refusal.line)


def _summary(turn: Turn, found: Found, new: int, together: int) -> str:
    first, last = (words.long_day(day, turn.locale) for day in (found.first, found.last))
    example = found.example if len(found.example) <= EXAMPLE else f"{found.example[: EXAMPLE - 1]}…"
    return turn.say(
        "import-found",
        source=turn.say(f"import-source-{found.source.value}"),
        moments=len(found.entries),
        files=found.files,
        first=first,
        last=last,
        new=new,
        together=together,
        example=Markup("\n".join(quotes(example or NO_WORDS))),
    )
