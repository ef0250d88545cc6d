"""One person's updates in order, different people side by side, and a bad one stops nobody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

from bot.chat.dispatch import Dispatcher
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Inbox

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def inbox_with(*lanes: int) -> Inbox:
    inbox = Inbox(open_database(IN_MEMORY))
    inbox.take_in(
        [{"update_id": n, "message": {"chat": {"id": lane}}} for n, lane in enumerate(lanes, 1)], NOW
    )
    return inbox


async def test_one_person_is_answered_in_order_and_others_do_not_wait() -> None:
    inbox, seen, slow = inbox_with(7, 7, 8), [], asyncio.Event()

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        if update_id == 1:
            await slow.wait()
        seen.append(update_id)
        if update_id == 3:
            slow.set()

    dispatcher = Dispatcher(inbox, handle)
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen == [3, 1, 2]
    assert inbox.waiting() == []


async def test_an_update_that_fails_for_good_is_set_aside_and_its_lane_goes_on() -> None:
    inbox, seen = inbox_with(7, 7), []

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        if update_id == 1:
            raise ValueError("their words")
        seen.append(update_id)

    dispatcher = Dispatcher(inbox, handle, pauses=(0.0, 0.0))
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen == [2]
    assert [(a.update_id, a.problem) for a in inbox.aside()] == [(1, "ValueError")]


async def test_what_was_not_begun_at_shutdown_stays_in_the_inbox() -> None:
    inbox, go = inbox_with(7, 7), asyncio.Event()

    async def handle(_: int, __: dict[str, Any]) -> None:
        await go.wait()

    dispatcher = Dispatcher(inbox, handle)
    dispatcher.notice(inbox.waiting())
    await asyncio.sleep(0)
    closing = asyncio.create_task(dispatcher.close())
    await asyncio.sleep(0)
    go.set()
    await closing
    assert inbox.waiting() == [(2, 7)]
