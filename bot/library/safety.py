"""What protects people: care phrases, where help is found, and wordings that are never used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from bot.domain.care import Care, Limits, Pattern, Tier
from bot.domain.kinds import Category
from bot.domain.lines import Lexicon, Support, SupportLine, Theme
from bot.domain.wording import fold
from bot.library.entries import read_all
from bot.library.tables import Table


@dataclass(frozen=True, slots=True)
class Banned:
    """A wording that is never used, with an example of it and a better line."""

    id: str
    pattern: re.Pattern[str]
    why: str
    bad: str
    good: str


def read_care(table: Table) -> Care:
    """``care.toml``."""
    must_not = table.texts("must_not")
    breaks = frozenset(map(fold, table.texts("breaks")))
    return Care(tuple(read_all(table, "patterns", partial(_pattern, breaks))), must_not)


def _pattern(breaks: frozenset[str], entry: Table) -> Pattern:
    tier, phrase = entry.one_of("tier", Tier), entry.text("pattern")
    examples = entry.texts("must"), entry.texts("must_not")
    limits = Limits(entry.texts("not_before"), entry.texts("not_after"), entry.texts("not_with"), breaks)
    try:
        return Pattern(tier, phrase, *examples, limits)
    except ValueError as error:
        entry.wrong(
            "pattern", f"the pattern cannot be used: {error}", "prompts/SCHEMA.md shows what it may be"
        )
        return Pattern(tier, "unreadable")


def read_banned(table: Table) -> tuple[Banned, ...]:
    """``banned.toml``."""
    return tuple(read_all(table, "banned", _banned))


def _banned(entry: Table) -> Banned:
    written = entry.text("pattern")
    try:
        pattern = re.compile(written, re.IGNORECASE)
    except re.error as error:
        entry.wrong("pattern", f"the pattern is no regular expression: {error}", "Correct it")
        pattern = re.compile(r"(?!)")
    return Banned(entry.text("id"), pattern, entry.text("why"), entry.text("bad"), entry.text("good"))


def read_support(table: Table) -> Support:
    """``support.toml``: nothing that was not checked by somebody, at a place, on a day."""
    directory = table.text("directory")
    _link(table, "directory", directory)
    return Support(directory, tuple(read_all(table, "lines", _support_line)))


def _support_line(entry: Table) -> SupportLine:
    line = SupportLine(
        country=entry.text("country"),
        name=entry.text("name"),
        verified_on=entry.day("verified_on"),
        source=entry.text("source"),
        phone=entry.text("phone", ""),
        text=entry.text("text", ""),
        url=entry.text("url", ""),
        hours=entry.text("hours", ""),
        languages=entry.texts("languages"),
    )
    if not re.fullmatch("[A-Z]{2}", line.country):
        entry.wrong("country", f"“{line.country}” is no country", "Write its two letters, such as DE")
    if not (line.phone or line.text or line.url):
        entry.wrong("name", "nobody can be reached by this", "Add phone, text or url")
    _link(entry, "url", line.url)
    return line


def _link(table: Table, key: str, link: str) -> None:
    if link and not (link.startswith("https://") and urlsplit(link).hostname):
        table.wrong(key, f"“{link}” is no safe link", "Begin it with https://")


def read_lexicon(table: Table) -> Lexicon:
    """``lexicon.toml``: a table of words, stems and emoji per category, and the language's small words."""
    stopwords = frozenset(map(fold, table.texts("stopwords")))
    themes, found = table.inner("themes"), {}
    for key in themes.keys():  # noqa: SIM118 (a Table is no mapping: keys() is what was not asked for yet)
        theme = themes.inner(key)
        if key not in set(Category):
            themes.wrong(key, f"“{key}” is no category", f"Use {', '.join(Category)}")
            continue
        folded = frozenset(map(fold, theme.texts("words"))), tuple(map(fold, theme.texts("stems")))
        emoji, tags = frozenset(theme.texts("emoji")), frozenset(map(fold, theme.texts("tags")))
        found[Category(key)] = Theme(*folded, emoji, tags)
        theme.close()
    table.close()
    return Lexicon(found, stopwords)
