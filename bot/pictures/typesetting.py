"""Typst in memory: files by name in, bytes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal

import typst

Output = Literal["png", "pdf"]


class Typesetter:
    """Knows the machine's fonts; reading them takes a moment, so one is kept."""

    def __init__(self) -> None:
        self._fonts = typst.Fonts()

    def families(self) -> frozenset[str]:
        """The names of the fonts there are."""
        return frozenset(self._fonts.families())

    def set(self, given: Mapping[str, bytes], output: Output = "png", per_inch: float = 72) -> bytes:
        """What ``main.typ`` of ``given`` says; raises `typst.TypstError`. No date gets into it."""
        pages: bytes = typst.compile(  # type: ignore[call-overload]  # its stub lacks the files by name
            dict(given), format=output, ppi=per_inch, font_paths=self._fonts, timestamp=0
        )
        return pages


def as_numbers(data: bytes) -> bytes:
    """A file that is no text, for `bytes(json(…))` in a template: in memory only UTF-8 is let through."""
    return json.dumps(list(data), separators=(",", ":")).encode()
