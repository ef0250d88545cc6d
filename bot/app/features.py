"""What a person can do: each feature of the chat over the use cases it needs."""

from __future__ import annotations

from dataclasses import dataclass

from bot.app.services import Services
from bot.app.stores import Stores
from bot.chat.about import Privacy
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
from bot.chat.receipt import Receipt
from bot.chat.remember import Remember
from bot.chat.routes import Features
from bot.chat.settings import Settings as SettingsChat
from bot.chat.silence import Silence
from bot.chat.start import Start
from bot.chat.studio import Studio
from bot.chat.subjects import Subjects
from bot.chat.times import Times
from bot.chat.when import When
from bot.chat.zone import Zone
from bot.library import Library
from bot.services.exporting import Exporting
from bot.services.forgetting import Forgetting
from bot.services.importing.bringing import Importing
from bot.services.media import MediaKeeping
from bot.services.ports import Files
from bot.settings import Settings
from bot.storage.places import Places


@dataclass(frozen=True, slots=True)
class Outside:
    """What features need besides use cases: words, cities, files, a worker thread, what is set."""

    library: Library
    places: Places
    files: Files
    studio: Studio
    settings: Settings
    media: MediaKeeping


def features(stores: Stores, services: Services, forgetting: Forgetting, outside: Outside) -> Features:
    """All of them."""
    s, rhythms, steps = services, services.rhythms, stores.steps
    times = Times(rhythms, steps)
    zone = Zone(rhythms, steps, outside.places, times)
    nudge = Nudge(s.asking, s.journal, s.postponing)
    giving = GivingChat(s.giving, steps)
    pause, when = Pause(rhythms), When(rhythms, steps, giving)
    care, subjects = Care(s.caring, rhythms), Subjects(s.subjects)
    picture = Picture(s.picturing, s.recaps, rhythms, outside.studio)
    export = Export(Exporting(stores.takeout, outside.media if outside.settings.keep_media else None))
    pages = {
        "times": times.page,
        "when": when.page,
        "subjects": subjects.page,
        "giving": giving.page,
        "timezone": zone.page,
        "pause": pause.command,
    }
    return Features(
        start=Start(rhythms, zone, times, nudge, s.caring),
        zone=zone,
        times=times,
        nudge=nudge,
        journal=Journal(s.journal, care, Receipt(s.receipts), giving, outside.settings.keep_media),
        browse=Browse(s.browsing, rhythms, steps),
        opened=Open(s.browsing, rhythms, steps),
        recap=Recap(s.recaps, rhythms, picture, s.caring),
        picture=picture,
        giving=giving,
        pause=pause,
        settings=SettingsChat(rhythms, outside.library, pages),
        when=when,
        hours=Hours(rhythms),
        silence=Silence(rhythms, times, pause),
        forget=Forget(forgetting, export, steps),
        export=export,
        import_=Import(Importing(outside.files, stores.arrivals), steps),
        remember=Remember(s.remember),
        care=care,
        subjects=subjects,
        privacy=Privacy(outside.settings.backups),
    )
