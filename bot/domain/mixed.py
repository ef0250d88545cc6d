"""Both at once: a text that says something heavy and something light."""

from __future__ import annotations

import re

from bot.domain.care import Care, assess
from bot.domain.kinds import Category
from bot.domain.lines import Lexicon, Theme
from bot.domain.wording import fold, words

LIGHT = frozenset(
    {
        Category.SIGHT,
        Category.SOUND,
        Category.SMELL,
        Category.TASTE,
        Category.NATURE,
        Category.ANIMALS,
        Category.KINDNESS,
        Category.PLAY,
    }
)
"""Themes whose words are rarely part of the weight itself; home, body, people and memory may be."""
CLAUSE = re.compile(r"[.,;:!?…\n]+|\s[-–—]\s")


def is_mixed(text: str, care: Care, lexicon: Lexicon) -> bool:
    """Whether one clause is heavy and another, without weight, names something light.

    Without a lexicon of the language nothing is mixed: it is never guessed.
    """
    clauses = [clause for clause in CLAUSE.split(text) if clause.strip()]
    weighs = [assess(clause, care) is not None for clause in clauses]
    light = (_light(clause, lexicon) for clause, heavy in zip(clauses, weighs, strict=True) if not heavy)
    return any(weighs) and any(light)


def _light(clause: str, lexicon: Lexicon) -> bool:
    said, folded = words(clause), fold(clause)
    themes = (theme for category, theme in lexicon.themes.items() if category in LIGHT)
    return any(_shows(theme, said, folded) for theme in themes)


def _shows(theme: Theme, said: list[str], folded: str) -> bool:
    return (
        any(word in theme.words or word.startswith(theme.stems) for word in said)
        or any(" " in phrase and phrase in folded for phrase in theme.words)
        or any(sign in folded for sign in theme.emoji)
    )
