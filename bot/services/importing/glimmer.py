"""Our own archives: glimmers.json of ``/export`` (docs/export.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.domain.carried import Carried, CarriedFile
from bot.domain.found import NotTaken, Reason
from bot.domain.glimmer import MediumKind
from bot.domain.kinds import Category
from bot.domain.weight import Weight
from bot.services.importing import values

NAME = "glimmers.json"
VERSION = 1
KEY = re.compile(r"0*[1-9a-f][0-9a-f]*")
KEY_LENGTH = 14
LONGEST_ID = 100  # of a prompt; ours have a third of it
SPOT = re.compile(r"-?\d{1,2}(?:\.\d{1,9})?,-?\d{1,3}(?:\.\d{1,9})?")
CATEGORIES = frozenset(Category)
WEIGHTS = {weight.value: weight for weight in Weight}


def is_ours(document: Any) -> bool:
    """Whether a JSON document says that it is one."""
    return isinstance(document, dict) and document.get("format") == "glimmer"


def read(document: Any, folder: str = "") -> list[Carried]:
    """The glimmers; ``folder`` is put before the paths of their files. Raises NotTaken."""
    version = document.get("version")
    if not isinstance(version, int):
        raise NotTaken(Reason.BROKEN)
    if version > VERSION:
        raise NotTaken(Reason.NEWER)
    theirs = values.mapping(document.get("person") or {}).get("zone")
    glimmers = values.items(document.get("glimmers"))
    return [_glimmer(values.mapping(value), theirs, folder) for value in glimmers]


def _glimmer(value: Mapping[str, Any], theirs: Any, folder: str) -> Carried:
    """``theirs`` is where its person was at the end: archives of earlier versions tell nothing else."""
    edited = value.get("edited_at")
    category = values.words(value.get("category"))
    return Carried(
        key=_key(value.get("id")),
        at=values.instant(value.get("at")),
        day=values.day(value.get("day")),
        text=values.words(value.get("text")),
        files=tuple(_file(values.mapping(file), folder) for file in values.items(value.get("files"))),
        tags=values.tags(value.get("tags")),
        category=category if category in CATEGORIES else None,
        question=values.words(value.get("question"))[:LONGEST_ID],
        origin=values.words(value.get("origin")),
        quote=values.words(value.get("quote")),
        place=values.words(value.get("place")),
        spot=_spot(value.get("coordinates")),
        links=tuple("%20".join(values.words(link).split()) for link in values.items(value.get("links"))),
        favourite=values.yes(value.get("kept_near")),
        hidden=values.yes(value.get("hidden")),
        day_hidden=values.yes(value.get("day_hidden")),
        held=values.yes(value.get("heavy")),
        weight=WEIGHTS.get(values.words(value.get("weight"))),
        taken_back=values.yes(value.get("taken_back")),
        edited=values.instant(edited) if edited else None,
        hourless=value.get("hour_known") is False,
        zone=values.zone(value.get("zone", theirs)),
        part_of=_key(value["part_of"]) if value.get("part_of") else "",
    )


def _spot(value: Any) -> str:
    """Coordinates as they are kept, which is with a space; archives have them with and without."""
    spot = values.words(value).replace(" ", "")
    return spot.replace(",", ", ") if SPOT.fullmatch(spot) else ""


def _key(value: Any) -> str:
    key = values.words(value)
    if len(key) != KEY_LENGTH or not KEY.fullmatch(key):
        raise NotTaken(Reason.BROKEN)
    return key


def _file(value: Mapping[str, Any], folder: str) -> CarriedFile:
    try:
        kind = MediumKind(values.words(value.get("kind")))
    except ValueError:
        raise NotTaken(Reason.BROKEN) from None
    path = values.words(value.get("path"))
    return CarriedFile(
        kind,
        path=f"{folder}{path}" if path else "",
        mime=values.words(value.get("mime")),
        name=values.words(value.get("name")),
        file_id=values.words(value.get("telegram_file_id")),
        unique_id=values.words(value.get("telegram_unique_id")),
    )
