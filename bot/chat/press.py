"""What stands in a button: a name and a few words, decoded to a small value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LIMIT = 64  # bytes (Bot API: callback_data)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
PACKED = re.compile("[0-9a-z]{1,12}", re.ASCII)


def packed(numbers: Iterable[int]) -> str:
    """Numbers from 0 on as one short argument."""
    return ".".join(map(_digits, numbers))


def unpacked(text: str) -> tuple[int, ...]:
    """The same back; nothing if it is none."""
    parts = text.split(".")
    return tuple(int(part, BASE) for part in parts) if all(map(PACKED.fullmatch, parts)) else ()


def _digits(number: int) -> str:
    rest, digit = divmod(number, BASE)
    return (_digits(rest) if rest else "") + DIGITS[digit]


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button: which one, and what it says. Arguments hold no ``|``."""

    name: str
    args: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, *args: object) -> Press:
        """A press with its arguments as text."""
        return cls(name, tuple(map(str, args)))

    def encode(self) -> str:
        """As callback data; ValueError if it does not fit."""
        data = "|".join((self.name, *self.args))
        if len(data.encode()) > LIMIT:
            raise ValueError(f"callback data of {self.name} is longer than {LIMIT} bytes")
        return data

    @classmethod
    def decode(cls, data: str) -> Press:
        """From callback data, whatever it holds."""
        name, *args = data.split("|")
        return cls(name, tuple(args))

    def number(self, index: int) -> int:
        """The argument at ``index`` as a number; -1 if it is none (nothing of theirs has that id)."""
        text = self.args[index] if index < len(self.args) else ""
        return int(text) if text.isdecimal() and len(text) < 19 else -1

    def word(self, index: int) -> str:
        """The argument at ``index``, empty if there is none."""
        return self.args[index] if index < len(self.args) else ""
