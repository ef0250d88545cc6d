"""Storms: the process is killed, starved and locked out while people write, edit, join and take back."""

from __future__ import annotations

import asyncio
import random
import resource
import signal
import sqlite3
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.sandbox import Fault, Sandbox
from tests.dialog import talking
from tests.process import OPEN, TOKEN, ended, started
from tests.storming import Storm

ROOM = 40_000  # bytes until the disk is full


@asynccontextmanager
async def storming(folder: Path, seed: int) -> AsyncIterator[Storm]:
    """A storm, at the end of which a bot works off what is left and nothing may be missing."""
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        storm = Storm(sandbox, folder, seed)
        yield storm
        process = await started(sandbox, folder)
        await storm.calm()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said, said[-1500:]


async def round_of(storm: Storm, limit: tuple[int, int] | None = None) -> None:
    """A start, some deeds, and a kill at an instant nobody chose."""
    began = time.monotonic()
    process = await started(storm.sandbox, storm.folder, limit)
    if storm.rng.random() < 0.8:
        await awake(storm, process, began)
    await asyncio.sleep(storm.rng.uniform(0, 0.6))
    await storm.rage(storm.rng.randrange(2, 12))
    await killed(process)


async def awake(storm: Storm, process: Process, since: float) -> None:
    """Until it is about to poll, or has ended: it may be unable to start."""
    calls = storm.sandbox.calls
    while process.returncode is None and not any(
        call.method == "deleteWebhook" and call.at_monotonic > since for call in calls
    ):
        await asyncio.sleep(0.02)
        calls = storm.sandbox.calls


async def killed(process: Process) -> str:
    """What it wrote until then."""
    with suppress(ProcessLookupError):  # it may have ended by itself: it could not start
        process.kill()
    said = (await process.communicate())[1].decode()
    assert "Traceback" not in said, said[-1500:]
    return said


async def told(process: Process, words: str) -> None:
    """Wait until it says so."""
    assert process.stderr
    async with asyncio.timeout(60):
        while words not in (line := (await process.stderr.readline()).decode()):
            assert line
            assert "Traceback" not in line


def full(storm: Storm) -> tuple[int, int] | None:
    """Every other time the disk has little room left."""
    file = storm.folder / "glimmer.db"
    if not file.exists() or storm.rng.random() < 0.5:
        return None
    return resource.RLIMIT_FSIZE, file.stat().st_size + storm.rng.randrange(ROOM)


async def lock_now_and_then(folder: Path, rng: random.Random) -> None:
    """Another process that wants the file, too: short and long, whenever it gets it."""
    while True:
        await asyncio.sleep(rng.uniform(0.1, 1.0))
        with closing(sqlite3.connect(folder / "glimmer.db", timeout=0, isolation_level=None)) as other:
            with suppress(sqlite3.OperationalError):
                other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(rng.choice((0.05, 0.5, 1.5)))


async def test_a_few_kills_while_people_write_edit_and_undo_lose_and_double_nothing(tmp_path: Path) -> None:
    async with storming(tmp_path, seed=0) as storm:
        for _ in range(3):
            await round_of(storm)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(1, 6))
async def test_a_storm_of_kills_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    async with storming(tmp_path, seed) as storm:
        for _ in range(20):
            await round_of(storm)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(11, 13))
async def test_a_storm_of_kills_on_a_full_disk_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    async with storming(tmp_path, seed) as storm:
        for _ in range(15):
            await round_of(storm, full(storm))


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(21, 23))
async def test_a_storm_of_kills_beside_another_process_loses_and_doubles_nothing(
    tmp_path: Path, seed: int
) -> None:
    async with storming(tmp_path, seed) as storm:
        await round_of(storm)
        other = asyncio.create_task(lock_now_and_then(tmp_path, random.Random(seed)))
        for _ in range(15):
            await round_of(storm)
        other.cancel()
        await asyncio.gather(other, return_exceptions=True)


@pytest.mark.storm
async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    async with storming(tmp_path, seed=1) as storm:
        process = await started(storm.sandbox, tmp_path)
        await storm.rage(20)
        await storm.settled()
        await ended(process, signal.SIGTERM)
        room = (tmp_path / "glimmer.db").stat().st_size + ROOM
        process = await started(storm.sandbox, tmp_path, (resource.RLIMIT_FSIZE, room))
        for person in storm.people:
            for _ in range(8):
                storm.say(person, " and on it goes" * 200)
        await told(process, "disk full")
        await killed(process)


@pytest.mark.storm
async def test_another_process_that_holds_the_file_for_a_while_loses_nothing(tmp_path: Path) -> None:
    async with storming(tmp_path, seed=2) as storm:
        process = await started(storm.sandbox, tmp_path)
        await storm.rage(10)
        await storm.settled()
        with closing(sqlite3.connect(tmp_path / "glimmer.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for person in storm.people:
                storm.say(person)
            await asyncio.sleep(7)  # the bot waits five seconds for the file, then tries again
            other.execute("ROLLBACK")
        await storm.settled()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said, said[-1500:]


@pytest.mark.storm
@pytest.mark.parametrize("what", [lambda folder: folder / "glimmer.db", lambda folder: folder])
async def test_a_file_that_may_not_be_written_leaves_everything_at_telegram(
    tmp_path: Path, what: Callable[[Path], Path]
) -> None:
    async with storming(tmp_path, seed=3) as storm:
        process = await started(storm.sandbox, tmp_path)
        await storm.rage(10)
        await storm.settled()
        await ended(process, signal.SIGTERM)
        mode = what(tmp_path).stat().st_mode
        what(tmp_path).chmod(mode & ~0o222)
        for person in storm.people:
            storm.say(person)
        process = await started(storm.sandbox, tmp_path, powerless=True)
        _, said = await asyncio.wait_for(process.communicate(), 20)
        assert process.returncode != 0
        assert "DATABASE" in said.decode()
        assert "Traceback" not in said.decode()
        assert len(storm.sandbox.pending) == len(storm.people)
        what(tmp_path).chmod(mode)


async def test_a_file_that_becomes_read_only_meanwhile_leaves_everything_at_telegram(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("before")
        anna.house.db.execute("PRAGMA query_only = ON")  # each write fails as on a read-only file
        anna.person.says("meanwhile")
        await asyncio.sleep(2.5)
        assert len(anna.sandbox.pending) == 1
        anna.house.db.execute("PRAGMA query_only = OFF")
        await anna.settles()
        kept = anna.house.db.execute("SELECT text FROM glimmers ORDER BY id").fetchall()
        assert kept == [("before",), ("meanwhile",)]


async def faulty(folder: Path, deeds: int, seed: int) -> None:
    async with storming(folder, seed) as storm:
        process = await started(storm.sandbox, folder)
        await storm.rage(3)
        for kind in Fault:
            storm.sandbox.faults.add(kind, times=10**6, probability=0.1 / len(Fault), seconds=0.5)
        await storm.rage(deeds)
        storm.sandbox.faults.clear()
        await storm.settled()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said, said[-1500:]


@pytest.mark.storm
async def test_a_bad_line_loses_and_doubles_nothing(tmp_path: Path) -> None:
    await faulty(tmp_path, 40, seed=3)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(4, 7))
async def test_a_storm_on_the_wire_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    await faulty(tmp_path, 300, seed)
