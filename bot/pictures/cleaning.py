"""Anything a person may have written, made fit to be set: never refused, never markup."""

from __future__ import annotations

import re
from unicodedata import bidirectional, category, east_asian_width

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\u202a-\u202e"  # embeddings and overrides reach beyond the words they were meant for
    "\ud800-\udfff"  # halves of a surrogate pair cannot be encoded
    "\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]"
)
_MANY_LINES = re.compile(r"\n\s*\n\s*")


_FREE = (
    "\u0e01-\u0e30\u0e40-\u0e45\u0e81-\u0eb0\u0ec0-\u0ec4\u0f40-\u0f6c\u1000-\u102a\u1780-\u17b3"
    "\u2e80-\u2fdf\u3041-\u3096\u30a1-\u30fa\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\ua48c"
    "가-힣\uf900-\ufaff\uff66-\uff6f\uff71-\uff9d\U00020000-\U0003ffff"
)
"""Letters at which a line may end anyway, Thai to Khmer, kana, Chinese, Korean; none of their punctuation."""
_LONG = re.compile(rf"[^\s\u200b{_FREE}]{{64,}}")
_BREAK = "\u200b"
_EVERY, _IN_ADDRESSES = 6, 24
_HANGING = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})
_CLOSING = frozenset({"Pe", "Pf", "Po"})


def clean(text: str) -> str:
    """``text`` without what cannot be printed; breaks become ``\\n``, at most one empty line in a row."""
    kept = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    return _LONG.sub(_breakable, _MANY_LINES.sub("\n\n", kept).strip())


def _breakable(word: re.Match[str]) -> str:
    """``word`` with places where it may be broken, none of them inside a sign of several parts; addresses
    rather at their strokes.
    """
    parts = [""]
    most = _IN_ADDRESSES if "/" in word[0] else _EVERY
    for sign in word[0]:
        before = parts[-1][-1:]
        enough = 2 * most if category(sign) in _CLOSING else most  # no line shall begin with a comma
        ends = len(parts[-1]) >= enough or (before == "/" and sign != "/")
        if ends and _stands_alone(sign) and _stands_alone(before):
            parts.append("")
        parts[-1] += sign
    return _BREAK.join(parts)


def _stands_alone(sign: str) -> bool:
    """Whether a line may end before and after it: marks, joiners, tones and flags hang together."""
    return category(sign) not in _HANGING and not "\U0001f1e6" <= sign <= "\U0001f1ff"


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())


_JOINER = "\u2060"
_HANGUL = re.compile(r"(?<![가-힣])[가-힣]{2,12}(?![가-힣])")
_LINE_MAY_END = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"  # Chinese, kana, what goes with them
    "가-힣](?!\u2060)(?<!\u2060.)"
)


def joined(text: str) -> str:
    """``text`` with Korean words held together: lines end at its spaces, not within."""
    return _HANGUL.sub(lambda word: _JOINER.join(word[0]), text)


def unbroken(text: str) -> str:
    """The words of ``text`` that stand on one line, a space between any two: those of scripts without spaces
    are left out, since a line may end after nearly every sign.
    """
    return " ".join(_LINE_MAY_END.sub(" ", text).replace(_BREAK, " ").split())


def weight(text: str) -> int:
    """How much there is to read, in letters: a Chinese sign or a syllable says as much as two."""
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text if category(sign) not in _HANGING)


def right_to_left(text: str, otherwise: bool) -> bool:
    """The way ``text`` runs by its first letter that has one (UAX 9, P2), else ``otherwise``."""
    kinds = (bidirectional(sign) for sign in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return otherwise if first is None else first != "L"
