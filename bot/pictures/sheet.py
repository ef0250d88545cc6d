"""What a template is filled with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.pictures.cleaning import line
from bot.pictures.palette import PALETTES, hue
from bot.pictures.shapes import shape
from bot.pictures.svg import HEIGHT, WIDTH, Drawing
from bot.pictures.values import Heading, Look, Named

Fill = Mapping[str, object]
"""Names and values as the template reads them (JSON)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture, ready to be set: the name of its template, the values and the files it reads."""

    template: str
    fill: Fill
    files: Mapping[str, bytes] = field(default_factory=dict)
    photos: Mapping[str, bytes] = field(default_factory=dict)


def base_fill(heading: Heading, look: Look) -> Fill:
    """What every template reads: the heading, its direction, and the inks."""
    palette = PALETTES[look]
    return {
        "title": line(heading.title),
        "dates": line(heading.dates),
        "language": _language(heading.language),
        "han": _han(heading.language),
        "rtl": heading.rtl,
        "ink": palette.ink,
        "quiet": palette.quiet,
        "raised": palette.raised,
        "lowered": lowered(heading),
    }


def _language(tag: str) -> str:
    """The two or three letters by which Typst knows it; it refuses anything else."""
    first = tag.lower().replace("_", "-").split("-")[0]
    return first if re.fullmatch("[a-z]{2,3}", first) else "en"


def _han(tag: str) -> str:
    """Whose shapes the signs take that Chinese, Japanese and Korean share; as fonts name them."""
    if _language(tag) == "zh" and re.search("hant|tw|hk|mo", tag.lower()):
        return "TC"
    return {"ja": "JP", "ko": "KR"}.get(_language(tag), "SC")


def ground(look: Look) -> Drawing:
    """An empty picture on the ground of its look."""
    drawing = Drawing(WIDTH, HEIGHT)
    top, low = PALETTES[look].grounds
    drawing.wash(drawing.falling("ground", 0, HEIGHT, ((0, top, 1), (1, low, 1))))
    return drawing


def headed_ground(heading: Heading, look: Look) -> Drawing:
    """The same for what stands above a heading: without one, what follows moves down."""
    drawing = ground(look)
    drawing.lower(lowered(heading))
    return drawing


def lowered(heading: Heading) -> int:
    """By how many pixels a picture without a heading moves down to stand in the middle."""
    return 0 if heading.title or heading.dates else 90


def key_fill(key: Sequence[Named], look: Look) -> list[Fill]:
    """Shapes and names of the themes, as `key` in common.typ reads them."""
    return [
        {"name": line(named.name), "shape": shape(named.theme, 0, 0, 10), "hue": hue(named.theme, look)}
        for named in key
    ]
