"""TOML read strictly: every key is asked for by name and kind, and whatever is left over is a fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.library.findings import Finding

E = TypeVar("E", bound=StrEnum)
KINDS = {str: "text in quotes", bool: "true or false", int: "a whole number", list: "a list", dict: "a table"}


class Source:
    """A file and its faults so far. tomllib keeps no lines: they are found by searching the text."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.findings: list[Finding] = []
        self.broken = False
        """Whether it cannot be read at all, so that whatever seems to be missing follows from that."""

    @classmethod
    def read(cls, path: Path, name: str) -> Source:
        """The file at ``path``, called ``name`` in findings; unreadable is a finding, too."""
        try:
            return cls(name, path.read_text(encoding="utf-8-sig"))  # some editors write a mark before it
        except (OSError, UnicodeDecodeError):
            source = cls(name, "")
            source.broken = True
            source.wrong(1, "cannot be read", "It must be a text file in UTF-8")
            return source

    def wrong(self, line: int, message: str, fix: str) -> None:
        """Note a fault."""
        self.findings.append(Finding(self.name, line, message, fix))

    def line_at(self, offset: int) -> int:
        """The line, from 1, of a place in the text."""
        return self.text.count("\n", 0, offset) + 1

    def table(self) -> Table:
        """The file as a table, which must name its schema and may name its licence."""
        if self.findings:
            return Table(self, {}, 0)
        try:
            values = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else self.line_at(len(self.text.rstrip()))
            self.broken = True
            self.wrong(line, f"is no TOML: {error}", "Most often a quote, comma or bracket is missing")
            return Table(self, {}, 0)
        table = Table(self, values, 0)
        if table.number("schema") != 1:
            table.wrong("schema", "“schema” is missing or unknown", "Begin the file with: schema = 1")
        table.text("license", "")
        return table


class Table:
    """One table of a file, ``at`` an offset. Each reader takes its key away; ``close`` reports the rest.

    A reader that finds no fit value notes the fault and returns its default, or an empty value.
    """

    def __init__(self, source: Source, values: Mapping[str, Any], at: int) -> None:
        self.source, self.at = source, at
        self._left = dict(values)

    def line_of(self, key: str) -> int:
        """The line of ``key`` if it can be found in this table, else that of the table."""
        text = self.source.text
        start = text.rfind("\n", 0, self.at) + 1
        following = re.compile(r"\n\s*[{\[]").search(text, self.at) if self.at else None
        end = following.start() if following else len(text)
        name = re.escape(key)
        found = re.compile(rf"(?<![\w-])[\"']?{name}[\"']?\s*=|[.\[]{name}\]").search(text, start, end)
        return self.source.line_at(found.start() if found else self.at)

    def wrong(self, key: str, message: str, fix: str) -> None:
        """Note a fault at ``key``."""
        self.source.wrong(self.line_of(key), message, fix)

    def close(self) -> None:
        """Whatever was not asked for is a fault."""
        for key in self._left:
            self.wrong(key, f"“{key}” is not known here", "Correct its spelling, or take it out")

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def _take(self, key: str, kind: type, default: Any) -> Any:
        if key not in self._left:
            if default is None:
                self.wrong(key, f"“{key}” is missing", f"Add {key} = {KINDS[kind]}")
            return kind() if default is None else default
        value = self._left.pop(key)
        if type(value) is not kind:
            self.wrong(key, f"“{key}” has the wrong type", f"It must be {KINDS[kind]}")
            return kind() if default is None else default
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; needed unless there is a default."""
        written = key in self._left
        value: str = self._take(key, str, default)
        if written and not value.strip():
            self.wrong(key, f"“{key}” is empty", "Write it, or take the whole entry out")
        return value

    def flag(self, key: str) -> bool:
        """True or false, false if missing."""
        return bool(self._take(key, bool, False))

    def number(self, key: str, default: int = 0) -> int:
        """A whole number from 0."""
        value: int = self._take(key, int, default)
        if value < 0:
            self.wrong(key, f"“{key}” is below 0", "Write a number from 0")
        return value

    def day(self, key: str) -> date:
        """A date such as 2026-01-31, needed."""
        value = self._left.pop(key, None)
        if type(value) is not date:
            self.wrong(key, f"“{key}” is no date", f"Write {key} = 2026-01-31, without quotes")
            return date.min
        return value

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One of the values of ``kind``; needed unless there is a default."""
        value = self.text(key, default)
        if value in set(kind):
            return kind(value)
        if value:
            self._unknown(key, value, kind)
        return default or next(iter(kind))

    def some_of(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Several of the values of ``kind``; none if missing."""
        values = self.texts(key)
        for value in values:
            if value not in set(kind):
                self._unknown(key, value, kind)
        return tuple(kind(value) for value in values if value in set(kind))

    def _unknown(self, key: str, value: str, kind: type[StrEnum]) -> None:
        self.wrong(key, f"“{value}” is no {key}", f"Use {', '.join(kind)}")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; none if missing."""
        values: list[Any] = self._take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.wrong(key, f"“{key}” has a value that is no text", "Write each in quotes")
        return tuple(value for value in values if isinstance(value, str))

    def inner(self, key: str) -> Table:
        """A table within this one; empty if missing."""
        header = re.compile(rf"[.\[]\s*{re.escape(key)}\s*\]").search(self.source.text, self.at)
        return Table(self.source, self._take(key, dict, {}), header.start() if header else self.at)

    def rest(self) -> dict[str, Any]:
        """All that has not been asked for yet, as it stands; nothing is left over."""
        values, self._left = self._left, {}
        return values

    def keys(self) -> tuple[str, ...]:
        """What has not been asked for yet."""
        return tuple(self._left)

    def tables(self, key: str) -> Iterator[Table]:
        """A list of tables, in the file's order; needed, but may be empty."""
        values: list[Any] = self._take(key, list, None)
        at = max(0, self.source.text.find(key))
        for value in values:
            if not isinstance(value, dict):
                self.wrong(key, f"“{key}” has an entry that is no table", "Write each in { }")
                continue
            at = self._offset(value, at)
            yield Table(self.source, value, at)

    def _offset(self, value: Mapping[str, Any], after: int) -> int:
        """Where an entry stands: the next place that has one of its texts as written."""
        texts = (text for text in value.values() if isinstance(text, str) and len(text) > 2)
        places = (self.source.text.find(text, after + 1) for text in texts)
        return next((place for place in places if place >= 0), after)
