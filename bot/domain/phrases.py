"""Phrase patterns, as ``care.toml`` writes them, and finding many of them at once in the words of a text.

A pattern is plain text, matched on word boundaries in folded text (case, accents, apostrophes and
spacing make no difference), with
  ``*``     at a word's end: any ending
  ``(a|b)`` alternatives, each of one or more words
  ``?``     after a word or alternatives: optional
  ``...``   up to three words between
  ``.``     at the end: nothing more is said in that sentence
The end of a sentence ends a match; line breaks, commas and trailing dots do not, but they end a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, product
from typing import Generic, TypeVar

from bot.domain.wording import WORD, fold

T = TypeVar("T")
GAP = 3
"""``...`` stands for at most so many words."""
FORMS_AT_MOST = 512
END = ""
"""The token for the end of a sentence: no word equals it and no gap crosses it."""
ENDS = frozenset(".!?;。؟")
TOKEN = re.compile(rf"({WORD.pattern})|(\.+|\n|\s-\s|[^\w\s\"'-])")
STOP = "."
"""Written last in a pattern: the sentence, or the text, ends there."""
PIECE = re.compile(r"\.\.\.|…|\(([^()]*)\)(\?)?|([^\s()|?*]+\*?)(\?)?")


@dataclass(frozen=True, slots=True)
class Said:
    """The folded words of a text, with ``END`` after each sentence, and for each the clause it stands in."""

    words: list[str]
    clauses: list[int]

    def sentence(self, start: int, end: int, most: int) -> tuple[int, int]:
        """Where the sentence around these words begins and stops, ``most`` words away at most."""
        begins = (at + 1 for at in range(start - 1, max(-1, start - most - 1), -1) if self.words[at] == END)
        stops = (at for at in range(end, min(end + most, len(self.words))) if self.words[at] == END)
        return next(begins, max(0, start - most)), next(stops, min(end + most, len(self.words)))


def said(text: str) -> Said:
    """``text`` word by word; several dots are only a pause."""
    found, clause = Said([], []), 0
    for word, mark in (*TOKEN.findall(fold(text)), ("", STOP)):
        if word or mark in ENDS:
            found.words.append(word or END)
            found.clauses.append(clause)
        clause += bool(mark)
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a form, ``gap`` if other words may come before it."""

    word: str
    prefix: bool = False
    gap: bool = False


Form = tuple[Step, ...]


def forms(pattern: str) -> tuple[Form, ...]:
    """Every way to say ``pattern``. Raises ValueError with the reason if it cannot be read."""
    pieces = [[tuple(_marks(choice)) for choice in choices] for choices in _pieces(pattern)]
    found = tuple(dict.fromkeys(tuple(_steps(chain(*choice))) for choice in product(*pieces)))
    if len(found) > FORMS_AT_MOST:
        raise ValueError(f"it has {len(found)} forms, at most {FORMS_AT_MOST} are allowed; split it")
    if any(not form or form[0].gap or form[0].word == END for form in found):
        raise ValueError("it needs a word that is always there, and must not begin with ...")
    if any(step.word == END for form in found for step in form[:-1]):
        raise ValueError("a full stop ends it")
    return found


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


def _marks(choice: str) -> Iterator[Step | None]:
    """Its words, and None where others may stand between."""
    for piece in choice.split():
        if piece == "...":
            yield None
        elif piece == STOP:
            yield Step(END)
        else:
            words = [word for word in said(piece.rstrip("*")).words if word != END]
            yield from map(Step, words[:-1])
            yield from (Step(word, piece.endswith("*")) for word in words[-1:])


def _steps(marks: Iterable[Step | None]) -> Iterator[Step]:
    gap = False
    for mark in marks:
        if mark is not None:
            yield replace(mark, gap=True) if gap and mark.word != END else mark
        gap = mark is None or (gap and mark.word == END)
    if gap:
        raise ValueError("it must not end with ...")


@dataclass(slots=True)
class Phrases(Generic[T]):
    """Forms as a tree, each ending in values: what begins alike is looked at once, however many there are."""

    words: dict[str, Phrases[T]] = field(default_factory=dict)
    stems: dict[str, Phrases[T]] = field(default_factory=dict)
    later: Phrases[T] | None = None
    """What may follow after up to ``GAP`` other words."""
    ends: list[T] = field(default_factory=list)

    def add(self, form: Form, value: T) -> None:
        """``value`` is what ``form`` ends in."""
        node = self
        for step in form:
            if step.gap:
                node.later = node = node.later or Phrases()
            branches = node.stems if step.prefix else node.words
            if (following := branches.get(step.word)) is None:
                following = branches[step.word] = Phrases()
            node = following
        if value not in node.ends:
            node.ends.append(value)

    def at(self, said: Sequence[str], begin: int, stop: int) -> Iterator[tuple[T, int]]:
        """The values of all forms in ``said[begin:stop]`` that start at ``begin``, and where each ends."""
        todo = [(node, begin + 1) for node in self._after(said[begin])]
        seen = set()
        while todo:
            node, here = todo.pop()
            for value in node.ends:
                yield value, here
            if here < stop:
                todo += [(following, here + 1) for following in node._after(said[here])]
            if node.later and (id(node), here) not in seen:
                seen.add((id(node), here))
                todo += node.later._within(said, here, min(here + GAP + 1, stop))

    def _within(self, said: Sequence[str], here: int, stop: int) -> Iterator[tuple[Phrases[T], int]]:
        for at in range(here, stop):
            if said[at] == END:
                return
            yield from ((node, at + 1) for node in self._after(said[at]))

    def _after(self, token: str) -> Iterable[Phrases[T]]:
        """Where the next word leads."""
        found = self.words.get(token)
        if not self.stems:
            return (found,) if found else ()
        stems = [node for stem, node in self.stems.items() if token.startswith(stem)]
        return [*stems, found] if found else stems
