"""The tables of a ``typed.toml``, read strictly: ValueError names what cannot be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from bot.domain.typed_folding import fold
from bot.domain.wording import words as split

V = TypeVar("V")
PLACE = re.compile(r"[A-Z]{2}(-[A-Z\d]{2,3})?|[A-Z]\w+(/\w+)+")


def table_in(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The table of that name, empty if there is none."""
    found = table.get(name, {})
    if not isinstance(found, Mapping):
        raise ValueError(f"“{name}” is not a table")
    return found


def read(
    table: Mapping[str, object],
    name: str,
    value: Callable[[object], V],
    key: Callable[[str], str] | None = None,
) -> dict[str, V]:
    """Each word, by ``key``, with its value."""
    found: dict[str, V] = {}
    for word, raw in table_in(table, name).items():
        try:
            found[(key or key_of)(word)] = value(raw)
        except (ValueError, TypeError):
            raise ValueError(f"“{name}.{word}” cannot mean {raw!r}") from None
    return found


def key_of(word: str) -> str:
    """A word or phrase as it is compared."""
    key = " ".join(fold(word).split())
    if not key:
        raise ValueError("an empty word")
    return key


def place_key(text: str) -> str:
    """The same for a place: without punctuation, too."""
    return " ".join(split(text))


def places(raw: object) -> tuple[str, ...]:
    """A country's code, a region's or a zone, or several."""
    named = tuple(raw) if isinstance(raw, list) else (raw,)
    if not all(isinstance(one, str) and PLACE.fullmatch(one) for one in named):
        raise ValueError("no country or zone")
    return tuple(map(str, named))


def words_in(words: Mapping[str, object], name: str) -> frozenset[str]:
    """The list of words of that name, empty if there is none."""
    found = words.get(name, ())
    if not isinstance(found, (list, tuple)) or not all(isinstance(word, str) for word in found):
        raise ValueError(f"“words.{name}” is not a list of words")
    return frozenset(map(key_of, found))


def truth(table: Mapping[str, object], name: str) -> bool:
    """True or false; false if nothing is said."""
    found = table.get(name, False)
    if not isinstance(found, bool):
        raise ValueError(f"“{name}” is neither true nor false")
    return found


def weekdays(raw: object) -> frozenset[int]:
    """``0``, ``[0, 2]`` or, for short, ``"02"``."""
    numbers: Iterable[object] = (
        raw if isinstance(raw, list) else map(int, raw) if isinstance(raw, str) else [raw]
    )
    found = frozenset(whole(number, 0, 6) for number in numbers)
    if not found:
        raise ValueError("no weekday")
    return found


def month(raw: object) -> int:
    """1 to 12."""
    return whole(raw, 1, 12)


def whole(raw: object, least: int, most: int) -> int:
    """A whole number between the two."""
    if not isinstance(raw, int) or isinstance(raw, bool) or not least <= raw <= most:
        raise ValueError("not such a number")
    return raw
