"""How the demo begins, in whatever it finds."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo import PORTS, free_port
from tests.lending import lend_cities
from tests.process import ROOT


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


async def demo(folder: Path, *words: str) -> Process:
    """``python -m bot demo`` in that folder."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--no-open", *words),
        cwd=folder,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
    )


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--port", "80000"], "80000"),
        (["--port", "none"], "none"),
        (["--port", "TAKEN"], "TAKEN"),
        (["--folder", "a-file/demo"], "--folder a-file/demo"),
    ],
)
async def test_a_demo_that_cannot_be_says_why_in_one_sentence(
    tmp_path: Path, taken: int, words: list[str], part: str
) -> None:
    (tmp_path / "a-file").touch()
    process = await demo(tmp_path, *(word.replace("TAKEN", str(taken)) for word in words))
    _, said = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode not in (0, None)
    assert len(said.decode().splitlines()) == 1
    assert part.replace("TAKEN", str(taken)) in said.decode()


async def test_a_second_demo_in_the_same_folder_says_so_and_in_another_takes_the_next_port(
    tmp_path: Path,
) -> None:
    (tmp_path / "demo").mkdir()
    lend_cities(tmp_path / "demo")
    first = await demo(tmp_path)
    assert first.stdout
    assert b"is listening" in await asyncio.wait_for(first.stdout.readline(), 20)
    second = await demo(tmp_path)
    _, said = await asyncio.wait_for(second.communicate(), 20)
    assert second.returncode == 1
    assert len(said.decode().splitlines()) == 1
    third = await demo(tmp_path, "--folder", "another")
    assert third.stdout
    assert b"is listening" in await asyncio.wait_for(third.stdout.readline(), 20)
    for kept in (tmp_path / "another", *(tmp_path / "another").rglob("*")):
        assert not kept.stat().st_mode & 0o077, kept
    for process in (first, third):
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(process.communicate(), 20)
        assert (process.returncode, said) == (0, b"")


def test_the_first_port_of_ours_that_is_free_is_taken() -> None:
    port = free_port(None)
    assert port in PORTS
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert free_port(None) != port
