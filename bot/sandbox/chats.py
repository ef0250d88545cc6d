"""One private chat: its person, its messages as they now are, and what is shown below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.store import Memory
from bot.sandbox.wire import Wire

Side = Literal["person", "bot"]
_RECORD = ("user", "started", "blocked", "deactivated", "keyboard", "asked", "pinned", "last_id")


@dataclass(slots=True)
class Chat:
    """A person's account and their chat with the bot; the chat's id is the person's."""

    user: Wire
    store: Memory
    publish: Callable[[int, Wire], None]
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    keyboard: Wire | None = None
    asked: int | None = None  # the message whose ForceReply is shown
    pinned: int | None = None
    last_id: int = 0
    messages: dict[int, Wire] = field(default_factory=dict)
    reactions: dict[int, dict[Side, list[str]]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The person's id."""
        return int(self.user["id"])

    @property
    def wire(self) -> Wire:
        """The Chat object."""
        return {"id": self.id, "type": "private", "first_name": self.user["first_name"]}

    def add(self, sender: Wire, date: int, content: Wire) -> Wire:
        """Append a message; returns it."""
        self.last_id += 1
        message = {"message_id": self.last_id, "from": sender, "chat": self.wire, "date": date} | content
        self.messages[self.last_id] = message
        self._save_message(self.last_id)
        self.save()
        self.publish(self.id, {"type": "message", "message": self.shown(self.last_id)})
        return message

    def replace(self, message: Wire) -> Wire:
        """Put an edited message in the place of the one with its id; returns it."""
        number = message["message_id"]
        self.messages[number] = message
        self._save_message(number)
        self.publish(self.id, {"type": "edit", "message": self.shown(number)})
        return message

    def remove(self, number: int) -> None:
        """Take a message out for both sides."""
        del self.messages[number]
        self.reactions.pop(number, None)
        self.store.put("message", f"{self.id}:{number}", None)
        self.publish(self.id, {"type": "delete", "message_id": number})

    def react(self, number: int, side: Side, emoji: list[str]) -> None:
        """Set one side's reactions on a message."""
        self.reactions[number] = self.reactions_of(number) | {side: emoji}
        self._save_message(number)
        event: Wire = {"type": "reaction", "message_id": number, "reactions": self.reactions[number]}
        self.publish(self.id, event)

    def reactions_of(self, number: int) -> dict[Side, list[str]]:
        """Both sides' reactions on a message."""
        return self.reactions.get(number) or {"person": [], "bot": []}

    def show_keyboard(self, keyboard: Wire | None) -> None:
        """Set what stands below the messages: a reply keyboard, a forced reply, or nothing."""
        if keyboard != self.keyboard:
            self.keyboard = keyboard
            self.save()
            self.publish(self.id, {"type": "keyboard", "keyboard": keyboard})

    def shown(self, number: int) -> Wire:
        """A message as the person's side sees it: with its reactions."""
        return self.messages[number] | {"reactions": self.reactions_of(number)}

    def save(self) -> None:
        """Put everything but the messages into the store."""
        self.store.put("chat", self.id, {name: getattr(self, name) for name in _RECORD})

    def load_message(self, message: Wire, reactions: dict[Side, list[str]]) -> None:
        """Take a message back from the store."""
        self.messages[message["message_id"]] = message
        self.reactions[message["message_id"]] = reactions

    def _save_message(self, number: int) -> None:
        value = {"message": self.messages[number], "reactions": self.reactions_of(number)}
        self.store.put("message", f"{self.id}:{number}", value)
