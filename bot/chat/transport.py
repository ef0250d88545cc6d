"""PTB's HTTP on aiohttp: several times the calls per second of its default (docs/decisions/201).

The URL carries the token and the answer carries people's words, so neither is ever logged, put in an
error, or left in the chain of one: errors are raised outside the ``except`` that noticed them.
"""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from io import SEEK_END, BytesIO
from typing import IO, Any, Final
from urllib.parse import urlencode

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

Seconds = float | None  # None: without limit, as PTB means it

KEEP_ALIVE: Final = 60.0  # seconds; PTB's 5 cost a quiet bot a TLS handshake for most sends
A_SECOND: Final = 1  # how long a 429 lasts that does not say so
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN: Final = re.compile(r"/bot([^/:]+:[^/]+)/")
CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")  # would end a header


class NotSent(NetworkError):
    """It was not carried out: trying again is safe."""


class ServerRefused(NotSent):
    """Telegram itself failed (5xx) and so did not carry it out (DESIGN §4, promise 2)."""


class AnswerLost(NetworkError):
    """It may have been carried out, but no answer that can be read came back."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds for: a free connection, making a new one, writing the request, each part of the answer."""

    pool: Seconds = 5.0
    connect: Seconds = 5.0
    write: Seconds = 5.0
    read: Seconds = 5.0
    write_media: Seconds = 20.0
    uplink: float = 16_384.0  # bytes a second; an upload gets that much more time to be written

    def first_answer(self, size: int) -> Seconds:
        """How long all may take until the answer begins; ``size`` is that of the uploads in bytes."""
        parts = (self.connect, self.write_media if size else self.write, self.read)
        known = [part for part in parts if part is not None]
        return sum(known) + size / self.uplink if len(known) == len(parts) else None


class AiohttpRequest(BaseRequest):
    """One pool of connections, no proxy, no redirects, no cookies. Its errors are NetworkErrors.

    NotSent: surely not carried out. TimedOut and AnswerLost: perhaps carried out.
    """

    def __init__(self, connections: int = 64, timeouts: Timeouts | None = None) -> None:
        self._timeouts = timeouts or Timeouts()
        self._free = asyncio.Semaphore(connections)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> Seconds:
        """What getUpdates adds its long poll to, in seconds."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the pool; again does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE),  # _free is the limit
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )

    async def shutdown(self) -> None:
        """Close the pool; again does nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body, a refusal always as JSON. Raises NotSent, TimedOut or AnswerLost."""
        ours = self._timeouts
        timeouts = Timeouts(
            pool=_given(pool_timeout, ours.pool),
            connect=_given(connect_timeout, ours.connect),
            write=_given(write_timeout, ours.write),
            read=_given(read_timeout, ours.read),
            write_media=_given(write_timeout, ours.write_media),
            uplink=ours.uplink,
        )
        if self._session is None:
            raise NotSent("not sent: the transport is not open")
        await self._take_connection(timeouts.pool)
        try:
            found = await _exchange(self._session, method, url, request_data, timeouts)
        finally:
            self._free.release()
        if isinstance(found, NetworkError):
            raise found
        if not HTTPStatus.OK <= found.status < HTTPStatus.MULTIPLE_CHOICES:
            return found.status, _refusal(found, url)
        if method == "POST" and b'"result"' not in found.body:
            raise AnswerLost("the answer says nothing")
        return found.status, found.body

    async def _take_connection(self, patience: Seconds) -> None:
        """Wait for a free one. Raises NotSent."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._free.acquire()
            return
        raise NotSent("not sent: every connection is taken")

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as an object; PTB's own logs what it cannot read. Raises AnswerLost."""
        found = _object(payload)
        if found is None or not found.keys() & {"result", "description"}:
            raise AnswerLost("the answer cannot be read")
        return found


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back; ``retry_after`` is the header, empty without one."""

    status: int
    retry_after: str
    body: bytes


async def _exchange(
    session: aiohttp.ClientSession, method: str, url: str, data: RequestData | None, timeouts: Timeouts
) -> _Answer | NetworkError:
    """Ask and read. What goes wrong is a value here, so that no chain of errors holds the URL."""
    try:
        body, headers, size = _body(data)
        async with asyncio.timeout(timeouts.first_answer(size)):
            response = await session.request(
                method, url, data=body, headers=headers, allow_redirects=False, timeout=_aiohttps(timeouts)
            )
        async with response:
            return _Answer(response.status, response.headers.get("Retry-After", ""), await response.read())
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
        return NotSent(f"not sent ({type(error).__name__})")
    except TimeoutError:
        return TimedOut("no answer in time")
    except Exception as error:  # PTB would put the repr of any other into its message, URL and all
        return AnswerLost(f"the answer was lost ({type(error).__name__})")


def _aiohttps(timeouts: Timeouts) -> aiohttp.ClientTimeout:
    """Aiohttp has no limit for writing: Timeouts.first_answer sees to that."""
    return aiohttp.ClientTimeout(
        total=None, connect=timeouts.connect, sock_connect=timeouts.connect, sock_read=timeouts.read
    )


def _given(value: ODVInput[float], otherwise: Seconds) -> Seconds:
    """PTB's *not given* becomes our own; None stays *without limit*."""
    return otherwise if isinstance(value, DefaultValue) else value


def _refusal(answer: _Answer, url: str) -> bytes:
    """A refusal as PTB reads it: always JSON, never with the token. Raises ServerRefused, AnswerLost."""
    if answer.status == HTTPStatus.GATEWAY_TIMEOUT:
        raise AnswerLost("Telegram's gateway waited in vain")
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise ServerRefused(f"Telegram failed ({answer.status})")
    found = _object(answer.body) or {}
    said = found.get("description")
    description = said if isinstance(said, str) and said else f"refused ({answer.status})"
    if token := TOKEN.search(url):
        description = description.replace(token[1], "…")
    plain = {"ok": False, "description": description, "parameters": _parameters(answer, found)}
    return json.dumps(plain).encode()


def _parameters(answer: _Answer, found: dict[str, Any]) -> dict[str, int]:
    """Those that PTB knows; a 429 always says for how many seconds."""
    given = found.get("parameters")
    numbers = {
        name: value
        for name, value in (given if isinstance(given, dict) else {}).items()
        if name in ("retry_after", "migrate_to_chat_id") and type(value) is int and value
    }
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        in_header = int(answer.retry_after) if answer.retry_after.isdecimal() else A_SECOND
        numbers["retry_after"] = max(numbers.get("retry_after", in_header), A_SECOND)
    return numbers


def _object(payload: bytes) -> dict[str, Any] | None:
    """The JSON object in it, if it is one."""
    try:
        found = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str], int]:
    """Body, headers and the size of the uploads in bytes. Half a surrogate pair becomes a question mark."""
    if data is None:
        return None, {}, 0
    if not data.contains_files:
        return urlencode(data.json_parameters, errors="replace").encode(), FORM, 0
    form = aiohttp.FormData(quote_fields=False)  # quoted, a file called ü would arrive as %C3%BC
    for name, value in data.json_parameters.items():
        form.add_field(name, value.encode("utf-8", "replace").decode())
    size = 0
    for name, (filename, content, mime) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        size += _size(stream)
        form.add_field(name, stream, filename=CONTROL.sub("_", filename), content_type=mime)
    return form, {}, size


def _size(stream: IO[bytes]) -> int:
    """How many bytes are still to be read."""
    here = stream.tell()
    end = stream.seek(0, SEEK_END)
    stream.seek(here)
    return end - here
