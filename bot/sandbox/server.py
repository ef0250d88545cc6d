"""The bot's side over HTTP: ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox.calls import Desk, chat_id_of
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.forms import read_form, read_object
from bot.sandbox.wire import Refusal, Upload, Wire
from bot.sandbox.world import World

_BEFORE = {Fault.RESET_BEFORE, Fault.CLOSED_BEFORE, Fault.SILENCE_BEFORE}
_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
Raw = tuple[Mapping[str, Any], Mapping[str, Upload]]


class BotSide:
    """Reads calls, lets faults happen to them, answers them."""

    def __init__(self, token: str, world: World, desk: Desk, faults: Faults) -> None:
        self._token = token
        self._world = world
        self._desk = desk
        self._faults = faults

    def routes(self) -> list[web.RouteDef]:
        """What the server must route here."""
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        if request.match_info["token"] != self._token:
            return answered(Refusal(401, "").wire())
        method = request.match_info["method"]
        try:
            raw, uploads = await _read(request)
        except Refusal as refusal:
            return answered(refusal.wire())
        trouble = self._faults.take(method, chat_id_of(raw))
        if trouble is not None:
            return await self._troubled(request, trouble, method, (raw, uploads))
        return answered(await self._desk.carry_out(method, raw, uploads))

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, for an hour after getFile."""
        if request.match_info["token"] != self._token:
            return answered(Refusal(401, "").wire())
        file = self._world.files.at_path(request.match_info["path"])
        if file is None:
            return answered(Refusal(404, "").wire())
        return web.Response(body=self._world.files.data(file), content_type="application/octet-stream")

    async def _troubled(
        self, request: web.Request, trouble: Trouble, method: str, given: Raw
    ) -> web.StreamResponse:
        if trouble.refusal is not None:
            self._desk.note(method, given[0], trouble.refusal.wire())
            return answered(trouble.refusal.wire())
        if trouble.kind is Fault.BAD_GATEWAY:
            self._desk.note(method, given[0], {"error_code": 502})
            return web.Response(status=502, text=_GATEWAY, content_type="text/html")
        if trouble.kind in _BEFORE:
            self._desk.note(method, given[0], None)
            return await _broken(request, trouble)
        if trouble.kind is Fault.SLOW:
            await asyncio.sleep(trouble.seconds)
        body = await self._desk.carry_out(method, *given)
        return await _spoiled(request, trouble, body)


def answered(body: Wire) -> web.Response:
    """An answer in Telegram's form, its status and ``Retry-After`` along with it."""
    seconds = body.get("parameters", {}).get("retry_after")
    return web.Response(
        status=body.get("error_code", 200),
        body=json.dumps(body).encode(),
        content_type="application/json",
        headers=None if seconds is None else {"Retry-After": str(seconds)},
    )


async def _spoiled(request: web.Request, trouble: Trouble, body: Wire) -> web.StreamResponse:
    """What becomes of an answer after the call was carried out."""
    match trouble.kind:
        case Fault.RESET_AFTER | Fault.CLOSED_AFTER | Fault.SILENCE_AFTER:
            return await _broken(request, trouble)
        case Fault.GARBAGE:
            return web.Response(body=b"\x00}{ not JSON", content_type="application/json")
        case Fault.TRUNCATED:
            return await _truncated(request, json.dumps(body).encode())
    return answered(body)


async def _truncated(request: web.Request, data: bytes) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(data)
    await response.prepare(request)
    await response.write(data[: len(data) // 2])
    _reset(request)
    return response


async def _broken(request: web.Request, trouble: Trouble) -> web.Response:
    """No answer: at once, or after a silence."""
    if trouble.kind in (Fault.SILENCE_BEFORE, Fault.SILENCE_AFTER):
        await asyncio.sleep(trouble.seconds)
    if trouble.kind in (Fault.CLOSED_BEFORE, Fault.CLOSED_AFTER):
        _close(request)
    else:
        _reset(request)
    return web.Response()


def _close(request: web.Request) -> None:
    """End the connection with a farewell (FIN)."""
    if request.transport is not None:
        request.transport.close()


def _reset(request: web.Request) -> None:
    """Close the connection without a farewell (RST)."""
    transport = request.transport
    if transport is not None:
        sock = transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()


async def _read(request: web.Request) -> Raw:
    """The parameters and files of a call, whichever way they came; raises Refusal where unreadable."""
    raw: dict[str, Any] = dict(request.query)
    if request.content_type == "multipart/form-data":
        fields, files = await read_form(request)
        return raw | fields, files
    if request.content_type == "application/json":
        return raw | await read_object(request), {}
    body = await request.read()
    return raw | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)), {}
