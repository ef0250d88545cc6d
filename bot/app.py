"""The composition root: builds everything, knows everyone, decides nothing."""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from inspect import isawaitable
from pathlib import Path
from typing import Any, TextIO

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlite_utils import Database
from telegram import Update
from telegram.error import NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder

from bot.chat import periods, profile, routes
from bot.chat.about import Privacy
from bot.chat.browse import Browse
from bot.chat.care import Care
from bot.chat.conversation import Conversation
from bot.chat.dispatch import PAUSES, Dispatcher, Unreadable
from bot.chat.export import Export
from bot.chat.files import TelegramFiles
from bot.chat.forget import Forget
from bot.chat.giving import GivingChat
from bot.chat.hours import Hours
from bot.chat.import_ import Import
from bot.chat.intake import Poller
from bot.chat.journal import Journal as JournalChat
from bot.chat.messenger import TelegramMessenger
from bot.chat.nudge import Nudge
from bot.chat.opened import Open
from bot.chat.outside import Door
from bot.chat.pacer import CHAT_GAP, Pacer
from bot.chat.pause import Pause
from bot.chat.perform import Performer
from bot.chat.picture import Picture
from bot.chat.recap import Recap
from bot.chat.receipt import Receipt
from bot.chat.remember import Remember
from bot.chat.routes import Features
from bot.chat.settings import Settings as SettingsChat
from bot.chat.silence import Silence
from bot.chat.start import Start
from bot.chat.studio import Studio
from bot.chat.subjects import Subjects as SubjectsChat
from bot.chat.times import Times
from bot.chat.transport import AiohttpRequest, Timeouts
from bot.chat.when import When
from bot.chat.zone import Zone
from bot.clock import Clock, SystemClock, Watch
from bot.library import Library
from bot.services.asking import Asking
from bot.services.browsing import Browsing, Shelves
from bot.services.caring import Caring
from bot.services.choosing import Choosing, Tables
from bot.services.custody import Custody
from bot.services.exporting import Exporting
from bot.services.foreseeing import Foreseeing
from bot.services.forgetting import Forgetting
from bot.services.giving import Given
from bot.services.giving import GivingBack as Unasked
from bot.services.giving_plans import GivingPlans
from bot.services.importing import Importing
from bot.services.journal import Journal
from bot.services.media import MediaKeeping
from bot.services.nudging import SENDERS, Nudging, Store
from bot.services.picturing import Picturing
from bot.services.postponing import Postponing
from bot.services.recaps import Recaps
from bot.services.receipts import Receipts
from bot.services.remember import Remember as Remembering
from bot.services.replanning import Replanning
from bot.services.rhythms import Rhythms
from bot.services.subjects import Subjects
from bot.settings import Settings, SettingsError
from bot.storage.arrivals import Arrivals
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, DatabaseError, make_private, open_database
from bot.storage.everything import Everything
from bot.storage.givings import Givings
from bot.storage.glimmers import Glimmers
from bot.storage.heavy import Heavy
from bot.storage.inbox import Inbox
from bot.storage.listing import Listing
from bot.storage.lookbacks import Lookbacks
from bot.storage.media import Media
from bot.storage.mutes import Countries, MuteTable
from bot.storage.nudges import Nudges
from bot.storage.outlines import Outlines
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.places import Places
from bot.storage.planned import Planned, rules_here
from bot.storage.search import Search
from bot.storage.steps import Steps
from bot.storage.takeout import Takeout
from bot.storage.zones import go_by_package, latitudes, located

log = logging.getLogger(__name__)
TICK = 1  # second
NOTICED = timedelta(seconds=2)
"""A clock that is set by less makes no difference."""
Ptb = Application[Any, Any, Any, Any, Any, Any]


def prompts_folder() -> Path:
    """Where the library stands: beside the code in a checkout, inside it when installed."""
    inside = Path(__file__).parent / "prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


def library_of(settings: Settings) -> Library:
    """The words in the language and with the packs that were chosen. Raises SettingsError, LibraryError."""
    folder = prompts_folder()
    codes = Library.codes(folder)
    if codes and settings.locale not in codes:
        raise SettingsError(f"LOCALE must be one of {', '.join(codes)}, not {settings.locale}")
    return Library.load(folder, settings.prompts, default=settings.locale)


@dataclass(frozen=True, slots=True)
class House:
    """Everything that runs."""

    application: Ptb
    db: Database
    poller: Poller
    dispatcher: Dispatcher
    inbox: Inbox
    nudging: Nudging
    replanning: Replanning
    foreseeing: Foreseeing
    media: MediaKeeping
    custody: Custody
    studio: Studio
    people: People
    library: Library
    clock: Clock
    commands: tuple[str, ...]
    chores: tuple[Callable[[datetime], object], ...]
    """What every tick sees to; each is given the time (aware UTC)."""

    async def tick(self) -> None:  # a coroutine: APScheduler runs anything else in a thread
        """Ask the database what is due. A chore that fails is tried at the next tick, and stops no other."""
        now = self.clock.now()
        for chore in self.chores:
            try:
                if (more := chore(now)) is not None and isawaitable(more):
                    await more
            except Exception as error:  # APScheduler would log a traceback each second
                log.error("%s waits (%s); is the disk full?", chore.__qualname__, type(error).__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: of a long poll, between messages into one chat, between tries of what failed, for an answer.

    Tests and benchmarks are quicker.
    """

    poll: int = 30
    chat_gap: float = CHAT_GAP
    tries: tuple[float, ...] = PAUSES
    answers: Timeouts | None = None


def build(
    settings: Settings, library: Library, clock: Clock | None = None, pace: Pace | None = None
) -> House:
    """The whole bot, nothing running yet. Raises DatabaseError."""
    pace, clock = pace or Pace(), clock or SystemClock()
    go_by_package()
    db = open_database(settings.database, settings.database_key)
    application = _application(settings, pace)
    people, nudges, glimmers, steps = People(db), Nudges(db), Glimmers(db), Steps(db)
    past = Past(db)
    givings, lookbacks = Givings(db), Lookbacks(db)
    rhythms, inbox = Rhythms(people, nudges, past, GivingPlans(givings)), Inbox(db)
    messenger = TelegramMessenger(application.bot, library, clock, settings.messages_per_second)
    heavy = Heavy(db)
    choosing = Choosing(library, Tables(nudges, heavy, MuteTable(db), steps), latitudes())
    store = Store(people, nudges, past, settings.allowed_users)
    studio = Studio()
    tables = Given(people, givings, nudges, past, heavy, lookbacks)
    given = _giving_back(db, rhythms, steps, studio, tables, library)
    senders = _senders(settings)
    nudging = Nudging(store, rhythms, choosing, clock, messenger, senders, given.giving.giving)
    replanning = Replanning(people, rhythms, Planned(db), rules_here())
    postponing = Postponing(nudges, rhythms)
    places = Places(_beside(settings.database))
    caring = Caring(heavy, Countries(db), located())
    journal = Journal(glimmers, Changes(db), nudges, steps, caring)
    files = TelegramFiles(application.bot)
    forgetting = Forgetting(Everything(db), nudging)
    shelves = Shelves(glimmers, Changes(db), Media(db), Listing(db), Search(db), Everything(db))
    browsing, receipts = Browsing(shelves), Receipts(glimmers, Changes(db), nudges)
    features = _features(
        rhythms,
        steps,
        places,
        Asking(nudges, rhythms, choosing),
        postponing,
        journal,
        browsing,
        given,
        library,
        Forget(forgetting),
        Export(Exporting(Takeout(db), _folder_of(settings.database))),
        Import(Importing(files, Arrivals(db)), steps),
        Care(caring, rhythms),
        Receipt(receipts),
        SubjectsChat(Subjects(choosing)),
        Privacy(settings.backups),
    )
    performer = Performer(application.bot)
    door = Door(settings.allowed_users, library, performer)
    conversation = Conversation(features, rhythms, library, places, clock, performer, door)
    conversation.attach(application)
    dispatcher = Dispatcher(inbox, _handler(application), pace.tries)
    poller = Poller(application.bot, inbox, clock, dispatcher.notice, pace.poll)
    commands = tuple(routes.commands(features))
    media = MediaKeeping(Media(db), files, clock)
    fetching = (media.fetch_due,) if settings.keep_media else ()
    custody = Custody(settings.database, settings.database_key, settings.backups)
    nudges_and_plans = (nudging.send_due, replanning.go_on)
    chores = (*nudges_and_plans, forgetting.tidy, custody.tick, receipts.forget_earlier, *fetching)
    return House(
        application,
        db,
        poller,
        dispatcher,
        inbox,
        nudging,
        replanning,
        Foreseeing(rhythms, nudges),
        media,
        custody,
        studio,
        people,
        library,
        clock,
        commands,
        chores,
    )


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


@dataclass(frozen=True, slots=True)
class GivingBack:
    """What gives moments back."""

    recap: Recap
    picture: Picture
    remember: Remember
    giving: GivingChat


def _giving_back(
    db: Database, rhythms: Rhythms, steps: Steps, studio: Studio, tables: Given, library: Library
) -> GivingBack:
    remembering = Remembering(tables.lookbacks, Changes(db), Media(db), steps)
    outlines = Outlines(db)
    recaps = Recaps(outlines, steps)
    picture = Picture(Picturing(outlines, Media(db)), recaps, rhythms, studio)
    giving = Unasked(tables, recaps, remembering, library, periods.named)
    return GivingBack(
        Recap(recaps, rhythms, picture), picture, Remember(remembering), GivingChat(giving, steps)
    )


def _features(
    rhythms: Rhythms,
    steps: Steps,
    places: Places,
    asking: Asking,
    postponing: Postponing,
    journal: Journal,
    browsing: Browsing,
    given: GivingBack,
    library: Library,
    forget: Forget,
    export: Export,
    import_: Import,
    care: Care,
    receipt: Receipt,
    subjects: SubjectsChat,
    privacy: Privacy,
) -> Features:
    times = Times(rhythms, steps)
    zone = Zone(rhythms, steps, places, times)
    nudge = Nudge(asking, journal, postponing)
    pause, when = Pause(rhythms), When(rhythms, steps)
    return Features(
        start=Start(rhythms, zone, times, nudge),
        zone=zone,
        times=times,
        nudge=nudge,
        journal=JournalChat(journal, care, receipt, given.giving),
        browse=Browse(browsing, rhythms, steps),
        opened=Open(browsing, rhythms, steps),
        recap=given.recap,
        picture=given.picture,
        giving=given.giving,
        pause=pause,
        settings=SettingsChat(
            rhythms,
            library,
            {
                "times": times.page,
                "when": when.page,
                "subjects": subjects.page,
                "giving": given.giving.page,
                "timezone": zone.page,
                "pause": pause.command,
            },
        ),
        when=when,
        hours=Hours(rhythms),
        silence=Silence(rhythms, times, pause),
        forget=forget,
        export=export,
        import_=import_,
        remember=given.remember,
        care=care,
        subjects=subjects,
        privacy=privacy,
    )


def _beside(database: Path) -> Path:
    return database if database == IN_MEMORY else database.with_name("places.db")


def _folder_of(database: Path) -> Path | None:
    return None if database == IN_MEMORY else database.resolve().parent


def _handler(application: Ptb) -> Callable[[int, dict[str, Any]], Any]:
    """Handles one update of the inbox; raises what its handler raised, so that it is tried again."""
    failures: dict[int, Exception] = {}

    async def failed(update: object, context: Any) -> None:
        if isinstance(update, Update):
            failures[update.update_id] = context.error

    async def handle(update_id: int, raw: dict[str, Any]) -> None:
        update = _read(raw, application)
        await application.process_update(update)
        if (error := failures.pop(update_id, None)) is not None:
            raise error

    application.add_error_handler(failed)
    return handle


def _read(raw: dict[str, Any], application: Ptb) -> Update:
    """The update as PTB's object. Raises Unreadable; outside the ``except``, as its text may be theirs."""
    try:
        # Half a surrogate pair is no text that can be kept or sent: it becomes a question mark.
        whole = json.loads(json.dumps(raw, ensure_ascii=False).encode(errors="replace"))
        return Update.de_json(whole, application.bot)
    except Exception as error:  # whatever a field of an unheard-of shape leads to
        problem = type(error).__name__
    raise Unreadable(problem)


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the journal for this process. Raises DatabaseError if another one does."""
    try:
        lock_file = database.with_name(database.name + ".lock")
        make_private(lock_file)
        lock: TextIO = lock_file.open("w")
    except OSError:
        folder = database.resolve().parent
        raise DatabaseError(f"The folder of DATABASE cannot be written: {folder}") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise DatabaseError(f"Another Glimmer is running on {database}; stop it first") from None
    try:
        yield
    finally:
        lock.close()


async def work(house: House, stop: asyncio.Event) -> None:
    """Run until ``stop``, then let what is under way finish. Raises IntakeError, InvalidToken."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    job = scheduler.add_job(
        house.tick, "interval", seconds=TICK, coalesce=True, max_instances=1, misfire_grace_time=None
    )
    polling = asyncio.create_task(_reach_and_poll(house, scheduler, job))
    stopping = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait((polling, stopping), return_when=asyncio.FIRST_COMPLETED)
        if polling in done:
            await polling
    finally:
        if scheduler.running:
            scheduler.shutdown(wait=False)
        for task in (polling, stopping):
            task.cancel()
        await asyncio.gather(polling, stopping, return_exceptions=True)
        await house.dispatcher.close()
        await house.nudging.close()
        await house.media.close()
        await house.custody.close()
        house.studio.close()
        await house.application.shutdown()
        await house.application.bot.shutdown()  # the line before does nothing unless all went well at start
        house.db.close()


async def _reach_and_poll(house: House, scheduler: AsyncIOScheduler, job: Job) -> None:
    await _initialize(house.application)
    house.nudging.recover()
    house.replanning.begin(house.clock.now())
    scheduler.start()
    house.dispatcher.resume()
    log.info("Glimmer is awake")
    async with asyncio.TaskGroup() as group:
        group.create_task(profile.show(house.application.bot, house.library, house.commands))
        group.create_task(house.poller.run())
        group.create_task(watch(house, job))


async def watch(house: House, job: Job) -> None:
    """Tick on when the machine's clock is set: back, the scheduler would wait for the old hour to return."""
    watched = Watch(house.clock)
    while True:
        await asyncio.sleep(TICK)
        moved = watched.moved()
        if abs(moved) > NOTICED:
            log.info("the clock was moved by %.0f seconds", moved.total_seconds())
        if moved < -NOTICED:
            house.replanning.again(house.clock.now())
        soon = SystemClock().now() + timedelta(seconds=TICK)  # the scheduler goes by the machine's
        if job.next_run_time and job.next_run_time > soon + NOTICED:
            job.modify(next_run_time=soon)


async def _initialize(application: Ptb) -> None:
    """Wait for the network, saying so once. Raises InvalidToken."""
    pause = 0.0
    while True:
        try:
            await application.initialize()
            await application.bot.delete_webhook()  # polling is refused while one stands; nothing is dropped
        except (RetryAfter, NetworkError) as error:
            if not pause:
                log.warning("Telegram cannot be reached (%s); waiting for it", type(error).__name__)
            pause = min(pause * 2 or 1.0, 30.0)
            await asyncio.sleep(pause)
        else:
            return
