"""What a check looks at: one locale, read, with the places of its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lines import Ack, RecapLine, Reinvite
from bot.domain.prompts import Prompt
from bot.library.findings import Finding
from bot.library.locale import Locale, Reading

LISTS = r"^(?:level|prompts|acks|reinvites|lines|patterns|banned)\s*="
"""Where a finding about all of a file belongs: its list, or a locale's level."""
Line = Prompt | Ack | Reinvite | RecapLine


@dataclass(frozen=True, slots=True)
class Subject:
    """A locale under check."""

    reading: Reading
    locale: Locale

    @property
    def active(self) -> list[Prompt]:
        """Its prompts that are not retired."""
        return list(self.locale.asked)

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Every line with an id, with the file it stands in; retired prompts too."""
        yield from ((f"{prompt.category}.toml", prompt) for prompt in self.locale.prompts)
        yield from (("acks.toml", ack) for ack in self.locale.acks)
        yield from (("reinvites.toml", reinvite) for reinvite in self.locale.reinvites)
        yield from (("recap.toml", line) for line in self.locale.recap_lines)

    def at(self, file: str, needle: str, message: str, fix: str) -> Finding:
        """A finding at the first place of ``needle`` in ``file``, else where its list begins."""
        source = self.reading.sources.get(file) or self.reading.source(file)
        place = _place(source.text, needle)
        return Finding(source.name, 0 if place is None else source.line_at(place), message, fix)

    def about(self, prompt: Prompt, message: str, fix: str) -> Finding:
        """A finding at a prompt."""
        return self.at(f"{prompt.category}.toml", f'"{prompt.id}"', message, fix)


def _place(text: str, needle: str) -> int | None:
    """At the beginning of a line if there is such, else anywhere, else where the file's list begins."""
    if needle and (found := re.search(f"^{re.escape(needle)}", text, re.MULTILINE)):
        return found.start()
    if needle and (place := text.find(needle)) >= 0:
        return place
    begins = re.search(LISTS, text, re.MULTILINE)
    return begins.start() if begins else None
