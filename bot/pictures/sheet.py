"""What a template is filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.pictures.cleaning import line
from bot.pictures.values import Heading

Fill = Mapping[str, object]
"""Names and values as the template reads them (JSON)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture, ready to be set: the name of its template, the values and the files it reads."""

    template: str
    fill: Fill
    files: Mapping[str, bytes] = field(default_factory=dict)
    photos: Mapping[str, bytes] = field(default_factory=dict)


def heading_fill(heading: Heading) -> Fill:
    """The heading as templates read it."""
    return {
        "title": line(heading.title),
        "dates": line(heading.dates),
        "language": heading.language.split("-")[0].lower(),
        "rtl": heading.rtl,
    }
