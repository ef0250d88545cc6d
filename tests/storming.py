"""People at their most restless, and what their journals must hold in the end."""

from __future__ import annotations

import asyncio
import io
import json
import random
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.domain.carried import key_of_message
from bot.sandbox import ImpossibleError, Person, Sandbox
from bot.storage.database import open_database
from bot.storage.search import Search
from tests.process import TOKEN

NAMES = ("Anna", "Ben", "Chidi", "Dana", "Emeka", "Fay", "Goran", "Hana")
PICTURE = b"\xff\xd8\xff picture "
Key = tuple[int, int]
"""A person, and the message that began a glimmer."""


@dataclass
class Kept:
    """One glimmer as it must be."""

    at: datetime
    text: str
    files: int = 0
    undone: bool = False
    part_of: Key | None = None


@dataclass
class Model:
    """All glimmers, in the order in which they were sent."""

    kept: dict[Key, Kept] = field(default_factory=dict)

    def join(self, key: Key, to: Key) -> None:
        """As *Add to the last one* does."""
        if key == to or self.kept[to].part_of is not None or self.kept[to].undone or self.kept[key].undone:
            return
        for other, kept in self.kept.items():
            if other == key or kept.part_of == key:
                kept.part_of = to

    def export(self, person: Person) -> dict[str, tuple[str, int, bool, str]]:
        """By key: text, number of files, whether it was undone, the key of what it was added to."""
        return {
            self._key(key): (kept.text, kept.files, kept.undone, self._key(kept.part_of))
            for key, kept in self.kept.items()
            if key[0] == person.id
        }

    def _key(self, key: Key | None) -> str:
        return key_of_message(key[1], self.kept[key].at) if key else ""

    def standing(self, person: Person) -> set[int]:
        """Message ids of the whole glimmers that a search for what all of them hold must find."""
        own = {key: kept for key, kept in self.kept.items() if key[0] == person.id and not kept.undone}
        wholes = {kept.part_of or key for key, kept in own.items()}
        return {key[1] for key in wholes if not self.kept[key].undone and self.kept[key].part_of is None}


class Storm:
    """What people do is noted in the model."""

    def __init__(self, sandbox: Sandbox, folder: Path, seed: int) -> None:
        self.sandbox, self.folder, self.rng, self.model = sandbox, folder, random.Random(seed), Model()
        self.people = [sandbox.person(name) for name in NAMES]
        self._count = 0

    def stir(self) -> None:
        """Somebody does something."""
        person = self.rng.choice(self.people)
        own = [message for message in person.chat if (person.id, message["message_id"]) in self.model.kept]
        match self.rng.randrange(12):
            case 0 | 1 if own:
                self._edit(person, self.rng.choice(own))
            case 2:
                self._press(person, "undo")
            case 3 | 4:
                self._press(person, "join")
            case 5:
                self._press(person, "part")
            case 6:
                person.says(f"/search moment {self.rng.randrange(1, self._count + 2)}")
            case 7:
                person.says(self.rng.choice(("/recap week", "/list")))
            case 8:
                self.album(person)
            case _:
                self.say(person)

    def say(self, person: Person, more: str = "") -> None:
        """A moment with words of its own."""
        message = person.says(f"moment {self._next()}{more}")
        self._note(person, message, message["text"])

    def album(self, person: Person) -> None:
        """Two or three pictures as one."""
        words = f"moment {self._next()} in pictures"
        count = self.rng.choice((2, 3))
        messages = person.sends_album([PICTURE + str(n).encode() for n in range(count)], words)
        self._note(person, messages[0], words, count)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _note(self, person: Person, message: dict[str, Any], text: str, files: int = 0) -> None:
        at = datetime.fromtimestamp(message["date"], UTC)
        self.model.kept[person.id, message["message_id"]] = Kept(at, text, files)

    def _edit(self, person: Person, message: dict[str, Any]) -> None:
        words = f"moment {self._next()}, mended"
        person.edits(message, words)
        self.model.kept[person.id, message["message_id"]].text = words

    def _press(self, person: Person, name: str) -> None:
        receipts = [(m, data) for m in person.chat for data in data_of(m, name)]
        if not receipts:
            return
        message, data = self.rng.choice(receipts)
        try:
            person.presses(message, data)
        except ImpossibleError:
            return  # it changed under the finger
        key, *to = [(person.id, self._message_of(person, int(row))) for row in data.split("|")[1:]]
        match name:
            case "undo":
                self.model.kept[key].undone = True
            case "join":
                self.model.join(key, to[0])
            case "part":
                self.model.kept[key].part_of = None

    def _message_of(self, person: Person, row: int) -> int:
        with closing(sqlite3.connect(self.folder / "glimmer.db", timeout=20)) as db:
            found = db.execute(
                "SELECT message_id FROM glimmers WHERE person_id = ? AND id = ?", [person.id, row]
            ).fetchone()
        return int(found[0])

    async def rage(self, times: int) -> None:
        """So many deeds at uneven intervals."""
        for _ in range(times):
            self.stir()
            await asyncio.sleep(self.rng.uniform(0, 0.06))

    async def calm(self) -> None:
        """Until everything handed out was worked off; what people take away must agree with the model."""
        await self.settled()
        for person in self.people:
            person.says("/export")
        await self.settled()
        for person in self.people:
            glimmers = await self._taken_away(person)
            assert len({one["id"] for one in glimmers}) == len(glimmers)
            found = {g["id"]: (g["text"], len(g["files"]), g["taken_back"], g["part_of"]) for g in glimmers}
            assert found == self.model.export(person)
        self._searched()

    async def settled(self) -> None:
        """Nothing waits at Telegram or in the inbox."""
        for _ in range(2400):
            await asyncio.sleep(0.05)
            if not self.sandbox.pending and not self._unhandled():
                return
        raise AssertionError(f"{len(self.sandbox.pending)} at Telegram and {self._unhandled()} still wait")

    def _unhandled(self) -> list[tuple[int, int, str | None]]:
        with closing(sqlite3.connect(self.folder / "glimmer.db", timeout=20)) as db:
            return db.execute("SELECT update_id, attempts, aside FROM inbox").fetchall()

    async def _taken_away(self, person: Person) -> list[dict[str, Any]]:
        """The glimmers of the archive sent last."""
        documents = [m["document"] for m in person.chat if m["from"]["is_bot"] and "document" in m]
        if not documents:
            return []  # who said nothing gets nothing
        root = self.sandbox.url
        async with aiohttp.ClientSession(raise_for_status=True) as session:
            asked = {"file_id": documents[-1]["file_id"]}
            async with session.get(f"{root}/bot{TOKEN}/getFile", params=asked) as answer:
                path = (await answer.json())["result"]["file_path"]
            async with session.get(f"{root}/file/bot{TOKEN}/{path}") as answer:
                content = await answer.read()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return list(json.loads(archive.read("glimmers.json"))["glimmers"])

    def _searched(self) -> None:
        with closing(open_database(self.folder / "glimmer.db")) as db:
            for person in self.people:
                found = [glimmer.message_id for glimmer in Search(db).find(person.id, "moment", 10**6)]
                assert len(found) == len(set(found))
                assert set(found) == self.model.standing(person)


def data_of(message: dict[str, Any], name: str) -> list[str]:
    """The data of its buttons of that name."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    data = [button.get("callback_data", "") for row in rows for button in row]
    return [one for one in data if one.startswith(f"{name}|")]
