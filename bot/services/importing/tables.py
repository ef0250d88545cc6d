"""CSV files: Daylio's, Presently's, ours, and any with a column of dates and one of words."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from bot.domain.carried import Carried, key_of
from bot.domain.cells import unguarded
from bot.domain.found import MOST_ENTRIES, NotTaken, Place, Reason, Source
from bot.services.importing import values
from bot.services.importing.dates import Reading, clock

DATES = ("full_date", "entrydate", "date", "day", "datum", "tag", "fecha", "día", "dia")
TEXTS = ("entrycontent", "note", "text", "entry", "content", "words", "eintrag", "texto", "nota", "gratitude")
TIMES = ("time", "uhrzeit", "hora")
BETWEEN = " | "  # Daylio's, between activities

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file by their column's name in small letters, with the line each begins on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]

    def named(self, wanted: tuple[str, ...]) -> str:
        """The first of these columns that it has; empty if none."""
        return next((name for name in wanted if name in self.columns), "")


def open_table(text: str) -> Table | None:
    """The table, if its first line names a date and some words; else None. Raises NotTaken."""
    first = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = tuple(cell.strip().casefold() for cell in next(reader, []))
        table = Table(columns, ())
        if not (table.named(DATES) and (table.named(TEXTS) or "mood" in columns)):
            return None
        return Table(columns, tuple(_rows(reader, columns)))
    except csv.Error:
        raise NotTaken(Reason.BROKEN, reader.line_num) from None


def _rows(reader: Iterator[list[str]], columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    for number, cells in enumerate(reader, 2):
        if number > MOST_ENTRIES + 1:
            raise NotTaken(Reason.TOO_MUCH)
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(columns, map(unguarded, cells), strict=False))


def source_of(table: Table) -> Source:
    """Whose table it is."""
    if {"full_date", "mood"} <= set(table.columns):
        return Source.DAYLIO
    return Source.PRESENTLY if "entrydate" in table.columns else Source.TABLE


def read(table: Table, place: Place) -> Iterator[Carried]:
    """Its entries. Raises NotTaken, naming the row, if one has no date that can be read."""
    source = source_of(table)
    dates, texts, times = table.named(DATES), table.named(TEXTS), table.named(TIMES)
    reading = Reading.of(row.get(dates, "") for _, row in table.rows)
    seen: dict[tuple[object, ...], int] = {}
    for number, row in table.rows:
        day = reading.day(row.get(dates, ""))
        if day is None:
            raise NotTaken(Reason.DATES, number)
        text = _daylio(row) if source is Source.DAYLIO else values.clean(row.get(texts, ""))
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


def _daylio(row: Row) -> str:
    """What was written; else what was done; else how it was."""
    written = "\n".join(filter(None, (values.clean(row.get(name, "")) for name in ("note_title", "note"))))
    done = ", ".join(filter(None, map(str.strip, row.get("activities", "").split(BETWEEN))))
    return written or values.clean(done) or values.clean(row.get("mood", ""))


def _tags(row: Row) -> tuple[str, ...]:
    activities, mood = row.get("activities", ""), row.get("mood", "")
    return values.tags([mood, *(activities.split(BETWEEN) if activities else row.get("tags", "").split())])
