"""Who floods slows only themself: others hear their answer long before the flood is worked off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.sandbox import Person
from tests.dialog import Dialog, talking

MANY = 300
PICTURE = b"\xff\xd8\xff"


def messages(mallory: Person) -> None:
    for number in range(MANY):
        mallory.says(f"again and again {number}")


def presses(mallory: Person) -> None:
    receipt = next(m for m in reversed(mallory.chat) if "reply_markup" in m)
    for _ in range(MANY):
        mallory._world.press(mallory._chat, receipt, "list")


def albums(mallory: Person) -> None:
    for number in range(MANY // 10):
        mallory.sends_album([PICTURE + bytes([number, n]) for n in range(10)], f"album {number}")


def edits(mallory: Person) -> None:
    message = mallory.says("first")
    for number in range(MANY):
        mallory.edits(message, f"edited {number}")


def heavy_wishes(mallory: Person) -> None:
    for _ in range(MANY // 3):
        for command in ("/recap all", "/search again", "/list"):
            mallory.says(command)


def unhandled(anna: Dialog, whose: int) -> int:
    """What still waits of theirs, at Telegram or here."""
    here = sum(lane == whose for _, lane in anna.house.inbox.waiting())
    return here + len(anna.sandbox.pending)


@pytest.mark.parametrize("flood", [messages, presses, albums, edits, heavy_wishes], ids=lambda f: f.__name__)
async def test_others_are_answered_while_somebody_floods(
    tmp_path: Path, flood: Callable[[Person], None]
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        mallory, ben = anna.sandbox.person("Mallory"), anna.sandbox.person("Ben")
        mallory.says("again")
        await anna.says("/help")
        await anna.person.hears()
        flood(mallory)
        for person in (anna.person, ben):
            person.says("a blackbird")
        await asyncio.gather(anna.person.hears(timeout=30), ben.hears(timeout=30))
        assert unhandled(anna, mallory.id) > MANY / 2
        await anna.settles()
        assert anna.house.inbox.aside() == []
