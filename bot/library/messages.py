"""The conversation's own sentences: Fluent messages of one locale, with another to fall back on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from babel import Locale as Cldr
from babel import UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.library.limits import is_plain
from bot.library.tables import Source

log = logging.getLogger(__name__)
PLURALS = "en"
"""Whose numbers and plurals a language borrows that CLDR does not know."""
Gap = Callable[[str], None]
"""Told what is missing in the messages: "de: no message named welcome"."""


class Markup(str):
    """HTML that was made on purpose; every other text is escaped."""

    __slots__ = ()


class LogOnce:
    """Logs each gap once: a person gets the default locale's words, the operator one line."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, gap: str) -> None:
        """Log ``gap`` unless it was logged before."""
        if gap not in self._seen:
            self._seen.add(gap)
            log.warning("prompts: %s", gap)


def right_to_left(code: str) -> bool:
    """Whether the language is written from right to left; a language CLDR does not know is not."""
    try:
        return Cldr.parse(code, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


class Messages:
    """A locale's ``messages.ftl``. Values are escaped for HTML, except where Telegram shows plain text."""

    def __init__(self, code: str, source: Source, gap: Gap, fallback: Messages | None = None) -> None:
        self.code, self._gap, self._fallback = code, gap, fallback
        # Isolation marks would be visible clutter (and break /commands) where everything runs one way.
        self._bundle = FluentBundle([code, PLURALS], use_isolating=right_to_left(code))
        self.resource = FluentResource(source.text)
        _complain(source, self.resource)
        self._bundle.add_resource(self.resource)

    def say(self, key: str, /, **values: Any) -> str:
        """The message or attribute (``key.attribute``) with ``values`` put in; never raises by itself."""
        name, _, attribute = key.partition(".")
        pattern = self._pattern(name, attribute)
        if pattern is None:
            self._gap(f"{self.code}: no message named {key}")
            return self._fallback.say(key, **values) if self._fallback else key
        safe = values if is_plain(key) else {name: _safe(value) for name, value in values.items()}
        text, errors = self._bundle.format_pattern(pattern, safe)
        for error in errors:
            self._gap(f"{self.code}: {key}: {error}")
        return str(text)

    def __contains__(self, key: str) -> bool:
        name, _, attribute = key.partition(".")
        return self._pattern(name, attribute) is not None

    def _pattern(self, name: str, attribute: str) -> Any:
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value


def _safe(value: Any) -> Any:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Markup) else value


def _complain(source: Source, resource: ast.Resource) -> None:
    """Note what is no Fluent, and names given twice."""
    seen: set[str] = set()
    for entry in resource.body:
        line = partial(source.line_at, entry.span.start if entry.span else 0)
        if isinstance(entry, ast.Junk):
            reason = entry.annotations[0].message if entry.annotations else "it cannot be read"
            source.broken = True
            source.wrong(line(), f"is no Fluent: {reason}", "Write name = words, further lines indented")
        elif isinstance(entry, ast.Message | ast.Term):
            name = f"{'-' if isinstance(entry, ast.Term) else ''}{entry.id.name}"
            if name in seen:
                source.wrong(line(), f"“{name}” stands here twice", "Take one out")
            seen.add(name)
