"""The list of cities takes seconds to make, so it is made once for all tests and lent to each."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from hashlib import blake2b
from pathlib import Path

from bot.storage import places
from bot.storage.places import Places

MADE_BY = blake2b(Path(places.__file__).read_bytes(), digest_size=6).hexdigest()
STORE = Path(tempfile.gettempdir()) / f"glimmer-tests-{os.getuid()}-{MADE_BY}-places.db"


def lend(folder: Path) -> None:
    """Put the list where a bot with its journal in that folder looks for it."""
    if not STORE.exists():
        with STORE.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # others wait, rather than make it, too
            if not STORE.exists():
                _make()
    shutil.copy(STORE, folder / "places.db")


def _make() -> None:
    half = STORE.with_suffix(".half")
    half.unlink(missing_ok=True)
    Places(half).prepare()
    half.replace(STORE)
