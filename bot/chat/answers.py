"""What a message means: an answer to what was asked last, or else a glimmer."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.acts import Act
from bot.chat.bare import BARE
from bot.chat.cry import cry
from bot.chat.giving import STEP as GIFT
from bot.chat.import_ import FOUND
from bot.chat.import_ import STEPS as IMPORTS
from bot.chat.opened import STEPS as OPENED
from bot.chat.routes import Features, commands
from bot.chat.times import START
from bot.chat.turn import Turn, tell
from bot.chat.when import STEP as WISH
from bot.domain.glimmer import Medium

ANSWER_STEP_WITHIN = timedelta(minutes=30)
"""After that, words are a moment again, whatever was asked before."""
SEARCH = "search"


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


def _said(f: Features, turn: Turn) -> Sequence[Act]:
    """An answer to what was just asked, or else a glimmer.

    Nobody gets stuck: what does not fit the question is kept, and said so.
    """
    asked = f.times.steps.get(turn.person.id)
    step, _, flow = asked[0].partition(":") if asked else ("", "", "")
    text = turn.said.text if turn.said else ""
    late = asked is not None and not _still(turn, asked[1])
    if late or cry(turn):
        step = ""  # a cry for help is no answer to anything
    quoted = turn.said.reply_to if turn.said else None
    meant = f.times.steps.answerable(turn.person.id, quoted)
    keyboard = f.times.steps.keyboard(turn.person.id)  # it outlasts nudges, other questions and the half hour
    if turn.place is not None:
        wanted = (keyboard or step == "zone") and (meant or quoted is None)
        located = keyboard.flow if keyboard else flow
        return f.zone.located(turn, located) if wanted else f.zone.met_at(turn, f.journal.keep)
    if text and text in (turn.say("skip-button"), keyboard.leave if keyboard else ""):
        return f.zone.left(turn, keyboard.flow if keyboard else flow)
    worded = text and not (turn.said and turn.said.media)
    answered = _answer(f, turn, step, flow, text) if worded and meant else []
    if answered:
        return answered
    on = step in ("zone", "times", WISH, GIFT) and turn.locale.hears(text) is None
    if not on and step != FOUND:  # a file waits for a button, not for words
        f.times.steps.clear(turn.person.id)
    kept = f.journal.keep(turn)
    if not meant:
        return kept
    if on:  # it waits on, for as long as it would have
        return [*kept, *_hint(f, turn, step, flow, text)]
    return [*kept, *tell(turn, "move-hint")] if step == "move" and text else kept


def _still(turn: Turn, asked_at: datetime) -> bool:
    """Whether what was asked then still waits for an answer; not if a clock was set back behind it."""
    return abs(turn.now - asked_at) <= ANSWER_STEP_WITHIN


def _hint(f: Features, turn: Turn, step: str, flow: str, text: str) -> list[Act]:
    """What would answer the question, below words that did not."""
    if not text or (turn.said and turn.said.media):
        return []
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
