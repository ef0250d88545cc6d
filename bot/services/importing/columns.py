"""What the columns of a table hold: told by its first line, or guessed from the dates in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.services.importing.dates import clock, dated

DATES = ("full_date", "entrydate", "date", "day", "datum", "tag", "fecha", "día", "dia")
TEXTS = ("entrycontent", "note", "text", "entry", "content", "words", "eintrag", "texto", "nota", "gratitude")
TITLES = ("title", "titel", "título", "titulo")
TIMES = ("time", "uhrzeit", "hora")
TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of a table's columns, unique and in small letters, and which of them holds the date.

    ``headed``: its first line names them; ``told``: it says what they hold, too. ``prose``: what looks
    like columns may as well be a date, a comma and words.
    """

    columns: tuple[str, ...]
    dates: str
    headed: bool
    told: bool
    prose: bool = False

    def named(self, wanted: Iterable[str]) -> str:
        """The first of these columns that it has; empty if none."""
        return next((name for name in wanted if name in self.columns), "")


def layout(head: Sequence[Sequence[str]]) -> Layout | None:
    """That of a table whose first two lines are these; None if they are no table's."""
    if not head:
        return None
    told = Layout(_names(head[0]), "", headed=True, told=True)
    dates = told.named(DATES)
    if dates and (told.named(TEXTS) or "mood" in told.columns):
        return Layout(told.columns, dates, headed=True, told=True)
    for number, cells in enumerate(head):
        at = next((at for at, cell in enumerate(cells) if dated(cell)), None)
        if at is not None and len(cells) > 1:
            columns = _names(head[0] if number else [""] * len(cells), len(cells))
            prose = any(cell.startswith(" ") for cell in cells[at : at + 2])
            return Layout(columns, columns[at], headed=bool(number), told=False, prose=prose)
    return None


def _names(cells: Sequence[str], least: int = 0) -> tuple[str, ...]:
    """Each column's name; its number where it has none, or one that stands before."""
    names: list[str] = []
    for number, cell in enumerate([*cells, *[""] * (least - len(cells))]):
        name = cell.strip().casefold()
        names.append(str(number) if not name or name in names else name)
    return tuple(names)


def times(laid: Layout, rows: Sequence[dict[str, str]]) -> str:
    """The column of times, by its name, or by what stands in it."""
    others = () if laid.told else (name for name in laid.columns if name != laid.dates)
    return laid.named(TIMES) or next((name for name in others if _all(clock, name, rows)), "")


def texts(laid: Layout, rows: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """The columns of words: those that are named so, else all that hold neither dates, times nor tags."""
    if laid.told:
        return tuple(filter(None, (laid.named(TITLES), laid.named(TEXTS))))
    others = (name for name in laid.columns if name not in (laid.dates, TAGS, *TIMES))
    return tuple(name for name in others if not _all(dated, name, rows) and not _all(clock, name, rows))


def _all(holds: Callable[[str], object], name: str, rows: Sequence[dict[str, str]]) -> bool:
    """Whether whatever stands in that column is such, and something does."""
    cells = [cell for row in rows if (cell := row.get(name, "").strip())]
    return bool(cells) and all(holds(cell) for cell in cells)
