"""Any message is a glimmer, at once; its receipt, and what can still be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

from bot.chat.acts import Act, Button, React, Reword, Say, Toast
from bot.chat.care import Care
from bot.chat.cry import cry
from bot.chat.giving import GivingChat
from bot.chat.press import Press
from bot.chat.receipt import Receipt
from bot.chat.turn import Turn, tell
from bot.domain.ladder import Rung
from bot.domain.lines import When
from bot.domain.person import Acknowledge
from bot.domain.weight import Weight
from bot.services.caring import Reply
from bot.services.journal import Journal as Keeping
from bot.services.journal import Kept, occasion

REACTION = "❤"
PLAIN_REACTION = "✍"
"""Noted, and no more: for words that weigh, and in the days after a cry."""


@dataclass(frozen=True, slots=True)
class Journal:
    """Keeps what is said and answers as the person likes it."""

    keeping: Keeping
    care: Care
    receipt: Receipt
    giving: GivingChat
    copies: bool = True
    """Whether files are copied at all (KEEP_MEDIA)."""

    def keep(self, turn: Turn) -> Sequence[Act]:
        """Any message that is nothing else."""
        if turn.said is None or not (turn.said.text or turn.said.media or turn.said.place):
            return tell(turn, "cannot-keep")
        said = replace(turn.said, text=(turn.typed and cry(turn)) or turn.said.text)
        kept = self.keeping.keep(turn.person, said, turn.locale, turn.now)
        if kept.weight is Weight.EXPLICIT:
            return self.care.answer(turn, kept.glimmer.id, kept.reply)
        if not kept.new and turn.said.album:
            return self._large(turn, kept.large)  # a further picture of an album whose receipt is out already
        return self._receipt(turn, kept)

    def _receipt(self, turn: Turn, kept: Kept) -> list[Act]:
        soft: list[Act] = [self.care.soft(turn)] if kept.reply is Reply.SOFTLY else []
        if kept.new and self._may_offer(turn):
            soft += self.giving.offer(turn)
        heavy = self._large(turn, kept.large)
        match turn.person.acknowledge:
            case Acknowledge.WORDS:
                return [*self._told(turn, kept), *heavy, *soft]
            case Acknowledge.REACTION:
                return [
                    React(kept.glimmer.message_id, PLAIN_REACTION if _plain(kept) else REACTION),
                    *self._belated(turn, kept),
                    *heavy,
                    *soft,
                ]
            case Acknowledge.SILENCE:
                return [*heavy, *soft]

    def _large(self, turn: Turn, large: bool) -> list[Act]:
        """That no copy is taken, said to the message that holds the file."""
        return [Say(turn.say("too-big"), reply_to=turn.message_id)] if large and self.copies else []

    def _may_offer(self, turn: Turn) -> bool:
        """Whether to ask if some may come back: not who likes silence, nor soon after anything heavy."""
        quiet = turn.person.acknowledge is Acknowledge.SILENCE
        return not quiet and self.keeping.unburdened(turn.person, turn.now)

    def _told(self, turn: Turn, kept: Kept) -> list[Act]:
        """In words."""
        if kept.belated:
            return self._belated(turn, kept)
        glimmer = kept.glimmer
        text = escape(self._words(turn, kept), quote=False)
        if glimmer.place:
            text += "\n" + turn.say("place-kept", place=glimmer.place)
        shown = partial(self.receipt.receipts.shown, turn.person, glimmer.id)
        return [Say(text, self.receipt.rows(turn, glimmer), then=shown)]

    def _belated(self, turn: Turn, kept: Kept) -> list[Act]:
        """What came while nobody listened is acknowledged once, not each by each."""
        return tell(turn, "kept-belated") if kept.belated and not kept.told else []

    def _words(self, turn: Turn, kept: Kept) -> str:
        """An acknowledgement; nothing cheerful where the words may be heavy."""
        if kept.weight is Weight.MIXED:
            return self.keeping.line(turn.person, When.MIXED, turn.locale)
        if _plain(kept):
            return turn.say("kept-plainly")
        if turn.met is not Rung.AS_CHOSEN:
            return self.keeping.welcome_back(turn.person, turn.locale)
        return self.keeping.line(turn.person, occasion(kept), turn.locale, kept.glimmer.text)

    def edit(self, turn: Turn) -> Sequence[Act]:
        """An edited message updates its glimmer; one that never was a glimmer stays none."""
        if turn.said is None or turn.place is not None:  # a place that moves on is no new wording
            return []
        edited = self.keeping.edit(turn.person, turn.said, turn.locale, turn.now)
        if edited is None:
            return []
        if edited.weight is Weight.EXPLICIT and edited.reply is not Reply.AS_USUAL:
            return self.care.answer(turn, edited.glimmer_id, edited.reply)
        soft: list[Act] = [self.care.soft(turn)] if edited.reply is Reply.SOFTLY else []
        again = self.receipt.elsewhere(turn, edited.glimmer_id)
        return [*again, *self._large(turn, edited.large), *soft]

    def undo(self, turn: Turn) -> Sequence[Act]:
        """*Undo* under a receipt."""
        glimmer_id = turn.press.number(0)
        if not self.keeping.take_back(turn.person, glimmer_id):
            return [Toast(turn.say("button-gone-toast"))]
        again = Reword(turn.say("undone"), self.receipt.again(turn, glimmer_id))
        return [again, *self._elsewhere(turn, glimmer_id)]

    def redo(self, turn: Turn) -> Sequence[Act]:
        """*Keep it after all*."""
        glimmer_id = turn.press.number(0)
        if not self.keeping.put_back(turn.person, glimmer_id):
            return [Toast(turn.say("button-gone-toast"))]
        again = Reword(turn.say("redone"), self.receipt.again(turn, glimmer_id))
        return [again, *self._elsewhere(turn, glimmer_id)]

    def _elsewhere(self, turn: Turn, glimmer_id: int) -> list[Act]:
        """The receipt's buttons anew; not where they may hold coordinates, which stand nowhere else."""
        glimmer = self.receipt.receipts.glimmer(turn.person, glimmer_id)
        unkept = glimmer is None or (glimmer.place and not glimmer.spot)
        return [] if unkept else self.receipt.elsewhere(turn, glimmer_id)

    def undo_last(self, turn: Turn) -> Sequence[Act]:
        """``/undo``: the one kept last before it, for who chose a reaction or silence."""
        glimmer = self.keeping.undo(turn.person, turn.message_id)
        if glimmer is None:
            return tell(turn, "undo-none")
        back = Button(turn.say("redo-button"), Press.of("redo", glimmer.id))
        return [Say(turn.say("undone"), ((back,),)), *self._elsewhere(turn, glimmer.id)]


def _plain(kept: Kept) -> bool:
    """Whether nothing cheerful belongs here."""
    return kept.weight is not None or kept.careful
