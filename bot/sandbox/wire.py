"""What goes over the wire: JSON objects, refusals in Telegram's words, Unix seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

# The sandbox's state *is* Telegram's wire format: its objects are kept as they will be sent.
Wire = dict[str, Any]


class Refusal(Exception):
    """A call Telegram would not carry out; ``text`` is the description after the colon."""

    def __init__(self, status: int, text: str, retry_after: int | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.retry_after = retry_after

    @property
    def description(self) -> str:
        """Telegram's description: the reason phrase, then the text."""
        phrase = _PHRASES[self.status]
        return f"{phrase}: {self.text}" if self.text else phrase

    def wire(self) -> Wire:
        """The JSON body of the refusal."""
        body: Wire = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


def bad(text: str) -> Refusal:
    """A 400 in Telegram's words."""
    return Refusal(400, text)


def forbidden(text: str) -> Refusal:
    """A 403 in Telegram's words."""
    return Refusal(403, text)


def too_many(seconds: int) -> Refusal:
    """A 429 that says how many seconds to wait."""
    return Refusal(429, f"retry after {seconds}", retry_after=seconds)


def seconds(at: datetime) -> int:
    """Unix seconds of an aware moment."""
    return int(at.timestamp())


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call: its name, its media type and its bytes."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """One validated call of a method: its parameters in wire types and the files beside them."""

    method: str
    params: Wire
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or the default where it was left out."""
        return self.params.get(name, default)
