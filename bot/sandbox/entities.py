"""Text with its entities as Telegram keeps them. Offsets count UTF-16 units, limits code points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.wire import Wire, bad

MOST_ENTITIES = 100
_EXTRA = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
_OPAQUE = {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}
_AUTOMATIC = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\".,!?:;)']|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|dev|de)\b(?:/[^\s]*)?)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<hashtag>\#(?=\w*[^\W\d])\w+)"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its MessageEntity objects, sorted by offset."""

    text: str
    entities: list[Wire]

    def within(self, most: int, too_long: str) -> Formatted:
        """Itself, unless longer than that many code points; raises Refusal with the given text."""
        if len(self.text) > most:
            raise bad(too_long)
        if len(self.entities) > MOST_ENTITIES:
            raise bad(f"more than {MOST_ENTITIES} entities (Telegram drops the rest in silence)")
        return self


def utf16(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that UTF-16 offset and length mean."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def found(text: str) -> list[Wire]:
    """The entities Telegram finds by itself: commands, hashtags, links, mentions, addresses."""
    if not any(sign in text for sign in "/#@."):
        return []
    return [
        {"type": str(hit.lastgroup), "offset": utf16(text[: hit.start()]), "length": utf16(hit.group())}
        for hit in _AUTOMATIC.finditer(text)
    ]


def with_found(given: Formatted) -> Formatted:
    """The same text with what Telegram finds by itself added where nothing opaque stands."""
    more = [
        entity for entity in found(given.text) if not any(_covers(other, entity) for other in given.entities)
    ]
    return Formatted(given.text, in_order([*given.entities, *more])) if more else given


def plain(text: str) -> Formatted:
    """What a person types: trimmed, with automatic entities."""
    return with_found(trimmed(text, []))


def trimmed(text: str, entities: list[Wire]) -> Formatted:
    """Without white space at either end, as Telegram keeps it; entities moved and clipped along."""
    shorter = text.strip()
    if shorter == text or not entities:
        return Formatted(shorter, entities)
    start = utf16(text[: len(text) - len(text.lstrip())])
    clipped = [_clipped(entity, start, utf16(shorter)) for entity in entities]
    return Formatted(shorter, [entity for entity in clipped if entity["length"] > 0])


def checked(text: str, entities: list[Wire]) -> list[Wire]:
    """Entities a bot passed beside the text; raises Refusal where one is out of bounds or lacks a part."""
    for entity in entities:
        _check_bounds(text, entity)
        needed = _EXTRA.get(entity["type"])
        if needed is not None and needed not in entity:
            raise bad(f"can't parse MessageEntity: Can't find field \"{needed}\"")
    return in_order(entities)


def in_order(entities: list[Wire]) -> list[Wire]:
    """By offset, the longer first; of equals, quotes contain code and code contains nothing."""
    return sorted(entities, key=_place)


def _place(entity: Wire) -> tuple[int, int, int, str]:
    kind = entity["type"]
    rank = 0 if "blockquote" in kind else 1 if kind in ("code", "pre") else 2
    return entity["offset"], -entity["length"], rank, kind


def _check_bounds(text: str, entity: Wire) -> None:
    offset, length = entity["offset"], entity["length"]
    if offset < 0 or length <= 0 or offset + length > utf16(text):
        raise bad("ENTITY_BOUNDS_INVALID")
    for edge, what in ((offset, "begins"), (offset + length, "ends")):
        if _splits_a_pair(text, edge):
            raise bad(f"entity {what} in a middle of a UTF-16 symbol at offset {edge}")


def _splits_a_pair(text: str, edge: int) -> bool:
    units = text.encode("utf-16-le")[2 * edge : 2 * edge + 2]
    return len(units) == 2 and 0xDC <= units[1] <= 0xDF


def _clipped(entity: Wire, start: int, end: int) -> Wire:
    first = max(entity["offset"] - start, 0)
    last = min(entity["offset"] + entity["length"] - start, end)
    return {**entity, "offset": first, "length": last - first}


def _covers(outer: Wire, inner: Wire) -> bool:
    return bool(
        (outer["type"] in _OPAQUE or outer["type"] == inner["type"])
        and outer["offset"] < inner["offset"] + inner["length"]
        and inner["offset"] < outer["offset"] + outer["length"]
    )
