"""How long pictures take, how much memory they need, and whether it is given back."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable

from bot.pictures import Booklet, Chapter, Heading, Leaf, Look, Painter
from tests.pictures import invented

ROUNDS = 5
MANY = 40
LIMITS = {"sky of 400": 400, "year of 400": 400, "clock of 400": 400, "sky of 5,000": 1500}
"""Milliseconds that were promised."""


def run() -> None:
    """Print a line per picture, then the memory of the whole process."""
    before = _peak()
    painter = Painter()
    print("| picture | median | slowest | promised |\n|---|---|---|---|")
    for name, paint in _tasks(painter).items():
        _row(name, paint)
    after = _peak()
    for _ in range(MANY):
        painter.paint(invented.sky(400))
    print(f"\nmemory: {before:.0f} MB before, {after:.0f} at most, {_peak():.0f} after {MANY} skies more")


def _tasks(painter: Painter) -> dict[str, Callable[[], bytes]]:
    few, many = invented.sky(400), invented.sky(5000)
    year, clock = invented.year(400), invented.clock(400)
    card, long = invented.postcard(), invented.postcard(invented.TEXT * 40)
    photo, contact = invented.postcard(picture=invented.photo(1280, 960)), invented.contact(24)
    garland, petals, booklet = invented.garland(15), invented.petals(5, 4, 2, 1, 3), _booklet()
    return {
        "sky of 400": lambda: painter.paint(few),
        "sky of 5,000": lambda: painter.paint(many),
        "year of 400": lambda: painter.paint(year),
        "clock of 400": lambda: painter.paint(clock),
        "postcard": lambda: painter.paint(card, Look.LIGHT),
        "postcard, longest text": lambda: painter.paint(long, Look.LIGHT),
        "postcard with photo": lambda: painter.paint(photo),
        "petals": lambda: painter.paint(petals),
        "garland": lambda: painter.paint(garland),
        "contact sheet of 24": lambda: painter.paint(contact),
        "booklet of 60": lambda: painter.booklet(booklet),
    }


def _booklet() -> Booklet:
    leaves = tuple(
        Leaf("3 March", invented.TEXT, invented.photo(640, 480, n) if n % 3 == 0 else None) for n in range(60)
    )
    return Booklet(Heading("A season", "2026"), (Chapter("March", leaves),), (invented.sky(40),))


def _row(name: str, paint: Callable[[], bytes]) -> None:
    took = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        paint()
        took.append((time.perf_counter() - begin) * 1000)
    promised = f"{LIMITS[name]} ms" if name in LIMITS else ""
    print(f"| {name} | {statistics.median(took):.0f} ms | {max(took):.0f} ms | {promised} |")


def _peak() -> float:
    """Megabytes; the kernel counts in kilobytes, macOS in bytes."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    run()
