"""Reads what a request carries: forms with files, JSON objects, and their fields by type."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox.wire import Refusal, Upload, bad

LARGEST_BODY = 80 * 1024 * 1024
_UNTYPED = "application/octet-stream"


async def read_form(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Fields and files of a multipart form, by name; raises Refusal where unreadable or too big."""
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("can't parse the form")
        data = bytes(await part.read(decode=True))
        size += len(data)
        if size > LARGEST_BODY:
            raise Refusal(413, "")
        if part.filename is None:
            fields[part.name] = data.decode("utf-8", "replace")
        else:
            files[part.name] = Upload(part.filename, part.headers.get("Content-Type", _UNTYPED), data)
    return fields, files


async def read_object(request: web.Request) -> dict[str, Any]:
    """The JSON object of a body, nulls left out; raises Refusal where it is none."""
    try:
        given = json.loads(await request.read() or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(given, dict):
        raise bad("can't parse JSON object: an object is expected")
    return {key: value for key, value in given.items() if value is not None}


def string(given: dict[str, Any], name: str) -> str:
    """A field that must be text with something in it."""
    value = given.get(name)
    if not isinstance(value, str) or not value.strip():
        raise bad(f"{name} must be some text")
    return value


def number(given: dict[str, Any], name: str) -> float:
    """A field that must be a number."""
    value = given.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise bad(f"{name} must be a number")
    return value
