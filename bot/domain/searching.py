"""What is found: words without case and accents, in any script; and what a person asks for.

Scripts written without spaces, and emoji, count sign by sign, so that any part of theirs is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai and Lao, Burmese, Khmer, kana, Chinese characters."""
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""What looks like a letter with an accent, and is none to Unicode."""
QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]|([^\\s"“”„«»]+)')
MOST = 24  # phrases that are looked at


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; the last may go on if ``open_ended``."""

    words: tuple[str, ...]
    open_ended: bool


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: nothing in them but letters, numbers and marks."""
    return tuple("".join(_signs(text)).split())


def _signs(text: str) -> Iterator[str]:
    for sign in unicodedata.normalize("NFKD", text.casefold()).translate(LETTERS):
        kind = unicodedata.category(sign)
        if kind == "So":
            yield f" u{ord(sign):x} "  # an emoji is a word, too
        elif UNSPACED.match(sign) and kind[0] in "LNM":
            yield f" {sign} "
        elif kind[0] in "LN" or (kind in ("Mn", "Mc") and not _is_accent(sign)):
            yield sign
        elif kind[0] != "M" and kind != "Cf":  # accents and invisible signs part no words
            yield " "


def _is_accent(sign: str) -> bool:
    return bool(unicodedata.combining(sign)) or "\ufe00" <= sign <= "\ufe0f"


def phrases(asked: str) -> tuple[Phrase, ...]:
    """What a person asks for: all of these. Anything can be asked; empty if there is no word in it."""
    found = (_phrase(quoted, bare) for quoted, bare in QUOTED.findall(asked))
    return tuple(phrase for phrase in found if phrase.words)[:MOST]


def _phrase(quoted: str, bare: str) -> Phrase:
    return Phrase(words_of(quoted or bare), open_ended=bool(bare))
