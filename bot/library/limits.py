"""What kind of text a message is, by its name, and how much of it Telegram takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """``longest`` in characters after entities; ``plain`` where Telegram reads no HTML."""

    name: str
    longest: int
    plain: bool


MESSAGE = Kind("message", 4096, plain=False)
KINDS = {
    "button": Kind("button", 40, plain=True),  # ours: longer labels are cut off on phones
    "toast": Kind("toast", 200, plain=True),
    "alert": Kind("alert", 200, plain=True),
    "placeholder": Kind("placeholder", 64, plain=True),
    "caption": Kind("caption", 1024, plain=False),
    "filename": Kind("file name", 60, plain=True),
    "short-description": Kind("short description", 120, plain=True),
    "description": Kind("description", 512, plain=True),
}
COMMAND = Kind("command", 256, plain=True)


def kind_of(key: str) -> Kind:
    """By the name's beginning (``command-``) or end (``-button``, ``.toast``…); else a message."""
    if key.startswith("command-"):
        return COMMAND
    ends = (kind for end, kind in KINDS.items() if key == end or key.endswith((f"-{end}", f".{end}")))
    return next(ends, MESSAGE)


def is_plain(key: str) -> bool:
    """Whether Telegram shows the text as it is, so that nothing in it is escaped."""
    return kind_of(key).plain
