"""One frozen ``Settings`` from ``.env``; the only reader of the environment."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv.parser import parse_stream

TELEGRAM = "https://api.telegram.org"
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,100}")
LONGEST_NAME = 200
"""Bytes: what lies beside the journal has its name and some more, and 255 are the most that there are."""
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """A setting that cannot be used: one sentence that names it and the fix."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator chose. Its repr hides the secrets."""

    telegram_token: str = field(default="", repr=False)
    telegram_api: str = TELEGRAM
    database: Path = Path("glimmer.db")
    database_key: str = field(default="", repr=False)
    allowed_users: frozenset[int] = frozenset()
    messages_per_second: int = 30
    keep_media: bool = True
    backups: int = 7
    prompts: Path | None = None
    locale: str = "en"
    log_level: str = "INFO"


def _token(value: str) -> str:
    if not TOKEN.fullmatch(value):
        raise ValueError("must look like 123456789:AbC…, as @BotFather gives it")
    return value


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value) or not _has_host(value):
        raise ValueError("must be the root of a Bot API server, such as http://localhost:8081")
    return value.rstrip("/")


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool((parts.hostname or "").encode("idna"))
        return named and parts.port != 0 and not parts.netloc.endswith(":")
    except ValueError:  # no such port, half an IPv6 address, a name with a hole
        return False


def _users(value: str) -> frozenset[int]:
    parts = re.split(r"[\s,;]+", value.strip())
    if not all(part.isdecimal() for part in parts):
        raise ValueError("must be user ids separated by commas, such as 1234567, 7654321")
    return frozenset(map(int, parts))


def _rate(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 1000:
        raise ValueError("must be a whole number from 1 to 1000")
    return int(value)


def _backups(value: str) -> int:
    if not value.isdecimal() or int(value) > 1000:
        raise ValueError("must be a whole number from 0 (none) to 1000")
    return int(value)


def _yes_no(value: str) -> bool:
    words = {"yes": True, "true": True, "1": True, "on": True}
    words |= {"no": False, "false": False, "0": False, "off": False}
    if value.lower() not in words:
        raise ValueError("must be yes or no")
    return words[value.lower()]


def _folder(value: str) -> Path:
    if not _is_folder(Path(value)):
        raise ValueError("must be a folder that exists")
    return Path(value)


def file_named(value: str) -> Path:
    """A file that is there or could be. Raises ValueError with what is wrong about the name."""
    path = Path(value)
    if value.endswith("/") or not path.name or _is_folder(path):
        raise ValueError(f"names a folder ({value}); it must name a file, such as glimmer.db")
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise ValueError("is too long a name; it must name a file, such as glimmer.db")
    return path


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return False
    except (OSError, ValueError):  # too long, a link to itself, a NUL
        raise ValueError("is no path that can be used on this machine; choose another one") from None


def _locale(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", value):
        raise ValueError("must be a language code such as en or de")
    return value


def _level(value: str) -> str:
    if value.upper() not in LEVELS:
        raise ValueError(f"must be one of {', '.join(LEVELS)}")
    return value.upper()


READERS: Mapping[str, Callable[[str], Any]] = {
    "TELEGRAM_TOKEN": _token,
    "TELEGRAM_API": _url,
    "DATABASE": file_named,
    "DATABASE_KEY": str,
    "ALLOWED_USERS": _users,
    "MESSAGES_PER_SECOND": _rate,
    "KEEP_MEDIA": _yes_no,
    "BACKUPS": _backups,
    "PROMPTS": _folder,
    "LOCALE": _locale,
    "LOG_LEVEL": _level,
}


def read(env_file: Path = Path(".env"), environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from ``env_file``, each overridden by the environment. Raises SettingsError.

    In the file every name must be known: a typing error there would otherwise be a silent default.
    """
    given = _written(env_file) if env_file.exists() else {}
    unknown = sorted(set(given) - set(READERS))
    if unknown:
        raise SettingsError(f"{unknown[0]} in {env_file} is no setting of Glimmer; see .env.example")
    given |= {name: environment[name] for name in READERS if name in environment}
    return Settings(**{name.lower(): _value(name, text) for name, text in given.items() if text.strip()})


def _written(env_file: Path) -> dict[str, str]:
    """What stands in the file. Raises SettingsError, which never quotes a line: it may hold a secret."""
    try:
        with env_file.open(encoding="utf-8-sig") as text:
            lines = list(parse_stream(text))
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{env_file} cannot be read; it must be a text file in UTF-8") from None
    for line in lines:
        if line.error or (line.key is not None and line.value is None):
            number = line.original.line + _blank_lines(line.original.string)
            raise SettingsError(f"Line {number} of {env_file} cannot be read; write it as NAME=value")
    return {line.key: line.value for line in lines if line.key is not None and line.value is not None}


def _blank_lines(text: str) -> int:
    """How many stand before the words: python-dotenv counts them to the line that follows."""
    return text[: len(text) - len(text.lstrip())].count("\n")


def _value(name: str, text: str) -> Any:
    try:
        return READERS[name](text.strip())
    except ValueError as why:
        raise SettingsError(f"{name} {why}") from None


def with_token(settings: Settings) -> Settings:
    """The same settings, if they hold a token; SettingsError otherwise."""
    if not settings.telegram_token:
        raise SettingsError(
            "TELEGRAM_TOKEN is missing; copy .env.example to .env and put in the token from @BotFather"
        )
    return settings
