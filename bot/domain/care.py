"""Care: recognising, by whole phrases, a message that sounds like a crisis. It will miss indirect words.

How a phrase is written stands in ``phrases``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.phrases import GAP, Form, Phrases, Said, forms, said

NEAR = 2
"""So many words at most stand between a phrase and what cancels it."""
BESIDE = 12
"""So many words of its sentence are looked at on either side for what cancels it from anywhere."""

OPENS = ". "
"""Written first in a pattern: a clause begins there."""


class Tier(StrEnum):
    """How sure the words are."""

    EXPLICIT = "explicit"  # answered with care at once
    UNSURE = "unsure"  # kept as usual, with one soft line that points to help


@dataclass(frozen=True, slots=True)
class Limits:
    """What cancels a match. Near is: in the same clause, with at most two words between.

    ``before`` and ``after`` it, right there where the phrase has a ``+`` on that side; ``beside`` it anywhere
    in the sentence. Words that ``break`` begin something new: what stands before them cancels nothing.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    breaks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase pattern, and what cancels it; ``must`` and ``must_not`` are its examples."""

    tier: Tier
    phrase: str
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    limits: Limits = Limits()
    forms: tuple[Form, ...] = field(init=False, repr=False, compare=False)
    before: Phrases[int] = field(init=False, repr=False, compare=False)
    after: Phrases[int] = field(init=False, repr=False, compare=False)
    beside: Phrases[int] = field(init=False, repr=False, compare=False)
    """Each ends in how many words may stand between."""
    reach: int = field(init=False, repr=False, compare=False)
    """How many words before a match something may begin that cancels it."""
    opens: bool = field(init=False, repr=False, compare=False)
    """Whether it has to begin its clause: without "I", the same words may be said of somebody else."""

    def __post_init__(self) -> None:
        """Raises ValueError with the reason if the pattern cannot be read."""
        longest = max((len(form) for phrase in self.limits.before for form in near(phrase)), default=0)
        object.__setattr__(self, "opens", self.phrase.startswith(OPENS))
        object.__setattr__(self, "forms", forms(self.phrase.removeprefix(OPENS)))
        object.__setattr__(self, "before", _tree(self.limits.before))
        object.__setattr__(self, "after", _tree(self.limits.after))
        object.__setattr__(self, "beside", _tree(self.limits.beside))
        object.__setattr__(self, "reach", NEAR + longest * (GAP + 1))

    def holds(self, heard: Said, start: int, end: int) -> bool:
        """Whether nothing cancels a match of the words from ``start`` to ``end``."""
        return not (
            (self.opens and start and heard.clauses[start - 1] == heard.clauses[start])
            or self._cancelled_before(heard, start)
            or self._cancelled_after(heard, end)
            or self._cancelled_beside(heard, start, end)
        )

    def _cancelled_before(self, heard: Said, start: int) -> bool:
        return any(
            start - end <= between and not self.limits.breaks.intersection(heard.words[end:start])
            for begin in range(max(0, start - self.reach), start)
            if heard.clauses[begin] == heard.clauses[start]
            for between, end in self.before.at(heard.words, begin, start)
        )

    def _cancelled_after(self, heard: Said, end: int) -> bool:
        return any(
            begin - end <= between
            for begin in range(end, min(end + NEAR + 1, len(heard.words)))
            if heard.clauses[begin] == heard.clauses[end - 1]
            for between, _ in self.after.at(heard.words, begin, len(heard.words))
        )

    def _cancelled_beside(self, heard: Said, start: int, end: int) -> bool:
        if not self.limits.beside:
            return False
        begin, stop = heard.sentence(start, end, BESIDE)
        return any(any(self.beside.at(heard.words, at, stop)) for at in range(begin, stop))


def near(phrase: str) -> tuple[Form, ...]:
    """Every way to say what cancels a match. Raises ValueError with the reason if it cannot be read."""
    return forms(phrase.strip("+"))


def _tree(phrases: Iterable[str]) -> Phrases[int]:
    tree: Phrases[int] = Phrases()
    for phrase in phrases:
        for form in near(phrase):
            tree.add(form, 0 if "+" in phrase else NEAR)
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


def assess(text: str, care: Care, foreign: Iterable[Care] = ()) -> Tier | None:
    """The surest tier that ``text`` reaches; time grows with its length, not faster.

    Of ``foreign`` languages what is explicit counts, too: in distress people fall back on their first.
    """
    found: Tier | None = None
    for pattern in hits(text, care):
        if pattern.tier is Tier.EXPLICIT:
            return Tier.EXPLICIT
        found = pattern.tier
    plain = any(pattern.tier is Tier.EXPLICIT for other in foreign for pattern in hits(text, other))
    return Tier.EXPLICIT if plain else found


def hits(text: str, care: Care) -> Iterator[Pattern]:
    """The patterns that ``text`` matches, in the order of the words."""
    heard = said(text)
    for start in range(len(heard.words)):
        for pattern, end in care.tree.at(heard.words, start, len(heard.words)):
            if pattern.holds(heard, start, end):
                yield pattern
