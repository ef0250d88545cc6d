"""Values in, bytes out: everything is set by Typst from the templates beside this file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files

import typst

from bot.pictures.booklet import booklet_sheets
from bot.pictures.sheet import Sheet
from bot.pictures.sheets import sheet_of
from bot.pictures.typesetting import Output, Typesetter, as_numbers
from bot.pictures.values import Booklet, Look, Picture
from bot.pictures.wordless import wordless

PICTURE, BOOKLET = "picture.typ", "booklet.typ"
_TEMPLATES = files("bot.pictures") / "templates"


class NotPainted(Exception):
    """Typst could not set it, or none of its photos. Says nothing of what was to be set."""


class Painter:
    """Paints pictures and booklets; slow work, made to be called in a worker thread."""

    def __init__(self, typesetter: Typesetter | None = None) -> None:
        self._typesetter = typesetter or Typesetter()
        self._templates = {
            path.name: path.read_bytes() for path in _TEMPLATES.iterdir() if path.name.endswith(".typ")
        }

    def paint(self, picture: Picture, look: Look = Look.DARK, words: bool = True) -> bytes:
        """A PNG of `WIDTH` × `HEIGHT`; without ``words`` there is nothing to read in it.

        Photos that cannot be read are left out; raises `NotPainted` if that leaves none of them.
        """
        sheet = sheet_of(picture if words else wordless(picture), look)
        return self._set(PICTURE, [sheet], "png")

    def booklet(self, booklet: Booklet) -> bytes:
        """A PDF of A5 pages that prints well."""
        return self._set(BOOKLET, booklet_sheets(booklet), "pdf")

    def _set(self, main: str, sheets: list[Sheet], output: Output) -> bytes:
        try:
            return self._compiled(main, sheets, output)
        except typst.TypstError:
            readable = [self._with_readable_photos(sheet) for sheet in sheets]
        if main == PICTURE and not any(sheet.photos for sheet in readable):
            raise NotPainted(main)  # a page that is empty where a photo ought to be
        try:
            return self._compiled(main, readable, output)
        except typst.TypstError:
            raise NotPainted(main) from None  # the compiler's message may quote what it was given

    def _compiled(self, main: str, sheets: Iterable[Sheet], output: Output) -> bytes:
        given = {**self._templates, "main.typ": self._templates[main]}
        for place, sheet in enumerate(sheets):
            given |= _as_files(sheet, f"{place}/")
        given["sheets.json"] = json.dumps([sheet.template for sheet in sheets]).encode()
        return self._typesetter.set(given, output)

    def _with_readable_photos(self, sheet: Sheet) -> Sheet:
        kept = {name: data for name, data in sheet.photos.items() if self._is_readable(data)}
        return Sheet(sheet.template, sheet.fill, sheet.files, kept)

    def _is_readable(self, photo: bytes) -> bool:
        given = {"main.typ": b'#image(bytes(json("photo")))', "photo": as_numbers(photo)}
        try:
            self._typesetter.set(given, per_inch=8)
        except typst.TypstError:
            return False
        return True


def _as_files(sheet: Sheet, place: str) -> Mapping[str, bytes]:
    fill = {**sheet.fill, "photos": list(sheet.photos)}
    photos = {name: as_numbers(data) for name, data in sheet.photos.items()}
    named = {**sheet.files, **photos, "fill.json": json.dumps(fill).encode()}
    return {place + name: data for name, data in named.items()}
