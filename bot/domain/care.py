"""Care: recognising, by whole phrases, a message that sounds like a crisis. It will miss indirect words.

How a phrase is written stands in ``phrases``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.phrases import END, GAP, Form, Phrases, forms, sentences


class Tier(StrEnum):
    """How sure the words are."""

    EXPLICIT = "explicit"  # answered with care at once
    UNSURE = "unsure"  # kept as usual, with one soft line that points to help


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase pattern; ``not_before`` and ``not_after`` cancel it when near the match.

    Near is: at most two other words between. ``must`` and ``must_not`` are its examples.
    """

    tier: Tier
    phrase: str
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    forms: tuple[Form, ...] = field(init=False, repr=False, compare=False)
    before: Phrases[str] = field(init=False, repr=False, compare=False)
    after: Phrases[str] = field(init=False, repr=False, compare=False)
    reach: int = field(init=False, repr=False, compare=False)
    """How many words before a match something may begin that cancels it."""

    def __post_init__(self) -> None:
        """Raises ValueError with the reason if the pattern cannot be read."""
        before = [form for phrase in self.not_before for form in forms(phrase)]
        object.__setattr__(self, "forms", forms(self.phrase))
        object.__setattr__(self, "before", _tree(before))
        object.__setattr__(self, "after", _tree(f for phrase in self.not_after for f in forms(phrase)))
        object.__setattr__(self, "reach", GAP + max(map(len, before), default=0) * (GAP + 1))

    def holds(self, said: Sequence[str], start: int, end: int) -> bool:
        """Whether nothing near cancels a match of ``said[start:end]``."""
        return not self._cancelled_before(said, start) and not self._cancelled_after(said, end)

    def _cancelled_before(self, said: Sequence[str], start: int) -> bool:
        return any(
            end >= start - GAP and END not in said[end:start]
            for begin in range(max(0, start - self.reach), start)
            for _, end in self.before.at(said, begin, start)
        )

    def _cancelled_after(self, said: Sequence[str], end: int) -> bool:
        if said[end - 1] == END:
            return False
        for begin in range(end, min(end + GAP, len(said))):
            if said[begin] == END:
                return False
            if any(self.after.at(said, begin, len(said))):
                return True
        return False


def _tree(found: Iterable[Form]) -> Phrases[str]:
    tree: Phrases[str] = Phrases()
    for form in found:
        tree.add(form, "near")
    return tree


@dataclass(frozen=True, slots=True)
class Care:
    """A locale's patterns, and all their forms as one tree; ``must_not`` are look-alikes of them all."""

    patterns: tuple[Pattern, ...] = ()
    must_not: tuple[str, ...] = ()
    tree: Phrases[Pattern] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tree: Phrases[Pattern] = Phrases()
        for pattern in self.patterns:
            for form in pattern.forms:
                tree.add(form, pattern)
        object.__setattr__(self, "tree", tree)


def assess(text: str, care: Care) -> Tier | None:
    """The surest tier that ``text`` reaches; time grows with its length, not faster."""
    found: Tier | None = None
    for pattern in hits(text, care):
        if pattern.tier is Tier.EXPLICIT:
            return Tier.EXPLICIT
        found = pattern.tier
    return found


def hits(text: str, care: Care) -> Iterator[Pattern]:
    """The patterns that ``text`` matches, in the order of the words."""
    said = sentences(text)
    for start in range(len(said)):
        for pattern, end in care.tree.at(said, start, len(said)):
            if pattern.holds(said, start, end):
                yield pattern
