"""What a message means: an answer to what was asked last, or else a glimmer."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat.acts import Act, Say
from bot.chat.bare import BARE
from bot.chat.cry import cry
from bot.chat.giving import STEP as GIFT
from bot.chat.import_ import FOUND
from bot.chat.import_ import STEPS as IMPORTS
from bot.chat.opened import EDIT, MOVE, TAG
from bot.chat.opened import STEPS as OPENED
from bot.chat.routes import Features, commands
from bot.chat.times import START
from bot.chat.turn import Turn, tell
from bot.chat.when import STEP as WISH
from bot.domain.glimmer import Medium
from bot.storage.steps import Keyboard

ANSWER_STEP_WITHIN = timedelta(minutes=30)
"""After that, words are a moment again, whatever was asked before."""
SEARCH = "search"
WORDED = (EDIT, TAG)
"""What only words can answer."""
RENEWS = {
    **dict.fromkeys(("zone-clock", "zone-hour"), "zone"),
    **dict.fromkeys(("times", "hours", "hour"), "times"),
    **dict.fromkeys((f"slot{part}" for part in ("", "-minute", "-day", "-until", "-end", "-off")), "times"),
}
"""Buttons that belong to a question which words answer, too; each begins with the flow."""


def interrupt(f: Features, turn: Turn) -> None:
    """A command or a button came: what follows is no answer any more to what was asked of a moment."""
    asked = f.times.steps.get(turn.person.id)
    if asked and asked[0].partition(":")[0] in (*OPENED, SEARCH):
        f.times.steps.clear(turn.person.id)


def message(f: Features, turn: Turn) -> Sequence[Act] | Awaitable[Sequence[Act]]:
    """Any message without a command: a file that was asked for, or what people say."""
    file = f.import_.sent(turn)
    asked = f.times.steps.get(turn.person.id) if file and not cry(turn) else None
    awaited = asked and asked[0].partition(":")[0] in IMPORTS and _still(turn, asked[1])
    return _received(f, turn, file) if file and awaited else _said(f, turn)


def cried(f: Features, turn: Turn) -> Sequence[Act] | None:
    """What follows a plain cry behind a command, which is then left undone; None if there is none."""
    return _said(f, turn) if cry(turn) else None


def edited(f: Features, turn: Turn) -> Sequence[Act]:
    """An edited message, by the words that are kept of such a message; a command alone is none of them."""
    if turn.said is None or turn.said.media or not turn.said.text.startswith("/"):
        return f.journal.edit(turn)
    name = turn.said.text.split()[0].removeprefix("/").partition("@")[0].lower()
    if name in commands(f) and not turn.typed:
        return []
    text = cry(turn) or (turn.typed if name in BARE else turn.said.text)
    return f.journal.edit(replace(turn, said=replace(turn.said, text=text)))


async def _received(f: Features, turn: Turn, file: Medium) -> Sequence[Act]:
    acts = await f.import_.received(turn, file)
    return _said(f, turn) if acts is None else acts


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits for an answer, if anything; ``meant``: the words at hand may be one (Steps.answerable)."""

    step: str
    flow: str
    meant: bool
    late: bool


def _asked(f: Features, turn: Turn) -> Asked:
    """Nothing, where a clock was set back behind it; a cry for help is no answer to anything."""
    waiting = f.times.steps.get(turn.person.id)
    meant = f.times.steps.answerable(turn.person.id, turn.said.reply_to if turn.said else None)
    if waiting is None or cry(turn) or waiting[1] - turn.now > ANSWER_STEP_WITHIN:
        return Asked("", "", meant, late=False)
    step, _, flow = waiting[0].partition(":")
    return Asked(step, flow, meant, late=not _still(turn, waiting[1]))


def _said(f: Features, turn: Turn) -> Sequence[Act]:
    """An answer to what was just asked, or else a glimmer.

    Nobody gets stuck: what does not fit the question is kept, and said so.
    """
    asked, text = _asked(f, turn), turn.said.text if turn.said else ""
    keyboard = f.times.steps.keyboard(turn.person.id)  # it outlasts nudges, other questions and the half hour
    if turn.place is not None:
        return _placed(f, turn, asked, keyboard)
    if text and text in (turn.say("skip-button"), keyboard.leave if keyboard else ""):
        return f.zone.left(turn, keyboard.flow if keyboard else asked.flow)
    worded = text if asked.meant and not (turn.said and turn.said.media) else ""
    if asked.late:
        return _late(f, turn, asked, worded)
    if worded and (answered := _answer(f, turn, asked.step, asked.flow, worded)):
        return answered
    return _no_answer(f, turn, asked, text)


def _placed(f: Features, turn: Turn, asked: Asked, keyboard: Keyboard | None) -> Sequence[Act]:
    """Where somebody is, from the keyboard or in answer to the question; else a moment."""
    waited = keyboard or (asked.step == "zone" and not asked.late)
    quoted = turn.said.reply_to if turn.said else None
    if waited and (asked.meant or quoted is None):
        return f.zone.located(turn, keyboard.flow if keyboard else asked.flow)
    return f.zone.met_at(turn, f.journal.keep)


def _no_answer(f: Features, turn: Turn, asked: Asked, text: str) -> Sequence[Act]:
    light = turn.locale.hears(text) is None
    on = light and asked.step in ("zone", "times", WISH, GIFT, MOVE)
    if not on and asked.step != FOUND:  # a file waits for a button, not for words
        f.times.steps.clear(turn.person.id)
    kept = f.journal.keep(turn)
    if not asked.meant:
        return kept
    if on:  # it waits on, for as long as it would have
        return [*kept, *_hint(f, turn, asked.step, asked.flow, text)]
    instead = light and asked.step in WORDED and turn.said and turn.said.media
    return [*kept, *tell(turn, "words-hint")] if instead else kept


def _late(f: Features, turn: Turn, asked: Asked, text: str) -> Sequence[Act]:
    """The first conversation goes on however late; elsewhere it is a moment, and may still be sent again."""
    fits = bool(text) and _reads(f, turn, asked.step, text)
    if asked.flow == START:
        answered = _answer(f, turn, asked.step, asked.flow, text) if fits else []
        return answered or f.journal.keep(turn)
    if not fits:
        f.times.steps.clear(turn.person.id)
        return f.journal.keep(turn)
    f.times.steps.set(turn.person.id, f"{asked.step}:{asked.flow}", turn.now)
    rows = f.zone.ways(turn, "") if asked.step == "zone" else f.times.rows(turn, turn.person, "")
    return [*f.journal.keep(turn), Say(turn.say("late-hint"), rows)]


def _reads(f: Features, turn: Turn, step: str, text: str) -> bool:
    """Whether it is just what was asked for: a place, a clock or times."""
    return (step == "zone" and f.zone.reads(turn, text)) or (step == "times" and f.times.reads(turn, text))


def _still(turn: Turn, asked_at: datetime) -> bool:
    """Whether what was asked then still waits for an answer; not if a clock was set back behind it."""
    return abs(turn.now - asked_at) <= ANSWER_STEP_WITHIN


def renew(f: Features, turn: Turn) -> None:
    """A button of the question that waits was pressed: it waits anew."""
    if step := RENEWS.get(turn.press.name):
        f.times.steps.renew(turn.person.id, f"{step}:{turn.press.word(0)}", turn.now)


def _hint(f: Features, turn: Turn, step: str, flow: str, text: str) -> list[Act]:
    """What would answer the question, below words that did not."""
    if not text or (turn.said and turn.said.media):
        return []
    if step == MOVE:
        return f.opened.hint(turn, int(flow))
    if step == GIFT:
        return f.giving.hint(turn, flow, text)
    if step == WISH:
        return f.when.hint(turn, flow)
    return f.zone.hint(turn, text, flow) if step == "zone" else f.times.hint(turn, flow)


def _answer(f: Features, turn: Turn, step: str, flow: str, text: str) -> list[Act]:
    if step == "zone":
        return f.zone.answer(turn, text, flow)
    if step == WISH:
        return f.when.answer(turn, flow, text) or f.when.unfit(turn, flow, text)
    if step == GIFT:
        return f.giving.answer(turn, flow, text)
    if step == SEARCH:
        return f.browse.answer(turn, text)
    if step in OPENED:
        return f.opened.answer(turn, step, int(flow), text)
    chosen = f.times.typed(turn, text) if step == "times" else None
    if chosen is None:
        return f.times.unfit(turn, flow, text) if step == "times" else []
    return f.start.typed(turn, chosen) if flow == START else [chosen]
