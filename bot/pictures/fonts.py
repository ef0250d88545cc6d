"""Which scripts can be drawn with what this machine has, found out by drawing."""

from __future__ import annotations

from bot.pictures.typesetting import Typesetter

PROBES = {
    "Latin": ("a", "b"),
    "Greek": ("α", "β"),
    "Cyrillic": ("ж", "я"),
    "Hebrew": ("א", "ש"),
    "Arabic": ("بب", "ب\u200cب"),  # joined, and kept apart: a font that cannot join draws both alike
    "Devanagari": ("स्त", "स्\u200cत"),  # likewise the half form of a conjunct
    "Chinese": ("语", "话"),
    "Japanese": ("か", "ナ"),
    "Korean": ("한", "글"),
    "Emoji": ("🌸", "🐦"),
}
"""Two texts per script that look different where it can be drawn; two boxes look the same."""


def scripts_lacking_fonts() -> list[str]:
    """Names of the scripts that would come out as boxes or torn apart, for ``glimmer check``."""
    typesetter = Typesetter()
    return [
        script
        for script, (one, other) in PROBES.items()
        if _drawn(one, typesetter) == _drawn(other, typesetter)
    ]


def _drawn(text: str, typesetter: Typesetter) -> bytes:
    source = f'#set page(width: 60pt, height: 30pt, margin: 4pt)\n#text("{text}")'
    return typesetter.set({"main.typ": source.encode()})
