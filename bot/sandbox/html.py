"""Telegram's HTML parse mode, both ways: marked-up text to entities, and entities to marked-up text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from bot.sandbox.entities import Formatted, in_order, utf16
from bot.sandbox.wire import Refusal, Wire, bad

_KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
_ATTRIBUTE = r"""\s+([a-zA-Z0-9-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[a-zA-Z0-9-]+)(?P<attributes>(?:{_ATTRIBUTE})*)\s*>")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7})));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_URL = re.compile(r"(?:https?://|tg://|mailto:|tel:)\S+|(?:[\w-]+\.)+\w{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


@dataclass(slots=True)
class _Open:
    """A tag that is not closed yet, and where its text began (UTF-16)."""

    name: str
    attributes: dict[str, str]
    start: int
    written: int  # number of pieces written before it


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    pieces: list[str] = field(default_factory=list)
    at: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Take text in, its character references resolved."""
        plain = _REFERENCE.sub(_resolved, text) if "&" in text else text
        self.pieces.append(plain)
        self.at += utf16(plain)


def parsed(source: str) -> Formatted:
    """Text and entities of HTML; raises Refusal with "can't parse entities: …" and Telegram's reason."""
    if "<" not in source and "&" not in source:
        return Formatted(source, [])
    reading, position = _Reading(), 0
    while (start := source.find("<", position)) >= 0:
        reading.write(source[position:start])
        position = _tag(reading, source, start)
    reading.write(source[position:])
    if reading.open:
        raise _cant(f'Can\'t find end tag corresponding to start tag "{reading.open[-1].name}"')
    return Formatted("".join(reading.pieces), _without_nested(in_order(reading.entities)))


def written(text: str, entities: list[Wire]) -> str:
    """HTML that ``parsed`` reads back as this text and these entities (nested, never crossing)."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in in_order(entities):
        start, end = _markup(entity)
        opening.setdefault(entity["offset"], []).append(start)
        closing.setdefault(entity["offset"] + entity["length"], []).insert(0, end)
    parts: list[str] = []
    at = 0
    for character in text:
        parts += [*closing.get(at, ()), *opening.get(at, ()), escape(character, quote=False)]
        at += 2 if character > "\uffff" else 1
    return "".join([*parts, *closing.get(at, ())])


def _cant(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")


def _resolved(hit: re.Match[str]) -> str:
    name, hexadecimal, decimal = hit.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else hit.group()


def _tag(reading: _Reading, source: str, start: int) -> int:
    """Read the tag that begins at ``start``; returns where the text goes on."""
    at = len(source[:start].encode())
    hit = _TAG.match(source, start)
    if hit is None:
        raise _cant(f"Unclosed start tag at byte offset {at}")
    name = hit["name"].lower()
    if hit["end"]:
        _close(reading, name, at)
    else:
        _open(reading, name, _attributes(hit["attributes"]), at)
    return hit.end()


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): _REFERENCE.sub(_resolved, value[1:-1] if value[:1] in ("'", '"') else value)
        for name, value in re.findall(_ATTRIBUTE, text)
    }


def _open(reading: _Reading, name: str, attributes: dict[str, str], at: int) -> None:
    if name not in _KINDS:
        raise _cant(f'Unsupported start tag "{name}" at byte offset {at}')
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _cant(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if name == "blockquote" and any(other.name == name for other in reading.open):
        raise _cant(f"blockquote entities can't be nested at byte offset {at}")
    reading.open.append(_Open(name, attributes, reading.at, len(reading.pieces)))


def _close(reading: _Reading, name: str, at: int) -> None:
    if not reading.open:
        raise _cant(f"Unexpected end tag at byte offset {at}")
    tag = reading.open.pop()
    if tag.name != name:
        raise _cant(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{name}>"')
    length = reading.at - tag.start
    if length:
        entity = {"type": _KINDS[name], "offset": tag.start, "length": length}
        reading.entities.append(entity | _details(tag, "".join(reading.pieces[tag.written :])))
        _join_language(reading.entities)


def _details(tag: _Open, inside: str) -> Wire:
    """What an entity has beside its place, by the tag it came from."""
    match tag.name:
        case "a":
            return {"url": _url(tag.attributes.get("href") or inside)}
        case "code" if tag.attributes.get("class", "").startswith("language-"):
            return {"language": tag.attributes["class"].removeprefix("language-")}
        case "blockquote" if "expandable" in tag.attributes:
            return {"type": "expandable_blockquote"}
        case "tg-emoji":
            return {"custom_emoji_id": _attribute(tag, "emoji-id", r"\d+")}
        case "tg-time":
            return _moment(tag)
    return {}


def _moment(tag: _Open) -> Wire:
    details: Wire = {"unix_time": int(_attribute(tag, "unix", r"\d+"))}
    if tag.attributes.get("format"):
        details["date_time_format"] = _attribute(tag, "format", _TIME_FORMAT.pattern)
    return details


def _attribute(tag: _Open, name: str, pattern: str) -> str:
    value = tag.attributes.get(name, "")
    if not re.fullmatch(pattern, value):
        raise _cant(f'Invalid attribute "{name}" in the tag "{tag.name}"')
    return value


def _url(address: str) -> str:
    if not _URL.fullmatch(address):
        raise _cant("an address of a link is no URL (Telegram drops the link in silence)")
    return address


def _join_language(entities: list[Wire]) -> None:
    """``<pre><code class="language-x">`` is one entity."""
    if len(entities) < 2 or entities[-1]["type"] != "pre":
        return
    inner, outer = entities[-2], entities[-1]
    if inner["type"] == "code" and (inner["offset"], inner["length"]) == (outer["offset"], outer["length"]):
        entities[-2:] = [outer | {key: inner[key] for key in ("language",) if key in inner}]


def _without_nested(entities: list[Wire]) -> list[Wire]:
    """Code cannot contain other entities, and has a language only as ``pre``."""
    kept: list[Wire] = []
    end_of_code = 0
    for entity in entities:
        if entity["offset"] < end_of_code:
            continue
        if entity["type"] in ("code", "pre"):
            end_of_code = entity["offset"] + entity["length"]
        if entity["type"] == "code":
            entity.pop("language", None)
        kept.append(entity)
    return kept


def _markup(entity: Wire) -> tuple[str, str]:
    match entity["type"]:
        case "text_link":
            return f'<a href="{escape(entity["url"])}">', "</a>"
        case "pre" if "language" in entity:
            return f'<pre><code class="language-{entity["language"]}">', "</code></pre>"
        case "pre":
            return "<pre>", "</pre>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{entity["custom_emoji_id"]}">', "</tg-emoji>"
        case "date_time":
            form = f' format="{entity["date_time_format"]}"' if "date_time_format" in entity else ""
            return f'<tg-time unix="{entity["unix_time"]}"{form}>', "</tg-time>"
    tag = _TAGS.get(entity["type"])
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
