"""The same glimmers three times: for programs, for reading, for a spreadsheet (docs/export.md)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.carried import Carried, CarriedFile
from bot.domain.cells import guarded
from bot.domain.glimmer import tags_in
from bot.domain.person import Person

FORMAT, VERSION = "glimmer", 1
BOM = "\ufeff"  # without it Excel reads UTF-8 as something else
COLUMNS = (
    *("date", "time", "text", "tags", "category", "place", "coordinates", "origin", "quote", "links"),
    *("files", "id"),
)
PICTURES = ("image/",)
HOURLESS = "–"
"""Where the hour stands in Markdown, if there is none."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the archive says in the person's language: its title, a day as a heading, what belongs to words.

    ``aside`` is given what it is (``from``, ``about``, ``place``, ``spot`` or ``tags``) and its words;
    ``absent`` a file whose bytes are not in the archive.
    """

    title: str
    heading: Callable[[date], str]
    aside: Callable[[str, str], str]
    absent: Callable[[CarriedFile], str]


def as_json(person: Person, glimmers: Iterable[Carried], now: datetime) -> Iterator[str]:
    """``glimmers.json``, in pieces; ``now`` is aware UTC."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": _instant(now), "person": _about(person)}
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "glimmers": ['
    for number, glimmer in enumerate(glimmers):
        yield (",\n  " if number else "\n  ") + json.dumps(_object(glimmer), ensure_ascii=False)
    yield "\n ]\n}\n"


def _about(person: Person) -> dict[str, Any]:
    rhythm = person.rhythm
    return {
        "language": person.language,
        "zone": rhythm.zone,
        "day_ends_at": f"{rhythm.day_end:%H:%M}",
        "quiet": [f"{wall:%H:%M}" for wall in rhythm.quiet] if rhythm.quiet else None,
        "times": [{"time": slot.key, "weekdays": sorted(slot.days)} for slot in rhythm.slots],
        "joined_at": _instant(person.joined),
    }


def _object(glimmer: Carried) -> dict[str, Any]:
    return {
        "id": glimmer.key,
        "at": _instant(glimmer.at),
        "zone": glimmer.zone,
        "hour_known": not glimmer.hourless,
        "day": glimmer.day.isoformat(),
        "text": glimmer.text,
        "tags": list(glimmer.tags),
        "category": glimmer.category,
        "question": glimmer.question,
        "origin": glimmer.origin,
        "quote": glimmer.quote,
        "place": glimmer.place,
        "coordinates": glimmer.spot.replace(" ", ""),
        "links": list(glimmer.links),
        "kept_near": glimmer.favourite,
        "hidden": glimmer.hidden,
        "day_hidden": glimmer.day_hidden,
        "heavy": glimmer.held,
        "weight": glimmer.weight.value if glimmer.weight else None,
        "taken_back": glimmer.taken_back,
        "edited_at": _instant(glimmer.edited) if glimmer.edited else None,
        "part_of": glimmer.part_of,
        "files": [_file(file) for file in glimmer.files],
    }


def _file(file: CarriedFile) -> dict[str, Any]:
    return {
        "kind": file.kind.value,
        "path": file.path,
        "awaited": file.awaited,
        "mime": file.mime,
        "name": file.name,
        "size": file.size,
        "telegram_file_id": file.file_id,
        "telegram_unique_id": file.unique_id,
    }


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def as_markdown(person: Person, glimmers: Iterable[Carried], words: Words) -> Iterator[str]:
    """``glimmers.md``, in pieces: what was not taken back, by day, as it was written."""
    yield f"# {words.title}\n"
    last: date | None = None
    for glimmer in _standing(glimmers):
        if glimmer.day != last:
            yield f"\n## {words.heading(glimmer.day)}\n"
            last = glimmer.day
        yield f"\n**{_hour(glimmer, person) or HOURLESS}**\n"
        yield from _lines(glimmer, words)


def _lines(glimmer: Carried, words: Words) -> Iterator[str]:
    if glimmer.text:
        yield "".join(f"> {line}\n" for line in glimmer.text.splitlines())
    asides = {key: value for key, value in _asides(glimmer).items() if value}
    if asides:
        yield "\n"
    for key, value in asides.items():
        yield f"- {words.aside(key, ' '.join(value.split()))}\n"
    for link in glimmer.links:
        yield f"\n<{link}>\n"
    for file in glimmer.files:
        if file.path:
            mark = "!" if file.mime.startswith(PICTURES) else ""
            yield f"\n{mark}[{file.path.rpartition('/')[2]}]({file.path})\n"
        else:
            yield f"\n[{words.absent(file)}]\n"


def _asides(glimmer: Carried) -> dict[str, str]:
    """What belongs to it besides words, links and files; the tags are those that do not stand in the text."""
    return {
        "from": glimmer.origin,
        "about": glimmer.quote,
        "place": glimmer.place,
        "spot": glimmer.spot,
        "tags": " ".join(f"#{tag}" for tag in glimmer.tags),
    }


def as_csv(person: Person, glimmers: Iterable[Carried]) -> Iterator[str]:
    """``glimmers.csv``, in pieces; no cell is a formula."""
    yield BOM + _row(COLUMNS)
    for glimmer in _standing(glimmers):
        yield _row(
            (
                glimmer.day.isoformat(),
                _hour(glimmer, person),
                guarded(glimmer.text),
                guarded(" ".join(dict.fromkeys((*tags_in(glimmer.text), *glimmer.tags)))),
                glimmer.category or "",
                guarded(glimmer.place),
                guarded(glimmer.spot.replace(" ", "")),
                guarded(glimmer.origin),
                guarded(glimmer.quote),
                guarded(" ".join(glimmer.links)),
                " ".join(file.path for file in glimmer.files if file.path),
                glimmer.key,
            )
        )


def _hour(glimmer: Carried, person: Person) -> str:
    """By the clock where it was kept."""
    zone = ZoneInfo(glimmer.zone or person.rhythm.zone)
    return "" if glimmer.hourless else f"{glimmer.at.astimezone(zone):%H:%M}"


def _row(cells: tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _standing(glimmers: Iterable[Carried]) -> Iterator[Carried]:
    """What was neither taken back nor added to what was, which comes before it."""
    gone: set[str] = set()
    for glimmer in glimmers:
        if glimmer.taken_back:
            gone.add(glimmer.key)
        elif glimmer.part_of not in gone:
            yield glimmer
