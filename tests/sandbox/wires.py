"""Calls as bare HTTP, for what a library would never send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.sandbox import Sandbox, Wire


@dataclass(frozen=True)
class Caller:
    """``await call("sendMessage", chat_id=1, text="x")`` → the body of the answer."""

    sandbox: Sandbox
    http: aiohttp.ClientSession

    async def __call__(self, method: str, **params: Any) -> Wire:
        url = f"{self.sandbox.url}/bot{self.sandbox.token}/{method}"
        async with self.http.post(url, json=params) as answer:
            body: Wire = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a refusal; fails where the call is carried out."""
        body = await self(method, **params)
        assert body["ok"] is False, body
        return str(body["description"])

    async def done(self, method: str, **params: Any) -> Any:
        """The result; fails where the call is refused."""
        body = await self(method, **params)
        assert body["ok"] is True, body
        return body["result"]
