"""Whole copies of the file: made while the bot runs, checked before they count, put back all at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.storage.counting import leap
from bot.storage.database import DatabaseError, connect, explained, open_database

PAGES = 2000  # copied at a time: how soon a copy can be called off
DATED = re.compile(r".*\.\d{4}-\d{2}-\d{2}$")
BESIDE = ("-wal", "-shm")


class CalledOff(Exception):
    """The copy was not wanted any more."""


def never() -> bool:
    """For a copy that nobody calls off."""
    return False


def back_up(journal: Path, key: str, target: Path, called_off: Callable[[], bool] = never) -> None:
    """A copy of the journal as it is at this instant; encrypted as it is. Raises DatabaseError, CalledOff.

    The bot may write meanwhile: the copy reads within one transaction of its own.
    """
    if not journal.is_file():
        raise DatabaseError(f"There is no journal to copy: {journal}")
    if target.resolve() == journal.resolve() or (target.exists() and not target.is_file()):
        raise DatabaseError(f"A backup must be a file of its own: {target}")
    _require_replaceable(target, key)
    with new_file(target) as part, explained(journal, key), closing(connect(journal, key)) as source:
        source.execute("PRAGMA busy_timeout = 5000")
        source.execute("BEGIN")
        source.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # what is read from here on is of now
        with explained(target, key), closing(connect(part, key)) as copy:
            source.backup(copy, pages=PAGES, progress=_unless(called_off))
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # it stands by itself, without a log
            require_whole(copy, target, key)


def _require_replaceable(target: Path, key: str) -> None:
    """Raises DatabaseError if anything but an earlier copy, of the same key or plain, would be lost."""
    if target.is_file() and target.stat().st_size and not any(_is_journal(target, k) for k in {key, ""}):
        raise DatabaseError(f"There is a file already that is no copy of a journal: {target}; choose another")


def _is_journal(path: Path, key: str) -> bool:
    try:
        with explained(path, key), closing(connect(path, key)) as read:
            found = read.execute("SELECT 1 FROM sqlite_master WHERE name = 'glimmers'").fetchone()
    except DatabaseError:
        return False
    return found is not None


def _unless(called_off: Callable[[], bool]) -> Callable[[int, int, int], None]:
    def progress(_status: int, _remaining: int, _total: int) -> None:
        if called_off():
            raise CalledOff

    return progress


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A private file that gets its name only once it is whole and on disk; else nothing of it stays."""
    part = target.with_name(f"{target.name}.part")
    remove(part)
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        raise DatabaseError(f"This file cannot be written: {target}") from None
    try:
        yield part
        _sync(part)
        os.replace(part, target)  # noqa: PTH105 - says what it does
        _sync(target.resolve().parent)
    finally:
        remove(part)


def remove(path: Path) -> None:
    """Remove a database and what SQLite put beside it."""
    for end in ("", "-journal", *BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def require_whole(connection: Any, path: Path, key: str) -> None:
    """Raises DatabaseError if the file, opened with that key, is damaged or no journal."""
    with explained(path, key):
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
        journal = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'glimmers'").fetchone()
    if problems != ["ok"]:
        raise DatabaseError(f"This file is damaged: {path}")
    if journal is None:
        raise DatabaseError(f"This is no journal of Glimmer: {path}")


def restore(copy: Path, journal: Path, key: str, now: datetime) -> Path | None:
    """Put a backup in the journal's place, once it has proved whole; returns where the old one is now.

    ``now`` is aware UTC. Nobody else may have the journal open. Raises DatabaseError, and then all is
    as it was.
    """
    if not copy.is_file():
        raise DatabaseError(f"There is no backup there: {copy}")
    fresh = journal.with_name(f"{journal.name}.restored")
    try:
        _copy_and_check(copy, fresh, key)
        old = _set_aside(journal, key, now) if journal.exists() else None
        os.replace(fresh, journal)  # noqa: PTH105 - says what it does
    finally:
        remove(fresh)
    _sync(journal.resolve().parent)
    return old


def _copy_and_check(copy: Path, fresh: Path, key: str) -> None:
    with explained(copy, key), closing(connect(copy, key)) as read:
        require_whole(read, copy, key)
    back_up(copy, key, fresh)
    with closing(open_database(fresh, key)) as db, explained(fresh, key), db.atomic():
        leap(db)  # brought up to date, refused if a newer Glimmer wrote it; ids given since then stay theirs


def _set_aside(journal: Path, key: str, now: datetime) -> Path:
    """The old journal under another name as well; what stood in its log is in the file, or beside it."""
    aside = journal.with_name(f"{journal.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    with suppress(DatabaseError):  # damaged, or of another key: why else would it be replaced
        open_database(journal, key).close()
    for end in BESIDE:
        log = journal.with_name(journal.name + end)
        if log.exists():
            log.rename(aside.with_name(aside.name + end))  # it must not be taken for the new one's
    os.link(journal, aside)
    return aside


# -- a copy each day -------------------------------------------------------------------------------


def folder_of(journal: Path) -> Path:
    """Where the daily copies stand: beside the journal."""
    return journal.with_name("backups")


def daily(journal: Path, day: date) -> Path:
    """The copy of that day (UTC)."""
    return folder_of(journal) / f"{journal.name}.{day.isoformat()}"


def dailies(journal: Path) -> list[Path]:
    """All daily copies, oldest first."""
    found = folder_of(journal).glob(f"{journal.name}.*")
    return sorted(path for path in found if DATED.fullmatch(path.name))


def back_up_daily(journal: Path, key: str, day: date, most: int, called_off: Callable[[], bool]) -> None:
    """Make the copy of that day, and let go of the oldest beyond ``most``. Raises as ``back_up`` does."""
    folder = folder_of(journal)
    with explained(folder, ""):
        folder.mkdir(mode=0o700, exist_ok=True)
    back_up(journal, key, daily(journal, day), called_off)
    for old in dailies(journal)[:-most]:
        old.unlink()
