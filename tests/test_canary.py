"""Nothing that a person wrote, nor their name, nor the token, stands in anything but the journal."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import log_to_stderr
from bot.sandbox import Fault
from tests.dialog import TOKEN, Dialog, talking
from tests.walking import NAMES, every_other, everywhere

WORDS = "zwitscherkanarie paintedbunting"
NAME = "Canarywoman"
CRIES = ("to die", "anymore")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for whatever is put down for a while."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(autouse=True)
def logged_as_operated(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Logging as `glimmer run` sets it up, at its most talkative, and put back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    log_to_stderr("DEBUG")
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def told(capfd: pytest.CaptureFixture[str]) -> str:
    out, err = capfd.readouterr()
    return out + err


def leaks(text: str) -> list[str]:
    return [
        secret for secret in (*WORDS.split(), NAME, TOKEN, TOKEN.partition(":")[2], *CRIES) if secret in text
    ]


def kept_apart(folder: Path) -> Iterator[Path]:
    """Every file that was written, but for the journal itself."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.startswith("a.db"):
            yield file


async def bringing_in(anna: Dialog) -> None:
    """A file with moments, one that breaks off in its words, and none at all."""
    table = f"date,text\n2024-03-07,{WORDS}\n".encode()
    for data in (table, table + b'2024-03-08,"' + WORDS.encode(), WORDS.encode()):
        await anna.says("/import")
        anna.person.sends_document(data, f"{WORDS}.csv")
        await anna.settles()
        if data == table:
            await anna.presses("Bring it in")


async def failing(anna: Dialog) -> None:
    """Every way in which Telegram may fail, then updates of no shape, then a broken journal."""
    for kind in Fault:
        anna.sandbox.faults.add(kind, method="sendMessage", times=1, seconds=0.2)
        anna.person.says(WORDS)
    await anna.settles()
    anna.house.db.execute("ALTER TABLE glimmers RENAME TO elsewhere")
    anna.person.says(WORDS)
    anna.sandbox.inject({"message": WORDS})
    for _ in range(500):
        await asyncio.sleep(0.01)
        if (
            anna.house.db.execute(
                "SELECT count(*) FROM inbox WHERE attempts OR aside IS NOT NULL"
            ).fetchone()[0]
            == 2
        ):
            return
    raise AssertionError("nothing failed")


async def test_no_route_tells(tmp_path: Path, temporary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with talking(tmp_path / "a.db", name=NAME) as anna:
        pressed = await everywhere(anna, WORDS)
        await bringing_in(anna)
        await every_other(anna, WORDS, set(NAMES) - pressed)
        assert anna.house.inbox.aside() == []
        await failing(anna)
    said = told(capfd)
    assert "OperationalError" in said
    assert leaks(said) == []
    for file in kept_apart(tmp_path):
        assert leaks(file.read_bytes().decode(errors="replace")) == [], file.name
