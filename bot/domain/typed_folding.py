"""How text is folded before it is compared with words that people type."""

from __future__ import annotations

import re
import unicodedata

DASHES = "‐‑‒–—―−⁓〜~"
COLONS = "∶꞉：︰"
COMMAS = "،、，"
APOSTROPHES = "’ʼ´`"
SAME = {
    ord(odd): plain
    for many, plain in ((DASHES, "-"), (COLONS, ":"), (COMMAS, ","), ("؛;", ";"), (APOSTROPHES, "'"))
    for odd in many
}
HALF = re.compile(r"(?:(?<=\d)|\b)([ap])(\.?)\s?m\b\.?")


def fold(text: str) -> str:
    """Text as it is compared: compatibility forms, accents, case, digits, dashes and colons made plain."""
    plain = unicodedata.normalize("NFKC", text.translate(SAME)).casefold()
    bare = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return HALF.sub(_half, "".join(map(_digit, bare)).translate(SAME))


def _half(found: re.Match[str]) -> str:
    """Dots tell *a. m.*, and digits before it *8am*, from a word that looks so, as German has one."""
    glued = found.string[: found.start()][-1:].isdecimal()
    return f"{found[1]}.m." if found[2] or glued else f"{found[1]}m"


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
