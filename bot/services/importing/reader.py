"""The process that reads what strangers wrote, within limits: an errand in, what was found or why not out."""

from __future__ import annotations

import os
import pickle
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.care import Care, Tier, assess
from bot.domain.carried import Carried
from bot.domain.found import Found, NotTaken, Place
from bot.services.importing.reading import read

MEMORY = 512_000_000  # bytes of address space; ten years of long entries with emoji take 450
PROCESSOR = 120  # seconds; those ten years take 6, and a small machine five times as long
AT_ONCE = 200  # entries handed over in one piece
FIRST_TO_GO = "1000"  # where memory runs out, the kernel ends this process rather than the bot
NO_ROOM = 3  # the exit code where memory did not suffice


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be read; entries in which one of the ``cries`` (patterns, pickled) is heard are held."""

    data: bytes
    place: Place
    cries: bytes = pickle.dumps(())


def main() -> int:
    """Exit code. Pickles out: (source, n) and n lists of entries, or (reason, line) of the refusal."""
    _limit()
    try:
        for piece in _answer(pickle.load(sys.stdin.buffer)):  # noqa: S301 - from the bot itself
            sys.stdout.buffer.write(piece)
    except MemoryError:
        return NO_ROOM
    return 0


def _limit() -> None:
    with suppress(OSError, ValueError):  # where the system knows no such limit, the bot's clock still does
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # nobody's words in a core dump
    os.nice(10)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")


def _answer(errand: Errand) -> Iterator[bytes]:
    try:
        found = _found(errand)
    except NotTaken as refusal:
        yield pickle.dumps((refusal.reason, refusal.line))
        return
    pieces = [found.entries[n : n + AT_ONCE] for n in range(0, len(found.entries), AT_ONCE)]
    yield pickle.dumps((found.source, len(pieces)))
    yield from map(pickle.dumps, pieces)


def _found(errand: Errand) -> Found:
    found = read(errand.data, errand.place)
    care = Care(pickle.loads(errand.cries))  # noqa: S301 - likewise; only now that there is something to judge
    return replace(found, entries=tuple(_held(entry, care) for entry in found.entries))


def _held(entry: Carried, care: Care) -> Carried:
    return replace(entry, held=entry.held or assess(entry.text, care) is Tier.EXPLICIT)


if __name__ == "__main__":
    raise SystemExit(main())
