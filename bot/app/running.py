"""Running the house: one process per journal, the network waited for, the tick, and an orderly end."""

from __future__ import annotations

import asyncio
import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.error import NetworkError, RetryAfter

from bot.app.house import House, Ptb
from bot.chat import profile
from bot.clock import SystemClock, Watch
from bot.storage.database import DatabaseError, make_private, unwritable
from bot.storage.places import Places

log = logging.getLogger(__name__)
TICK = 1  # second
DISK_PAUSE = 2  # seconds between tries of a disk that cannot be written
NOTICED = timedelta(seconds=2)
"""A clock that is set by less makes no difference."""


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the journal for this process. Raises DatabaseError if another one does."""
    try:
        lock_file = database.with_name(database.name + ".lock")
        make_private(lock_file)
        lock: TextIO = lock_file.open("w")
    except OSError:
        folder = database.resolve().parent
        raise DatabaseError(f"The folder of DATABASE cannot be written: {folder}") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise DatabaseError(f"Another Glimmer is running on {database}; stop it first") from None
    try:
        yield
    finally:
        lock.close()


async def work(house: House, stop: asyncio.Event) -> None:
    """Run until ``stop``, then let what is under way finish. Raises IntakeError, InvalidToken."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    job = scheduler.add_job(
        house.tick, "interval", seconds=TICK, coalesce=True, max_instances=1, misfire_grace_time=None
    )
    polling = asyncio.create_task(_reach_and_poll(house, scheduler, job))
    stopping = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait((polling, stopping), return_when=asyncio.FIRST_COMPLETED)
        if polling in done:
            await polling
    finally:
        if scheduler.running:
            scheduler.shutdown(wait=False)
        for task in (polling, stopping):
            task.cancel()
        await asyncio.gather(polling, stopping, return_exceptions=True)
        await house.dispatcher.close()
        await house.nudging.close()
        await house.media.close()
        await house.custody.close()
        house.studio.close()
        await house.application.shutdown()
        await house.application.bot.shutdown()  # the line before does nothing unless all went well at start
        house.db.close()


async def _reach_and_poll(house: House, scheduler: AsyncIOScheduler, job: Job) -> None:
    # The list of cities is made at the first start ever, before any update is in hand: a kill meanwhile is
    # no fault of an update.
    await asyncio.gather(_initialize(house.application), asyncio.to_thread(_prepare, house.places))
    await _put_right(house)
    scheduler.start()
    house.dispatcher.resume()
    log.info("Glimmer is awake")
    async with asyncio.TaskGroup() as group:
        group.create_task(profile.show(house.application.bot, house.library, house.commands))
        group.create_task(house.poller.run())
        group.create_task(watch(house, job))


async def _put_right(house: House) -> None:
    """What a crash or new zone rules left behind; a disk that cannot be written is waited for."""
    told = False
    while True:
        try:
            house.nudging.recover()
            house.replanning.begin(house.clock.now())
        except Exception as error:
            if not unwritable(error):
                raise
            if not told:
                log.error("the journal cannot be written (%s); is the disk full?", type(error).__name__)
            told = True
            await asyncio.sleep(DISK_PAUSE)
        else:
            return


def _prepare(places: Places) -> None:
    """A disk that is full now is tried again with the first message; it must not stop the start."""
    try:
        places.prepare()
    except Exception as error:
        log.error("the list of cities waits (%s); is the disk full?", type(error).__name__)


async def watch(house: House, job: Job) -> None:
    """Tick on when the machine's clock is set: back, the scheduler would wait for the old hour to return."""
    watched = Watch(house.clock)
    while True:
        await asyncio.sleep(TICK)
        moved = watched.moved()
        if abs(moved) > NOTICED:
            log.info("the clock was moved by %.0f seconds", moved.total_seconds())
        if moved < -NOTICED:
            house.replanning.again(house.clock.now())
        soon = SystemClock().now() + timedelta(seconds=TICK)  # the scheduler goes by the machine's
        if job.next_run_time and job.next_run_time > soon + NOTICED:
            job.modify(next_run_time=soon)


async def _initialize(application: Ptb) -> None:
    """Wait for the network, saying so once. Raises InvalidToken."""
    pause = 0.0
    while True:
        try:
            await application.initialize()
            await application.bot.delete_webhook()  # polling is refused while one stands; nothing is dropped
        except (RetryAfter, NetworkError) as error:
            if not pause:
                log.warning("Telegram cannot be reached (%s); waiting for it", type(error).__name__)
            pause = min(pause * 2 or 1.0, 30.0)
            await asyncio.sleep(pause)
        else:
            return
