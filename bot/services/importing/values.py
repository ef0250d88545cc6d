"""Reading JSON from strangers: each value has the type it should have, or the file is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.found import MOST_BYTES, MOST_WORDS, NotTaken, Reason
from bot.domain.glimmer import LONGEST_TAG, folded, in_tag

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
BEFORE, AFTER = 1900, 2100


def parsed(text: str) -> Any:
    """The JSON document. Raises NotTaken."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NotTaken(Reason.BROKEN) from None


def decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 that says so. Raises NotTaken for anything else."""
    if len(data) > MOST_BYTES:
        raise NotTaken(Reason.TOO_MUCH)
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise NotTaken(Reason.ENCODING) from None
    if "\0" in text:
        raise NotTaken(Reason.ENCODING)
    return text


def clean(text: str) -> str:
    """Without what no message can hold; line ends as they are here."""
    if len(text) > MOST_WORDS:
        raise NotTaken(Reason.TOO_MUCH)
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return SURROGATE.sub("\ufffd", plain).strip()


def mapping(value: Any) -> Mapping[str, Any]:
    """An object."""
    if not isinstance(value, dict):
        raise NotTaken(Reason.BROKEN)
    return value


def items(value: Any) -> list[Any]:
    """A list; none is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise NotTaken(Reason.BROKEN)
    return value


def words(value: Any) -> str:
    """A text; none is an empty one."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NotTaken(Reason.BROKEN)
    return clean(value)


def tags(value: Any) -> tuple[str, ...]:
    """Single words, folded."""
    return tuple(dict.fromkeys(filter(None, (as_tag(words(tag)) for tag in items(value)))))


def as_tag(text: str) -> str:
    """A word that can stand behind a #."""
    signs = (sign if in_tag(sign) else " " for sign in folded(text))
    return "_".join("".join(signs).split()).lstrip("_")[:LONGEST_TAG]


def yes(value: Any) -> bool:
    """Whether it is true; nothing but true is."""
    return value is True


def zone(value: Any) -> str:
    """A zone by its name; empty for what names none, such as GMT+2."""
    try:
        return ZoneInfo(words(value)).key
    except (ValueError, KeyError, OSError):
        return ""


def instant(value: Any) -> datetime:
    """An instant with its offset, aware UTC, in years that a person may have lived in."""
    try:
        at = datetime.fromisoformat(words(value))
    except ValueError:
        raise NotTaken(Reason.DATES) from None
    if at.tzinfo is None or not BEFORE < at.year < AFTER:
        raise NotTaken(Reason.DATES)
    return at.astimezone(UTC).replace(microsecond=0)


def day(value: Any) -> date:
    """A date as ISO 8601 writes it."""
    try:
        found = date.fromisoformat(words(value))
    except ValueError:
        raise NotTaken(Reason.DATES) from None
    if not BEFORE < found.year < AFTER:
        raise NotTaken(Reason.DATES)
    return found
