"""Making the archives: one at a time and in memory, so that no disk ever holds what they say in the clear."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from bot.domain.carried import Carried, CarriedFile
from bot.domain.person import Person
from bot.services.exporting.formats import Words, as_csv, as_json, as_markdown
from bot.services.media import MediaKeeping
from bot.storage.takeout import Missing, Takeout

MOST = 18_000_000
"""Bytes of a parcel, but for one with a single larger file (domain.glimmer).

Bots may send 50 MB, but fetch 20: what was taken away must come back in, too.
"""
EACH = 1500  # bytes that a glimmer takes in three formats, beside its text
THREEFOLD = 3
OWNER_ONLY = 0o600
SLICE = 200  # pieces of text written before others have their turn
AT_ONCE = 3  # people who take everything away; each has an archive in memory until it is sent


@dataclass(frozen=True, slots=True)
class Parcel:
    """One archive: what it is called, its bytes, and whether there is no other."""

    name: str
    content: bytes
    alone: bool


class Exporting:
    """Makes archives; ``keeping`` fetches what came with moments, None: nothing is fetched here."""

    def __init__(self, takeout: Takeout, keeping: MediaKeeping | None, most: int = MOST) -> None:
        self._takeout, self._keeping, self._most = takeout, keeping, most
        self._room = asyncio.Semaphore(AT_ONCE)

    async def hurry(self, person: Person, now: datetime) -> None:
        """Fetch what is due of theirs, as far as that takes no longer than anybody likes to wait."""
        if self._keeping:
            await self._keeping.hurry(person.id, now)

    def missing(self, person: Person) -> Missing:
        """What came with their moments and would be in no archive made now."""
        missing = self._takeout.missing(person.id)
        return missing if self._keeping else Missing(0, missing.awaited + missing.elsewhere)

    async def export(self, person: Person, words: Words, now: datetime) -> AsyncGenerator[Parcel]:
        """Everything of theirs, in as many archives as it takes, each complete in itself; none if empty.

        Each is made when it is asked for: whoever holds no earlier one has a single one in memory.
        """
        async with self._room:
            number, share = 0, list[Carried]()
            async for following in self._shares(person):
                if share:
                    yield Parcel(_name(now, number), await self._packed(person, share, words, now), False)
                    number += 1
                share = following
            if share:
                yield Parcel(_name(now, number), await self._packed(person, share, words, now), not number)

    async def _shares(self, person: Person) -> AsyncIterator[list[Carried]]:
        """Glimmers in order, as many as fit one archive; one with many files may go on in the next.

        What was added to another is in no archive without that one, so that the order in which they are
        brought in does not matter.
        """
        share: list[Carried] = []
        room, whole = self._most, None
        for some in self._takeout.glimmers(person.id):
            for glimmer in (piece for whole in some for piece in _pieces(whole, self._most)):
                if share and _weight(glimmer) > room:
                    yield share
                    share, room = [], self._most
                if not share and whole and glimmer.part_of == whole.key:
                    share.append(whole)
                share.append(glimmer if self._keeping else _never_fetched(glimmer))
                room -= _weight(glimmer)
                whole = whole if glimmer.part_of else replace(glimmer, files=())
            await asyncio.sleep(0)
        if share:
            yield share

    async def _packed(self, person: Person, glimmers: list[Carried], words: Words, now: datetime) -> bytes:
        texts: dict[str, Callable[[], Iterator[str]]] = {
            "glimmers.json": lambda: as_json(person, glimmers, now),
            "glimmers.md": lambda: as_markdown(person, glimmers, words),
            "glimmers.csv": lambda: as_csv(person, glimmers),
        }
        packed = BytesIO()
        with ZipFile(packed, "w") as archive:
            for name, pieces in texts.items():
                await _add_text(archive, _info(name, now, ZIP_DEFLATED), pieces())
            for medium in (medium for glimmer in glimmers for medium in glimmer.files if medium.path):
                content = self._takeout.content(person.id, medium.row)
                archive.writestr(_info(medium.path, now, ZIP_STORED), content)  # pictures do not shrink
                await asyncio.sleep(0)
        return packed.getvalue()


async def _add_text(archive: ZipFile, info: ZipInfo, pieces: Iterator[str]) -> None:
    with archive.open(info, "w") as member:
        for number, piece in enumerate(pieces):
            member.write(piece.encode(errors="replace"))
            if number % SLICE == 0:
                await asyncio.sleep(0)


def _info(name: str, now: datetime, compression: int) -> ZipInfo:
    info = ZipInfo(name, now.timetuple()[:6])
    info.compress_type = compression
    info.external_attr = OWNER_ONLY << 16
    return info


def _name(now: datetime, number: int) -> str:
    return f"glimmers-{now:%Y-%m-%d}{f'-{number + 1}' if number else ''}.zip"


def _never_fetched(glimmer: Carried) -> Carried:
    return replace(glimmer, files=tuple(replace(file, awaited=False) for file in glimmer.files))


def _weight(glimmer: Carried) -> int:
    return EACH + THREEFOLD * len(glimmer.text.encode(errors="replace")) + sum(map(_bytes, glimmer.files))


def _bytes(file: CarriedFile) -> int:
    return EACH + (file.size if file.path else 0)


def _pieces(glimmer: Carried, most: int) -> Iterator[Carried]:
    """The glimmer, again and again with as many of its files as fit; brought in, they are one again."""
    files: list[CarriedFile] = []
    for file in glimmer.files:
        if files and sum(map(_bytes, (*files, file))) > most:
            yield replace(glimmer, files=tuple(files))
            files = []
        files.append(file)
    yield replace(glimmer, files=tuple(files))
