"""How long a search takes among a million glimmers: for somebody with a thousand, and with ten years."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from benchmarks.report import Effort, Expected, Table, against, percentile
from bot.domain.glimmer import Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.storage.database import open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.people import People
from bot.storage.search import Search

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEN_YEARS, USUAL = 10_000, 1000  # glimmers of a person
PAGE = 8  # what a page of the answer shows
ANNA, BEN = 1, 2
MOST = 20.0  # milliseconds
SYLLABLES = ("ka", "lo", "mi", "ren", "tu", "sha", "vel", "no", "pri", "das", "um", "be", "ly", "gor", "fe")
EVERYWHERE = "light"
ASKED = ("rare", "usual", "two words", "beginning", "phrase", "nothing", "everywhere", "one letter")


def _words(rng: random.Random) -> list[str]:
    return ["".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(20_000)]


def _text(rng: random.Random, words: list[str]) -> str:
    """A dozen words; few are frequent, as in any language."""
    return " ".join([EVERYWHERE, *(words[int(len(words) ** rng.random()) - 1] for _ in range(12))])


def _fill(db: Database, count: int, words: list[str]) -> None:
    """Anna has ten years, everybody else a thousand."""
    rng = random.Random(1)
    glimmers, people = Glimmers(db), People(db)
    person_id, left = 0, 0
    with db.atomic():
        for n in range(count):
            if not left:
                person_id, left = person_id + 1, USUAL if person_id else min(TEN_YEARS, count // 10)
                people.save(Person(person_id, "en", Rhythm("Europe/Berlin", ()), joined=NOW), [])
            at = NOW - timedelta(hours=8 * left)
            glimmers.keep(person_id, Said(n + 1, at, _text(rng, words)), Filed(at.date()))
            left -= 1


def _asked(kind: str, rng: random.Random, words: list[str]) -> str:
    match kind:
        case "rare":
            return rng.choice(words[5000:])
        case "usual":
            return rng.choice(words[:50])
        case "two words":
            return f"{words[0]} {rng.choice(words[:50])}"
        case "beginning":
            return rng.choice(words)[:4]
        case "phrase":
            return f"“{rng.choice(words[:20])} {rng.choice(words[:20])}”"
        case "nothing":
            return "xylophone"
        case "everywhere":
            return EVERYWHERE
        case _:
            return rng.choice("klmrtsvnpdubgf")


def _measure(db: Database, person_id: int, words: list[str], rounds: int) -> dict[str, list[float]]:
    """Milliseconds by what was asked."""
    rng, search = random.Random(2), Search(db)
    if len(search.find(person_id, EVERYWHERE, PAGE)) < PAGE:
        raise LookupError("what stands in every glimmer is not found")
    took: dict[str, list[float]] = {kind: [] for kind in ASKED}
    for _ in range(rounds):
        for kind in ASKED:
            asked = _asked(kind, rng, words)
            begin = time.perf_counter()
            search.find(person_id, asked, PAGE)
            took[kind].append((time.perf_counter() - begin) * 1000)
    return took


def _row(who: str, took: dict[str, list[float]]) -> Iterator[tuple[str, ...]]:
    for kind, values in took.items():
        figures = (percentile(values, 50), percentile(values, 99), max(values))
        yield (f"{who}: {kind}", *(f"{value:.1f} ms" for value in figures))


def run(effort: Effort) -> Iterator[Table]:
    """Every kind of question, asked by the one and by the other."""
    count, rounds = effort.of(1_000_000, 50_000), effort.of(200, 50)
    words = _words(random.Random(0))
    with tempfile.TemporaryDirectory() as folder, closing(open_database(Path(folder) / "a.db")) as db:
        begin = time.perf_counter()
        _fill(db, count, words)
        filled = time.perf_counter() - begin
        anna, ben = (_measure(db, person_id, words, rounds) for person_id in (ANNA, BEN))
        size = (Path(folder) / "a.db").stat().st_size / 1e6
    every = [[value for values in took.values() for value in values] for took in (ben, anna)]
    own = (f"somebody with {USUAL:,}", f"somebody with {min(TEN_YEARS, count // 10):,}")
    yield Table(
        f"Search among {count:,} glimmers, a file of {size:,.0f} MB",
        ("asked by: for", "p50", "p99", "slowest"),
        [*_row(own[0], ben), *_row(own[1], anna)],
        [f"Written in one transaction in {filled:.0f} s, {filled / count * 1e6:.0f} µs each."],
    )
    yield against(
        "Of all of these",
        [
            Expected.at_most(f"{who}, p99", percentile(took, 99), MOST, " ms")
            for who, took in zip(own, every, strict=True)
        ],
    )
