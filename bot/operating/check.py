"""``glimmer check``: each question by itself, each answer with what to do."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from sqlite_utils import Database

from bot import app
from bot.library import Library, LibraryError
from bot.operating.findings import Finding, fine, note, problem
from bot.pictures import scripts_lacking_fonts
from bot.settings import Settings, SettingsError
from bot.storage.backup import dailies
from bot.storage.checkup import Checkup
from bot.storage.database import DatabaseError, open_as_it_is
from bot.storage.media import Media, Undownloaded
from bot.storage.reindexing import Reindexing
from bot.storage.zones import names

PATIENCE = timedelta(minutes=10)
"""An update is handled in seconds; one that failed is tried again for half a minute."""
SKEW = timedelta(minutes=2)
EARLIEST = datetime(2026, 11, 1, tzinfo=UTC)
"""When this was written: a clock before it is wrong."""
STALE_ZONES = timedelta(days=540)
STALE_COPY = timedelta(days=2)
ROOM = 200_000_000
"""Bytes free, beside the size of the journal, so that it can be copied and grow."""


Findings = Iterator[Finding]


def look_over(
    settings: Settings,
    now: datetime,
    lacking: Callable[[], list[str]] = scripts_lacking_fonts,
    words: Callable[[Settings], Library] = app.library_of,
) -> Findings:
    """Everything; ``now`` is aware UTC, ``lacking`` names scripts that cannot be drawn."""
    yield _token(settings)
    yield from _journal(settings, now)
    yield from _clock(now)
    yield from _zones(now)
    yield from _room(settings.database)
    yield from _copies(settings, now)
    yield from _words(settings, words)
    yield from _fonts(lacking)


def _token(settings: Settings) -> Finding:
    if not settings.telegram_token:  # its shape was checked when it was read
        return problem("TELEGRAM_TOKEN is missing; put the token from @BotFather into .env")
    return fine("TELEGRAM_TOKEN looks like one; check --ask-telegram asks whether Telegram knows it")


def _journal(settings: Settings, now: datetime) -> Findings:
    path = settings.database
    if not path.exists():
        yield note(f"There is no journal yet at {path}; it is made when the bot first runs")
        return
    try:
        with closing(open_as_it_is(path, settings.database_key)) as db:
            yield from _inside(db, settings, now)
    except DatabaseError as error:
        yield problem(str(error))
    except Exception as error:  # sqlite3's or SQLCipher's; a damaged file may fail at any question
        yield problem(f"{path} cannot be read through ({type(error).__name__}); restore a backup")
    yield from _permissions(path)


def _inside(db: Database, settings: Settings, now: datetime) -> Findings:
    checkup, path = Checkup(db), settings.database
    if damage := checkup.damage():
        yield problem(f"{path} is damaged ({damage[0]}); stop the bot and restore a backup")
        return
    yield fine(f"{path} is whole")
    yield from _references(checkup, Reindexing(db))
    yield from _inbox(checkup, now)
    yield from _media(db, settings)
    heard = checkup.last_heard()
    if heard is not None and heard > now + SKEW:
        yield problem(f"The clock is behind: something came at {heard:%Y-%m-%d %H:%M} UTC; set it right")


def _references(checkup: Checkup, index: Reindexing) -> Findings:
    if orphans := checkup.orphans():
        yield problem(f"Rows refer to nothing in: {', '.join(orphans)}; restore a backup, and report it")
    spoiled = not index.is_sound() or index.differing() > 0
    if spoiled:
        yield problem("The search index does not agree with what is kept; check --renew-search puts it right")
    if not orphans and not spoiled:
        yield fine("References and the search index agree")


def _inbox(checkup: Checkup, now: datetime) -> Findings:
    waiting = checkup.waiting(now - PATIENCE)
    if waiting.stuck:
        yield problem(
            f"Messages that wait for more than {PATIENCE // timedelta(minutes=1)} minutes: {waiting.stuck};"
            " is the bot running? It takes them up when it starts"
        )
    if waiting.aside:
        kinds = ", ".join(sorted(set(waiting.aside)))
        yield problem(
            f"Messages that could not be handled: {len(waiting.aside)} ({kinds}); they are kept in the inbox;"
            " please report the kind of error"
        )
    if not waiting.stuck and not waiting.aside:
        yield fine("No message waits")


def _media(db: Database, settings: Settings) -> Findings:
    missing = Media(db).undownloaded()
    if not settings.keep_media:
        alone = missing.waiting + missing.given_up + missing.beyond
        yield note(f"KEEP_MEDIA is off; pictures and voice notes that only Telegram has: {alone}")
        return
    if missing.failing:
        yield note(f"Files that could not be fetched so far, and are tried again: {missing.failing}")
    if missing.given_up:
        yield note(
            f"Files that were given up: {missing.given_up}; check --retry-media has them tried once more"
        )
    if missing.waiting > missing.failing:
        yield fine(f"Pictures and voice notes on their way: {missing.waiting - missing.failing}")
    if missing.beyond:
        yield note(f"Files over 20 MB, which only Telegram has: {missing.beyond}")
    if missing == Undownloaded(0, 0, 0):
        yield fine("Pictures and voice notes are here")


def _permissions(path: Path) -> Findings:
    files = [path.with_name(path.name + end) for end in ("", "-wal", "-shm", ".lock")]
    for file in (*files, path.with_name("places.db"), *dailies(path)):
        if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield problem(f"Others on this machine may read {file}; chmod 600 {file}")


def _clock(now: datetime) -> Findings:
    if now < EARLIEST:
        yield problem(f"The clock says {now:%Y-%m-%d}, which cannot be; set it right, best by NTP")
    else:
        yield fine(f"The clock says {now:%Y-%m-%d %H:%M} UTC")


def _zones(now: datetime) -> Findings:
    release = version("tzdata")  # such as 2026.6
    year, _, number = release.partition(".")
    if not names():
        yield problem("There are no time zones here; run make install again")
    elif now - datetime(int(year), min(int(number[:2] or 1), 12), 1, tzinfo=UTC) > STALE_ZONES:
        yield note(f"The time zones are of {year}; update Glimmer to have newer ones")
    else:
        yield fine(f"The time zones are of {year}")


def _room(journal: Path) -> Findings:
    size, folder = journal.stat().st_size if journal.exists() else 0, journal.resolve().parent
    if not folder.is_dir():
        yield problem(f"The folder of DATABASE does not exist: {folder}; make it, or choose another")
    elif shutil.disk_usage(folder).free < size + ROOM:
        yield problem("The disk is nearly full; make room before messages have to wait at Telegram")


def _copies(settings: Settings, now: datetime) -> Findings:
    copies = dailies(settings.database)
    if settings.backups == 0 or not settings.database.exists():
        return
    if not copies:
        yield note("There is no daily copy yet; the bot makes one each day while it runs")
    elif now.timestamp() - copies[-1].stat().st_mtime > STALE_COPY.total_seconds():
        yield note(f"The newest daily copy is old: {copies[-1]}; is the bot running?")
    else:
        yield fine(f"The newest daily copy is {copies[-1]}")


def _words(settings: Settings, words: Callable[[Settings], Library]) -> Findings:
    try:
        words(settings)
    except (LibraryError, SettingsError) as error:
        yield problem(str(error))
    else:
        yield fine("The words in prompts/ can be read")


def _fonts(lacking: Callable[[], list[str]]) -> Findings:
    if scripts := lacking():
        yield note(f"Pictures cannot show: {', '.join(scripts)}; fonts such as fonts-noto would help")
    else:
        yield fine("Pictures can show every script")
