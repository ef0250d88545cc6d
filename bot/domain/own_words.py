"""Recurring own words: for a garland, never for a ranking."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from unicodedata import category, normalize

from bot.domain.glimmer import JOINERS
from bot.domain.searching import words_of
from bot.domain.wording import fold

UNTOLD = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
    "\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00016fe0-\U0001b2ff\U00020000-\U0003ffff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer and their kin, kana, Chinese: no space tells where a word ends."""
ABOVE_MARKS = 0x1F000
OWNING = re.compile(r"['’]s$")
BEGINS = re.compile(r"(?:\A|[.!?…:\n])\W*$")
LEAST_MOMENTS, LEAST_DAYS = 3, 2
SHORTEST = 3  # letters


@dataclass(frozen=True, slots=True)
class Written:
    """A moment's day and words; ``capital_nouns``: in its language nouns have a capital, as in German."""

    day: date
    text: str
    capital_nouns: bool = False


@dataclass
class _Use:
    """How often a word was written, in which forms and on which days."""

    moments: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    days: list[date] = field(default_factory=list)


def recurring_words(moments: Iterable[Written], stopwords: frozenset[str], most: int) -> tuple[str, ...]:
    """At most ``most`` words of three moments on two days, in the form written most, in time's order.

    ``stopwords`` are folded. A word counts once in a moment; its place is the middle of its days.
    A capital that only begins a sentence is none, but where a language's nouns have one.
    """
    uses: defaultdict[str, _Use] = defaultdict(_Use)
    key = cache(lambda form: "" if fold(form) in stopwords else "".join(words_of(form)))
    for moment in moments:
        forms = {key(form): form for form in _forms(moment)}
        for word, form in forms.items():
            if word:
                use = uses[word]
                use.moments += 1
                use.forms[form] += 1
                use.days.append(moment.day)
    often = [u for u in uses.values() if u.moments >= LEAST_MOMENTS and len(set(u.days)) >= LEAST_DAYS]
    chosen = sorted(often, key=lambda use: (-use.moments, _form(use)))[:most]
    return tuple(_form(use) for use in sorted(chosen, key=lambda use: (_middle(use.days), _form(use))))


def _forms(moment: Written) -> Iterator[str]:
    text, last = normalize("NFC", moment.text), 0
    for found in _word().finditer(text):
        word = OWNING.sub("", found[0]).rstrip(JOINERS)
        begins = not moment.capital_nouns and BEGINS.search(text, last, found.start())
        last = found.end()
        if sum(map(str.isalpha, word)) >= SHORTEST:
            yield word[:1].lower() + word[1:] if begins and word[1:].islower() else word


@cache
def _word() -> re.Pattern[str]:
    """Letters with their vowel signs and accents, also those that are signs of their own."""
    marks = "".join(sign for sign in map(chr, range(ABOVE_MARKS)) if category(sign) in ("Mn", "Mc"))
    letter = rf"[^\W\d_{UNTOLD}]"
    run = rf"{letter}(?:{letter}|[{marks}{JOINERS}])*"
    return re.compile(rf"{run}(?:['’-]{run})*")


def _form(use: _Use) -> str:
    return min(use.forms, key=lambda form: (-use.forms[form], form))


def _middle(days: list[date]) -> date:
    return sorted(days)[len(days) // 2]
