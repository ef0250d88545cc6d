"""Files that were sent: identified, measured, served again by path for an hour after getFile."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox import images
from bot.sandbox.store import Memory
from bot.sandbox.wire import Upload, Wire, bad

MEGABYTE = 1024 * 1024
LARGEST = 50 * MEGABYTE
LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_DOWNLOAD = 20 * MEGABYTE
PATH_VALID = 3600  # seconds
_THUMBNAIL = 90  # pixels on the longer side
_FOLDERS = {"photo": ("photos", ".jpg"), "voice": ("voice", ".oga"), "audio": ("music", ".mp3")}
_UNKNOWN = "wrong file identifier/HTTP URL specified"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What is known of a file beside its bytes; ``kind`` is the field of Message it belongs to."""

    file_id: str
    unique_id: str
    kind: str
    number: int
    name: str
    content_type: str
    size: int

    @property
    def path(self) -> str:
        """Where the file is downloaded from, below ``/file/bot<token>/``."""
        folder, ending = _FOLDERS.get(self.kind, (f"{self.kind}s", ""))
        return f"{folder}/file_{self.number}{ending}"

    @property
    def base(self) -> Wire:
        """The fields every file object has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """All files by id. ``now`` gives Unix seconds by the sandbox's clock."""

    def __init__(self, store: Memory, now: Callable[[], float]) -> None:
        self._store = store
        self._now = now
        self._files = {key: StoredFile(**one) for key, one in store.load("file")}
        self._media: dict[str, Any] = dict(store.load("media"))
        self._valid_until: dict[str, float] = {}

    def add(self, kind: str, upload: Upload) -> StoredFile:
        """Keep an upload; raises Refusal where it is empty or too big for its kind."""
        most = LARGEST_PHOTO if kind == "photo" else LARGEST
        if not upload.data:
            raise bad("file must be non-empty")
        if len(upload.data) > most:
            raise bad("file is too big")
        file = self._named(kind, upload)
        self._files[file.file_id] = file
        self._store.put("file", file.file_id, asdict(file))
        self._store.put_file(file.file_id, upload.data)
        return file

    def _named(self, kind: str, upload: Upload) -> StoredFile:
        number = len(self._files) + 1
        return StoredFile(
            file_id=f"{kind}-{number}-{secrets.token_urlsafe(24)}",
            unique_id=f"{number}-{secrets.token_urlsafe(6)}",
            kind=kind,
            number=number,
            name=upload.name,
            content_type=upload.content_type,
            size=len(upload.data),
        )

    def find(self, file_id: str) -> StoredFile:
        """The file of an id; raises Refusal where there is none."""
        if file_id not in self._files:
            raise bad(_UNKNOWN)
        return self._files[file_id]

    def media(self, file: StoredFile) -> Any:
        """What a Message carries of the file (``remember``), or None where it never was in one."""
        return self._media.get(file.file_id)

    def remember(self, file: StoredFile, media: Any) -> Any:
        """Keep what a Message carries of the file, for when it is sent again by its id; returns it."""
        self._media[file.file_id] = media
        self._store.put("media", file.file_id, media)
        return media

    def data(self, file: StoredFile) -> bytes:
        """Its bytes."""
        return self._store.file(file.file_id)

    def described(self, file: StoredFile) -> Wire:
        """The File object of getFile; its path works for an hour. Raises Refusal above 20 MB."""
        if file.size > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        self._valid_until[file.path] = self._now() + PATH_VALID
        return file.base | {"file_path": file.path}

    def at_path(self, path: str) -> StoredFile | None:
        """The file a path of getFile means, while it is valid."""
        if self._valid_until.get(path, 0) <= self._now():
            return None
        return next((file for file in self._files.values() if file.path == path), None)

    def measured(self, file: StoredFile) -> tuple[int, int]:
        """Width and height of a photo; raises Refusal where Telegram could not process it."""
        measured = images.size(self.data(file))
        if measured is None:
            raise bad("IMAGE_PROCESS_FAILED")
        width, height = measured
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        return measured

    def photo_sizes(self, file: StoredFile, width: int, height: int) -> list[Wire]:
        """The PhotoSize objects of a photo: a thumbnail that is nothing but one, and the picture itself."""
        whole = file.base | {"width": width, "height": height}
        if max(width, height) <= _THUMBNAIL:
            return [whole]
        return [self._thumbnail(width, height), whole]

    def _thumbnail(self, width: int, height: int) -> Wire:
        scale = _THUMBNAIL / max(width, height)
        small = max(1, round(width * scale)), max(1, round(height * scale))
        file = self.add("photo", Upload("thumbnail.png", "image/png", images.png(*small)))
        return file.base | {"width": small[0], "height": small[1]}
