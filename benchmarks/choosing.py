"""How long a choice takes after ten years: the choice alone, and all of it on a real file."""

from __future__ import annotations

import random
import statistics
import tempfile
import time as stopwatch
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import product
from pathlib import Path

from benchmarks.report import Effort, Expected, Table, against
from bot.domain.choosing import choose, horizon
from bot.domain.nudge import GRACE
from bot.domain.person import Person
from bot.domain.prompts import Choice, Prompt, Shown, Situation
from bot.domain.rhythm import Rhythm, Slot
from bot.library import Library
from bot.services.choosing import Choosing, Tables
from bot.storage.database import open_database, to_text
from bot.storage.heavy import Heavy
from bot.storage.mutes import MuteTable
from bot.storage.nudges import Nudges
from bot.storage.people import People
from bot.storage.steps import Steps
from bot.storage.zones import latitudes

PROMPTS = Path(__file__).parent.parent / "prompts"
TEN_YEARS = 3650
NOW = datetime(2026, 7, 1, 18, 30, tzinfo=UTC)


def ten_years(prompts: Sequence[Prompt], per_day: int) -> Iterator[tuple[datetime, Prompt]]:
    """When what was sent, oldest first."""
    rng = random.Random(1)
    for i in range(TEN_YEARS * per_day, 0, -1):
        yield NOW - timedelta(days=i / per_day), rng.choice(prompts)


def _fill(folder: Path, person: Person, prompts: Sequence[Prompt], per_day: int) -> Tables:
    """A file with all of it, answered two times out of three."""
    db = open_database(folder / "a.db")
    nudges = Nudges(db)
    People(db).save(person, [])
    with db.atomic():
        for number, (at, prompt) in enumerate(ten_years(prompts, per_day), 1):
            _send(nudges, person, number, at, prompt)
    return Tables(nudges, Heavy(db), MuteTable(db), Steps(db))


def _send(nudges: Nudges, person: Person, number: int, at: datetime, prompt: Prompt) -> None:
    nudges.claim(person.id, f"{number}", at.date(), at, at + GRACE)
    nudge = nudges.find(person.id, f"{number}", at.date())
    if nudge is None:
        raise LookupError("what was claimed is not there")
    nudges.sending(nudge, prompt, Choice(prompt, prompt.text).sent(at, at.date()))
    nudges.sent(nudge.id, number, at)
    if number % 3:
        nudges.replied(nudge.id)


def took(do: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds."""
    found = []
    for i in range(rounds):
        begin = stopwatch.perf_counter()
        do(i)
        found.append((stopwatch.perf_counter() - begin) * 1000)
    return statistics.median(found), statistics.quantiles(found, n=100)[98]


def alone(prompts: Sequence[Prompt], situation: Situation, per_day: int, rounds: int) -> tuple[float, float]:
    """``choose`` with a history in memory."""
    sent = reversed(list(ten_years(prompts, per_day)))
    history = [Shown(p.id, p.hashes[0], p.category, to_text(at)) for at, p in sent]
    history, rng = history[: horizon(len(prompts))], random.Random(2)
    return took(lambda _: choose(prompts, history, situation, rng), rounds)


def _figures(library: Library, rounds: int) -> Iterator[Expected]:
    for locale, per_day in product(library.locales, (1, 3)):
        rhythm = Rhythm("Europe/Berlin", (Slot(time(20)),))
        person = Person(1, locale.code, rhythm, joined=NOW - timedelta(days=TEN_YEARS))
        with tempfile.TemporaryDirectory() as folder:
            tables = _fill(Path(folder), person, locale.asked, per_day)
            choosing = Choosing(library, tables, latitudes())
            situation = choosing.situation(person, NOW)
            both = {
                "choose alone": alone(locale.asked, situation, per_day, rounds),
                "all of it": took(lambda i, c=choosing, p=person: c.next(p, i, NOW), rounds),  # type: ignore[misc]
            }
        for what, (median, slow) in both.items():
            name = f"{what}, {locale.code}, {TEN_YEARS * per_day:,} sends (median; p99 {slow:.2f} ms)"
            yield Expected.at_most(name, median, 1, " ms")


def run(effort: Effort) -> Iterator[Table]:
    """Both, per locale, for one and for three a day."""
    library = Library.load(PROMPTS)
    yield against("Choosing a prompt after ten years", _figures(library, effort.of(400, 100)))
