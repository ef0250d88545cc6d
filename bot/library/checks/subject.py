"""What a check looks at: one locale, read, with the places of its entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lines import Ack, RecapLine, Reinvite
from bot.domain.prompts import Prompt
from bot.library.findings import Finding
from bot.library.locale import Locale, Reading

Line = Prompt | Ack | Reinvite | RecapLine


@dataclass(frozen=True, slots=True)
class Subject:
    """A locale under check."""

    reading: Reading
    locale: Locale

    @property
    def active(self) -> list[Prompt]:
        """Its prompts that are not retired."""
        return [prompt for prompt in self.locale.prompts if not prompt.retired]

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Every line with an id, with the file it stands in; retired prompts too."""
        yield from ((f"{prompt.category}.toml", prompt) for prompt in self.locale.prompts)
        yield from (("acks.toml", ack) for ack in self.locale.acks)
        yield from (("reinvites.toml", reinvite) for reinvite in self.locale.reinvites)
        yield from (("recap.toml", line) for line in self.locale.recap_lines)

    def at(self, file: str, needle: str, message: str, fix: str) -> Finding:
        """A finding at the first place of ``needle`` in ``file``, or for the file as a whole."""
        source = self.reading.sources.get(file) or self.reading.source(file)
        place = source.text.find(needle) if needle else -1
        return Finding(source.name, source.line_at(place) if place >= 0 else 0, message, fix)

    def about(self, prompt: Prompt, message: str, fix: str) -> Finding:
        """A finding at a prompt."""
        return self.at(f"{prompt.category}.toml", f'"{prompt.id}"', message, fix)
