"""Looking at moments before a few of them are chosen: what each is about, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.glimmer import Glimmer
from bot.domain.person import Person
from bot.domain.spread import Looking, Outline, looked_at
from bot.domain.themes import Themes
from bot.storage.outlines import Outlines

ENOUGH = 1000
"""Characters that tell what a moment is about: a letter is not read to its end for that."""


def looking(outlines: Outlines, person: Person, themes: Themes) -> Looking:
    """Reads those of the person's moments that it is shown, and no others."""

    def look(some: Sequence[Outline]) -> list[Outline]:
        read = (glimmer for part in outlines.whole(person.id, [o.id for o in some]) for glimmer in part)
        known = {glimmer.id: glimmer for glimmer in read}
        return [_looked_at(o, known[o.id], themes) if o.id in known else o for o in some]

    return look


def _looked_at(outline: Outline, glimmer: Glimmer, themes: Themes) -> Outline:
    text = glimmer.text[:ENOUGH]
    return looked_at(outline, text, themes.of(text, glimmer.category))
