"""In which language a text is, as far as its small words tell."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.lines import Lexicon
from bot.domain.wording import words

OWN = 0
ENOUGH = 500
"""Characters that tell in which language all of them are."""


class Tongues:
    """A person's lexicon, the first, and those of other languages; a journal may be in several.

    Where the small words of the person's own language are not known, nothing tells it from the others.
    """

    def __init__(self, own: Lexicon, others: Sequence[Lexicon] = ()) -> None:
        self.lexicons = (own, *others) if own.stopwords else (own,)

    def told(self, text: str) -> int | None:
        """The number of the lexicon whose small words it holds most of; None where that is in doubt."""
        if len(self.lexicons) == 1:
            return OWN
        found = frozenset(words(text[:ENOUGH]))
        held = [len(found & lexicon.stopwords) for lexicon in self.lexicons]
        most = max(held)
        if held[OWN] < most:
            return held.index(most)
        return OWN if most and held.count(most) == 1 else None
