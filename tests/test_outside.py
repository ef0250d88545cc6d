"""Strangers, groups and channels: answered politely, left, and nowhere in the file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import ShiftedClock
from bot.sandbox import Sandbox
from tests.dialog import FAST, START, TOKEN, Dialog, running, talking

NOBODY = frozenset({42})
MALLORY = {"id": 777001, "is_bot": False, "first_name": "Mallory", "language_code": "de"}
BOT = {"id": int(TOKEN.split(":")[0]), "is_bot": True, "first_name": "Sandbox", "username": "sandbox_bot"}
CHATS = {"group": -778, "supergroup": -100779, "channel": -100777}
RIGHTS = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)


def chat_of(kind: str) -> dict[str, Any]:
    return {"id": CHATS[kind], "type": kind, "title": "others"}


def adds_the_bot(anna: Dialog, kind: str, status: str) -> None:
    """Mallory adds it to a chat, or takes it out again."""
    was = {"user": BOT, "status": "left"}
    now = {"user": BOT, "status": status, **(RIGHTS if status == "administrator" else {})}
    about = {"chat": chat_of(kind), "from": MALLORY, "date": 1_795_000_000}
    anna.sandbox.inject({"my_chat_member": {**about, "old_chat_member": was, "new_chat_member": now}})


def posts(anna: Dialog, kind: str) -> None:
    said = {"message_id": 5, "date": 1_795_000_000, "chat": chat_of(kind), "text": "hello"}
    if kind == "channel":
        anna.sandbox.inject({"channel_post": {**said, "sender_chat": chat_of(kind)}})
    else:
        anna.sandbox.inject({"message": {**said, "from": MALLORY}})


def rows(anna: Dialog) -> dict[str, int]:
    """How many rows there are of people, whatever about them."""
    db = anna.house.db
    tables = [name for name in db.table_names() if "person_id" in {c.name for c in db.table(name).columns}]
    counts = {name: db.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in (*tables, "people")}
    return {name: count for name, count in counts.items() if count}


def said_there(anna: Dialog, kind: str) -> list[str]:
    calls = anna.sandbox.calls
    return [
        str(call.params["text"])
        for call in calls
        if call.method == "sendMessage" and call.chat_id == CHATS[kind]
    ]


async def test_a_stranger_is_told_so_and_leaves_no_row(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", allowed_users=NOBODY) as anna:
        message = anna.person.says("hello, my secret")
        anna.person.edits(message, "hello, my other secret")
        await anna.says("/start")
        assert set(anna.texts()) == {
            "This bot is kept for a few people. Its code is free, and anyone can run their own."
        }
        for hours in range(48):
            await anna.at(START + timedelta(hours=hours))
        assert len(anna.texts()) == 3
        assert rows(anna) == {}
        assert anna.house.inbox.aside() == []


async def test_who_may_come_in_does(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", allowed_users=frozenset({5_000_001_001})) as anna:
        await anna.says("a blackbird")
        assert rows(anna)["glimmers"] == 1


async def test_who_is_not_named_any_more_is_not_asked_any_more_and_keeps_what_is_theirs(
    tmp_path: Path,
) -> None:
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with sandbox.serving(port=0):
        person = sandbox.person("Anna")
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            anna = Dialog(sandbox, person, house, clock)
            await anna.says("/timezone UTC")
            await anna.says("/times 12:30, 20:30")
            await anna.says("a blackbird")
            await anna.says("/when")
            before = house.people.get(person.id)
        async with running(sandbox, tmp_path / "a.db", clock, allowed_users=NOBODY) as house:
            anna = Dialog(sandbox, person, house, clock)
            await anna.says("may I?")
            heard = len(anna.texts())
            await anna.at(datetime(2026, 11, 24, 20, 31, tzinfo=UTC))
            await anna.at(datetime(2026, 11, 25, 12, 31, tzinfo=UTC))
            person.blocks()
            person.unblocks()
            await anna.settles()
            assert len(anna.texts()) == heard
            assert house.people.get(person.id) == before
            assert rows(anna)["glimmers"] == 1
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            anna = Dialog(sandbox, person, house, clock)
            await anna.says("/help")
            await anna.at(datetime(2026, 11, 25, 20, 31, tzinfo=UTC))
            assert len(anna.texts()) == heard + 2


@pytest.mark.parametrize("status", ["member", "administrator"])
@pytest.mark.parametrize("kind", CHATS)
async def test_where_others_are_the_bot_leaves_as_soon_as_it_is_added(
    tmp_path: Path, kind: str, status: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        adds_the_bot(anna, kind, status)
        await anna.settles()
        assert anna.sandbox.left == [CHATS[kind]]
        assert [text[:7] for text in said_there(anna, kind)] == ([] if kind == "channel" else ["Ich bin"])
        adds_the_bot(anna, kind, "left")
        await anna.settles()
        assert anna.sandbox.left == [CHATS[kind]]
        assert (rows(anna), anna.house.inbox.aside()) == ({}, [])


@pytest.mark.parametrize("kind", CHATS)
async def test_what_is_written_where_others_are_is_not_kept(tmp_path: Path, kind: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        posts(anna, kind)
        await anna.settles()
        assert anna.sandbox.left == [CHATS[kind]]
        assert (rows(anna), anna.house.inbox.aside()) == ({}, [])
