"""With a folder the sandbox goes on where it was killed."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp

from bot.sandbox import Person, Sandbox, png
from tests.sandbox.wires import Caller

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_everything_is_there_again(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    async with Sandbox(folder=tmp_path).serving() as before:
        call, anna = Caller(before, http), before.person("Anna", language="de")
        photo = anna.sends_photo(png(120, 90), caption="look")
        await call.done("getUpdates", offset=-1, allowed_updates=["message", "callback_query"])
        sent = await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup=KEYBOARD)
        await call.done("setMessageReaction", chat_id=anna.id, message_id=1, reaction=HEART)
        await call.done("setMyCommands", commands=[{"command": "a", "description": "b"}])
        anna.deletes(anna.says("gone"))
        pressed = anna.presses(sent, "Yes")
        chat, pending = anna.chat, before.pending
    before.close()

    async with Sandbox(folder=tmp_path).serving() as after:
        call = Caller(after, http)
        (again,) = after.people
        assert (again.first_name, again.language, again.chat) == ("Anna", "de", chat)
        assert again.reactions == {1: ["❤"]}
        assert after.pending == pending == await call.done("getUpdates")
        assert await call.done("getMyCommands") == [{"command": "a", "description": "b"}]
        await call.done("answerCallbackQuery", callback_query_id=pressed)
        await call.done("sendPhoto", chat_id=again.id, photo=photo["photo"][-1]["file_id"])
        assert again.says("on")["message_id"] == chat[-1]["message_id"] + 3
    after.close()


HEART = [{"type": "emoji", "emoji": "❤"}]


async def test_what_is_kept_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "telegram"
    folder.mkdir()
    (folder / "sandbox.db").touch(mode=0o644)  # as an earlier one left it
    async with Sandbox(folder=folder).serving() as sandbox:
        sandbox.person("Anna").says("a blackbird")
        files = list(folder.iterdir())
        assert len(files) > 1
        assert not [path.name for path in files if path.stat().st_mode & 0o077]
    sandbox.close()
    Sandbox(folder=tmp_path / "new").close()
    assert not (tmp_path / "new").stat().st_mode & 0o077


async def test_update_numbers_are_never_given_twice(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    numbers = []
    for _ in range(3):
        async with Sandbox(folder=tmp_path).serving() as sandbox:
            person = sandbox.people[0] if sandbox.people else sandbox.person("Anna")
            person.says("x")
            numbers.append(sandbox.pending[-1]["update_id"])
            await Caller(sandbox, http).done("getUpdates", offset=numbers[-1] + 1)
        sandbox.close()
    assert numbers == sorted(set(numbers)) and len(numbers) == 3


def live(folder: Path, ready: Connection) -> None:
    """A sandbox that is told things until it is killed; runs in a process of its own."""
    sandbox = Sandbox(folder=folder)
    anna: Person = sandbox.person("Anna")
    for number in range(100_000):
        ready.send(anna.says(f"word {number}")["message_id"])


def test_nothing_that_was_confirmed_is_lost_by_kill_9(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=live, args=(tmp_path, theirs), daemon=True)
    process.start()
    last = 0
    while last < 50:
        last = ours.recv()
    process.kill()
    process.join()
    while ours.poll():
        last = ours.recv()
    sandbox = Sandbox(folder=tmp_path)
    assert sandbox.people[0].chat[-1]["message_id"] >= last
    assert len(sandbox.pending) == len(sandbox.people[0].chat)
    sandbox.close()
