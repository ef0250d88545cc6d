"""The page's side: everything a person does there, and the events they see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox, Wire, png
from tests.sandbox.conftest import HandClock
from tests.sandbox.wires import Caller

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


class Page:
    """What the page's script does."""

    def __init__(self, sandbox: Sandbox, http: aiohttp.ClientSession, person: Person) -> None:
        self.api = f"{sandbox.url}/api"
        self.root = f"{self.api}/people/{person.id}"
        self.http = http

    async def gets(self, path: str) -> Any:
        async with self.http.get(f"{self.root}/{path}") as answer:
            return await answer.json()

    async def posts(self, path: str, **value: Any) -> Any:
        async with self.http.post(f"{self.root}/{path}", json=value) as answer:
            return await answer.json()

    async def posts_file(self, kind: str, data: bytes, **fields: str) -> Any:
        form = aiohttp.FormData({"kind": kind, **fields})
        form.add_field("file", data, filename="x.png", content_type="image/png")
        async with self.http.post(f"{self.root}/files", data=form) as answer:
            return await answer.json()


class Stream:
    """The events of one chat, one by one."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self.answer = answer

    async def next(self) -> Wire:
        async with asyncio.timeout(5):
            while True:
                line = await self.answer.content.readline()
                assert line, "the stream ended"
                if line.startswith(b"data: "):
                    event: Wire = json.loads(line.removeprefix(b"data: "))
                    return event


@pytest.fixture
def page(sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person) -> Page:
    return Page(sandbox, http, anna)


@pytest.fixture
async def stream(page: Page) -> AsyncIterator[Stream]:
    async with page.http.get(f"{page.root}/events") as answer:
        assert answer.content_type == "text/event-stream"
        await answer.content.readline()  # it listens from here on
        yield Stream(answer)


async def test_people_join_and_are_listed(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    address = f"{sandbox.url}/api/people"
    async with http.post(address, json={"first_name": "Hans", "language_code": "de"}) as answer:
        hans = await answer.json()
    async with http.get(address) as answer:
        assert await answer.json() == [hans]
    assert hans == {"id": sandbox.people[0].id, "first_name": "Hans", "language_code": "de"}


async def test_a_chat_shows_all_there_is(page: Page, call: Caller, anna: Person) -> None:
    await call.done("setMyDescription", description="hello")
    await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup={"keyboard": [[{"text": "Yes"}]]})
    chat = await page.gets("chat")
    assert chat["person"]["first_name"] == "Anna" and chat["bot"]["description"] == "hello"
    assert [message["text"] for message in chat["messages"]] == ["/start", "?"]
    assert chat["messages"][0]["reactions"] == {"person": [], "bot": []}
    assert chat["keyboard"] == {"keyboard": [[{"text": "Yes"}]]} and chat["blocked"] is False
    assert chat["clock"] == {"now": "2026-03-01T12:00:00+00:00", "zone_hint": None, "moves": []}


async def test_what_is_said_reaches_the_bot(page: Page, call: Caller) -> None:
    said = (await page.posts("messages", text="see #this", reply_to_message_id=1))["message"]
    assert said["entities"][0]["type"] == "hashtag" and said["reply_to_message"]["message_id"] == 1
    assert (await call.done("getUpdates"))[-1]["message"]["text"] == "see #this"


async def test_files_places_edits_and_reactions_go_this_way(page: Page, http: aiohttp.ClientSession) -> None:
    photo = (await page.posts_file("photo", png(100, 80), caption="look"))["message"]
    assert photo["caption"] == "look" and photo["photo"][-1]["width"] == 100
    async with http.get(f"{page.api}/files/{photo['photo'][-1]['file_id']}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", png(100, 80))
    edited = await page.posts(f"messages/{photo['message_id']}/edit", text="look!")
    assert edited["message"]["caption"] == "look!"
    reacted = await page.posts(f"messages/{photo['message_id']}/reaction", emoji="❤")
    assert reacted["reactions"] == {"person": ["❤"], "bot": []}
    place = await page.posts("location", latitude=1.5, longitude=2)
    assert place["message"]["location"]["latitude"] == 1.5


async def test_every_event_is_streamed_as_it_happens(
    page: Page, stream: Stream, call: Caller, anna: Person
) -> None:
    sent = await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup=KEYBOARD)
    assert (await stream.next())["message"]["text"] == "?"
    pressed = (await page.posts("messages/2/press", data="y"))["callback_query_id"]
    await call.done("answerCallbackQuery", callback_query_id=pressed, text="kept")
    answer = {"type": "answer", "callback_query_id": pressed, "text": "kept", "show_alert": False}
    assert (await stream.next()).items() >= answer.items()
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    await call.done("editMessageText", **place, text="!")
    assert (await stream.next())["message"]["text"] == "!"
    await call.done("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert (await stream.next())["reactions"] == {"person": [], "bot": ["👍"]}
    await call.done("deleteMessage", **place)
    assert (await stream.next()).items() >= {"type": "delete", "message_id": 2}.items()
    await call.done("sendChatAction", chat_id=anna.id, action="typing")
    assert (await stream.next()).items() >= {"type": "action", "action": "typing"}.items()
    await call.done("setMyShortDescription", short_description="x")
    assert (await stream.next())["bot"]["short_description"] == "x"
    await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup={"force_reply": True})
    assert [(await stream.next())["type"] for _ in range(2)] == ["message", "keyboard"]


async def test_answers_and_events_tell_which_of_them_is_newer(
    page: Page, stream: Stream, call: Caller, anna: Person
) -> None:
    assert (await page.gets("chat"))["seq"] == (
        before := (await page.posts("messages", text="a fox"))["seq"]
    ) - 1
    assert (await stream.next())["seq"] == before
    await call.done("setMessageReaction", chat_id=anna.id, message_id=2, reaction=[])
    assert (await stream.next())["seq"] == before + 1
    assert (await page.posts("messages/2/reaction", emoji="❤"))["seq"] == before + 2


async def test_blocking_is_undone(page: Page, anna: Person, call: Caller) -> None:
    assert await page.posts("block", blocked=True) == {"blocked": True}
    assert await page.posts("messages", text="hello") == {"error": "Anna blocked the bot"}
    await page.posts("block", blocked=False)
    await call.done("sendMessage", chat_id=anna.id, text="x")


async def test_what_cannot_be_done_is_told_in_a_sentence(page: Page) -> None:
    for path, value in (
        ("messages", {"text": " "}),
        ("messages", {"text": "x", "reply_to_message_id": 9}),
        ("messages/1/press", {"data": "y"}),
        ("messages/9/edit", {"text": "y"}),
        ("messages/1/reaction", {"emoji": "✨"}),
        ("location", {"latitude": "north"}),
    ):
        assert (await page.posts(path, **value)).keys() == {"error"}
    assert (await page.posts_file("novel", b"x")).keys() == {"error"}
    page.root = f"{page.api}/people/5"
    assert await page.gets("chat") == {"error": "there is no such person"}


class Hours:
    """Controls that know one move, and another to nowhere."""

    moves = ("hour", "nudge")
    told: str | None = None

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock

    def move(self, kind: str, person_id: int) -> bool:
        if kind == "hour":
            self._clock.goes_on(timedelta(hours=1))
        return kind == "hour"

    def zone(self, person_id: int) -> str | None:
        return self.told


async def test_a_clock_that_can_be_moved_is_moved(clock: HandClock, http: aiohttp.ClientSession) -> None:
    async with Sandbox(clock=clock, controls=Hours(clock)).serving() as sandbox:
        address = f"{sandbox.url}/api/clock"
        person = sandbox.person("Anna").id
        async with http.post(address, json={"move": "hour", "person": person}) as answer:
            moved = await answer.json()
        assert moved == {"now": "2026-03-01T13:00:00+00:00", "zone_hint": None, "moves": ["hour", "nudge"]}
        async with http.post(address, json={"move": "nudge", "person": person}) as answer:
            assert await answer.json() == moved | {"stays": True}
        async with http.post(address, json={"move": "year", "person": person}) as answer:
            assert answer.status == 400


async def test_a_zone_that_becomes_known_is_told_to_the_page(
    clock: HandClock, http: aiohttp.ClientSession
) -> None:
    hours = Hours(clock)
    async with Sandbox(clock=clock, controls=hours).serving() as sandbox:
        anna = sandbox.person("Anna")
        async with http.get(f"{sandbox.url}/api/people/{anna.id}/events") as stream:
            await stream.content.readuntil(b"\n\n")
            hours.told = "Asia/Tokyo"
            anna.says("Tokyo")
            await stream.content.readuntil(b"\n\n")
            told = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
        assert (told["type"], told["clock"]["zone_hint"]) == ("clock", "Asia/Tokyo")
        async with http.get(f"{sandbox.url}/api/people/{anna.id}/chat") as answer:
            assert (await answer.json())["clock"]["zone_hint"] == "Asia/Tokyo"


async def test_the_page_is_served(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sandbox.url}/?person=5000001001") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")


async def test_a_closing_sandbox_ends_streams_and_polls(http: aiohttp.ClientSession) -> None:
    async with Sandbox().serving() as sandbox:
        anna = sandbox.person("Anna")
        stream = await http.get(f"{sandbox.url}/api/people/{anna.id}/events")
        poll = asyncio.create_task(Caller(sandbox, http)("getUpdates", timeout=50))
        await asyncio.sleep(0.05)
    async with asyncio.timeout(5):
        await stream.content.read()
        with pytest.raises(aiohttp.ClientError):
            await poll
