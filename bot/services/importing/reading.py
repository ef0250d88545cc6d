"""What is it, and what does it hold? Pure: bytes in, entries or a refusal out; it may run in a thread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.domain.carried import Carried
from bot.domain.found import MOST_ENTRIES, MOST_FILES, Found, NotTaken, Place, Reason, Source
from bot.services.importing import dayone, glimmer, markdown, tables
from bot.services.importing.archive import Archive
from bot.services.importing.values import decoded, parsed

ZIP = b"PK"
TEXTS = (".csv", ".tsv", ".md", ".txt")


def read(data: bytes, place: Place) -> Found:
    """What the file holds. Raises NotTaken."""
    if data.startswith(ZIP):
        return _archive(Archive(data), place)
    text = decoded(data)
    if text.lstrip().startswith(("{", "[")):
        return _document(parsed(text), place)
    return _text(text, place)


def content(data: bytes, path: str) -> bytes:
    """The bytes of a file within the archive. Raises NotTaken."""
    return Archive(data).read(path)


def _archive(archive: Archive, place: Place) -> Found:
    documents = archive.names(".json")
    ours = [name for name in documents if name.rpartition("/")[2] == glimmer.NAME]
    if len(ours) == 1:
        return _document(parsed(decoded(archive.read(ours[0]))), place, archive, ours[0])
    if documents:
        return _journals(archive, documents, place)
    texts = [name for ending in TEXTS for name in archive.names(ending)]
    if len(texts) != 1:
        raise NotTaken(Reason.UNKNOWN)
    return _text(decoded(archive.read(texts[0])), place)


def _journals(archive: Archive, documents: list[str], place: Place) -> Found:
    """Day One writes a document for each journal."""
    names = archive.names()
    entries: list[Carried] = []
    for name in documents:
        document = parsed(decoded(archive.read(name)))
        if not dayone.is_day_one(document):
            raise NotTaken(Reason.UNKNOWN)
        entries += dayone.read(document, place, names)
        del document  # the next one is read without it
    return _found(Source.DAY_ONE, entries)


def _document(document: Any, place: Place, archive: Archive | None = None, name: str = "") -> Found:
    """``name`` is where it stands in its archive: its files stand beside it."""
    if glimmer.is_ours(document):
        entries = glimmer.read(document, name.removesuffix(glimmer.NAME))
        present = set(archive.names()) if archive else set()
        if archive and any(f.path and f.path not in present for entry in entries for f in entry.files):
            raise NotTaken(Reason.BROKEN)
        return _found(Source.GLIMMER, entries)
    if dayone.is_day_one(document):
        return _found(Source.DAY_ONE, dayone.read(document, place))
    raise NotTaken(Reason.UNKNOWN)


def _text(text: str, place: Place) -> Found:
    table = tables.open_table(text)
    if table is not None:
        return _found(tables.source_of(table), tables.read(table, place))
    entries = list(markdown.read(text, place))
    if not entries:
        raise NotTaken(Reason.UNKNOWN)
    return _found(Source.MARKDOWN, entries)


def _found(source: Source, entries: Iterable[Carried]) -> Found:
    every = sorted(entries, key=lambda entry: entry.at)  # of one second: as the file has them
    if not every:
        raise NotTaken(Reason.EMPTY)
    if len(every) > MOST_ENTRIES or sum(len(entry.files) for entry in every) > MOST_FILES:
        raise NotTaken(Reason.TOO_MUCH)
    return Found(source, tuple(every))
