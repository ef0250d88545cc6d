"""Giving back: a period in the person's own words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from bot.domain.glimmer import Glimmer, spread
from bot.domain.lines import Part, RecapLine, Span
from bot.domain.person import Person
from bot.domain.prompts import pick_line
from bot.library.locale import Locale
from bot.storage.glimmers import Glimmers
from bot.storage.steps import Steps

ENTRIES = 5
FEW = 2


@dataclass(frozen=True, slots=True)
class Recap:
    """Entries oldest first, a line above them, and where *Another five* goes on (None: that is all)."""

    intro: str
    entries: tuple[Glimmer, ...]
    goes_on_at: int | None


class Recaps:
    """Chooses entries for their spread, and a line that fits how many there are."""

    def __init__(self, glimmers: Glimmers, steps: Steps) -> None:
        self._glimmers, self._steps = glimmers, steps

    def recap(
        self, person: Person, span: Span, days: tuple[date | None, date | None], locale: Locale, skip: int = 0
    ) -> Recap:
        """What was kept on the local days from the first up to, not with, the second."""
        glimmers = self._glimmers.between(person.id, *days)
        entries = spread(glimmers, ENTRIES, skip)
        shown = skip + len(entries)
        intro = self._line(person, span, len(glimmers), locale)
        return Recap(intro, entries, shown if shown < len(glimmers) else None)

    def _line(self, person: Person, span: Span, count: int, locale: Locale) -> str:
        wanted = Span.NONE if count == 0 else Span.FEW if count <= FEW else span
        lines = _intros(wanted, count, locale) or _intros(span, count, locale)
        if not lines:
            return ""
        line = pick_line(lines, self._steps.heard(person.id), random.Random())  # noqa: S311 - no secret
        self._steps.said(person.id, line.id)
        return line.text


def _intros(span: Span, count: int, locale: Locale) -> list[RecapLine]:
    """Lines above a recap; those with a month or season to put in are for whole ones only."""
    return [
        line
        for line in locale.recap_lines
        if line.part is Part.INTRO and line.span is span and line.suits(count) and "{" not in line.text
    ]
