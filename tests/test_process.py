"""The bot as its own process: a day, a stop in mid-conversation, and kills at any instant."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import sys
from asyncio.subprocess import Process
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox import Limits, Sandbox

ROOT = Path(__file__).parent.parent
TOKEN = "1234567890:" + "p" * 35
OPEN = Limits(per_second=1000, chat_burst=1000)


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


async def test_it_stops_in_mid_conversation_and_goes_on_after_the_restart(tmp_path: Path) -> None:
    sandbox = Sandbox(token=TOKEN, limits=OPEN)
    async with sandbox.serving(port=0):
        anna = sandbox.person("Anna", language="en")
        process = await started(sandbox, tmp_path)
        anna.says("/start")
        await anna.hears(timeout=20)
        question = await anna.hears(timeout=20)
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in said
        assert TOKEN not in said
        anna.presses(question, "zone|start|Europe/London")
        process = await started(sandbox, tmp_path)
        times = await anna.hears(timeout=20)
        assert "When may I ask" in times["text"]
        anna.says("the kettle, then quiet")
        await until_kept(tmp_path, 1)
        code, said = await ended(process, signal.SIGTERM)
        assert code == 0
        assert "kettle" not in said


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
