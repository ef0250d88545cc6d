"""The bot as its own process: a day, a stop in mid-conversation, and kills at any instant."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sqlite3
import sys
from asyncio.subprocess import Process
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Limits, Person, Sandbox

ROOT = Path(__file__).parent.parent
TOKEN = "1234567890:" + "p" * 35
OPEN = Limits(per_second=1000, chat_per_second=1000, chat_burst=1000)


async def started(sandbox: Sandbox, folder: Path) -> Process:
    """``python -m bot run`` on that sandbox."""
    keep = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API": sandbox.url,
        "DATABASE": str(folder / "glimmer.db"),
        "MESSAGES_PER_SECOND": "1000",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )


async def ended(process: Process, sign: int) -> tuple[int, str]:
    """Exit code and what it wrote, after that signal."""
    process.send_signal(sign)
    _, said = await asyncio.wait_for(process.communicate(), 20)
    return process.returncode or 0, said.decode()


def kept(folder: Path) -> list[str]:
    """The texts in the journal, in order."""
    with closing(sqlite3.connect(folder / "glimmer.db")) as db:
        return [row[0] for row in db.execute("SELECT text FROM glimmers ORDER BY message_id")]


async def until_kept(folder: Path, count: int) -> None:
    """Wait until so many glimmers are there."""
    for _ in range(600):
        if (folder / "glimmer.db").exists():
            try:
                if len(kept(folder)) >= count:
                    return
            except sqlite3.OperationalError:
                pass  # its tables are not there yet
        await asyncio.sleep(0.05)
    raise AssertionError(f"{len(kept(folder))} of {count} were kept")


async def hears(anna: Person, part: str) -> dict[str, Any]:
    """The next message of the bot's with that in it."""
    while True:
        message = await anna.hears(timeout=20)
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
        process = await started(sandbox, tmp_path)
        anna.says("/start")
        question = await hears(anna, "where are you")
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        anna.presses(question, "zone|start|Europe/London")

        process = await started(sandbox, tmp_path)
        await hears(anna, "When may I ask")
        at = next_minute()
        anna.says(at.astimezone(ZoneInfo("Europe/London")).strftime("%H:%M"))
        await hears(anna, "I will ask next")
        await hears(anna, "Here is a first one")
        await anna.hears(timeout=20)  # the first invitation
        nudge = await anna.hears(timeout=80)
        assert "reply_markup" in nudge
        assert timedelta(0) <= datetime.now(UTC) - at < timedelta(seconds=10)
        anna.says("the kettle, then quiet", reply_to=nudge)
        await until_kept(tmp_path, 1)
        anna.says("/recap today")
        await hears(anna, "the kettle, then quiet")
        code, more = await ended(process, signal.SIGTERM)
        assert code == 0
        for line in (said + more).splitlines():
            assert not any(part in line for part in ("Traceback", TOKEN, "kettle", "Anna"))


async def killed_again_and_again(folder: Path, kills: int, seed: int) -> None:
    """Several people write while the process is killed at random instants; all is kept exactly once."""
    rng = random.Random(seed)
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        people = [sandbox.person(name, language="en") for name in ("Anna", "Ben", "Chidi")]
        said: list[str] = []
        for turn in range(kills):
            process = await started(sandbox, folder)
            await asyncio.sleep(rng.uniform(0.4, 1.2))
            for n in range(4):
                text = f"moment {turn}-{n}"
                rng.choice(people).says(text)
                said.append(text)
                await asyncio.sleep(rng.uniform(0, 0.1))
            process.kill()
            await process.communicate()
        process = await started(sandbox, folder)
        await until_kept(folder, len(said))
        await ended(process, signal.SIGTERM)
        assert sorted(kept(folder)) == sorted(said)


async def test_kill_9_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    await killed_again_and_again(tmp_path, kills=3, seed=1)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(4))
async def test_a_crash_storm_loses_nothing_and_doubles_nothing(tmp_path: Path, seed: int) -> None:
    await killed_again_and_again(tmp_path, kills=15, seed=seed)


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("TELEGRAM_TOKEN", "", "TELEGRAM_TOKEN"),
        ("TELEGRAM_TOKEN", "hello", "TELEGRAM_TOKEN"),
        ("DATABASE", "/nowhere/at/all.db", "DATABASE"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL"),
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
        await until_kept(tmp_path, 1)
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
        both = [await started(sandbox, folder) for folder in folders]
        ends = [asyncio.create_task(process.communicate()) for process in both]
        done, _ = await asyncio.wait(ends, timeout=60, return_when=asyncio.FIRST_COMPLETED)
        assert done
        said = done.pop().result()[1].decode()
        assert "TELEGRAM_TOKEN" in said.splitlines()[-1]
        assert "Traceback" not in said
        for process in both:
            if process.returncode is None:
                process.kill()
        await asyncio.gather(*ends)
        assert 1 in [process.returncode for process in both]


async def test_a_network_that_is_down_at_boot_is_waited_for_and_said_once(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=port):
        anna = sandbox.person("Anna", language="en")
    process = await started(sandbox, tmp_path)
    await asyncio.sleep(4)
    async with sandbox.serving(port=port):
        anna.says("still here")
        await until_kept(tmp_path, 1)
        code, said = await ended(process, signal.SIGTERM)
    assert code == 0
    assert said.count("waiting for it") == 1
