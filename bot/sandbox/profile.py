"""The bot's own face: names, descriptions and command menus per language, kept in the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from bot.sandbox.store import Memory
from bot.sandbox.wire import Wire

Text = Literal["name", "description", "short_description"]


class Profile:
    """What the bot told Telegram about itself. Texts are looked up by language, then without one."""

    def __init__(self, store: Memory, bot: Wire, changed: Callable[[], None]) -> None:
        self._store = store
        self._changed = changed
        self.user = bot
        self._things: Wire = dict(store.load("profile"))

    def text(self, which: Text, language: str) -> str:
        """What getMyName and its like answer."""
        texts = self._things.get(which, {})
        own = str(self.user["first_name"]) if which == "name" else ""
        return str(texts.get(language) or texts.get("") or own)

    def set_text(self, which: Text, language: str, text: str) -> None:
        """An empty text takes the language's own away."""
        texts = {**self._things.get(which, {}), language: text}
        self._put(which, {language: text for language, text in texts.items() if text})

    def commands(self, scope: str, language: str) -> list[Wire]:
        """Exactly what was set for this scope and language, as getMyCommands answers."""
        return list(self._things.get("commands", {}).get(f"{scope}|{language}", []))

    def set_commands(self, scope: str, language: str, commands: list[Wire]) -> None:
        """No commands: the entry is deleted."""
        entries = {**self._things.get("commands", {}), f"{scope}|{language}": commands}
        self._put("commands", {key: value for key, value in entries.items() if value})

    def menu(self, chat_id: int) -> Wire:
        """The menu button of a chat (0: of every other)."""
        buttons = self._things.get("menu", {})
        return dict(buttons.get(str(chat_id)) or buttons.get("0") or {"type": "commands"})

    def set_menu(self, chat_id: int, button: Wire) -> None:
        """Set the menu button of a chat, or with 0 of every other."""
        self._put("menu", {**self._things.get("menu", {}), str(chat_id): button})

    def shown_to(self, chat_id: int, language: str) -> Wire:
        """The bot as a person with this language sees it."""
        texts: tuple[Text, ...] = ("name", "description", "short_description")
        seen: Wire = {which: self.text(which, language) for which in texts}
        commands = self._commands_shown_to(chat_id, language)
        return {"id": self.user["id"], "username": self.user["username"]} | seen | {"commands": commands}

    def _commands_shown_to(self, chat_id: int, language: str) -> list[Wire]:
        """The first of Telegram's scopes, from the narrowest, that has any."""
        for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
            for tongue in dict.fromkeys((language, "")):
                if commands := self.commands(scope, tongue):
                    return commands
        return []

    def _put(self, key: str, value: Wire) -> None:
        self._things[key] = value
        self._store.put("profile", key, value)
        self._changed()
