"""What can be wrong with the words in ``prompts/``: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault; ``file`` as seen from beside the library's folder, ``line`` from 1 (0: the whole file)."""

    file: str
    line: int
    message: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {sentence(self.message)} {sentence(self.fix)}"


def sentence(text: str) -> str:
    """``text`` with a full stop, unless it ends in some stop already."""
    return text if text.endswith(tuple(".…?!:")) else f"{text}."


class LibraryError(Exception):
    """Words that cannot be used; ``findings`` says which, all of one file at once."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file of the operator's own that is left out, and the first reason why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} is left out: {self.reason}"
