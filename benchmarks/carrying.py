"""Taking ten years away and forgetting them: how long, how much memory, and how long others wait."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.report import Effort, Expected, Table, against
from bot.domain.glimmer import Medium, MediumKind, Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.services.exporting import Exporting, Words
from bot.storage.database import open_database
from bot.storage.everything import Everything
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.media import Media
from bot.storage.people import People
from bot.storage.takeout import Takeout

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANNA = Person(1, "en", Rhythm("Europe/Berlin", ()), joined=NOW)
MOMENTS, PHOTOS, PHOTO = 10_000, 500, 300_000
MEGABYTES, STALL = 100, 250
TEXT = "warm light on the wall of the kitchen, and somebody humming next door #home "


def run(effort: Effort) -> Iterator[Table]:
    """In a process of its own, so that its memory is the export's."""
    share = effort.of(1, 10)
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "glimmer.db"
        _fill(journal, MOMENTS // share, PHOTOS // share)
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.carrying", str(journal)],
            capture_output=True,
            check=True,
            env={**_environment(), "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
    figures = json.loads(told.stdout)
    title = f"{MOMENTS // share:,} moments with {PHOTOS // share} photos of {PHOTO // 1000} kB"
    yield against(
        title,
        (
            Expected.at_most("memory at most while they are taken away", figures["memory"], MEGABYTES, " MB"),
            Expected.at_most("longest wait of others meanwhile", figures["export_stall"], STALL, " ms"),
            Expected.at_most(
                "longest wait of others while they are forgotten", figures["forget_stall"], STALL, " ms"
            ),
        ),
        f"Taking away: {figures['export']:.1f} s, {figures['parcels']} archives;"
        f" forgetting: {figures['forget']:.1f} s.",
    )


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}


def _fill(journal: Path, moments: int, photos: int) -> None:
    with closing(open_database(journal)) as db:
        People(db).save(ANNA, [])
        glimmers, media = Glimmers(db), Media(db)
        with db.atomic():
            for n in range(moments):
                at = NOW - timedelta(hours=9 * n)
                shown = n * photos // moments != (n + 1) * photos // moments
                photo = Medium(MediumKind.PHOTO, f"f{n}", f"u{n}", "image/jpeg")
                said = Said(n + 1, at, f"{TEXT}{n}", (photo,) if shown else ())
                glimmers.keep(ANNA.id, said, Filed(at.date()))
        while wanted := media.wanted(NOW, ANNA.id):
            media.keep(wanted, os.urandom(PHOTO))


def _measured(journal: Path) -> dict[str, float]:
    with closing(open_database(journal)) as db:
        exporting, words = Exporting(Takeout(db), None), Words("Glimmers", str, "{}: {}".format, str)
        parcels: list[str] = []

        async def export() -> None:
            async for parcel in exporting.export(ANNA, words, NOW):
                parcels.append(parcel.name)
                del parcel  # as the chat does, before the next is made

        async def forget() -> None:
            everything = Everything(db)
            for _ in everything.drop_moments(ANNA.id):
                await asyncio.sleep(0)
            everything.drop(ANNA.id)
            for _ in everything.scrub_search():
                await asyncio.sleep(0)
            everything.empty_log()

        took, stall = asyncio.run(_stalling(export))
        memory = _peak()
        forgot, forget_stall = asyncio.run(_stalling(forget))
        return {
            "export": took,
            "export_stall": stall,
            "memory": memory,
            "parcels": len(parcels),
            "forget": forgot,
            "forget_stall": forget_stall,
        }


async def _stalling(work: Callable[[], Awaitable[None]]) -> tuple[float, float]:
    """Seconds that it took, and milliseconds of the longest stretch in which nobody else had a turn."""
    longest, last, done = 0.0, time.perf_counter(), False

    async def beat() -> None:
        nonlocal longest, last
        while not done:
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
            await asyncio.sleep(0)

    beating = asyncio.create_task(beat())
    began = time.perf_counter()
    await work()
    took, done = time.perf_counter() - began, True
    await beating
    return took, longest * 1000


def _peak() -> float:
    """Megabytes of memory at most, of this process so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(Path(sys.argv[1]))))
