"""ZIP archives from strangers: every limit is checked before, and again while reading."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from bot.domain.found import NotTaken, Reason

MOST_MEMBERS = 20_000
MOST_BYTES = 120_000_000  # of all that is read; what can be sent is 20 MB, and pictures do not shrink
MOST_RATIO = 200  # text shrinks to a tenth, text that repeats itself to a fiftieth
SMALL = 1_000_000  # below that the ratio does no harm
ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz")
ENCRYPTED = 0x1
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """An opened archive. Raises NotTaken for whatever is wrong with it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise NotTaken(Reason.BROKEN) from None
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise NotTaken(Reason.TOO_MUCH)
        for member in members:
            _require_harmless(member)
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise NotTaken(Reason.TOO_MUCH)
        self._members = {member.filename: member for member in members}
        if len(self._members) < len(members):
            raise NotTaken(Reason.UNSAFE)  # two of one name: what is shown need not be what is read
        self._left = MOST_BYTES

    def names(self, ending: str = "") -> list[str]:
        """Files whose names end so, in any case; folders and what macOS adds left out."""
        return [
            name
            for name in self._members
            if name.lower().endswith(ending) and not name.endswith("/") and not name.startswith("__MACOSX/")
        ]

    def read(self, name: str) -> bytes:
        """The file's bytes, never more of all together than the limit, whatever it says of its size."""
        member = self._members.get(name)
        if member is None:
            raise NotTaken(Reason.BROKEN)
        try:
            with self._zip.open(member) as file:
                content = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise NotTaken(Reason.BROKEN) from None
        self._left -= len(content)
        if self._left < 0:
            raise NotTaken(Reason.TOO_MUCH)
        return content


def _require_harmless(member: zipfile.ZipInfo) -> None:
    name = member.filename
    path = PurePosixPath(name)
    odd = any(sign in member.orig_filename for sign in ("\\", ":", "\0"))
    if path.is_absolute() or ".." in path.parts or odd:
        raise NotTaken(Reason.UNSAFE)
    if name.lower().endswith(ARCHIVES):
        raise NotTaken(Reason.UNSAFE)
    if member.flag_bits & ENCRYPTED:
        raise NotTaken(Reason.LOCKED)
    if member.compress_type not in READABLE:
        raise NotTaken(Reason.BROKEN)
    if member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
        raise NotTaken(Reason.UNSAFE)
