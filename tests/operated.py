"""The operator's commands as typed, in this process: starting one each time takes longer than they do."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from bot.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """As of a process that ended."""

    returncode: int
    stdout: str
    stderr: str


def operated(folder: Path, *words: str, typed: str = "", **environment: str) -> Answer:
    """``glimmer`` with those words, in that folder and with nothing else in the environment."""
    said, told = io.StringIO(), io.StringIO()
    with chdir(folder), _typed(words, typed, environment), redirect_stdout(said), redirect_stderr(told):
        try:
            code = main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Answer(code, said.getvalue(), told.getvalue())


@contextmanager
def _typed(words: tuple[str, ...], typed: str, environment: dict[str, str]) -> Iterator[None]:
    before = sys.argv, sys.stdin, dict(os.environ)
    sys.argv, sys.stdin = ["glimmer", *words], io.StringIO(typed)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        sys.argv, sys.stdin = before[:2]
        os.environ.clear()
        os.environ.update(before[2])
