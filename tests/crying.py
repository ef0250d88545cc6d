"""Somebody who writes what weighs on them, in every locale that listens for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.domain.care import Tier, assess
from bot.domain.weight import Weight, weigh
from bot.library import Library, Locale
from tests import words
from tests.dialog import START, Dialog, talking

CODES = ("de", "en", "es")
ORDINARY = "ooo ooo"  # no phrase of any language
in_every_locale = pytest.mark.parametrize("code", CODES)


@cache
def library() -> Library:
    return words.ours()


def cries(code: str, tier: Tier = Tier.EXPLICIT) -> list[str]:
    """Sentences of that tier, one for each pattern, as the locale's writers gave them."""
    care = library().locale(code).care
    return [said for p in care.patterns if p.tier is tier for said in p.must if assess(said, care) is tier]


@dataclass(frozen=True, slots=True)
class Talk:
    """A person asked at 12:30 and 20:30 UTC on every day, in their language."""

    anna: Dialog
    locale: Locale

    def is_only(self, key: str, heard: list[str]) -> bool:
        """Whether ``heard`` is that one message of help, and says where help is."""
        return len(heard) == 1 and self.is_help(key, heard[0]) and self.locale.support.directory in heard[0]

    def is_help(self, key: str, text: str) -> bool:
        """Whether ``text`` is that message of help, whatever numbers stand in it."""
        return text.startswith(self.locale.say(key, directory="", numbers="").partition("\n")[0])

    def answers(self) -> int:
        """How often a cry for help was answered that can still be read."""
        return sum(self.is_help("care-answer", text) for text in self.anna.texts())

    async def hears_after(self, text: str) -> list[str]:
        """What the bot says to ``text``."""
        before = len(self.anna.texts())
        await self.anna.says(text)
        return self.anna.texts()[before:]

    async def nudges(self, when: datetime) -> list[str]:
        """What the bot asks at that moment."""
        before = len(self.anna.texts())
        await self.anna.at(when)
        return self.anna.texts()[before:]

    async def presses(self, key: str) -> None:
        await self.anna.presses(self.locale.say(f"{key}-button"))

    async def recap(self) -> str:
        await self.anna.says("/recap all")
        return self.anna.last()

    def labels(self) -> list[str]:
        """The buttons under the bot's newest message."""
        bots = [message for message in self.anna.person.chat if message["from"]["is_bot"]]
        rows = bots[-1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]


@asynccontextmanager
async def talk(folder: Path, code: str, words: Library | None = None) -> AsyncIterator[Talk]:
    async with talking(folder / "a.db", language=code, library=words or library()) as anna:
        await anna.says("/timezone UTC")
        await anna.says("/times 12:30, 20:30")
        yield Talk(anna, (words or library()).locale(code))


def at(days: int, hour: int, minute: int = 30) -> datetime:
    """That time on the ``days``-th day after the first."""
    return datetime(START.year, START.month, START.day, hour, minute, tzinfo=UTC) + timedelta(days=days)


def mixed(code: str) -> str:
    """A sentence that is heavy in one clause and names something light in another."""
    locale = library().locale(code)
    light = {"en": "a blackbird sang", "es": "cantó un mirlo", "de": "eine Amsel sang"}[code]
    said = (f"{cry}, {light}" for cry in cries(code, Tier.UNSURE))
    return next(text for text in said if weigh(text, locale.care, locale.lexicon) is Weight.MIXED)
