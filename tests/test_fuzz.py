"""Bent updates by the thousand: none is stuck, none stops the next, nothing is told of them."""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dialog import QUICK, Dialog, talking
from tests.fuzzing import ANNA, bent, is_update, update

ONCE = replace(QUICK, tries=())
BATCH, FIRST = 100, 2_000_000
MOST_ASIDE = 0.6  # of what is bent so that the Bot API would not send it


async def fuzz(anna: Dialog, count: int, seed: int) -> None:
    """Hand that many to the bot, bent, and a sound one after each batch."""
    rng = random.Random(seed)
    inbox, dispatcher = anna.house.inbox, anna.house.dispatcher
    for begin in range(FIRST, FIRST + count, BATCH):
        raws = [bent(rng, number) for number in range(begin, begin + BATCH)]
        dispatcher.notice(inbox.take_in(raws, anna.clock.now()))
        await anna.says(f"sound {begin}")
        await dispatcher.drain()
        assert inbox.waiting() == []


async def fuzzed(tmp_path: Path, caplog: pytest.LogCaptureFixture, count: int, seed: int) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    async with talking(tmp_path / "a.db", pace=ONCE) as anna:
        assert anna.person.id == ANNA["id"]
        await anna.says("here it begins")
        await fuzz(anna, count, seed)
        aside = [anna.house.inbox.body(update.update_id) for update in anna.house.inbox.aside()]
        assert 0 < len(aside) < count * MOST_ASIDE
        assert [raw for raw in aside if raw is None or is_update(raw)] == []
        assert not any(record.exc_info for record in caplog.records)
        kept = anna.house.db.execute("SELECT count(*) FROM glimmers WHERE text LIKE 'sound %'")
        assert kept.fetchone() == (count // BATCH,)


async def test_what_the_bot_api_allows_is_never_set_aside(tmp_path: Path) -> None:
    rng = random.Random(7)
    async with talking(tmp_path / "a.db", pace=ONCE) as anna:
        await anna.says("here it begins")
        raws = [update(rng, number) for number in range(FIRST, FIRST + 400)]
        assert all(map(is_update, raws))
        anna.house.dispatcher.notice(anna.house.inbox.take_in(raws, anna.clock.now()))
        await anna.house.dispatcher.drain()
        assert anna.house.inbox.aside() == []


async def test_a_bent_edit_of_somebody_new_does_not_stop_their_first_message(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", pace=ONCE) as anna:
        await anna.says("here it begins")
        ben = {"id": anna.sandbox.person("Ben").id, "first_name": "Ben"}
        message = {"date": 1_790_000_000, "text": "a lark", "from": ben | {"is_bot": False}}
        message |= {"chat": ben | {"type": "private"}, "message_id": "1"}
        raws = [
            {"update_id": FIRST, "edited_message": message | {"edit_date": 1_790_000_001}},
            {"update_id": FIRST + 1, "message": message | {"message_id": 1}},
        ]
        anna.house.dispatcher.notice(anna.house.inbox.take_in(raws, anna.clock.now()))
        await anna.house.dispatcher.drain()
        kept = anna.house.db.execute("SELECT text FROM glimmers WHERE person_id = ?", [ben["id"]])
        assert kept.fetchall() == [("a lark",)]


async def test_bent_updates_stop_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    await fuzzed(tmp_path, caplog, 1000, 1)


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(10))
async def test_a_hundred_thousand_bent_updates_stop_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    await fuzzed(tmp_path, caplog, 10_000, seed)
