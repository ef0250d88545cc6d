"""The bot as its own process."""

from __future__ import annotations

import asyncio
import ctypes
import os
import resource
import sys
from asyncio.subprocess import Process
from functools import partial
from pathlib import Path

from bot.sandbox import Limits, Sandbox
from tests.lending import lend_cities

ROOT = Path(__file__).parent.parent
TOKEN = "1234567890:" + "p" * 35
OPEN = Limits(per_second=1000, chat_per_second=1000, chat_burst=1000)
RUNNING: list[Process] = []
"""Who is left when their test is over is ended: it would go on asking, and take what a later test sends."""
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


async def started(
    sandbox: Sandbox,
    folder: Path,
    limit: tuple[int, int] | None = None,
    per_second: int = 1000,
    powerless: bool = False,
    bare: bool = False,
) -> Process:
    """``python -m bot run`` on that sandbox; ``limit`` is a resource of its own and the most it may have.

    A ``powerless`` one obeys the permissions of files, even as root (Linux).
    A ``bare`` one makes its own list of cities.
    """
    if not bare:
        lend_cities(folder)
    keep = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API": sandbox.url,
        "DATABASE": str(folder / "glimmer.db"),
        "MESSAGES_PER_SECOND": str(per_second),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=folder,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=partial(_confine, limit, powerless) if limit or powerless else None,
    )
    RUNNING.append(process)
    return process


def _confine(limit: tuple[int, int] | None, powerless: bool) -> None:
    if limit:
        resource.setrlimit(limit[0], (limit[1],) * 2)
    if powerless and os.getuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


async def ended(process: Process, sign: int) -> tuple[int, str]:
    """Exit code and what it wrote, after that signal."""
    process.send_signal(sign)
    _, said = await asyncio.wait_for(process.communicate(), 20)
    return process.returncode or 0, said.decode()
