"""Day One's JSON export: one document per journal, photos beside it (dayoneapp.com, "Export")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.domain.carried import Carried, CarriedFile, key_of
from bot.domain.found import Place
from bot.domain.glimmer import MediumKind
from bot.services.importing import values

MOMENT = re.compile(r"!\[[^\[\]]*\]\(dayone-moment:[^()]*\)\n*")
"""No part can run over where the next match may begin: the time is linear in the text."""
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|])")
"""Day One writes Markdown, and escapes what would be Markdown in what was typed."""
FOLDERS = (
    ("photos", MediumKind.PHOTO),
    ("videos", MediumKind.VIDEO),
    ("audios", MediumKind.AUDIO),
    ("pdfAttachments", MediumKind.DOCUMENT),
)
MIMES = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "mp4": "video/mp4",
    "m4a": "audio/mp4",
    "pdf": "application/pdf",
}


def is_day_one(document: Any) -> bool:
    """Whether a JSON document looks like one."""
    return isinstance(document, dict) and isinstance(document.get("entries"), list)


def read(document: Any, place: Place, names: Iterable[str] = ()) -> Iterator[Carried]:
    """The entries that hold something; ``names`` are the files beside the document. Raises NotTaken."""
    by_digest = {name.rpartition("/")[2].partition(".")[0]: name for name in names}
    for value in values.items(document["entries"]):
        entry = _entry(values.mapping(value), place, by_digest)
        if entry.text or entry.files:
            yield entry


def _entry(value: Mapping[str, Any], place: Place, by_digest: Mapping[str, str]) -> Carried:
    at = values.instant(value.get("creationDate"))
    text = ESCAPED.sub(r"\1", MOMENT.sub("", values.words(value.get("text")))).strip()
    where = Place(values.zone(value.get("timeZone")) or place.zone, place.day_end)
    uuid = values.words(value.get("uuid"))
    return Carried(
        key=key_of("dayone", uuid or f"{at.isoformat()} {text}"),
        at=at,
        day=where.day_of(at),
        text=text,
        files=tuple(_files(value, by_digest)),
        tags=values.tags(value.get("tags")),
        place=_spot(value.get("location")),
        favourite=values.yes(value.get("starred")),
        hourless=values.yes(value.get("isAllDay")),
        zone=where.zone,
    )


def _spot(value: Any) -> str:
    """The name that stands in the journal, else the town's; coordinates stay where they are."""
    location = values.mapping(value or {})
    return values.words(location.get("placeName")) or values.words(location.get("localityName"))


def _files(value: Mapping[str, Any], by_digest: Mapping[str, str]) -> Iterator[CarriedFile]:
    for folder, kind in FOLDERS:
        for file in values.items(value.get(folder)):
            digest = values.words(values.mapping(file).get("md5"))
            found = by_digest.get(digest, "") if digest else ""
            if found:
                mime = MIMES.get(found.rpartition(".")[2].lower(), "")
                yield CarriedFile(kind, found, mime, unique_id=f"dayone-{digest[:40]}")
