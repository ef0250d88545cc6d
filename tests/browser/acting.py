"""The two who talk in these tests: a bot scripted by hand, and a person at the page."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import TOKEN, Server

PATIENCE = 10.0  # seconds for anything that comes over the wire

expect.set_options(timeout=PATIENCE * 1000)


@dataclass
class Bot:
    """Calls the Bot API over raw HTTP, one call at a time; `hears` waits for what a person did."""

    server: Server
    offset: int = 0
    waiting: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, **params: Any) -> Any:
        request = urllib.request.Request(
            f"{self.server.url}/bot{TOKEN}/{method}",
            data=json.dumps(params).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE + 5) as response:
                return json.load(response)["result"]
        except urllib.error.HTTPError as refused:
            with refused:
                raise AssertionError(f"{method}: {refused.read().decode()}") from None

    def says(self, person: int, text: str, **params: Any) -> dict[str, Any]:
        sent: dict[str, Any] = self.call("sendMessage", chat_id=person, text=text, **params)
        return sent

    def sends_file(self, method: str, person: int, kind: str, name: str, content: bytes) -> dict[str, Any]:
        """A file in multipart/form-data, as bots upload them."""
        edge = "----glimmer"
        body = (
            f'--{edge}\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n{person}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="{kind}"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        request = urllib.request.Request(
            f"{self.server.url}/bot{TOKEN}/{method}",
            data=body + content + f"\r\n--{edge}--\r\n".encode(),
            headers={"Content-Type": f"multipart/form-data; boundary={edge}"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            sent: dict[str, Any] = json.load(response)["result"]
            return sent

    def hears(self, person: int, kind: str = "message") -> dict[str, Any]:
        """The next update of this kind from this person; those of others are passed over."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for update in self._updates():
                what = update.get(kind, {})
                if (what.get("from") or what.get("user") or {}).get("id") == person:
                    self.waiting = [
                        other for other in self.waiting if other["update_id"] > update["update_id"]
                    ]
                    return dict(what)
        raise AssertionError(f"no {kind} from {person}")

    def _updates(self) -> list[dict[str, Any]]:
        if not self.waiting:
            kinds = ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"]
            self.waiting = self.call("getUpdates", offset=self.offset, timeout=2, allowed_updates=kinds)
            self.offset = max([self.offset, *(update["update_id"] + 1 for update in self.waiting)])
        waiting, self.waiting = self.waiting, []
        return waiting


@dataclass(frozen=True)
class ChatPage:
    """A person's chat as a person uses it: by what is written on the page."""

    page: Page
    person: int

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def messages(self) -> Locator:
        return self.log.get_by_role("article")

    @property
    def input(self) -> Locator:
        return self.page.get_by_role("textbox", name="Message", exact=True)

    def message(self, text: str) -> Locator:
        """The newest message with this text in it."""
        return self.messages.filter(has_text=text).last

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def says(self, text: str) -> None:
        self.input.fill(text)
        self.input.press("Enter")
        expect(self.message(text)).to_be_visible()

    def starts(self) -> None:
        self.button("START").click()
        expect(self.message("/start")).to_be_visible()

    def does(self, message: Locator, action: str) -> None:
        """Opens a message's menu and chooses from it."""
        message.hover()
        message.get_by_role("button", name="Reply, react, copy…").click()
        self.page.get_by_role("menu").get_by_text(action, exact=True).click()

    def attaches(self, kind: str, name: str, mime: str, content: bytes, caption: str = "") -> None:
        self.button("Attach").click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("menuitem", name=kind).click()
        chooser.value.set_files({"name": name, "mimeType": mime, "buffer": content})
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label("Caption").fill(caption)
        dialog.get_by_role("button", name="Send").click()
        expect(dialog).to_be_hidden()


def open_chat(page: Page, server: Server, name: str, language: str = "en") -> ChatPage:
    """A new person's chat, still empty."""
    request = urllib.request.Request(
        f"{server.url}/api/people",
        data=json.dumps({"first_name": name, "language_code": language}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        person = json.load(response)["id"]
    page.goto(f"{server.url}/?person={person}")
    return ChatPage(page, person)


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """An inline keyboard of rows of buttons."""
    return {"inline_keyboard": list(rows)}
