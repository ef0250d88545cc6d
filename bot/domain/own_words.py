"""Recurring own words: for a garland, never for a ranking."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.domain.wording import fold

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OWNING = re.compile(r"['’]s$")
BEGINS = re.compile(r"(^|[.!?…:\n])\W*$")
LEAST_MOMENTS, LEAST_DAYS = 3, 2
SHORTEST = 3  # letters


@dataclass
class _Use:
    """How often a word was written, in which forms and on which days."""

    moments: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)


def recurring_words(
    moments: Iterable[tuple[date, str]], stopwords: frozenset[str], most: int, capital_nouns: bool = False
) -> tuple[str, ...]:
    """At most ``most`` words of three moments on two days, in the form written most, in time's order.

    ``stopwords`` are folded. A word counts once in a moment; its place is the middle of its days.
    A capital that only begins a sentence is none, but where a language's nouns have one.
    """
    uses: defaultdict[str, _Use] = defaultdict(_Use)
    for day, text in moments:
        forms = {fold(form): form for form in _forms(text, capital_nouns)}
        for word, form in forms.items():
            if word not in stopwords:
                use = uses[word]
                use.moments += 1
                use.forms[form] += 1
                use.days.append(day)
    often = [u for u in uses.values() if u.moments >= LEAST_MOMENTS and len(set(u.days)) >= LEAST_DAYS]
    chosen = sorted(often, key=lambda use: (-use.moments, _form(use)))[:most]
    return tuple(_form(use) for use in sorted(chosen, key=lambda use: (_middle(use.days), _form(use))))


def _forms(text: str, capital_nouns: bool) -> Iterator[str]:
    for found in WORD.finditer(text):
        word = OWNING.sub("", found[0])
        begins = not capital_nouns and BEGINS.search(text[: found.start()])
        if len(word) >= SHORTEST:
            yield word[:1].lower() + word[1:] if begins and word[1:].islower() else word


def _form(use: _Use) -> str:
    return min(use.forms, key=lambda form: (-use.forms[form], form))


def _middle(days: list[date]) -> date:
    return sorted(days)[len(days) // 2]
