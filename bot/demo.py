"""The demo's composition: the real bot beside the local Bot API server, with a clock that can be moved."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import tempfile
import webbrowser
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot import app
from bot.clock import ShiftedClock
from bot.domain.rhythm import to_utc
from bot.library import Library
from bot.sandbox import Sandbox
from bot.settings import Settings

log = logging.getLogger(__name__)
TOKEN = "1234567890:" + "demo" * 9  # of the sandbox's own; a real one in .env is never read here
PORTS = range(8765, 8865)
HOST = "127.0.0.1"
SHORTLY_BEFORE = timedelta(seconds=2)
MORNING = time(8)


def free_port(wanted: int | None) -> int:
    """That one, or the first free one of ours. Raises click.ClickException."""
    for port in (wanted,) if wanted else PORTS:
        with socket.socket() as trial, contextlib.suppress(OSError):
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((HOST, port))
            return port
    taken = f"--port {wanted} is" if wanted else f"The ports from {PORTS[0]} to {PORTS[-1]} are"
    raise click.ClickException(f"{taken} taken or not allowed here; name another with --port")


def writable(folder: Path) -> Path:
    """The folder, made if need be. Raises click.ClickException."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
        return folder
    raise click.ClickException(f"--folder {folder} cannot be written")


class DemoClock:
    """The page's clock; it can be moved, and survives a restart."""

    moves = ("now", "hour", "nudge", "morning")

    def __init__(self, clock: ShiftedClock, folder: Path) -> None:
        self._clock, self._file = clock, folder / "clock"
        self.house: app.House | None = None
        with contextlib.suppress(OSError, ValueError):  # none yet, or half written
            clock.shift = timedelta(seconds=float(self._file.read_text(encoding="ascii")))

    def move(self, kind: str, person_id: int) -> bool:
        """Move the clock; *to the next nudge* is that person's, a moment before it, False without one."""
        now = self._clock.now()
        ahead = self._before_nudge(person_id, now) if kind == "nudge" else now
        if ahead is None:
            return False
        match kind:
            case "hour":
                self._clock.move_to(now + timedelta(hours=1))
            case "nudge":
                self._clock.move_to(ahead)
            case "morning":
                self._clock.move_to(self._morning(person_id, now))
            case _:
                self._clock.shift = timedelta()
        whole = self._file.with_suffix(".new")  # a kill while it is written leaves the one before
        whole.touch(mode=0o600)
        whole.write_text(str(self._clock.shift.total_seconds()), encoding="ascii")
        whole.replace(self._file)
        return True

    def zone(self, person_id: int) -> str | None:
        """The one that the person told the bot."""
        person = self.house.people.get(person_id) if self.house else None
        return person.rhythm.zone if person and person.placed else None

    def _before_nudge(self, person_id: int, now: datetime) -> datetime | None:
        at = self.house.foreseeing.next_at(person_id, now) if self.house else None
        return max(now, at - SHORTLY_BEFORE) if at else None

    def _morning(self, person_id: int, now: datetime) -> datetime:
        person = self.house.people.get(person_id) if self.house else None
        zone = person.rhythm.zone if person else "UTC"
        tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
        return to_utc(tomorrow, MORNING, zone).astimezone(UTC)


async def run_demo(port: int, folder: Path, open_page: bool) -> None:
    """Serve the chat page until interrupted. All is kept in ``folder``, so it goes on after a crash."""
    clock = ShiftedClock()
    controls = DemoClock(clock, folder)
    database = folder / "glimmer.db"
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    with app.only_one(database):
        sandbox = Sandbox(
            token=TOKEN, name="Glimmer", clock=clock, folder=folder / "telegram", controls=controls
        )
        async with sandbox.serving(port=port, host=HOST):
            settings = Settings(telegram_token=TOKEN, telegram_api=sandbox.url, database=database, backups=0)
            house = app.build(settings, Library.load(app.prompts_folder()), clock)
            controls.house = house
            click.echo(f"Glimmer is listening at {sandbox.url} (Ctrl+C ends it; all is kept in {folder}/)")
            if open_page:
                webbrowser.open(sandbox.url)
            await app.work(house, stop)
