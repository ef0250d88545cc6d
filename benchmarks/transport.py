"""Bot API calls a second on one core: PTB on our transport, beside PTB on its default."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import ApplicationBuilder

from benchmarks.answering import answering
from benchmarks.report import Effort, Table, noisy, percentile
from benchmarks.stage import TOKEN
from bot.chat.transport import AiohttpRequest

AT_ONCE = (1, 10, 50, 100)
SECONDS = 1.5
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Nothing today", callback_data="nothing|1")]])


async def calls(bot: Bot, at_once: int, seconds: float) -> tuple[float, float]:
    """Calls a second, and the slowest but one percent of them in milliseconds."""
    took: list[float] = []
    end = time.perf_counter() + seconds

    async def caller() -> None:
        while (begin := time.perf_counter()) < end:
            await bot.send_message(1001, "What was a small moment of ease today?", reply_markup=BUTTONS)
            took.append((time.perf_counter() - begin) * 1000)

    began = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(at_once)))
    return len(took) / (time.perf_counter() - began), percentile(took, 99)


def _bot(url: str, transport: AiohttpRequest | None) -> Bot:
    builder: Any = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").updater(None)
    return builder.request(transport).build().bot if transport else builder.build().bot  # type: ignore[no-any-return]  # Any: a builder's type has six parameters


async def _measure(url: str, at_once: int, rounds: int) -> tuple[str, ...]:
    theirs, ours = _bot(url, None), _bot(url, AiohttpRequest(connections=at_once))
    found: dict[Bot, list[tuple[float, float]]] = {theirs: [], ours: []}
    for bot in found:
        await bot._request[1].initialize()
        await calls(bot, at_once, 0.2)
    for _ in range(rounds):
        for bot in found:
            found[bot].append(await calls(bot, at_once, SECONDS))
    for bot in found:
        await bot._request[1].shutdown()
    rates = [[rate for rate, _ in found[bot]] for bot in (theirs, ours)]
    slow = [statistics.median(late for _, late in found[bot]) for bot in (theirs, ours)]
    ratio = statistics.median(ours / theirs for theirs, ours in zip(*rates, strict=True))
    return (
        str(at_once),
        *map(noisy, rates),
        f"{ratio:.1f}×",
        *(f"{late:.0f} ms" for late in slow),
        f"{slow[0] / slow[1]:.1f}×",
    )


def run(effort: Effort) -> Iterator[Table]:
    """A row for each number of calls at once; repeats take turns."""
    rounds = effort.of(3, 1)
    with answering() as url:
        rows = [asyncio.run(_measure(url, at_once, rounds)) for at_once in AT_ONCE]
    columns = ("at once", "PTB's default /s", "ours /s", "ratio", "its p99", "our p99", "ratio")
    yield Table(
        "sendMessage with a button, objects parsed, client on one core",
        columns,
        rows,
        (f"Median of {rounds} repeats that take turns, ± the farthest of them. Expected: 4× at 50.",),
    )
