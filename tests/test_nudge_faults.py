"""Every fault of Telegram's while a nudge goes out, and what becomes of the nudge."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat.transport import Timeouts
from bot.clock import ShiftedClock
from bot.sandbox import Fault, Sandbox
from tests.dialog import FAST, QUICK, START, TOKEN, Dialog, running, talking
from tests.ports import reserved
from tests.process import ROOT

NOON = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
A_DAY = timedelta(days=1)
HURRIED = replace(QUICK, answers=Timeouts(pool=1, connect=0.3, write=0.3, read=0.3))
TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
][1:]
NO_CONNECTION = "no connection: "
EXPECTED = {
    Fault(fault): (state, int(arrived))
    for fault, state, arrived, _ in TABLE
    if not fault.startswith(NO_CONNECTION)
}
GONE = (Fault.BLOCKED, Fault.DEACTIVATED, Fault.CHAT_NOT_FOUND)


def state_of(anna: Dialog, day: datetime) -> str:
    """That of the slot's one nudge on that day."""
    found = anna.house.db.execute(
        "SELECT state FROM nudges WHERE slot = '12:30' AND day = ?", [day.date().isoformat()]
    ).fetchall()
    assert len(found) == 1
    return str(found[0][0])


async def acquainted(anna: Dialog) -> int:
    await anna.says("/timezone UTC")
    await anna.says("/times 12:30")
    return len(anna.texts())


def seconds(fault: Fault) -> float:
    """How long it lasts: beyond our patience for a silence, within it for a late answer."""
    return 0.1 if fault is Fault.SLOW else 1.0


def test_the_table_has_every_fault() -> None:
    assert set(EXPECTED) == set(Fault)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name)
async def test_what_becomes_of_a_nudge_is_what_the_table_says(tmp_path: Path, fault: Fault) -> None:
    state, arrived = EXPECTED[fault]
    async with talking(tmp_path / "a.db", pace=HURRIED) as anna:
        heard = await acquainted(anna)
        anna.sandbox.faults.add(fault, method="sendMessage", seconds=seconds(fault))
        await anna.at(NOON)
        for after in (2, 25, 3600):
            await anna.at(NOON + timedelta(seconds=after))
        assert (state_of(anna, NOON), len(anna.texts()) - heard) == (state, arrived)
        await anna.at(NOON + A_DAY)
        if fault in GONE:
            assert anna.house.people.next_at(anna.person.id) is None
            await anna.says("back again")
            assert anna.house.people.next_at(anna.person.id) is not None
        else:
            assert state_of(anna, NOON + A_DAY) == "sent"


async def test_where_no_connection_can_be_had_it_is_sent_as_soon_as_there_is_one(tmp_path: Path) -> None:
    state, arrived = next((row[1], int(row[2])) for row in TABLE if row[0].startswith(NO_CONNECTION))
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with AsyncExitStack() as house_up:
        port = house_up.enter_context(reserved())
        async with sandbox.serving(port=port):
            house = await house_up.enter_async_context(
                running(sandbox, tmp_path / "a.db", clock, pace=HURRIED)
            )
            anna = Dialog(sandbox, sandbox.person("Anna", language="en"), house, clock)
            heard = await acquainted(anna)
        clock.move_to(NOON)
        await house.tick()
        await house.nudging.drain()
        assert state_of(anna, NOON) != "lost"
        async with sandbox.serving(port=port):
            for after in (25, 3600):
                await anna.at(NOON + timedelta(seconds=after))
            assert (state_of(anna, NOON), len(anna.texts()) - heard) == (state, arrived)


async def test_what_is_refused_for_two_hours_is_skipped_in_silence(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", pace=HURRIED) as anna:
        heard = await acquainted(anna)
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="sendMessage", times=10**6)
        for minutes in (0, 1, 60, 119, 120):
            await anna.at(NOON + timedelta(minutes=minutes))
        anna.sandbox.faults.clear()
        await anna.at(NOON + timedelta(minutes=121))
        assert (state_of(anna, NOON), len(anna.texts())) == ("skipped", heard)
