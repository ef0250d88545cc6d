"""The whole demo as a stranger meets it: `python -m bot demo` in a browser, from Start to the recap."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import ChatPage
from tests.ports import reserved

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30.0  # seconds for the process to be there


class Demo:
    """The demo in a process of its own, in one folder and at one address."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port, self.url = folder, port, f"http://127.0.0.1:{port}"
        self.start()

    def start(self) -> None:
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--no-open", "--port", str(self.port), "--folder", "demo"],
            cwd=self.folder,
            env=keep | {"PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": "a real one is never read here"},
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "stderr").open("a"),
        )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.url}/api/people", timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError((self.folder / "stderr").read_text())

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    with reserved() as port:
        running = Demo(tmp_path, port)
        yield running
        running.kill()
    assert "Traceback" not in (tmp_path / "stderr").read_text()


def begins(page: Page, demo: Demo, name: str) -> ChatPage:
    """Somebody opens the page for the first time and presses START."""
    page.goto(demo.url)
    page.get_by_label("First name").fill(name)
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_url(re.compile(r"person=\d+"))
    chat = ChatPage(page, int(page.url.rpartition("person=")[2]))
    chat.starts()
    return chat


def test_a_stranger_goes_from_start_to_the_recap_through_a_kill(page: Page, demo: Demo) -> None:
    chat = begins(page, demo, "Anna")
    expect(chat.message("Deb Dana")).to_be_visible()
    chat.page.get_by_role("button", name=re.compile("^London")).click()
    expect(chat.message("When may I ask")).to_be_visible()
    expect(page.get_by_role("complementary", name="The demo's clock")).to_contain_text("London")
    chat.page.get_by_role("button", name=re.compile("^Morning")).click()
    expect(chat.page.get_by_role("button", name=re.compile("^✓ Morning"))).to_be_visible()
    chat.button("That is good").click()
    expect(chat.message("I will ask next")).to_be_visible()
    expect(chat.button("Nothing today")).to_have_count(1)

    page.get_by_role("button", name="To the next nudge").click()
    expect(chat.button("Nothing today")).to_have_count(2)
    chat.says("warm light on the stairs")
    expect(chat.button("Undo")).to_have_count(1)

    demo.kill()
    chat.input.fill("the kettle, just before it sings")
    demo.start()
    expect(chat.message("warm light on the stairs")).to_be_visible()
    chat.input.press("Enter")
    expect(chat.button("Undo").nth(1)).to_be_visible()  # a receipt that the kill cut off comes once more

    chat.says("/recap week")
    recap = chat.messages.filter(has=page.locator("blockquote")).last
    expect(recap).to_contain_text("warm light on the stairs")
    expect(recap).to_contain_text("the kettle, just before it sings")


def test_two_people_in_two_tabs_do_not_meet(page: Page, demo: Demo) -> None:
    anna = begins(page, demo, "Anna")
    anna.says("a moment of Anna's")
    expect(anna.button("Undo")).to_have_count(1)
    tab = page.context.new_page()
    ben = joins(tab, demo)
    ben.says("/recap all")
    expect(ben.messages.last).not_to_contain_text("/recap")
    assert tab.get_by_text("a moment of Anna's").count() == 0


def joins(tab: Page, demo: Demo) -> ChatPage:
    """Another person on a machine that has one already."""
    request = urllib.request.Request(
        f"{demo.url}/api/people",
        data=b'{"first_name": "Ben", "language_code": "en"}',
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=5) as answer:
        person = int(re.search(rb'"id": (\d+)', answer.read())[1])  # type: ignore[index]  # it is there
    tab.goto(f"{demo.url}/?person={person}")
    chat = ChatPage(tab, person)
    chat.starts()
    return chat
