"""Puts the sandbox together: state, both sides over one port, and the people who live in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.sandbox.calls import Call, Desk
from bot.sandbox.faults import Faults
from bot.sandbox.flood import Flood, Limits
from bot.sandbox.forms import LARGEST_BODY
from bot.sandbox.people import Person
from bot.sandbox.server import BotSide
from bot.sandbox.store import Folder, Memory
from bot.sandbox.web import Controls, PersonSide, told_why
from bot.sandbox.webhook import Webhook
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

TOKEN = "7000000001:sandbox-token-of-nobody"  # noqa: S105 - opens nothing but this sandbox


class Still:
    """Time cannot be moved."""

    moves: tuple[str, ...] = ()

    def move(self, kind: str, person_id: int) -> bool:
        """Nothing to move."""
        return False

    def zone(self, person_id: int) -> str | None:
        """The browser's own."""


class Sandbox:
    """A Telegram for one bot. ``limits=None``: no flood control; ``folder``: survives ``kill -9``."""

    def __init__(
        self,
        token: str = TOKEN,
        clock: Clock | None = None,
        folder: Path | None = None,
        limits: Limits | None = Limits(),  # noqa: B008 - frozen
        controls: Controls | None = None,
        keep_calls: bool = True,
        name: str = "Sandbox",
    ) -> None:
        bot = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": name}
        bot["username"] = "sandbox_bot"
        self.token = token
        self.url = ""
        self.faults = Faults()
        self.controls = controls or Still()
        self._store = Folder(folder) if folder else Memory()
        self.world = World(self._store, clock or SystemClock(), bot, Flood(limits))
        self._desk = Desk(self.world, keep_calls)
        self._people = {number: Person(self.world, chat) for number, chat in self.world.chats.items()}

    @property
    def people(self) -> list[Person]:
        """Everybody, in the order they came."""
        return list(self._people.values())

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot so far."""
        return self._desk.log

    @property
    def pending(self) -> list[Wire]:
        """Updates the bot has not confirmed."""
        return self.world.updates.pending

    @property
    def left(self) -> list[int]:
        """Ids of the groups and channels that the bot left, in order."""
        return list(self.world.left)

    def person(self, first_name: str, language: str = "en") -> Person:
        """Somebody new, who has not written to the bot yet."""
        chat = self.world.new_person(first_name, language)
        self._people[chat.id] = Person(self.world, chat)
        return self._people[chat.id]

    def inject(self, update: Wire) -> int:
        """Hand any update to the bot as it is, numbered if it has no ``update_id``; returns the number."""
        number = self.world.updates.inject(update)
        self.world.commit()
        return number

    @asynccontextmanager
    async def serving(self, port: int = 0, host: str = "127.0.0.1") -> AsyncIterator[Sandbox]:
        """Serve both sides; ``url`` says where. Leaves at once, whoever still waits for an answer."""
        runner = web.AppRunner(
            self._application(), access_log=None, handler_cancellation=True, shutdown_timeout=0.05
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port, backlog=1024).start()
            self.url = f"http://{host}:{runner.addresses[0][1]}"
            async with Webhook(self.world.updates).delivering():
                yield self
        finally:
            await runner.cleanup()
            self._store.commit()

    def close(self) -> None:
        """Let go of the folder."""
        self._store.close()

    def _application(self) -> web.Application:
        page = PersonSide(self.world, self.controls, self._people, self.person)
        application = web.Application(client_max_size=LARGEST_BODY, middlewares=[told_why])
        application.add_routes(BotSide(self.token, self.world, self._desk, self.faults).routes())
        application.add_routes(page.routes())
        application.on_shutdown.append(page.close)
        return application
