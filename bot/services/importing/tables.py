"""CSV files: Daylio's, Presently's, ours, and any with a column of dates and others of words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from bot.domain.carried import Carried, key_of
from bot.domain.cells import unguarded
from bot.domain.found import MOST_ENTRIES, MOST_WORDS, NotTaken, Place, Reason, Source
from bot.services.importing import columns, values
from bot.services.importing.columns import TAGS, Layout
from bot.services.importing.dates import Reading, clock, dated

DELIMITERS = ",;\t"
SAYS = "sep="  # what Excel writes above a table
EMPTY = re.compile(r"\A(?:[ \t\r]*\n)+")
BETWEEN = " | "  # Daylio's, between activities

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file by their columns' names, with the number of each."""

    layout: Layout
    rows: tuple[tuple[int, Row], ...]
    delimiter: str


def open_table(text: str) -> Table | None:
    """The table, if its first line names a date and some words, or dates stand in a column; else None.

    Raises NotTaken for what begins as a table and does not go on as one.
    """
    body, above, told = _beginning(text)
    first = body.partition("\n")[0]
    for delimiter in told or sorted(DELIMITERS, key=first.count, reverse=True):
        laid = columns.layout(_head(body, delimiter))
        if laid is None:
            continue
        try:
            return Table(laid, tuple(_rows(body, delimiter, above, laid)), delimiter)
        except NotTaken:
            if not laid.prose:
                raise
    return None


def _beginning(text: str) -> tuple[str, int, str]:
    """The text from its first line that says something, how many stand above, and a delimiter if told."""
    body = EMPTY.sub("", text)
    first, _, rest = body.partition("\n")
    told = first.rstrip("\r")[len(SAYS) :] if first.lower().startswith(SAYS) else ""
    body = EMPTY.sub("", rest) if told else body
    return body, text[: len(text) - len(body)].count("\n"), told[:1]


def _head(body: str, delimiter: str) -> list[list[str]]:
    """The first two lines that say something, if they can be read; what is wrong with them is no matter."""
    try:
        reader = csv.reader(StringIO(body[:MOST_WORDS], newline=""), delimiter=delimiter)
        return list(islice(filter(_says, reader), 2))
    except csv.Error:
        return []


def _says(cells: Sequence[str]) -> bool:
    return any(cell.strip() for cell in cells)


def _rows(body: str, delimiter: str, above: int, laid: Layout) -> Iterator[tuple[int, Row]]:
    reader = csv.reader(StringIO(body, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ENTRIES + laid.headed:
                raise NotTaken(Reason.TOO_MUCH)
            if _says(cells) and number > laid.headed:
                row = _row(cells, laid, delimiter)
                if not laid.told and not dated(row.get(laid.dates, "")):
                    raise NotTaken(Reason.DATES, above + number)
                yield above + number, row
    except csv.Error:
        raise NotTaken(Reason.BROKEN, above + reader.line_num) from None


def _row(cells: list[str], laid: Layout, delimiter: str) -> Row:
    """What stands beyond the last column belongs to it: its commas were not quoted."""
    last = len(laid.columns) - 1
    if len(cells) > last + 1:
        cells = [*cells[:last], delimiter.join(cells[last:]).rstrip(delimiter)]
    return dict(zip(laid.columns, map(unguarded, cells), strict=False))


def source_of(table: Table) -> Source:
    """Whose table it is."""
    if {"full_date", "mood"} <= set(table.layout.columns):
        return Source.DAYLIO
    return Source.PRESENTLY if "entrydate" in table.layout.columns else Source.TABLE


def read(table: Table, place: Place) -> Iterator[Carried]:
    """Its entries. Raises NotTaken, naming the row, if one has no date that can be read."""
    source, dates = source_of(table), table.layout.dates
    rows = [row for _, row in table.rows]
    times, texts = columns.times(table.layout, rows), columns.texts(table.layout, rows)
    reading = Reading.of(row.get(dates, "") for row in rows)
    seen: dict[tuple[object, ...], int] = {}
    for number, row in table.rows:
        day = reading.day(row.get(dates, ""))
        if day is None:
            raise NotTaken(Reason.DATES, number)
        words = [row.get(name, "") for name in texts]
        text = _daylio(row) if source is Source.DAYLIO else _written(words, table.delimiter)
        if not text:
            continue
        behind = reading.hour(row.get(dates, ""))
        wall = clock(row.get(times, "")) or behind
        at = place.instant(day, wall)
        day = place.day_of_clock(day, behind) if behind and wall is behind else day
        same = (day, at, text)
        seen[same] = seen.get(same, 0) + 1
        key = key_of(source.value, *same, seen[same])
        zone = place.zone_of(at, wall)
        yield Carried(key, at, day, text, tags=_tags(row), hourless=wall is None, zone=zone)


def _written(cells: Sequence[str], delimiter: str) -> str:
    """Each cell a line; one that begins with a space goes on where a comma in the words cut them."""
    lines: list[str] = []
    for cell in cells:
        if lines and cell.startswith(" "):
            lines[-1] += delimiter + cell
        else:
            lines.append(cell)
    return "\n".join(filter(None, map(values.clean, lines)))


def _daylio(row: Row) -> str:
    """What was written; else what was done; else how it was."""
    written = "\n".join(filter(None, (values.clean(row.get(name, "")) for name in ("note_title", "note"))))
    done = ", ".join(filter(None, map(str.strip, row.get("activities", "").split(BETWEEN))))
    return written or values.clean(done) or values.clean(row.get("mood", ""))


def _tags(row: Row) -> tuple[str, ...]:
    activities, mood = row.get("activities", ""), row.get("mood", "")
    return values.tags([mood, *(activities.split(BETWEEN) if activities else row.get(TAGS, "").split())])
