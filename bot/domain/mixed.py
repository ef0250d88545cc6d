"""Both at once: a text that says something heavy and something light."""

from __future__ import annotations

import re

from bot.domain.care import Care, assess
from bot.domain.kinds import Category
from bot.domain.lines import Lexicon
from bot.domain.themes import Themes

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
    heavy = {clause for clause in clauses if assess(clause, care)}
    themes = Themes(lexicon)
    return bool(heavy) and any(themes.of(clause) & LIGHT for clause in clauses if clause not in heavy)
