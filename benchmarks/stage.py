"""The real bot as a process of its own, on a Bot API server in this one: each has a core."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sandbox import Limits, Sandbox, Wire

ROOT = Path(__file__).parent.parent
TOKEN = "1234567890:" + "b" * 35
OPEN = Limits(per_second=100_000, chat_burst=100_000, paid_per_second=100_000)
PATIENCE = 60.0  # seconds
LOOK = 0.02  # seconds between looks
SOMETHING: Wire = {"poll": {}}
"""An update that the bot ignores. A poll is logged once it is answered; while this waits, that is at once."""


async def started(url: str, folder: Path, per_second: int = 30, module: str = "bot") -> Process:
    """``python -m bot run`` (or of another ``module``) on that server, with its file in that folder."""
    keep = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API": url,
        "DATABASE": str(folder / "glimmer.db"),
        "MESSAGES_PER_SECOND": str(per_second),
        "LOG_LEVEL": "ERROR",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, "run", cwd=folder, env=environment, stderr=DEVNULL
    )


async def ended(process: Process) -> None:
    """Stopped as SIGTERM stops it."""
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.wait(), PATIENCE)


@asynccontextmanager
async def running(sandbox: Sandbox, folder: Path, per_second: int = 30) -> AsyncIterator[Process]:
    """The bot at work, and polling."""
    sandbox.inject(SOMETHING)
    process = await started(sandbox.url, folder, per_second)
    try:
        await until(lambda: polled(sandbox) or process.returncode is not None)
        yield process
    finally:
        await ended(process)


def polled(sandbox: Sandbox) -> bool:
    """Whether a getUpdates was answered."""
    return any(call.method == "getUpdates" for call in sandbox.calls)


async def until(true: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Look again and again. Raises TimeoutError."""
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(LOOK)


def memory(pid: int) -> float:
    """Megabytes that the process holds (Linux; nan elsewhere)."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(held.split()[1]) / 1024
