"""One locale: everything that can be said in a language, read from its folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.care import Care, Tier, assess
from bot.domain.kinds import Category
from bot.domain.lines import Ack, Lexicon, RecapLine, Reinvite, Support
from bot.domain.prompts import Prompt
from bot.domain.typed import Vocabulary
from bot.library.entries import prompt_reader, read_ack, read_all, read_recap_line, read_reinvite
from bot.library.findings import Finding
from bot.library.messages import Gap, Messages
from bot.library.safety import Banned, read_banned, read_care, read_lexicon, read_support
from bot.library.tables import Source, Table

T = TypeVar("T")
FILES = {
    *(f"{category}.toml" for category in Category),
    *(f"{name}.toml" for name in ("meta", "acks", "reinvites", "recap", "care", "support", "lexicon")),
    *("banned.toml", "typed.toml", "messages.ftl"),
}


class Level(StrEnum):
    """How complete a locale is; the counts stand in ``checks.counts``."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a locale says of itself; ``name`` in its own language."""

    name: str
    level: Level
    formality: str
    reviewed_by: str
    capital_nouns: bool = False


@dataclass(frozen=True, slots=True)
class Locale:
    """A language's library. What it has no file for is the default locale's, or empty; see ``Library``."""

    code: str
    meta: Meta
    prompts: tuple[Prompt, ...]
    acks: tuple[Ack, ...]
    reinvites: tuple[Reinvite, ...]
    recap_lines: tuple[RecapLine, ...]
    care: Care
    support: Support
    lexicon: Lexicon
    banned: tuple[Banned, ...]
    messages: Messages
    vocabulary: Vocabulary
    foreign: tuple[Care, ...] = ()
    """What the other locales listen for."""
    others: tuple[Lexicon, ...] = ()
    """By what moments that are written in another language are read."""
    english: Locale | None = None
    """What people may type as well, where this is another language."""

    @property
    def understood(self) -> tuple[Locale, ...]:
        """Whose words people may type: its own, and then English."""
        return (self, self.english) if self.english else (self,)

    @property
    def name(self) -> str:
        """In its own language."""
        return self.meta.name

    @property
    def asked(self) -> tuple[Prompt, ...]:
        """The prompts that are sent: those that are not retired."""
        return tuple(prompt for prompt in self.prompts if not prompt.retired)

    @property
    def level(self) -> Level:
        """How complete it is."""
        return self.meta.level

    def hears(self, text: str) -> Tier | None:
        """How surely ``text`` sounds like a crisis, a plain cry in whatever language."""
        return assess(text, self.care, self.foreign)

    def say(self, key: str, /, **values: Any) -> str:
        """The message ``key`` (or ``key.attribute``): HTML, or plain where ``limits`` says so.

        Text in ``values`` is escaped unless it is ``Markup``; numbers are written the locale's way,
        so give years as text.
        """
        return self.messages.say(key, **values)


class Reading:
    """A locale's folder, file by file; the faults are with their sources."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.code = folder, folder.name
        self.sources: dict[str, Source] = {}

    def source(self, file: str) -> Source:
        """The file of that name, empty if there is none."""
        name = f"{self.folder.parent.name}/{self.code}/{file}"
        path = self.folder / file
        self.sources[file] = Source.read(path, name) if path.exists() else Source(name, "")
        return self.sources[file]

    def table(self, file: str, read: Callable[[Table], T], missing: T) -> T:
        """What ``read`` makes of ``file``, and ``missing`` if there is no such file."""
        if not (self.folder / file).exists():
            return missing
        table = self.source(file).table()
        return missing if self.sources[file].findings and not table.keys() else read(table)

    def findings(self) -> list[Finding]:
        """All faults so far, file by file."""
        unknown = sorted(
            path.name
            for path in self.folder.iterdir()
            if path.suffix in (".toml", ".ftl") and path.name not in FILES
        )
        for file in unknown:
            self.source(file).wrong(0, "is no file of a locale", f"Call it one of {', '.join(sorted(FILES))}")
        return [finding for source in self.sources.values() for finding in source.findings]

    def unreadable(self) -> list[Finding]:
        """The faults of the files that cannot be read: to be mended before anything else."""
        return [finding for source in self.sources.values() if source.broken for finding in source.findings]

    def locale(self, gap: Gap, fallback: Locale | None = None) -> Locale:
        """The locale, as far as it can be read; look at ``findings`` before using it."""
        source = self.source("messages.ftl")
        meta = self.table("meta.toml", self._meta, Meta(self.code, Level.BRONZE, "", ""))
        lexicon = self.table("lexicon.toml", read_lexicon, Lexicon())
        return Locale(
            self.code,
            meta,
            tuple(self._prompts()),
            self.table("acks.toml", lambda t: tuple(read_all(t, "acks", read_ack)), ()),
            self.table("reinvites.toml", lambda t: tuple(read_all(t, "reinvites", read_reinvite)), ()),
            self.table("recap.toml", lambda t: tuple(read_all(t, "lines", read_recap_line)), ()),
            self.table("care.toml", read_care, Care()),
            self.table("support.toml", read_support, Support()),
            replace(lexicon, capital_nouns=meta.capital_nouns),
            self.table("banned.toml", read_banned, ()),
            Messages(self.code, source, gap, fallback.messages if fallback else None),
            self.table("typed.toml", _vocabulary, fallback.vocabulary if fallback else Vocabulary()),
        )

    def _prompts(self) -> Iterator[Prompt]:
        none: tuple[Prompt, ...] = ()
        for category in Category:
            yield from self.table(f"{category}.toml", _prompts_of(category), none)

    def _meta(self, table: Table) -> Meta:
        if table.text("locale") != self.code:
            table.wrong("locale", f"“locale” is not the folder's name, {self.code}", "Make them the same")
        meta = Meta(
            table.text("name"),
            table.one_of("level", Level),
            table.text("formality", ""),
            table.text("reviewed_by", ""),
            table.flag("capital_nouns"),
        )
        table.close()
        return meta


def _prompts_of(category: Category) -> Callable[[Table], tuple[Prompt, ...]]:
    return lambda table: tuple(read_all(table, "prompts", prompt_reader(category, category)))


def _vocabulary(table: Table) -> Vocabulary:
    try:
        return Vocabulary.from_table(table.rest())
    except (ValueError, AttributeError, TypeError) as why:  # it trusts the shape of its tables
        named = re.search(r"“(?:\w+\.)*(\w+)”", str(why))
        line = table.line_of(named[1]) if named else 1
        table.source.wrong(line, f"cannot be used: {why}", "See prompts/en/typed.toml for how it is written")
        return Vocabulary()
