"""A server that answers every call with the same message and does nothing else: its own process."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiohttp import web

ROOT = Path(__file__).parent.parent
MESSAGE = {
    "message_id": 1,
    "date": 1_800_000_000,
    "chat": {"id": 1001, "type": "private", "first_name": "Nobody"},
    "from": {"id": 1, "is_bot": True, "first_name": "Sandbox", "username": "sandbox_bot"},
    "text": "What was a small moment of ease today?",
    "reply_markup": {"inline_keyboard": [[{"text": "Nothing today", "callback_data": "nothing|1"}]]},
}
BODY = json.dumps({"ok": True, "result": MESSAGE}).encode()


async def _answer(request: web.BaseRequest) -> web.StreamResponse:
    await request.read()
    return web.Response(body=BODY, content_type="application/json")


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(web.Server(_answer), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def answering() -> Iterator[str]:
    """Run it; its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.answering"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        port = process.stdout.readline().strip() if process.stdout else ""
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()


if __name__ == "__main__":
    asyncio.run(_serve())
