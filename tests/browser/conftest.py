"""What the page's tests share: Chromium, a served sandbox, a tab that fails on errors, and Anna's chat."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.acting import Bot, ChatPage, open_chat
from tests.browser.serving import Server

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        reason = "no chromium, chromium-browser or google-chrome was found"
        if os.environ.get("GLIMMER_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("sandbox"))
    yield running
    running.kill()


@pytest.fixture(scope="session")
def bot(server: Server) -> Bot:
    scripted = Bot(server)
    scripted.call("setMyDescription", description="A small moment of ease, now and then.")
    scripted.call("setMyShortDescription", short_description="Small moments, kept")
    commands = [("recap", "Your moments, read back"), ("remember", "One of yours"), ("help", "What I can do")]
    scripted.call(
        "setMyCommands", commands=[{"command": name, "description": about} for name, about in commands]
    )
    return scripted


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab; a test fails when the page logs an error or throws one."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB", timezone_id="Europe/Berlin"
    )
    tab = context.new_page()
    errors: list[str] = []
    tab.on("console", lambda message: errors.extend(unexpected(message)))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert not errors


def unexpected(message: ConsoleMessage) -> list[str]:
    """Errors of the page's own; that a killed server cannot be reached is the browser's remark."""
    lost = (
        "net::ERR_CONNECTION",
        "net::ERR_INCOMPLETE_CHUNKED",
        "net::ERR_EMPTY_RESPONSE",
        "net::ERR_SOCKET",
    )
    own = message.type in ("error", "warning") and not any(remark in message.text for remark in lost)
    return [message.text] if own else []


@pytest.fixture
def chat(page: Page, server: Server, bot: Bot) -> ChatPage:
    """Anna's chat after START."""
    opened = open_chat(page, server, "Anna")
    opened.starts()
    bot.hears(opened.person)
    return opened
