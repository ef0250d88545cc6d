"""The bot as its own process: a day, a stop in mid-conversation, and kills at any instant."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import Process
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.chat.intake import FIRST_PAUSE, SETTLED_PAUSES
from bot.sandbox import Person, Sandbox
from tests.ports import reserved
from tests.process import OPEN, ROOT, TOKEN, ended, started


def kept(folder: Path) -> list[str]:
    """The texts in the journal, in order."""
    with closing(sqlite3.connect(folder / "glimmer.db")) as db:
        return [row[0] for row in db.execute("SELECT text FROM glimmers ORDER BY message_id")]


async def until_kept(folder: Path, count: int, process: Process) -> None:
    """Wait until so many glimmers are there; AssertionError with what the process said where they are not."""
    for _ in range(600):
        if (folder / "glimmer.db").exists():
            try:
                if len(kept(folder)) >= count:
                    return
            except sqlite3.OperationalError:
                pass  # its tables are not there yet
        await asyncio.sleep(0.05)
    alive = process.returncode is None
    _, said = await ended(process, signal.SIGTERM) if alive else (0, "")
    raise AssertionError(f"{len(kept(folder))} of {count} were kept; alive: {alive}; it said: {said}")


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def hears(anna: Person, part: str) -> dict[str, Any]:
    """The next message of the bot's with that in it."""
    while True:
        message = await anna.hears(timeout=60)
        if part in message.get("text", ""):
            return message


def next_minute() -> datetime:
    """The next one that leaves time to type it."""
    soon = datetime.now(UTC) + timedelta(seconds=75)
    return soon.replace(second=0, microsecond=0)


async def test_a_day_from_meeting_to_recap_with_a_stop_in_mid_conversation(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        anna = sandbox.person("Anna", language="en")
        process = await started(sandbox, tmp_path, bare=True)
        anna.says("/start")
        question = await hears(anna, "where are you")
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        anna.presses(question, next(label for label in labels(question) if "London" in label))

        process = await started(sandbox, tmp_path)
        await hears(anna, "When may I ask")
        at = next_minute()
        anna.says(at.astimezone(ZoneInfo("Europe/London")).strftime("%H:%M"))
        await hears(anna, "I will ask next")
        await hears(anna, "Here is a first one")
        await anna.hears(timeout=60)  # the first invitation
        nudge = await anna.hears(timeout=80)
        assert "reply_markup" in nudge
        assert timedelta(0) <= datetime.now(UTC) - at < timedelta(seconds=10)
        anna.says("the kettle, then quiet", reply_to=nudge)
        await until_kept(tmp_path, 1, process)
        anna.says("/recap today")
        await hears(anna, "the kettle, then quiet")
        code, more = await ended(process, signal.SIGTERM)
        assert code == 0
        for line in (said + more).splitlines():
            assert not any(part in line for part in ("Traceback", TOKEN, "kettle", "Anna"))


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("TELEGRAM_TOKEN", "", "TELEGRAM_TOKEN"),
        ("TELEGRAM_TOKEN", "hello", "TELEGRAM_TOKEN"),
        ("DATABASE", "/nowhere/at/all.db", "DATABASE"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL"),
        ("LOCALE", "xx", "LOCALE must be one of de, en, es"),
    ],
)
async def test_what_cannot_work_is_said_in_one_sentence(
    tmp_path: Path, name: str, value: str, part: str
) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": TOKEN, name: value}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=tmp_path, env=environment, stderr=asyncio.subprocess.PIPE
    )
    _, said = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 1
    assert part in said.decode()
    assert len(said.decode().strip().splitlines()) == 1


async def test_a_second_instance_on_the_same_journal_ends_with_a_sentence(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        anna = sandbox.person("Anna", language="en")
        first = await started(sandbox, tmp_path)
        anna.says("here")
        await until_kept(tmp_path, 1, first)
        second = await started(sandbox, tmp_path)
        _, said = await asyncio.wait_for(second.communicate(), 20)
        assert second.returncode == 1
        assert len(said.decode().strip().splitlines()) == 1
        assert "Another Glimmer is running" in said.decode()
        code, _ = await ended(first, signal.SIGTERM)
        assert code == 0


async def test_a_second_instance_on_the_same_token_ends_with_a_sentence(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        folders = [tmp_path / "one", tmp_path / "two"]
        for folder in folders:
            folder.mkdir()
        anna = sandbox.person("Anna", language="en")
        first = await started(sandbox, folders[0])
        anna.says("here")
        await until_kept(folders[0], 1, first)
        await asyncio.sleep(FIRST_PAUSE * SETTLED_PAUSES)
        second = await started(sandbox, folders[1])
        _, said = await asyncio.wait_for(second.communicate(), 60)
        assert second.returncode == 1
        told = [line for line in said.decode().splitlines() if "TELEGRAM_TOKEN" in line]
        assert told == said.decode().splitlines()[-1:]
        assert "Traceback" not in said.decode()
        anna.says("still here")
        await until_kept(folders[0], 2, first)
        code, _ = await ended(first, signal.SIGTERM)
        assert code == 0


async def test_a_network_that_is_down_at_boot_is_waited_for_and_said_once(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    with reserved() as port:
        async with sandbox.serving(port=port):
            anna = sandbox.person("Anna", language="en")
        process = await started(sandbox, tmp_path)
        assert process.stderr
        waits = await asyncio.wait_for(process.stderr.readline(), 20)
        assert b"waiting for it" in waits
        await asyncio.sleep(2)  # and tries again
        async with sandbox.serving(port=port):
            anna.says("still here")
            await until_kept(tmp_path, 1, process)
            code, said = await ended(process, signal.SIGTERM)
    assert code == 0
    assert "waiting for it" not in said


async def test_a_token_that_telegram_refuses_is_said_in_one_sentence_and_nothing_else(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN[:-1] + "q", limits=OPEN)
    async with sandbox.serving(port=0):
        process = await started(sandbox, tmp_path)
        _, said = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 1
    assert len(said.decode().splitlines()) == 1
    assert "TELEGRAM_TOKEN" in said.decode()
    assert "TELEGRAM_API" in said.decode()  # it is set here, and may be what is wrong


async def test_stopping_while_the_network_is_down_says_nothing_more(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    with reserved() as port:
        async with sandbox.serving(port=port):
            pass
        process = await started(sandbox, tmp_path)
        assert process.stderr
        waits = await asyncio.wait_for(process.stderr.readline(), 20)
        assert b"waiting for it" in waits
        code, said = await ended(process, signal.SIGTERM)
    assert code == 0
    assert said == ""
