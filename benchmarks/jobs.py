"""One PTB ``run_daily`` job per person, in a process of its own; prints four figures."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from telegram.ext import ApplicationBuilder

from benchmarks.stage import TOKEN, memory

ADDED_A_SECOND = 2500  # at least; so the minute comes when all are there
LOOK = 0.005


async def _figures(people: int) -> str:
    """Seconds to add, megabytes, seconds for which the loop served nobody, jobs that ran."""
    application: Any = ApplicationBuilder().token(TOKEN).updater(None).build()
    ran: Iterator[int] = count()

    async def nudge(_: object) -> None:
        next(ran)

    began = time.perf_counter()
    due = datetime.now(UTC) + timedelta(seconds=4 + people / ADDED_A_SECOND)
    application.job_queue.scheduler.start()
    for person in range(people):
        application.job_queue.run_daily(nudge, due.timetz(), chat_id=person)
    added = time.perf_counter() - began
    held = memory(os.getpid())
    end = time.perf_counter() + (due - datetime.now(UTC)).total_seconds() + 2
    worst = 0.0
    while (before := time.perf_counter()) < end:
        await asyncio.sleep(LOOK)
        worst = max(worst, time.perf_counter() - before - LOOK)
    return f"{added} {held} {worst} {next(ran)}"


if __name__ == "__main__":
    logging.disable()
    print(asyncio.run(_figures(int(sys.argv[1]))))
