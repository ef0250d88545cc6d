"""No update ends the bot again and again."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.chat.dispatch import Dispatcher
from bot.chat.leftovers import RUNS
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Inbox
from tests.process import ROOT

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
A_RUN = """
import asyncio, os, pathlib, sys
from bot.chat.dispatch import Dispatcher
from bot.storage.database import open_database
from bot.storage.inbox import Inbox

async def handle(update_id, body):
    print(update_id, flush=True)
    await asyncio.sleep(0.05 if update_id == 2 else 0.3)
    if update_id == 2:
        os._exit(9)  # as the kernel ends what takes all memory

async def main():
    dispatcher = Dispatcher(Inbox(open_database(pathlib.Path(sys.argv[1]))), handle)
    dispatcher.resume()
    await dispatcher.drain()

asyncio.run(main())
"""


def inbox_at(file: Path) -> Inbox:
    return Inbox(open_database(file))


def raw(update_id: int, person: int) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": person}}}


async def a_run(file: Path) -> tuple[int | None, list[int]]:
    """Exit code, and the updates begun."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", A_RUN, str(file), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    return process.returncode, [int(line) for line in said.split()]


async def test_an_update_that_ends_the_process_is_set_aside_and_those_beside_it_are_handled(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.db"
    inbox_at(file).take_in([raw(1, 7), raw(2, 8), raw(3, 9), raw(4, 8)], NOW)
    runs = [await a_run(file) for _ in range(RUNS + 1)]
    assert [code for code, _ in runs] == [9] * RUNS + [0]
    assert runs[1][1] == [1, 2]  # one after the other now: all three were in hand at the end of the first
    assert runs[-1][1] == [3, 4]
    assert [(a.update_id, a.problem) for a in inbox_at(file).aside()] == [(2, "Crash")]
    assert inbox_at(file).waiting() == []


@pytest.mark.parametrize("again", [True, False])
async def test_what_a_process_outlives_does_not_count_against_an_update(again: bool) -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    inbox.take_in([raw(1, 7)], NOW)
    begun = asyncio.Event()

    async def handle(_: int, __: dict[str, Any]) -> None:
        begun.set()
        if again:
            raise KeyError
        await asyncio.Event().wait()

    dispatcher = Dispatcher(inbox, handle, pauses=(600.0,), goodbye=0.01)
    dispatcher.resume()
    await begun.wait()
    await dispatcher.close()
    assert inbox.attempts() == {1: int(again)}


async def test_what_comes_anew_is_not_counted_before_it_fails() -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    seen: list[dict[int, int]] = []

    async def handle(_: int, __: dict[str, Any]) -> None:
        seen.append(inbox.attempts())

    dispatcher = Dispatcher(inbox, handle)
    dispatcher.resume()
    dispatcher.notice(inbox.take_in([raw(1, 7)], NOW))
    await dispatcher.drain()
    assert seen == [{1: 0}]
