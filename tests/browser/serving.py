"""A sandbox in a process of its own, that can be killed and started again."""

from __future__ import annotations

import asyncio
import multiprocessing
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

TOKEN = "1:sandbox"


class MovableClock:
    """The system's time plus what the page's buttons added."""

    moves = ("now", "hour", "nudge", "morning")

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def move(self, kind: str, person_id: int) -> bool:
        steps = {"hour": timedelta(hours=1), "nudge": timedelta(hours=5), "morning": timedelta(days=1)}
        self.ahead = self.ahead + steps[kind] if kind in steps else timedelta(0)
        return True

    def zone(self, person_id: int) -> str | None:
        return None


def serve(folder: Path, port: int, started: Connection) -> None:
    """A sandbox until it is killed; sends its URL when it answers. Runs in a process of its own."""
    from bot.sandbox import Sandbox

    async def run() -> None:
        clock = MovableClock()
        sandbox = Sandbox(token=TOKEN, clock=clock, folder=folder, limits=None, controls=clock)
        async with sandbox.serving(port=port):
            started.send(sandbox.url)
            await asyncio.Event().wait()

    asyncio.run(run())


class Server:
    """A sandbox that can be killed as `kill -9` does and started again in the same place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.start()

    def start(self) -> None:
        ours, theirs = multiprocessing.Pipe()
        port = int(self.url.rpartition(":")[2] or 0)
        context = multiprocessing.get_context("spawn")
        self.process = context.Process(target=serve, args=(self.folder, port, theirs), daemon=True)
        self.process.start()
        theirs.close()
        assert ours.poll(60), "the sandbox did not start"
        self.url = ours.recv().rstrip("/")
        ours.close()

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
