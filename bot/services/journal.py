"""Keeping: whatever a person says becomes a glimmer, once, on its local day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.care import Tier
from bot.domain.deciding import AFTER_WRITING
from bot.domain.glimmer import ANSWER_WITHIN, Glimmer, MediumKind, Said
from bot.domain.lines import Stage, When
from bot.domain.manner import AfterWriting
from bot.domain.nudge import Nudge
from bot.domain.person import Person
from bot.domain.rhythm import local_day
from bot.domain.weight import Weight, weigh
from bot.library.locale import Locale
from bot.services.caring import Caring, Reply
from bot.services.saying import say_one
from bot.storage.changes import Changes
from bot.storage.early import Early
from bot.storage.glimmers import Filed, Glimmers, Lags
from bot.storage.nudges import Nudges
from bot.storage.steps import Steps

SHORT = 4  # words
LAG = timedelta(minutes=10)
"""What reaches us so long after it was said came while the bot, or its network, was down."""
A_RESTART = timedelta(minutes=1)
"""After it is enough for what was said before this run began; sooner, nobody noticed that it was down."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A glimmer after it was kept; ``new`` is false when the message was known already.

    ``weight`` is what its words weigh, ``reply`` what is said to that; ``careful`` for some days after a cry.
    """

    glimmer: Glimmer
    new: bool
    first: bool
    late: bool
    weight: Weight | None = None
    reply: Reply = Reply.AS_USUAL
    careful: bool = False
    belated: bool = False
    told: bool = False
    """``belated``: said while nobody listened; ``told``: what else was is acknowledged since it was said."""
    large: bool = False
    """It is the first of the glimmer with a file too large to be copied."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A glimmer that was edited, how new words are answered, whether a file too ``large`` to copy came."""

    glimmer_id: int
    weight: Weight | None = None
    reply: Reply = Reply.AS_USUAL
    large: bool = False


class Journal:
    """Keeps, rewords, takes back."""

    def __init__(
        self,
        glimmers: Glimmers,
        changes: Changes,
        early: Early,
        nudges: Nudges,
        steps: Steps,
        caring: Caring,
        began: datetime,
    ) -> None:
        self._glimmers, self._changes, self._early, self._nudges = glimmers, changes, early, nudges
        self._steps, self._caring = steps, caring
        self._lags = Lags(LAG, began, A_RESTART)

    def keep(self, person: Person, said: Said, locale: Locale, now: datetime) -> Kept:
        """Keep what was said. Doing it again changes nothing."""
        first = not self._glimmers.any_kept(person.id)
        nudge = self._answered(person, said)
        today = local_day(said.at, person.rhythm.zone, person.rhythm.day_end)
        newer = self._early.of(person.id, said.message_id)
        weight = weigh((newer or said).text, locale.care, locale.lexicon, locale.foreign)
        filed = Filed(
            day=nudge.day if nudge else today,
            nudge_id=nudge.id if nudge else None,
            category=nudge.category if nudge else None,
            held=weight is Weight.EXPLICIT,
            kept_at=now,
            zone=person.rhythm.zone if person.placed else None,
        )
        again = self._glimmers.id_of(person.id, said.message_id) is not None
        glimmer_id, new = self._glimmers.keep(person.id, said, filed)
        if newer:
            self._changes.edit(person.id, glimmer_id, newer, now)
            self._early.done(person.id, said.message_id)
        if new and nudge:
            self._nudges.replied(nudge.id)
        if person.manner.after_writing is not AfterWriting.ALWAYS:
            self._nudges.let_later_go_for_words(person.id, today, said.at + AFTER_WRITING)
        glimmer = self._glimmers.get(person.id, glimmer_id)
        if glimmer is None:
            raise LookupError(f"glimmer {glimmer_id} vanished while it was kept")
        hear = self._caring.hear if new or again else self._caring.hear_more
        reply = hear(person, glimmer_id, weight, now)
        told = self._glimmers.any_belated(person.id, glimmer_id, said.at, self._lags)
        return Kept(
            glimmer,
            new,
            first,
            late=glimmer.day < today,
            weight=weight,
            reply=reply,
            careful=self._caring.careful(person, now),
            belated=told or now - said.at >= (A_RESTART if said.at < self._lags.began else LAG),
            told=told,
            large=not all(medium.copied for medium in said.media)
            and not self._glimmers.any_large(person.id, glimmer_id, but=said.message_id),
        )

    def _answered(self, person: Person, said: Said) -> Nudge | None:
        """The nudge that this answers: the one it quotes, else the latest open one within 18 hours."""
        if said.reply_to is not None and (quoted := self._nudges.by_message(person.id, said.reply_to)):
            return quoted
        return self._nudges.last_open(person.id, said.at - ANSWER_WITHIN, said.at)

    def edit(self, person: Person, said: Said, locale: Locale, now: datetime) -> Edited | None:
        """Take over an edited message. None if it is no news: no glimmer, an older edit, the same words.

        Where the message is still to come, the edit waits for it; a plain cry is kept at once.
        """
        glimmer_id = self._glimmers.id_of(person.id, said.message_id)
        if glimmer_id is None:
            return self._edit_of_none(person, said, locale, now)
        before = self._glimmers.any_large(person.id, glimmer_id)
        news = self._changes.edit(person.id, glimmer_id, said, now)
        large = not before and self._glimmers.any_large(person.id, glimmer_id)
        if not news:
            return Edited(glimmer_id, large=True) if large else None
        weight = weigh(said.text, locale.care, locale.lexicon, locale.foreign)
        return Edited(glimmer_id, weight, self._caring.hear_more(person, glimmer_id, weight, now), large)

    def _edit_of_none(self, person: Person, said: Said, locale: Locale, now: datetime) -> Edited | None:
        given = self._changes.reworded_by(person.id, said.message_id)
        if given and locale.hears(said.text) is not Tier.EXPLICIT:  # a cry is no wording of something else
            return self._reword(person, said, *given, locale, now)
        self._early.wait(person.id, said, now)
        newest = self._early.of(person.id, said.message_id)
        if newest is None or locale.hears(newest.text) is not Tier.EXPLICIT:
            return None
        kept = self.keep(person, newest, locale, now)
        return Edited(kept.glimmer.id, kept.weight, kept.reply, kept.large)

    def _reword(
        self, person: Person, said: Said, glimmer_id: int, text: str, locale: Locale, now: datetime
    ) -> Edited | None:
        """The message that gave a glimmer other words gives it these."""
        if said.text in ("", text):
            return None
        self._changes.reword(person.id, glimmer_id, said.text, now, said.message_id)
        weight = weigh(said.text, locale.care, locale.lexicon, locale.foreign)
        return Edited(glimmer_id, weight, self._caring.hear_more(person, glimmer_id, weight, now))

    def take_back(self, person: Person, glimmer_id: int) -> bool:
        """Not a glimmer after all; it can be put back. False if it is not theirs."""
        return self._changes.take_back(person.id, glimmer_id)

    def undo(self, person: Person, message_id: int) -> Glimmer | None:
        """What that message takes back: the one kept last before it, and no other if it comes again."""
        glimmer = self._glimmers.latest(person.id, message_id)
        taken = glimmer and self._changes.take_back(person.id, glimmer.id, message_id)
        return glimmer if taken else None

    def put_back(self, person: Person, glimmer_id: int) -> bool:
        """A glimmer after all. False if it is not theirs."""
        return self._changes.put_back(person.id, glimmer_id)

    def unburdened(self, person: Person, now: datetime) -> bool:
        """Whether nothing heavy was heard lately: a moment of theirs may be offered back."""
        return self._caring.unburdened(person, now)

    def may_offer_one(self, person: Person, now: datetime) -> bool:
        """Whether one of their moments may be offered back, and there is one."""
        return self._caring.may_offer_one(person, now)

    def careful(self, person: Person, now: datetime) -> bool:
        """Whether they cried for help so lately that nothing cheerful is said."""
        return self._caring.careful(person, now)

    def line(self, person: Person, when: When, locale: Locale, text: str = "") -> str:
        """An acknowledgement of ``text`` for that occasion, none of those heard lately."""
        fitting = [ack for ack in locale.acks if ack.when is when and ack.suits(text)]
        return say_one(fitting, person, self._steps).text

    def welcome_back(self, person: Person, locale: Locale) -> str:
        """The same after a silence, for who writes again."""
        fitting = [line for line in locale.reinvites if line.stage is Stage.RETURN]
        if not fitting:
            return self.line(person, When.ANY, locale)
        return say_one(fitting, person, self._steps).text


def occasion(kept: Kept) -> When:
    """What an acknowledgement of this glimmer should speak to."""
    media = kept.glimmer.media
    if kept.first:
        return When.FIRST
    if MediumKind.VOICE in media:
        return When.VOICE
    if MediumKind.PHOTO in media:
        return When.PHOTO
    if kept.late:
        return When.LATE
    return When.SHORT if 0 < len(kept.glimmer.text.split()) < SHORT else When.ANY
