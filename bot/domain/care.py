"""Care: recognising, by whole phrases, a message that sounds like a crisis. It will miss indirect words.

A pattern is plain text, matched on word boundaries in folded text (case, accents, apostrophes and
spacing make no difference), with
  ``*``     at a word's end: any ending
  ``(a|b)`` alternatives, each of one or more words
  ``?``     after a word or alternatives: optional
  ``...``   up to three words between
The end of a sentence ends a match; line breaks, commas and trailing dots do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

from bot.domain.wording import WORD, fold

GAP = 3
"""``...`` stands for at most so many words, and ``not_before`` looks so many words back."""
FORMS_AT_MOST = 512
END = ""
"""The token for the end of a sentence: no word equals it and no gap crosses it."""
ENDS = frozenset(".!?;。؟")
TOKEN = re.compile(rf"{WORD.pattern}|\.+|[!?;。؟]")
PIECE = re.compile(r"\.\.\.|…|\(([^()]*)\)(\?)?|([^\s()|?*]+\*?)(\?)?")


class Tier(StrEnum):
    """How sure the words are."""

    EXPLICIT = "explicit"  # answered with care at once
    UNSURE = "unsure"  # kept as usual, with one soft line that points to help


def tokens(text: str) -> list[str]:
    """The folded words of ``text``, with ``END`` between sentences; several dots are only a pause."""
    found = TOKEN.findall(fold(text))
    return [END if token in ENDS else token for token in found if not token.startswith("..")]


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a form, ``gap`` if other words may come before it."""

    word: str
    prefix: bool = False
    gap: bool = False

    def takes(self, token: str) -> bool:
        return token.startswith(self.word) if self.prefix else token == self.word


_Form = tuple[_Step, ...]


def _forms(pattern: str) -> tuple[_Form, ...]:
    """Every way to say ``pattern``. Raises ValueError with the reason if it cannot be read."""
    pieces = list(_pieces(pattern))
    forms = tuple(dict.fromkeys(tuple(_steps(choice)) for choice in product(*pieces)))
    if len(forms) > FORMS_AT_MOST:
        raise ValueError(f"it has {len(forms)} forms, at most {FORMS_AT_MOST} are allowed; split it")
    if any(not form or form[0].gap for form in forms):
        raise ValueError("it needs a word that is always there, and must not begin with ...")
    return forms


def _pieces(pattern: str) -> Iterator[tuple[str, ...]]:
    """Per place of the pattern, what may stand there ("" for nothing)."""
    at = 0
    for found in PIECE.finditer(pattern):
        if pattern[at : found.start()].strip():
            break
        at = found.end()
        group, may_miss, word, word_may_miss = found.groups()
        choices = tuple(part.strip() for part in group.split("|")) if group is not None else (word or "...",)
        yield (*choices, "") if may_miss or word_may_miss else choices
    if pattern[at:].strip():
        raise ValueError(f"“{pattern[at:].strip()}” cannot be read; brackets and bars must match")


def _steps(choice: Iterable[str]) -> Iterator[_Step]:
    gap = False
    for piece in " ".join(choice).split():
        if piece == "...":
            gap = True
            continue
        prefix = piece.endswith("*")
        words = [token for token in tokens(piece.rstrip("*")) if token != END]
        for i, word in enumerate(words):
            yield _Step(word, prefix and i == len(words) - 1, gap)
            gap = False
    if gap:
        raise ValueError("it must not end with ...")


def _ends(form: _Form, said: Sequence[str], at: int, step: int = 0) -> Iterator[int]:
    """Where matches of ``form`` that begin at ``at`` end (exclusive)."""
    if step == len(form):
        yield at
        return
    for here in range(at, min(at + (GAP if form[step].gap else 0) + 1, len(said))):
        if said[here] == END:
            return
        if form[step].takes(said[here]):
            yield from _ends(form, said, here + 1, step + 1)


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
    forms: tuple[_Form, ...] = field(init=False, repr=False, compare=False)
    before: tuple[_Form, ...] = field(init=False, repr=False, compare=False)
    after: tuple[_Form, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raises ValueError with the reason if the pattern cannot be read."""
        object.__setattr__(self, "forms", _forms(self.phrase))
        object.__setattr__(self, "before", tuple(f for phrase in self.not_before for f in _forms(phrase)))
        object.__setattr__(self, "after", tuple(f for phrase in self.not_after for f in _forms(phrase)))

    def holds(self, form: _Form, said: Sequence[str], at: int) -> bool:
        """Whether ``form`` matches at ``at`` and nothing near cancels it."""
        return any(not self._cancelled(said, at, end) for end in _ends(form, said, at))

    def _cancelled(self, said: Sequence[str], start: int, end: int) -> bool:
        nearest = range(max(0, start - GAP), start + 1)
        reach = max(map(len, self.before), default=0) * (GAP + 1)
        return any(
            stop in nearest and END not in said[stop:start]
            for form in self.before
            for begin in range(max(0, start - GAP - reach), start)
            for stop in _ends(form, said[:start], begin)
        ) or any(
            END not in said[end:begin]
            for form in self.after
            for begin in range(end, min(end + GAP, len(said)))
            for _ in _ends(form, said, begin)
        )


@dataclass(frozen=True, slots=True)
class Care:
    """A locale's patterns, indexed by their first word; ``must_not`` are look-alikes of them all."""

    patterns: tuple[Pattern, ...] = ()
    must_not: tuple[str, ...] = ()
    by_word: dict[str, list[tuple[Pattern, _Form]]] = field(init=False, repr=False, compare=False)
    by_stem: list[tuple[Pattern, _Form]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms = [(pattern, form) for pattern in self.patterns for form in pattern.forms]
        index: dict[str, list[tuple[Pattern, _Form]]] = {}
        for pattern, form in forms:
            if not form[0].prefix:
                index.setdefault(form[0].word, []).append((pattern, form))
        object.__setattr__(self, "by_word", index)
        object.__setattr__(self, "by_stem", [(pattern, form) for pattern, form in forms if form[0].prefix])


def assess(text: str, care: Care) -> Tier | None:
    """The surest tier that ``text`` reaches; time grows with its length, not faster."""
    found = {pattern.tier for pattern in hits(text, care)}
    return next((tier for tier in Tier if tier in found), None)


def hits(text: str, care: Care) -> Iterator[Pattern]:
    """The patterns that ``text`` matches, in the order of the words."""
    said = tokens(text)
    for at, token in enumerate(said):
        stems = ((p, form) for p, form in care.by_stem if token.startswith(form[0].word))
        for pattern, form in (*care.by_word.get(token, ()), *stems):
            if pattern.holds(form, said, at):
                yield pattern
