"""Fetch, read, ask, and only then write: all of it or nothing, and twice is once."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.care import Tier
from bot.domain.carried import Carried, CarriedFile
from bot.domain.found import Found, Place
from bot.domain.glimmer import MediumKind
from bot.domain.person import Person
from bot.library.locale import Locale
from bot.services.importing.apart import Apart
from bot.services.importing.archive import Archive
from bot.services.importing.reader import Errand
from bot.services.importing.reading import ZIP
from bot.services.ports import Fetched, Files
from bot.storage.arrivals import Arrival, Arrivals, Brought

__all__ = ["Brought", "Importing", "NotFetched"]
LARGEST_PHOTO = 10_000_000  # bytes (Bot API, sendPhoto)
SIGNS = {
    MediumKind.PHOTO: (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"),
    MediumKind.VOICE: (b"OggS",),
    MediumKind.STICKER: (b"RIFF", b"\x1f\x8b", b"\x1aE\xdf\xa3"),
}
"""What such a file begins with; one that begins otherwise is kept as a document, so that it can be sent."""


class NotFetched(Exception):
    """Telegram did not hand the file over."""


@dataclass(frozen=True, slots=True)
class Importing:
    """Brings in what a file holds."""

    files: Files
    arrivals: Arrivals
    apart: Apart = field(default_factory=Apart)
    packed: dict[str, bytes] = field(default_factory=dict)
    """The cries as a reader is given them, by the code of the locale: packing takes a tenth of a second."""

    async def look(self, person: Person, file_id: str, locale: Locale) -> tuple[Found, int]:
        """What the file holds, and how much of it is new. Raises NotFetched, NotTaken."""
        errand = Errand(await self._fetch(file_id), _place(person), await self._cries(locale))
        found = await self.apart.read(errand)
        return found, self.arrivals.unknown(person.id, found.entries)

    async def bring(self, person: Person, file_id: str, locale: Locale, now: datetime) -> Brought:
        """Keep what is not here yet, all of it or nothing. Raises NotFetched, NotTaken.

        A plain cry, in whatever language, is kept and not given back, as if it had been written here.
        """
        data = await self._fetch(file_id)
        found = await self.apart.read(Errand(data, _place(person), await self._cries(locale)))
        arrivals = await asyncio.to_thread(_unpack, data, found.entries)
        bringing = self.arrivals.bring(person.id, arrivals, now)
        while True:
            try:
                next(bringing)
            except StopIteration as done:
                brought: Brought = done.value
                return brought
            await asyncio.sleep(0)  # others are answered meanwhile

    async def _fetch(self, file_id: str) -> bytes:
        fetched = await self.files.fetch(file_id)
        if not isinstance(fetched, Fetched):
            raise NotFetched
        return fetched.content

    async def _cries(self, locale: Locale) -> bytes:
        if locale.code not in self.packed:
            self.packed[locale.code] = await asyncio.to_thread(_pack, locale)  # others are answered meanwhile
        return self.packed[locale.code]


def _pack(locale: Locale) -> bytes:
    """All that is a plain cry to who speaks that language, and no more: each import carries it along."""
    every = (pattern for care in (locale.care, *locale.foreign) for pattern in care.patterns)
    return pickle.dumps(tuple(pattern for pattern in every if pattern.tier is Tier.EXPLICIT))


def _place(person: Person) -> Place:
    return Place(person.rhythm.zone, person.rhythm.day_end)


def _unpack(data: bytes, entries: Iterable[Carried]) -> list[Arrival]:
    """The entries with the bytes of their files; as long as an archive may take to unpack."""
    archive = Archive(data) if data.startswith(ZIP) else None
    return [_arrival(entry, archive) for entry in entries]


def _arrival(entry: Carried, archive: Archive | None) -> Arrival:
    files, contents = [], []
    for file in entry.files:
        bytes_ = archive.read(file.path) if archive and file.path else b""
        files.append(_as_it_is(file, bytes_))
        contents.append(bytes_)
    return Arrival(replace(entry, files=tuple(files)), tuple(contents))


def _as_it_is(file: CarriedFile, content: bytes) -> CarriedFile:
    signs = SIGNS.get(file.kind, (b"",))
    told = content.startswith(signs) and not (file.kind is MediumKind.PHOTO and len(content) > LARGEST_PHOTO)
    return replace(file, kind=file.kind if told or not content else MediumKind.DOCUMENT, size=len(content))
