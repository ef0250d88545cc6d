"""What the README promises to name, it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import glimmer
from bot.settings import READERS
from tests import words

README = Path("README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    keys = words.ours().locale("en").messages.resource.body
    names = [entry.id.name for entry in keys if hasattr(entry, "id")]
    return [name.removeprefix("command-") for name in names if name.startswith("command-")]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_told(name: str) -> None:
    assert f"/{name}" in README


@pytest.mark.parametrize("name", READERS)
def test_every_setting_is_told(name: str) -> None:
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("name", glimmer.commands)
def test_every_command_of_the_operator_is_told(name: str) -> None:
    assert f"`{name}" in README


def test_what_it_shows_and_leads_to_is_there() -> None:
    paths = [part.partition(")")[0].partition("#")[0] for part in README.split("](")[1:]]
    assert [path for path in paths if not path.startswith("http") and not Path(path).exists()] == []
