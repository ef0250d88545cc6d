"""Building the house from its settings."""

from __future__ import annotations

import gc
from pathlib import Path

from telegram.ext import ApplicationBuilder

from bot.app.features import Outside, features
from bot.app.handling import handler
from bot.app.house import House, Pace, Ptb
from bot.app.services import Services
from bot.app.stores import Stores
from bot.chat import routes
from bot.chat.conversation import Conversation
from bot.chat.dispatch import Dispatcher
from bot.chat.files import TelegramFiles
from bot.chat.intake import Poller
from bot.chat.messenger import TelegramMessenger
from bot.chat.outside import Door
from bot.chat.pacer import Pacer
from bot.chat.perform import Performer
from bot.chat.regret import Regret
from bot.chat.studio import Studio
from bot.chat.transport import AiohttpRequest
from bot.clock import Clock, SystemClock
from bot.library import Library
from bot.services.custody import Custody
from bot.services.foreseeing import Foreseeing
from bot.services.forgetting import Forgetting
from bot.services.media import MediaKeeping
from bot.services.nudging import SENDERS, Nudging, Store
from bot.services.replanning import Replanning
from bot.settings import Settings, SettingsError
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.places import Places
from bot.storage.planned import rules_here
from bot.storage.zones import go_by_package


def prompts_folder() -> Path:
    """Where the library stands: beside the code in a checkout, inside it when installed."""
    package = Path(__file__).parent.parent
    inside = package / "prompts"
    return inside if inside.is_dir() else package.parent / "prompts"


def library_of(settings: Settings) -> Library:
    """The words in the language and with the packs that were chosen. Raises SettingsError, LibraryError."""
    folder = prompts_folder()
    codes = Library.codes(folder)
    if codes and settings.locale not in codes:
        raise SettingsError(f"LOCALE must be one of {', '.join(codes)}, not {settings.locale}")
    library = Library.load(folder, settings.prompts, default=settings.locale)
    gc.freeze()  # it stays as it is: no search for garbage need look through it ever again
    return library


def build(
    settings: Settings, library: Library, clock: Clock | None = None, pace: Pace | None = None
) -> House:
    """The whole bot, nothing running yet. Raises DatabaseError."""
    pace, clock = pace or Pace(), clock or SystemClock()
    go_by_package()
    db = open_database(settings.database, settings.database_key)
    application, stores = _application(settings, pace), Stores.of(db)
    services = Services.over(stores, library, clock.now())
    nudging = _nudging(settings, stores, services, clock, application, library)
    files, studio = TelegramFiles(application.bot), Studio()
    places, forgetting = Places(_beside(settings.database)), Forgetting(stores.everything, nudging)
    media = MediaKeeping(stores.media, files, clock)
    outside = Outside(library, places, files, studio, settings, media)
    can = features(stores, services, forgetting, outside)
    performer = Performer(application.bot)
    door = Door(settings.allowed_users, library, performer)
    Conversation(can, services.rhythms, library, places, clock, performer, door).attach(application)
    regret = Regret(door, services.rhythms, library, performer)
    dispatcher = Dispatcher(stores.inbox, handler(application), pace.tries, regret=regret.tell)
    replanning = Replanning(stores.people, services.rhythms, stores.planned, rules_here())
    custody = Custody(settings.database, settings.database_key, settings.backups)
    chores = (
        *(nudging.send_due, replanning.go_on, forgetting.tidy, custody.tick),
        *(services.receipts.forget_earlier, stores.early.let_go, stores.inbox.let_go),
        *((media.fetch_due,) if settings.keep_media else ()),
    )
    return House(
        application=application,
        db=db,
        poller=Poller(application.bot, stores.inbox, clock, dispatcher.notice, pace.poll),
        dispatcher=dispatcher,
        inbox=stores.inbox,
        nudging=nudging,
        replanning=replanning,
        foreseeing=Foreseeing(services.rhythms),
        media=media,
        custody=custody,
        studio=studio,
        people=stores.people,
        places=places,
        library=library,
        clock=clock,
        commands=tuple(routes.commands(can)),
        chores=chores,
    )


def _nudging(
    settings: Settings, s: Stores, services: Services, clock: Clock, application: Ptb, library: Library
) -> Nudging:
    messenger = TelegramMessenger(application.bot, library, clock, settings.messages_per_second)
    store = Store(s.people, s.nudges, s.past, settings.allowed_users)
    rhythms, choosing, giving = services.rhythms, services.choosing, services.giving
    return Nudging(store, rhythms, choosing, clock, messenger, _senders(settings), giving)


def _senders(settings: Settings) -> int:
    """Enough to keep up with the pace while an answer takes up to a tenth of a second."""
    return max(SENDERS, settings.messages_per_second // 10)


def _application(settings: Settings, pace: Pace) -> Ptb:
    return (
        ApplicationBuilder()
        .token(settings.telegram_token)
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .request(AiohttpRequest(64 + _senders(settings), pace.answers))
        .get_updates_request(AiohttpRequest(connections=1))
        .rate_limiter(Pacer(settings.messages_per_second, chat_gap=pace.chat_gap))
        .updater(None)
        .build()
    )


def _beside(database: Path) -> Path:
    return database if database == IN_MEMORY else database.with_name("places.db")
