"""What README.md shows of commands is understood in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast

from bot.library import Locale
from tests import words
from tests.dialog import talking

README = Path(__file__).parent.parent / "README.md"
EXAMPLE = re.compile(r"`([^`]+)`")
SAYS_SO = re.compile(r"-(misread|unknown)$")


def shown() -> Iterator[str]:
    """Each example in the table of commands, with the command that its row begins with."""
    section = README.read_text(encoding="utf-8").partition("## What people can do")[2].partition("\n## ")[0]
    for row in re.findall(r"^\| (`/[^|]+) \|", section, re.MULTILINE):
        command = ""
        for example in EXAMPLE.findall(row):
            command = example.split()[0] if example.startswith("/") else command
            yield example if example.startswith("/") else f"{command} {example}"


def misreadings(locale: Locale) -> list[str]:
    """All that is said of what cannot be read."""
    names = (entry.id.name for entry in locale.messages.resource.body if isinstance(entry, ast.Message))
    return [re.sub(r"<[^>]+>", "", locale.say(name)) for name in names if SAYS_SO.search(name)]


def test_the_examples_are_found() -> None:
    assert {"/when day end 3:00", "/settings silence", "/recap since june", "/resume"} <= set(shown())


@pytest.mark.parametrize("language", ["en", "es", "de"])
async def test_no_example_is_misread_in_any_language(tmp_path: Path, language: str) -> None:
    misread = [said for locale in words.ours().locales for said in misreadings(locale)]
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("the light on the stairs")
        for example in shown():
            before = len(anna.texts())
            await anna.says(example)
            answers = anna.texts()[before:]
            assert not [(example, text) for text in answers if any(said in text for said in misread)]
