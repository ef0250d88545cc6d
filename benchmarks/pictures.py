"""How long pictures take, how much memory, and how long everything else waits while they are painted."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.report import Effort, Expected, Table, against, noisy, percentile
from bot.pictures import Booklet, Chapter, Heading, Leaf, Painter
from tests.pictures import invented

Paint = Callable[[Painter, int], bytes]
PROMISED: dict[str, tuple[float, Paint]] = {
    "sky of 400": (400, lambda painter, n: painter.paint(invented.sky(400 + n))),
    "year of 400": (400, lambda painter, n: painter.paint(invented.year(400 + n))),
    "clock of 400": (400, lambda painter, n: painter.paint(invented.clock(400 + n))),
    "sky of 5,000": (1500, lambda painter, n: painter.paint(invented.sky(5000 + n))),
}
"""Milliseconds, and how it is painted; each time from other moments, since Typst remembers."""
LONG = invented.TEXT * 40
OTHERS: dict[str, Paint] = {
    "postcard": lambda painter, n: painter.paint(invented.postcard(f"{invented.TEXT} {n}")),
    "postcard, longest text": lambda painter, n: painter.paint(
        invented.postcard(f"{n} {invented.TEXT * 40}")
    ),
    "postcard with photo": lambda painter, n: painter.paint(invented.postcard(f"{n}", _photo(n))),
    "contact sheet of 24": lambda painter, n: painter.paint(invented.contact(24 - n % 2)),
    "booklet of 60": lambda painter, n: painter.booklet(_booklet(n)),
}
MEGABYTES = 150
PAINTED_ALONE = """
from pathlib import Path
from bot.pictures import Painter
from tests.pictures import invented
Painter().paint(invented.sky(5000))
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line).split()[1])
"""
WAITING = 300
RECAPS = 20


def run(effort: Effort) -> Iterator[Table]:
    """What was promised, then the others."""
    painter, rounds = Painter(), effort.of(9, 3)
    painter.paint(invented.postcard())
    yield against("What was promised of pictures", _promises(painter, rounds))
    rows = [(name, noisy(_took(paint, painter, rounds), " ms")) for name, paint in OTHERS.items()]
    yield Table("Other pictures", ("picture", "median"), rows)


def _promises(painter: Painter, rounds: int) -> Iterator[Expected]:
    for name, (most, paint) in PROMISED.items():
        yield Expected.at_most(name, statistics.median(_took(paint, painter, rounds)), most, " ms")
    yield Expected.at_most("memory of a process that paints 5,000 stars", _memory(), MEGABYTES, " MB")
    waits = asyncio.run(_waits(painter))
    yield Expected.at_most(f"p99 of a wait while {RECAPS} skies are painted", waits, WAITING, " ms")


def _took(paint: Paint, painter: Painter, rounds: int) -> list[float]:
    took = []
    for n in range(rounds):
        begin = time.perf_counter()
        paint(painter, n)
        took.append((time.perf_counter() - begin) * 1000)
    return took


def _memory() -> float:
    """Megabytes at most, as Linux counted them (`getrusage` would tell of the parent's)."""
    ended = subprocess.run([sys.executable, "-c", PAINTED_ALONE], capture_output=True, check=True)
    return int(ended.stdout) / 1024


async def _waits(painter: Painter) -> float:
    """How much longer than a millisecond the loop took to come back, while one thread paints."""
    loop, waits = asyncio.get_running_loop(), []
    with ThreadPoolExecutor(1) as thread:
        skies = [loop.run_in_executor(thread, painter.paint, invented.sky(450 + n)) for n in range(RECAPS)]
        while not all(sky.done() for sky in skies):
            begin = time.perf_counter()
            await asyncio.sleep(0.001)
            waits.append((time.perf_counter() - begin) * 1000 - 1)
    return percentile(waits, 99)


def _photo(n: int) -> bytes:
    return invented.photo(1280, 960 + n)


def _booklet(number: int) -> Booklet:
    photos = [invented.photo(640, 480 + number, n) for n in range(20)]
    leaves = tuple(Leaf("3 March", invented.TEXT, photos[n // 3] if n % 3 == 0 else None) for n in range(60))
    return Booklet(Heading("A season", "2026"), (Chapter("March", leaves),), (invented.sky(40 + number),))
