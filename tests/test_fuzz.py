"""Bent updates by the thousand: none is stuck, none stops the next, nothing is told of them."""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dialog import QUICK, Dialog, talking
from tests.fuzzing import ANNA, bent, update

ONCE = replace(QUICK, tries=())
BATCH, FIRST = 100, 2_000_000


async def fuzz(anna: Dialog, count: int, seed: int) -> None:
    """Hand that many to the bot, every other one bent."""
    rng = random.Random(seed)
    inbox, dispatcher = anna.house.inbox, anna.house.dispatcher
    for begin in range(FIRST, FIRST + count, BATCH):
        numbers = range(begin, begin + BATCH)
        raws = [bent(rng, number) if number % 2 else update(rng, number) for number in numbers]
        dispatcher.notice(inbox.take_in(raws, anna.clock.now()))
        await dispatcher.drain()
        assert inbox.waiting() == []


async def fuzzed(tmp_path: Path, caplog: pytest.LogCaptureFixture, count: int, seed: int) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    async with talking(tmp_path / "a.db", pace=ONCE) as anna:
        assert anna.person.id == ANNA["id"]
        await anna.says("here it begins")
        await fuzz(anna, count, seed)
        aside = [update.update_id for update in anna.house.inbox.aside()]
        assert aside  # some cannot be read at all
        assert [number for number in aside if number % 2 == 0] == []
        assert not any(record.exc_info for record in caplog.records)
        await anna.says("and still it listens")
        kept = anna.house.db.execute("SELECT count(*) FROM glimmers WHERE text = 'and still it listens'")
        assert kept.fetchone() == (1,)


async def test_bent_updates_stop_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    await fuzzed(tmp_path, caplog, 1000, 1)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(10))
async def test_a_hundred_thousand_bent_updates_stop_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    await fuzzed(tmp_path, caplog, 10_000, seed)
