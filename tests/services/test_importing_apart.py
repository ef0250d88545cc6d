"""Files that would take all memory or time: their reader ends, the bot goes on."""

from __future__ import annotations

import asyncio
import json
import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.domain.found import Found, NotTaken, Reason
from bot.services.importing.apart import Apart, ReaderFailed
from bot.services.importing.reader import Errand
from tests.services.test_importing import BERLIN, zipped

EMPTY = ("[]", "{}", "[1]")
ISO = "2024-03-08T12:00:00Z"


def journal(texts: list[str], **more: object) -> bytes:
    entries = [{"uuid": str(n), "creationDate": ISO, "text": text, **more} for n, text in enumerate(texts)]
    return json.dumps({"entries": entries}, ensure_ascii=False).encode()


async def read(data: bytes, patience: float = 60) -> Found:
    return await Apart(patience=patience).read(Errand(data, BERLIN))


def readers() -> Iterator[int]:
    """Process ids of this one's readers (Linux)."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if int(parent) == os.getpid() and b"importing.reader" in (folder / "cmdline").read_bytes():
                yield int(folder.name)


def lists() -> bytes:
    return b'{"x":[' + b"[]," * 6_300_000 + b"[]]}"


def lists_in_an_archive() -> bytes:
    return zipped(glimmers__json='{"x":[' + ",".join(random.Random(1).choices(EMPTY, k=10_000_000)) + "]}")


@pytest.mark.parametrize("made", [lists, pytest.param(lists_in_an_archive, marks=pytest.mark.storm)])
async def test_a_small_file_that_would_fill_the_memory_is_refused(made: Callable[[], bytes]) -> None:
    data = made()
    with pytest.raises(NotTaken) as refusal:
        await read(data)
    assert refusal.value.reason is Reason.TOO_MUCH


@pytest.mark.storm
async def test_ten_years_of_long_entries_come_in() -> None:
    rng = random.Random(1)
    words = ["warm", "light", "on", "the", "wall", "and", "somebody", "humming", "next", "door", "🌅"]
    texts = [" ".join(rng.choices(words, k=500)) for _ in range(11_000)]
    found = await read(zipped(Journal__json=journal(texts)))
    assert [entry.text for entry in found.entries] == texts


@pytest.mark.storm
@pytest.mark.parametrize("unfinished", ["![", "![](dayone-moment:"])
async def test_pictures_that_never_end_take_no_time(unfinished: str) -> None:
    found = await read(journal([unfinished * (98_000 // len(unfinished))] * 40), patience=40)
    assert len(found.entries) == 40


async def test_many_photos_are_found_among_many_files() -> None:
    count = 15_000
    data = journal(["all of them"], photos=[{"md5": f"a{n}"} for n in range(count)])
    files = {f"photos___a{n}__jpeg": b"" for n in range(count)}
    found = await read(zipped(Journal__json=data, **files), patience=20)
    assert found.files == count


async def test_one_picture_asked_for_again_and_again_is_too_much() -> None:
    data = journal(["all of it"], photos=[{"md5": "a"}] * 20_001)
    with pytest.raises(NotTaken) as refusal:
        await read(zipped(Journal__json=data, photos___a__jpeg=b""))
    assert refusal.value.reason is Reason.TOO_MUCH


async def test_a_reader_that_takes_too_long_is_ended() -> None:
    with pytest.raises(NotTaken) as refusal:
        await read(journal(["tea"]), patience=0)
    assert refusal.value.reason is Reason.TOO_MUCH
    assert list(readers()) == []


async def test_a_reader_does_not_outlive_who_is_stopped_meanwhile() -> None:
    task = asyncio.create_task(read(journal(["tea"] * 100_000)))
    while not list(readers()):  # noqa: ASYNC110 - it begins in another process
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(readers()) == []


async def test_a_refusal_names_its_row() -> None:
    with pytest.raises(NotTaken) as refusal:
        await read(b"date,text\n2024-03-07,tea\nsoon,tea\n")
    assert (refusal.value.reason, refusal.value.line) == (Reason.DATES, 3)


async def test_a_fault_of_the_readers_own_is_no_refusal() -> None:
    with pytest.raises(ReaderFailed):
        await Apart().read(Errand("no bytes", BERLIN))  # type: ignore[arg-type]
