"""The person's side over HTTP: the chat page, its JSON and its stream of events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from aiohttp import web

from bot.sandbox import actions
from bot.sandbox.actions import Attachment, ImpossibleError
from bot.sandbox.forms import number, read_form, read_object, string
from bot.sandbox.people import Person
from bot.sandbox.wire import Refusal, Wire
from bot.sandbox.world import World

PAGE = Path(__file__).with_name("page")
_KINDS = {"photo", "voice", "audio", "video", "document", "sticker"}
_EVENTS_AT_ONCE = 1000  # a page that falls further behind is cut off and loads the chat anew
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Controls(Protocol):
    """What the demo lets a person do to time."""

    @property
    def moves(self) -> tuple[str, ...]:
        """The kinds of moves there are."""
        ...

    def move(self, kind: str, person_id: int) -> bool:
        """Move the clock for a person; false if there is nothing ahead to move it to."""
        ...

    def zone(self, person_id: int) -> str | None:
        """The zone (IANA) in which the person's page shows times; None for the browser's own."""
        ...


class PersonSide:
    """Every request of the page. ``people`` and ``new_person`` are the sandbox's."""

    def __init__(
        self,
        world: World,
        controls: Controls,
        people: dict[int, Person],
        new_person: Callable[[str, str], Person],
    ) -> None:
        self._world = world
        self._controls = controls
        self._people = people
        self._new_person = new_person
        self._streams: set[asyncio.Queue[Wire | None]] = set()

    def routes(self) -> list[web.AbstractRouteDef]:
        """What the server must route here."""
        person = r"/api/people/{person:\d+}"
        message = person + r"/messages/{message:\d+}"
        return [
            web.get("/", self.page),
            web.get("/static/{path:.+}", self.page_file),
            web.get("/api/people", self.everybody),
            web.post("/api/people", self.join),
            web.get(person + "/chat", self.chat),
            web.get(person + "/events", self.events),
            web.post(person + "/messages", self.say),
            web.post(person + "/files", self.send_file),
            web.post(person + "/location", self.share_location),
            web.post(message + "/edit", self.edit),
            web.post(message + "/reaction", self.react),
            web.post(message + "/press", self.press),
            web.post(person + "/block", self.block),
            web.get("/api/files/{file}", self.file),
            web.get("/api/clock", self.clock),
            web.post("/api/clock", self.move_clock),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The chat page."""
        return _fresh(PAGE / "index.html")

    async def page_file(self, request: web.Request) -> web.StreamResponse:
        """A part of it."""
        wanted = (PAGE / request.match_info["path"]).resolve()
        return _fresh(wanted) if wanted.is_relative_to(PAGE.resolve()) else web.Response(status=404)

    async def everybody(self, request: web.Request) -> web.Response:
        """All people."""
        return web.json_response([_about(person) for person in self._people.values()])

    async def join(self, request: web.Request) -> web.Response:
        """Somebody new."""
        given = await read_object(request)
        name = string(given, "first_name")
        return web.json_response(_about(self._new_person(name, str(given.get("language_code") or "en"))))

    async def chat(self, request: web.Request) -> web.Response:
        """All that a page shows."""
        person = self._person(request)
        chat = self._world.chat(person.id)
        seen = {
            "person": _about(person),
            "bot": self._world.profile.shown_to(person.id, person.language),
            "messages": [chat.shown(each) for each in chat.messages],
            "keyboard": chat.keyboard,
            "blocked": chat.blocked,
            "clock": self._time(person.id),
        }
        return self._answer(person, seen)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events of one chat, until the page leaves or the sandbox closes."""
        person = self._person(request)
        queue: asyncio.Queue[Wire | None] = asyncio.Queue(_EVENTS_AT_ONCE)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        # Listening begins first: what happens while the headers travel is not missed.
        forget = self._world.listen(person.id, lambda event: _offer(queue, event))
        zone = self._controls.zone(person.id)
        self._streams.add(queue)
        try:
            await response.prepare(request)
            await response.write(b": here\n\n")
            while (event := await queue.get()) is not None:
                await response.write(_sent(event))
                if zone != (zone := self._controls.zone(person.id)):
                    await response.write(_sent({"type": "clock", "clock": self._time(person.id)}))
        finally:
            forget()
            self._streams.discard(queue)
        return response

    async def close(self, application: web.Application) -> None:
        """End every stream."""
        for queue in self._streams:
            _offer(queue, None)

    async def say(self, request: web.Request) -> web.Response:
        """Send text."""
        person, given = self._person(request), await read_object(request)
        reply_to = {"message_id": given["reply_to_message_id"]} if "reply_to_message_id" in given else None
        return self._shown(person, person.says(string(given, "text"), reply_to))

    async def send_file(self, request: web.Request) -> web.Response:
        """Send a file."""
        person = self._person(request)
        fields, files = await read_form(request)
        kind = fields.get("kind", "")
        if kind not in _KINDS or "file" not in files:
            raise ImpossibleError(f"a file and its kind are needed: {', '.join(sorted(_KINDS))}")
        attachment = Attachment(kind, files["file"], {})
        return self._shown(person, person.sends(attachment, fields.get("caption", "")))

    async def share_location(self, request: web.Request) -> web.Response:
        """Share a place."""
        person, given = self._person(request), await read_object(request)
        place = person.shares_location(number(given, "latitude"), number(given, "longitude"))
        return self._shown(person, place)

    async def edit(self, request: web.Request) -> web.Response:
        """Change an own message."""
        person, given = self._person(request), await read_object(request)
        return self._shown(person, person.edits(_message(request), string(given, "text")))

    async def react(self, request: web.Request) -> web.Response:
        """Set or take away a reaction."""
        person, given = self._person(request), await read_object(request)
        return self._answer(person, {"reactions": person.reacts(_message(request), given.get("emoji"))})

    async def press(self, request: web.Request) -> web.Response:
        """Press an inline button."""
        person, given = self._person(request), await read_object(request)
        pressed = person.presses(_message(request), string(given, "data"))
        return web.json_response({"callback_query_id": pressed})

    async def block(self, request: web.Request) -> web.Response:
        """Block or unblock the bot."""
        person, given = self._person(request), await read_object(request)
        actions.set_blocked(self._world, self._world.chat(person.id), bool(given.get("blocked")))
        return web.json_response({"blocked": bool(given.get("blocked"))})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, shown and never run."""
        file = self._world.files.find(request.match_info["file"])
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return web.Response(
            body=self._world.files.data(file), headers=headers | {"Content-Type": file.content_type}
        )

    async def clock(self, request: web.Request) -> web.Response:
        """The sandbox's time."""
        return web.json_response(self._time(None))

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move it, where the demo allows that."""
        given = await read_object(request)
        kind = string(given, "move")
        if kind not in self._controls.moves:
            raise ImpossibleError("this clock cannot be moved so")
        mover = int(number(given, "person"))
        found = self._controls.move(kind, mover)
        for person in self._people:
            self._world.publish(person, {"type": "clock", "clock": self._time(person)})
        return web.json_response(self._time(mover) | ({} if found else {"stays": True}))

    def _time(self, person_id: int | None) -> Wire:
        now = self._world.clock.now().isoformat()
        zone = None if person_id is None else self._controls.zone(person_id)
        return {"now": now, "zone_hint": zone, "moves": list(self._controls.moves)}

    def _person(self, request: web.Request) -> Person:
        person = self._people.get(int(request.match_info["person"]))
        if person is None:
            raise ImpossibleError("there is no such person")
        return person

    def _shown(self, person: Person, message: Wire) -> web.Response:
        return self._answer(person, {"message": self._world.chat(person.id).shown(message["message_id"])})

    def _answer(self, person: Person, content: Wire) -> web.Response:
        """What is so after the event ``seq``: answers and events travel apart and may overtake each other."""
        return web.json_response(content | {"seq": self._world.told[person.id]})


@web.middleware
async def told_why(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what cannot be done with a sentence instead of a trace."""
    try:
        return await handler(request)
    except ImpossibleError as reason:
        return web.json_response({"error": str(reason)}, status=400)
    except Refusal as refusal:
        return web.json_response({"error": refusal.text}, status=400)


def _sent(event: Wire) -> bytes:
    """As a Server-Sent Event."""
    return b"data: " + json.dumps(event).encode() + b"\n\n"


def _offer(queue: asyncio.Queue[Wire | None], event: Wire | None) -> None:
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        event = None
    queue.put_nowait(event)


def _about(person: Person) -> Wire:
    return {"id": person.id, "first_name": person.first_name, "language_code": person.language}


def _message(request: web.Request) -> Wire:
    return {"message_id": int(request.match_info["message"])}


def _fresh(file: Path) -> web.StreamResponse:
    """A file that the browser asks for anew each time: an updated demo must not meet an old page."""
    if not file.is_file():
        return web.Response(status=404)
    return web.FileResponse(file, headers={"Cache-Control": "no-cache"})
