"""Text as words: folded so that case, accents, apostrophes and spacing make no difference."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ´`′＇"))
SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese are written without spaces: a word per character."""
WORD = re.compile(rf"[{SPACELESS}]|[^\W_{SPACELESS}]+")


def fold(text: str) -> str:
    """``text`` without case, accents, apostrophes and invisible marks ("I’M Cafe\u0301" → "im cafe")."""
    if text.isascii():
        return text.translate(APOSTROPHES).casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold()
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))


def words(text: str) -> list[str]:
    """The words of ``text``, folded."""
    return WORD.findall(fold(text))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over all words, 0 to 1; 0 if both are empty."""
    return len(one & other) / (len(one | other) or 1)
