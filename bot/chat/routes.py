"""Which update goes where: one list, in order. The command menu is made from it, too."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat import about
from bot.chat.acts import Act, PutAway
from bot.chat.bare import bare, bare_first
from bot.chat.browse import Browse
from bot.chat.care import Care
from bot.chat.cry import cry
from bot.chat.export import Export
from bot.chat.forget import Forget
from bot.chat.giving import STEP as GIFT
from bot.chat.giving import GivingChat
from bot.chat.hours import Hours
from bot.chat.import_ import FOUND, Import
from bot.chat.import_ import STEPS as IMPORTS
from bot.chat.journal import Journal
from bot.chat.nudge import Nudge
from bot.chat.opened import STEPS as OPENED
from bot.chat.opened import Open
from bot.chat.pause import Pause
from bot.chat.picture import Picture
from bot.chat.recap import Recap
from bot.chat.remember import Remember
from bot.chat.settings import Settings
from bot.chat.silence import Silence
from bot.chat.start import Start
from bot.chat.subjects import Subjects
from bot.chat.times import START, Times
from bot.chat.turn import Handler, Turn, tell
from bot.chat.when import STEP as WISH
from bot.chat.when import When
from bot.chat.zone import Zone
from bot.domain.glimmer import Medium

ANSWER_STEP_WITHIN = timedelta(minutes=30)
"""After that, words are a moment again, whatever was asked before."""
SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Features:
    """Everything a person can do."""

    start: Start
    zone: Zone
    times: Times
    nudge: Nudge
    journal: Journal
    browse: Browse
    opened: Open
    recap: Recap
    picture: Picture
    giving: GivingChat
    pause: Pause
    settings: Settings
    care: Care
    subjects: Subjects
    when: When
    hours: Hours
    silence: Silence
    forget: Forget
    export: Export
    import_: Import
    remember: Remember
    privacy: about.Privacy


def commands(f: Features) -> Mapping[str, Handler]:
    """By name, in the order of the menu; each has its words in ``command-<name>``."""
    return {
        "recap": f.recap.command,
        "remember": bare(f.remember.command, f.journal),
        "nudge": bare(f.nudge.now, f.journal),
        "list": f.browse.command,
        "search": f.browse.search,
        "times": f.times.command,
        "when": f.when.command,
        "timezone": f.zone.command,
        "pause": f.pause.command,
        "resume": bare(f.pause.resume, f.journal),
        "undo": bare_first(f.journal.undo_last, f.journal),
        "settings": f.settings.command,
        "language": f.settings.language,
        "export": bare(f.export.command, f.journal),
        "import": bare(f.import_.command, f.journal),
        "forget": bare(f.forget.command, f.journal),
        "privacy": bare(f.privacy.command, f.journal),
        "support": bare(f.care.support, f.journal),
        "help": bare(about.help_, f.journal),
        "start": bare(f.start.begin, f.journal),
    }


def presses(f: Features) -> Mapping[str, Handler]:
    """Buttons, by the name they carry. A name stays for ever: old buttons are pressed years later."""
    return {
        "zone": f.zone.pressed,
        "zone-clock": f.zone.hours,
        "zone-hour": f.zone.hour,
        "zone-share": f.zone.share,
        "zone-skip": f.zone.skipped,
        "times": f.times.toggle,
        "times-done": f.times.done,
        "hours": f.hours.board,
        "hour": f.hours.hour,
        "slot": f.hours.slot,
        "slot-minute": f.hours.minute,
        "slot-day": f.hours.day,
        "slot-until": f.hours.until,
        "slot-end": f.hours.end,
        "slot-off": f.hours.remove,
        "start-done": f.start.done,
        "when": f.when.opened,
        "when-choose": f.when.question,
        "when-put": f.when.pressed,
        "nothing": f.nudge.nothing,
        "another": f.nudge.another,
        "less": f.nudge.less,
        "later": f.nudge.later,
        "later-at": f.nudge.later_at,
        "suits": f.silence.pressed,
        "undo": f.journal.undo,
        "redo": f.journal.redo,
        "more": f.journal.receipt.more,
        "more-like": f.journal.receipt.more_like,
        "receipt-day": f.journal.receipt.day,
        "join": f.journal.receipt.join,
        "part": f.journal.receipt.part,
        "unedit": f.journal.receipt.unedit,
        "spot": f.journal.receipt.spot,
        "support": f.care.support,
        "care-pause": f.care.pause,
        "care-countries": f.care.countries,
        "care-country": f.care.country,
        "care-else": f.care.other,
        "subjects": f.subjects.opened,
        "subjects-afresh": f.subjects.learn_afresh,
        "mute": f.subjects.toggle,
        "list": f.browse.turned,
        "search": f.browse.more,
        "open": f.opened.open,
        "edit": f.opened.ask,
        "move": f.opened.ask,
        "tag": f.opened.ask,
        "day": f.opened.day,
        "unword": f.opened.unword,
        "leave": f.opened.leave,
        "delete": f.opened.delete,
        "delete-yes": f.opened.delete_yes,
        "delete-no": f.opened.spare,
        "recap": f.recap.pressed,
        "recap-more": f.recap.more,
        "recap-total": f.recap.total,
        "pictures": f.picture.menu,
        "picture": f.picture.pressed,
        "postcards": f.picture.postcards,
        "postcard": f.picture.postcard,
        "booklet": f.picture.booklet,
        "gifts": f.giving.opened,
        "gift": f.giving.question,
        "gift-at": f.giving.at,
        "gift-take": f.giving.take,
        "gift-off": f.giving.stop,
        "gift-refuse": f.giving.refused,
        "remember": f.remember.command,
        "near": f.remember.near,
        "not-again": f.remember.not_again,
        "hide-day": f.remember.hide_day,
        "pause": f.pause.pressed,
        "resume": f.pause.resume_pressed,
        "set": f.settings.open,
        "ack": f.settings.acknowledge,
        "language": f.settings.spoken,
        "export": f.export.command,
        "import-yes": f.import_.yes,
        "import-no": f.import_.no,
        "forget-yes": f.forget.yes,
        "forget-no": f.forget.no,
    }


def unmet(f: Features) -> Mapping[str, Handler]:
    """The only buttons of who is not here: they were forgotten, perhaps by a process that ended meanwhile."""
    return {"forget-yes": f.forget.gone}


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
    if turn.place is not None:  # the keyboard that shares it outlasts a nudge
        wanted = step == "zone" and (meant or quoted is None)
        return f.zone.located(turn, flow) if wanted else f.zone.met_at(turn, f.journal.keep)
    if text and text == turn.say("skip-button"):
        return [PutAway(turn.say("zone-located-not")), *(f.zone.skipped(turn) if flow == START else [])]
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
