"""Which update goes where: one list, in order. The command menu is made from it, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.chat import about
from bot.chat.bare import BARE, bare, bare_first
from bot.chat.browse import Browse
from bot.chat.care import Care
from bot.chat.export import Export
from bot.chat.forget import Forget
from bot.chat.giving import GivingChat
from bot.chat.hours import Hours
from bot.chat.import_ import Import
from bot.chat.journal import Journal
from bot.chat.nudge import Nudge
from bot.chat.opened import Open
from bot.chat.pause import Pause
from bot.chat.picture import Picture
from bot.chat.recap import Recap
from bot.chat.remember import Remember
from bot.chat.settings import Settings
from bot.chat.silence import Silence
from bot.chat.start import Start
from bot.chat.subjects import Subjects
from bot.chat.times import Times
from bot.chat.turn import Handler
from bot.chat.when import When
from bot.chat.zone import Zone


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
    handlers: dict[str, Handler] = {
        "recap": f.recap.command,
        "remember": f.remember.command,
        "nudge": f.nudge.now,
        "list": f.browse.command,
        "search": f.browse.search,
        "times": f.times.command,
        "when": f.when.command,
        "timezone": f.zone.command,
        "pause": f.pause.command,
        "resume": f.pause.resume,
        "undo": f.journal.undo_last,
        "settings": f.settings.command,
        "language": f.settings.language,
        "export": f.export.command,
        "import": f.import_.command,
        "forget": f.forget.command,
        "privacy": f.privacy.command,
        "support": f.care.support,
        "help": about.help_,
        "start": f.start.begin,
    }
    return {name: _whole(f, name, handler) for name, handler in handlers.items()}


def _whole(f: Features, name: str, handler: Handler) -> Handler:
    if name == "undo":
        return bare_first(handler, f.journal)
    return bare(handler, f.journal) if name in BARE else handler


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
        "five": f.recap.more,
        "recap-more": f.recap.more,  # as it was called on older buttons
        "recap-total": f.recap.total,
        "pictures": f.picture.menu,
        "picture": f.picture.pressed,
        "cards": f.picture.cards,
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
