"""Anything a person may have written, made fit to be set: never refused, never markup."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\u202a-\u202e"  # embeddings and overrides reach beyond the words they were meant for
    "\ud800-\udfff"  # halves of a surrogate pair cannot be encoded
    "\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]"
)
_MANY_LINES = re.compile(r"\n\s*\n\s*")


def clean(text: str) -> str:
    """``text`` without what cannot be printed; breaks become ``\\n``, at most one empty line in a row."""
    kept = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    return _MANY_LINES.sub("\n\n", kept).strip()


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())
