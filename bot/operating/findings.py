"""What ``glimmer check`` finds: lines for the operator, each with how it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Grade(Enum):
    """How an answer is meant."""

    FINE = "fine"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line for the operator."""

    grade: Grade
    text: str


def fine(text: str) -> Finding:
    """All is well."""
    return Finding(Grade.FINE, text)


def note(text: str) -> Finding:
    """Worth knowing."""
    return Finding(Grade.NOTE, text)


def problem(text: str) -> Finding:
    """To be mended; the text says how."""
    return Finding(Grade.PROBLEM, text)
