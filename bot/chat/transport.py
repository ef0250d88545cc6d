"""PTB's HTTP on aiohttp: several times the calls per second of its default (TELEGRAM.md §3.2).

No URL is ever logged or put in an error: it carries the token.
"""

from __future__ import annotations

from typing import Any, ClassVar

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

Seconds = float | None


class NotSent(NetworkError):
    """The request never reached Telegram: trying again is safe."""


class AnswerLost(NetworkError):
    """The request may have been carried out, but no answer came back."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. Timeouts in seconds, as PTB names them."""

    DEFAULTS: ClassVar[dict[str, float]] = {"read": 5.0, "write": 5.0, "connect": 5.0, "pool": 5.0}
    MEDIA_WRITE = 60.0
    KEEP_ALIVE = 60.0  # PTB's 5 s cost a quiet bot a TLS handshake for most sends

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> Seconds:
        """What getUpdates adds its long poll to."""
        return self.DEFAULTS["read"]

    async def initialize(self) -> None:
        """Open the pool; again does nothing."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=self.KEEP_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close the pool; again does nothing."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent, TimedOut or AnswerLost."""
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_either(pool_timeout, self.DEFAULTS["pool"]),
            sock_connect=_either(connect_timeout, self.DEFAULTS["connect"]),
            sock_read=_either(read_timeout, self.DEFAULTS["read"])
            + (self.MEDIA_WRITE if request_data and request_data.contains_files else 0),
        )
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"not sent ({type(error).__name__})") from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            raise AnswerLost(f"the answer was lost ({type(error).__name__})") from None


def _either(value: Any, default: float) -> float:
    if isinstance(value, DefaultValue) or value is None:
        return default
    return float(value)


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
