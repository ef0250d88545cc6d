"""What takes long to make and is always the same is made once for all tests, and lent to each."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bot.storage import cities
from bot.storage.database import open_database
from bot.storage.places import Places

MADE_BY = blake2b(Path(cities.__file__).read_bytes(), digest_size=6).hexdigest()
CITIES = Path(tempfile.gettempdir()) / f"glimmer-tests-{os.getuid()}-{MADE_BY}-places.db"


def lend_cities(folder: Path) -> None:
    """Put the list of cities where a bot with its journal in that folder looks for it."""
    if not CITIES.exists():
        with CITIES.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # others wait, rather than make it, too
            if not CITIES.exists():
                _make()
    lent = folder / "places.db"
    if lent.exists():
        return
    try:
        lent.hardlink_to(CITIES)  # it is only ever read
    except OSError:  # another file system
        shutil.copy(CITIES, lent)


def _make() -> None:
    half = CITIES.with_suffix(".half")
    half.unlink(missing_ok=True)
    Places(half).prepare()
    half.replace(CITIES)


def lend_journal(database: Path) -> None:
    """Put an empty journal there, unless there is one."""
    if not database.exists():
        database.touch(mode=0o600)
        database.write_bytes(_empty())


@cache
def _empty() -> bytes:
    """The bytes of a journal in which nothing was kept yet."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "a.db"
        open_database(fresh).close()
        return fresh.read_bytes()
