"""Everything Telegram knows: people, chats, files, the bot's face and queue. Synchronous; no HTTP here."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.sandbox.chats import Chat
from bot.sandbox.files import Files
from bot.sandbox.flood import Flood
from bot.sandbox.profile import Profile
from bot.sandbox.store import Memory
from bot.sandbox.updates import Updates
from bot.sandbox.wire import Wire, bad, forbidden, seconds

PRESS_ANSWERABLE = 150  # seconds
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_FIRST_PERSON = 5_000_001_001  # newer accounts have ids beyond 32 bits
Listener = Callable[[Wire], None]


@dataclass(slots=True)
class Press:
    """A pressed button that may still be answered until a Unix second."""

    chat_id: int
    until: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered to a pressed button."""

    callback_query_id: str
    text: str
    show_alert: bool
    url: str


@dataclass(slots=True)
class World:
    """The one state both sides work on. ``commit`` makes what was done durable."""

    store: Memory
    clock: Clock
    bot: Wire
    flood: Flood
    chats: dict[int, Chat] = field(init=False, default_factory=dict)
    files: Files = field(init=False)
    updates: Updates = field(init=False)
    profile: Profile = field(init=False)
    listeners: dict[int, list[Listener]] = field(init=False, default_factory=dict)
    told: Counter[int] = field(init=False, default_factory=Counter)  # events of a chat so far
    answers: dict[int, list[Answer]] = field(init=False, default_factory=dict)
    left: list[int] = field(init=False, default_factory=list)
    _presses: dict[str, Press] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.files = Files(self.store, self.seconds)
        self.updates = Updates(self.store, self.seconds)
        self.profile = Profile(self.store, self.bot, self._profile_changed)
        for key, record in self.store.load("chat"):
            self.chats[int(key)] = Chat(store=self.store, publish=self.publish, **record)
        for key, record in self.store.load("message"):
            self.chats[int(key.split(":")[0])].load_message(**record)
        for key, record in self.store.load("press"):
            self._presses[key] = Press(**record)

    def seconds(self) -> float:
        """Unix seconds by the sandbox's clock."""
        return self.clock.now().timestamp()

    def date(self) -> int:
        """Whole Unix seconds, as messages carry them."""
        return seconds(self.clock.now())

    def publish(self, chat_id: int, event: Wire) -> None:
        """Tell everybody who looks at a chat; the event carries its place in their order as ``seq``."""
        self.told[chat_id] += 1
        for listener in tuple(self.listeners.get(chat_id, ())):
            listener(event | {"seq": self.told[chat_id]})

    def listen(self, chat_id: int, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every event of a chat from now on, until the returned function is called."""
        listeners = self.listeners.setdefault(chat_id, [])
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def commit(self) -> None:
        """What was done so far survives ``kill -9``."""
        self.store.commit()

    def new_person(self, first_name: str, language: str) -> Chat:
        """An account that has not talked to the bot yet."""
        number = max(self.chats, default=_FIRST_PERSON - 1) + 1
        user = {"id": number, "is_bot": False, "first_name": first_name, "language_code": language}
        self.chats[number] = Chat(user, self.store, self.publish)
        self.chats[number].save()
        self.commit()
        return self.chats[number]

    def chat(self, chat_id: int | str) -> Chat:
        """The chat of an id; raises Refusal where there is none."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        return chat

    def reachable(self, chat_id: int | str) -> Chat:
        """The chat of an id where the bot may write now; raises Refusal with Telegram's reason."""
        chat = self.chat(chat_id)
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def press(self, chat: Chat, message: Wire, data: str) -> str:
        """A person pressed a button; returns the callback query's id."""
        number = str(secrets.randbelow(10**18))
        self._presses[number] = Press(chat.id, self.seconds() + PRESS_ANSWERABLE)
        self.store.put("press", number, {"chat_id": chat.id, "until": self._presses[number].until})
        query = {"id": number, "from": chat.user, "message": dict(message), "chat_instance": str(chat.id)}
        self.updates.add("callback_query", query | {"data": data})
        return number

    def answer(self, answer: Answer) -> None:
        """The bot answers a pressed button; raises Refusal where it is too late, or not the first time."""
        press = self._presses.pop(answer.callback_query_id, None)
        self.store.put("press", answer.callback_query_id, None)
        if press is None or press.until <= self.seconds():
            raise bad(_TOO_OLD)
        self.answers.setdefault(press.chat_id, []).append(answer)
        event: Wire = {"type": "answer", "callback_query_id": answer.callback_query_id, "text": answer.text}
        self.publish(press.chat_id, event | {"show_alert": answer.show_alert})

    def _profile_changed(self) -> None:
        for chat in self.chats.values():
            seen = self.profile.shown_to(chat.id, chat.user["language_code"])
            self.publish(chat.id, {"type": "bot", "bot": seen})
