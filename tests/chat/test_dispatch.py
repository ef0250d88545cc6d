"""One person's updates in order, different people side by side, and a bad one stops nobody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.chat.dispatch import Dispatcher
from bot.chat.leftovers import RUNS
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Inbox

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox(open_database(IN_MEMORY))


def raw(update_id: int, person: int = 7) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": person}}}


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


async def test_what_ended_too_many_runs_is_regretted(inbox: Inbox) -> None:
    inbox.take_in([raw(1)], NOW)
    for _ in range(RUNS):
        inbox.begun(1)
    told: list[dict[str, Any]] = []

    async def handle(_: int, __: dict[str, Any]) -> None:
        raise AssertionError

    async def regret(body: dict[str, Any]) -> None:
        told.append(body)

    dispatcher = Dispatcher(inbox, handle, regret=regret)
    dispatcher.resume()
    await dispatcher.drain()
    assert told == [raw(1)]


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


async def test_a_handler_that_was_cut_off_runs_again_at_the_next_start(tmp_path: Path) -> None:
    inbox, begun = Inbox(open_database(tmp_path / "a.db")), []
    inbox.take_in([raw(1)], NOW)

    async def hang(update_id: int, _: dict[str, Any]) -> None:
        begun.append(update_id)
        await asyncio.Event().wait()

    dispatcher = Dispatcher(inbox, hang, pauses=(), goodbye=0.01)
    dispatcher.notice(inbox.waiting())
    await asyncio.sleep(0)
    await dispatcher.close()
    assert begun == [1]
    assert Inbox(open_database(tmp_path / "a.db")).waiting() == [(1, 7)]


async def test_goodbye_does_not_wait_for_the_pause_between_tries(inbox: Inbox) -> None:
    inbox.take_in([raw(1)], NOW)
    failed = asyncio.Event()

    async def fail(_: int, __: dict[str, Any]) -> None:
        failed.set()
        raise KeyError

    dispatcher = Dispatcher(inbox, fail, pauses=(600.0,), goodbye=600.0)
    dispatcher.notice(inbox.waiting())
    await failed.wait()
    async with asyncio.timeout(10):
        await dispatcher.close()
    assert inbox.waiting() == [(1, 7)]


async def test_what_fails_once_is_tried_again_before_what_came_later(inbox: Inbox) -> None:
    inbox.take_in([raw(1), raw(2)], NOW)
    tried: list[int] = []

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        tried.append(update_id)
        if tried == [1]:
            raise KeyError

    dispatcher = Dispatcher(inbox, handle, pauses=(0.0,))
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert tried == [1, 1, 2]
    assert inbox.aside() == []


async def test_a_flood_of_one_person_delays_only_that_person(inbox: Inbox) -> None:
    inbox.take_in([*map(raw, range(1, 101)), raw(101, 8)], NOW)
    seen: list[int] = []

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        seen.append(update_id)  # and waits for nothing

    dispatcher = Dispatcher(inbox, handle)
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen.index(101) == 1
    assert [one for one in seen if one != 101] == list(range(1, 101))


async def test_a_handler_whose_own_wait_was_cancelled_stops_nobody(inbox: Inbox) -> None:
    inbox.take_in([raw(1), raw(2)], NOW)
    seen: list[int] = []

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        if update_id == 1:
            raise asyncio.CancelledError
        seen.append(update_id)

    dispatcher = Dispatcher(inbox, handle, pauses=())
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen == [2]
    assert [aside.problem for aside in inbox.aside()] == ["CancelledError"]


class FullDisk(Inbox):
    """Reads, but cannot delete or count."""

    def done(self, update_id: int) -> None:
        if update_id == 1:
            raise OSError
        super().done(update_id)

    def failed(self, update_id: int) -> int:
        raise OSError


async def test_what_cannot_be_written_off_stays_and_its_lane_goes_on() -> None:
    inbox = FullDisk(open_database(IN_MEMORY))
    inbox.take_in([raw(1), raw(2)], NOW)
    seen: list[int] = []

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        seen.append(update_id)

    dispatcher = Dispatcher(inbox, handle)
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen == [1, 2]
    assert inbox.waiting() == [(1, 7)]


async def test_what_finds_the_file_unwritable_waits_and_is_not_set_aside() -> None:
    db = open_database(IN_MEMORY)
    inbox, seen = Inbox(db), []
    inbox.take_in([raw(1)], NOW)

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        seen.append(update_id)
        if len(seen) == 1:
            db.execute("PRAGMA query_only = ON")
        if len(seen) == 3:
            db.execute("PRAGMA query_only = OFF")
        db.execute("INSERT INTO steps (person_id, step, asked_at) VALUES (7, 'x', 'y')")

    db.execute("INSERT INTO people (id, language, zone, joined_at) VALUES (7, 'en', 'UTC', '2026-01-01')")
    dispatcher = Dispatcher(inbox, handle, pauses=(0.0,))
    dispatcher.notice(inbox.waiting())
    await dispatcher.drain()
    assert seen == [1, 1, 1]
    assert (inbox.waiting(), inbox.aside()) == ([], [])


async def test_what_was_handled_is_not_handled_again_for_want_of_room_to_write_it_off() -> None:
    db = open_database(IN_MEMORY)
    inbox, seen = Inbox(db), []
    inbox.take_in([raw(1)], NOW)

    async def handle(update_id: int, _: dict[str, Any]) -> None:
        seen.append(update_id)
        db.execute("PRAGMA query_only = ON")

    dispatcher = Dispatcher(inbox, handle, pauses=(0.01,))
    dispatcher.notice(inbox.waiting())
    await asyncio.sleep(0.1)
    db.execute("PRAGMA query_only = OFF")
    await dispatcher.drain()
    assert seen == [1]
    assert (inbox.waiting(), inbox.aside()) == ([], [])
