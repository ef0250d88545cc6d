"""Storms: the process is killed, starved and locked out while people write, edit and take back."""

from __future__ import annotations

import asyncio
import random
import resource
import signal
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import Fault, ImpossibleError, Person, Sandbox
from tests.process import OPEN, TOKEN, ended, started

NAMES = ("Anna", "Ben", "Chidi", "Dana", "Emeka")


@dataclass
class Model:
    """What the journal must hold in the end: by person and message, the wording and whether it was undone."""

    kept: dict[tuple[int, int], str] = field(default_factory=dict)
    undone: set[tuple[int, int]] = field(default_factory=set)

    def journal(self) -> dict[tuple[int, int], tuple[str, bool]]:
        return {key: (text, key in self.undone) for key, text in self.kept.items()}


def journal(folder: Path) -> list[tuple[tuple[int, int], tuple[str, bool]]]:
    """Every glimmer in the file."""
    with closing(sqlite3.connect(folder / "glimmer.db")) as db:
        rows = db.execute("SELECT person_id, message_id, text, taken_back FROM glimmers").fetchall()
    return [((person, message), (text, bool(undone))) for person, message, text, undone in rows]


def unhandled(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "glimmer.db")) as db:
        return int(db.execute("SELECT count(*) FROM inbox").fetchone()[0])


class Storm:
    """People at their most restless; what they do is noted in the model."""

    def __init__(self, sandbox: Sandbox, seed: int) -> None:
        self.sandbox, self.rng, self.model = sandbox, random.Random(seed), Model()
        self.people = [sandbox.person(name) for name in NAMES]
        self.count = 0

    def stir(self) -> None:
        """Somebody does something."""
        person = self.rng.choice(self.people)
        own = [message for message in person.chat if (person.id, message["message_id"]) in self.model.kept]
        match self.rng.randrange(6):
            case 0 if own:
                self._edit(person, self.rng.choice(own))
            case 1:
                self._undo(person)
            case 2:
                person.says("/recap week")
            case _:
                self._say(person)

    def _say(self, person: Person) -> None:
        self.count += 1
        message = person.says(f"moment {self.count}")
        self.model.kept[person.id, message["message_id"]] = message["text"]

    def _edit(self, person: Person, message: dict[str, Any]) -> None:
        self.count += 1
        person.edits(message, f"moment {self.count}, mended")
        self.model.kept[person.id, message["message_id"]] = f"moment {self.count}, mended"

    def _undo(self, person: Person) -> None:
        receipts = [(m, data) for m in person.chat for data in undo_of(m)]
        if not receipts:
            return
        message, data = self.rng.choice(receipts)
        try:
            person.presses(message, data)
        except ImpossibleError:
            return  # it changed under the finger
        self.model.undone.add((person.id, self._glimmer_message(person, data)))

    def _glimmer_message(self, person: Person, data: str) -> int:
        with closing(sqlite3.connect(self.folder / "glimmer.db", timeout=20)) as db:
            found = db.execute(
                "SELECT message_id FROM glimmers WHERE person_id = ? AND id = ?",
                [person.id, int(data.partition("|")[2])],
            ).fetchone()
        return int(found[0])

    folder: Path = Path()

    async def rage(self, times: int) -> None:
        """So many deeds at uneven intervals."""
        for _ in range(times):
            self.stir()
            await asyncio.sleep(self.rng.uniform(0, 0.06))

    async def calm(self) -> None:
        """Until everything handed out was worked off; it then must agree with the model."""
        for _ in range(1200):
            await asyncio.sleep(0.05)
            if not self.sandbox.pending and not unhandled(self.folder):
                break
        found = journal(self.folder)
        assert len(found) == len(dict(found))
        assert dict(found) == self.model.journal()


def undo_of(message: dict[str, Any]) -> list[str]:
    """The data of its *Undo*."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["callback_data"] for row in rows for b in row if b.get("callback_data", "").startswith("undo|")]


async def killed(folder: Path, kills: int, seed: int) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        storm = Storm(sandbox, seed)
        storm.folder = folder
        for _ in range(kills):
            process = await started(sandbox, folder)
            await asyncio.sleep(storm.rng.uniform(0.3, 1.0))
            await storm.rage(storm.rng.randrange(2, 12))
            process.kill()
            await process.communicate()
        process = await started(sandbox, folder)
        await storm.calm()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said


async def test_a_few_kills_while_people_write_edit_and_undo_lose_and_double_nothing(tmp_path: Path) -> None:
    await killed(tmp_path, 3, seed=0)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(1, 6))
async def test_a_storm_of_kills_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    await killed(tmp_path, 20, seed)


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        storm = Storm(sandbox, 1)
        storm.folder = tmp_path
        process = await started(sandbox, tmp_path)
        await storm.rage(20)
        await storm.calm()
        await ended(process, signal.SIGTERM)
        room = (tmp_path / "glimmer.db").stat().st_size + 40_000
        process = await started(sandbox, tmp_path, limit=(resource.RLIMIT_FSIZE, room))
        for person in storm.people:
            for _ in range(8):
                storm.count += 1
                message = person.says(f"moment {storm.count} " + "and on it goes " * 200)
                storm.model.kept[person.id, message["message_id"]] = message["text"]
        await asyncio.sleep(3)
        process.kill()
        said = (await process.communicate())[1].decode()
        assert "disk full" in said
        assert "Traceback" not in said
        process = await started(sandbox, tmp_path)
        await storm.calm()
        await ended(process, signal.SIGTERM)


async def test_another_process_that_holds_the_file_for_a_while_loses_nothing(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        storm = Storm(sandbox, 2)
        storm.folder = tmp_path
        process = await started(sandbox, tmp_path)
        await storm.rage(10)
        await storm.calm()
        with closing(sqlite3.connect(tmp_path / "glimmer.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for person in storm.people:
                message = person.says("while it is locked")
                storm.model.kept[person.id, message["message_id"]] = "while it is locked"
            await asyncio.sleep(7)  # the bot waits five seconds for the file, then tries again
            other.execute("ROLLBACK")
        await storm.calm()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said


async def faulty(folder: Path, deeds: int, seed: int) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        storm = Storm(sandbox, seed)
        storm.folder = folder
        process = await started(sandbox, folder)
        await storm.rage(3)
        for kind in Fault:
            sandbox.faults.add(kind, times=10**6, probability=0.1 / len(Fault), seconds=0.5)
        await storm.rage(deeds)
        sandbox.faults.clear()
        await storm.calm()
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said


async def test_a_bad_line_loses_and_doubles_nothing(tmp_path: Path) -> None:
    await faulty(tmp_path, 40, seed=3)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(4, 7))
async def test_a_storm_on_the_wire_loses_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    await faulty(tmp_path, 300, seed)
