"""Real HTTP on a real socket: what a caller may conclude from each fault, and what no error may carry."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Bot, Document, InputFile
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.chat.transport import AiohttpRequest, AnswerLost, NotSent, ServerRefused, Timeouts
from tests.ports import reserved

TOKEN = "123456:invented-secret"
SOON = Timeouts(pool=0.2, connect=0.2, write=0.2, read=0.2, write_media=0.2)
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(serve: Serve) -> AsyncIterator[str]:
    """A server that does with each connection what ``serve`` says; its root."""
    writers: list[asyncio.StreamWriter] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        try:
            await serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(connected, "127.0.0.1")
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()
        for writer in writers:
            writer.transport.abort()


@asynccontextmanager
async def opened(connections: int = 64, timeouts: Timeouts = SOON) -> AsyncIterator[AiohttpRequest]:
    transport = AiohttpRequest(connections, timeouts)
    async with transport:
        yield transport


async def heard(reader: asyncio.StreamReader) -> bytes:
    """One request, whole."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")
    )
    return head + await reader.readexactly(length)


def answering(body: bytes, status: str = "200 OK", headers: str = "") -> Serve:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await heard(reader)
            head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
            writer.write(head.encode() + body)
            await writer.drain()

    return serve


async def resets(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


async def hangs_up(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await heard(reader)


async def is_silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await heard(reader)
    await asyncio.sleep(30)


async def stops_halfway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{"ok": true, "result"')


async def pauses_halfway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await stops_halfway(reader, writer)
    await asyncio.sleep(30)


async def babbles(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    writer.write(f"what is /bot{TOKEN}/sendMessage?\r\n\r\n".encode())


ECHO = f"cannot do /bot{TOKEN}/sendMessage".encode()
FAULTS: dict[str, tuple[Serve, type[TelegramError]]] = {
    "reset after the request": (resets, AnswerLost),
    "hung up after the request": (hangs_up, AnswerLost),
    "silence": (is_silent, TimedOut),
    "half an answer": (stops_halfway, AnswerLost),
    "half an answer, then silence": (pauses_halfway, TimedOut),
    "no HTTP": (babbles, AnswerLost),
    "no JSON": (answering(ECHO), AnswerLost),
    "no JSON that speaks of a result": (answering(b'"result" ' + ECHO), AnswerLost),
    "JSON that is no object": (answering(b'["result"]'), AnswerLost),
    "an object without a result": (answering(b'{"ok": true, "more": "\\"result\\""}'), AnswerLost),
    "a refusal that calls itself a success": (answering(b'{"description": "no"}'), AnswerLost),
    "nothing": (answering(b""), AnswerLost),
    "endless nesting": (answering(b"[" * 100_000 + b'"result"'), AnswerLost),
    "not what it says to be": (answering(b'{"result": 1}', headers="Content-Encoding: gzip\r\n"), AnswerLost),
    "500": (answering(ECHO, "500 No"), ServerRefused),
    "502 in HTML": (answering(b"<html>" + ECHO, "502 Bad Gateway"), ServerRefused),
    "504": (answering(ECHO, "504 Late"), AnswerLost),
    "400 that repeats the URL": (
        answering(b'{"ok": false, "description": "' + ECHO + b'"}', "400 Bad"),
        BadRequest,
    ),
    "400 in HTML": (answering(b"<html>" + ECHO, "400 Bad"), BadRequest),
    "409": (answering(b'{"ok":false,"description":"Conflict: other"}', "409 Conflict"), Conflict),
    "414": (answering(ECHO, "414 URI"), NetworkError),
    "a redirect": (answering(b"", "302 Found", f"Location: /bot{TOKEN}/x\r\n"), NetworkError),
    "an odd status": (answering(ECHO, "299 Odd"), AnswerLost),
    "an unknown status": (answering(ECHO, "799 Odder"), ServerRefused),
}


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and everything it comes from, also what is suppressed."""
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def no_secret_in(error: BaseException) -> bool:
    said = [*(f"{e} {e!r} {e.args}" for e in chain(error)), *traceback.format_exception(error)]
    return not any(TOKEN in text or "invented-secret" in text for text in said)


async def ask(transport: AiohttpRequest, root: str, **timeouts: Any) -> Any:
    data = RequestData([RequestParameter.from_input("text", "rain on the roof")])
    return await transport.post(f"{root}/bot{TOKEN}/sendMessage", data, **timeouts)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_says_what_may_be_concluded_and_nothing_else(
    fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    serve, expected = FAULTS[fault]
    with caplog.at_level(logging.DEBUG):
        async with server(serve) as root, opened() as transport:
            with pytest.raises(TelegramError) as caught:
                await ask(transport, root)
    assert type(caught.value) is expected
    assert no_secret_in(caught.value)
    assert "invented-secret" not in caplog.text
    assert "rain" not in caplog.text


@pytest.fixture
def nowhere() -> Iterator[str]:
    """A port where nobody listens."""
    with reserved() as port:
        yield f"http://127.0.0.1:{port}"


async def test_nobody_there_means_not_sent(nowhere: str) -> None:
    for root in (nowhere, "http://nowhere.invalid", "http://[broken", "http://"):
        async with opened(timeouts=Timeouts(connect=2.0)) as transport:
            with pytest.raises(NetworkError) as caught:
                await ask(transport, root)
        assert type(caught.value) is NotSent, root
        assert no_secret_in(caught.value)


async def test_a_server_that_speaks_no_tls_was_sent_nothing() -> None:
    async with server(hangs_up) as root, opened() as transport:
        with pytest.raises(NotSent) as caught:
            await ask(transport, root.replace("http:", "https:"))
    assert no_secret_in(caught.value)
    assert ssl.OPENSSL_VERSION not in str(caught.value)


async def test_a_connection_that_is_never_accepted_was_sent_nothing() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        async with opened() as transport:
            with pytest.raises(NotSent) as caught:
                await ask(transport, f"http://127.0.0.1:{full.getsockname()[1]}")
        for one in waiting:
            one.close()
    assert no_secret_in(caught.value)


async def test_a_call_that_finds_every_connection_taken_was_not_sent() -> None:
    async with server(is_silent) as root, opened(1, Timeouts(read=5.0)) as transport:
        holding = asyncio.create_task(ask(transport, root))
        await asyncio.sleep(0.05)
        with pytest.raises(NotSent):
            await ask(transport, root, pool_timeout=0.05)
        holding.cancel()
        await asyncio.gather(holding, return_exceptions=True)
        with pytest.raises(TimedOut):  # the connection was given back
            await ask(transport, root, pool_timeout=0.05, read_timeout=0.05)


async def test_a_timeout_that_is_given_replaces_ours_and_none_means_without_limit() -> None:
    async with server(is_silent) as root, opened(timeouts=Timeouts(read=0.05)) as transport:
        with pytest.raises(TimedOut):
            await asyncio.wait_for(ask(transport, root), 5)
        for patient in (None, 30.0):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(ask(transport, root, read_timeout=patient), 0.3)


async def test_an_upload_that_is_not_taken_ends_in_time() -> None:
    async def reads_nothing(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    timeouts = Timeouts(write_media=0.1, read=0.1, connect=0.1, uplink=2**28)
    photo = RequestParameter.from_input("photo", InputFile(b"x" * 2**25, attach=False))
    async with server(reads_nothing) as root, opened(timeouts=timeouts) as transport:
        with pytest.raises(TimedOut):
            await asyncio.wait_for(transport.post(f"{root}/bot{TOKEN}/sendPhoto", RequestData([photo])), 5)


def test_a_big_upload_may_take_longer_and_one_limit_lifted_lifts_all() -> None:
    timeouts = Timeouts(connect=1.0, write=2.0, read=3.0, write_media=4.0, uplink=1000.0)
    assert [timeouts.first_answer(size) for size in (0, 5000)] == [6.0, 13.0]
    assert Timeouts(write=None).first_answer(0) is None


async def test_a_429_without_a_number_lasts_a_second() -> None:
    bodies = [
        (b"<html>slow down", "", 1),
        (b"<html>slow down", "Retry-After: 7\r\n", 7),
        (b'{"parameters": {"retry_after": 35}}', "Retry-After: 7\r\n", 35),
        (b'{"parameters": {"retry_after": -3}}', "", 1),
        (b'{"parameters": {"retry_after": "9"}}', "", 1),
        (b'{"parameters": [0]}', "Retry-After: soon\r\n", 1),
    ]
    for body, header, seconds in bodies:
        async with server(answering(body, "429 Slow", header)) as root, opened() as transport:
            with pytest.raises(RetryAfter) as caught:
                await ask(transport, root)
        assert caught.value._retry_after.total_seconds() == seconds


async def test_opening_and_closing_again_does_nothing_and_closed_sends_nothing() -> None:
    async with server(answering(b'{"ok":true,"result":true}')) as root:
        transport = AiohttpRequest()
        await transport.shutdown()
        with pytest.raises(NotSent):
            await ask(transport, root)
        for _ in range(2):
            await transport.initialize()
            await transport.initialize()
            assert await ask(transport, root) is True
            await transport.shutdown()
            await transport.shutdown()


async def test_no_proxy_is_taken_from_the_surroundings(nowhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", nowhere)
    async with server(answering(b'{"ok":true,"result":true}')) as root, opened() as transport:
        assert await ask(transport, root) is True


async def test_one_connection_serves_one_call_after_another() -> None:
    connected = 0

    async def counts(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connected
        connected += 1
        await answering(b'{"ok":true,"result":true}')(reader, writer)

    async with server(counts) as root, opened() as transport:
        for _ in range(5):
            await ask(transport, root)
    assert connected == 1


@asynccontextmanager
async def telegram(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """A web server that reads requests as Telegram would; its root."""
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{rest:.*}", handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_ptb_sends_a_file_with_its_name_and_words_beside_it() -> None:
    got: dict[str, Any] = {}

    async def take(request: web.Request) -> web.Response:
        form = await request.post()
        upload = next(value for value in form.values() if isinstance(value, web.FileField))
        got.update(form, name=upload.filename, size=len(upload.file.read()), mime=upload.content_type)
        chat = {"id": 7, "type": "private"}
        document = {"file_id": "a", "file_unique_id": "b"}
        sent = {"message_id": 1, "date": 0, "chat": chat, "document": document}
        return web.json_response({"ok": True, "result": sent})

    async with telegram(take) as root:
        bot = Bot(TOKEN, f"{root}/bot", request=AiohttpRequest())
        await bot._request[1].initialize()
        big = BytesIO(b"\0" * 3_000_000)
        message = await bot.send_document(7, big, caption="grün & gut \ud83d", filename="Jahr\r\nü.pdf")
        await bot._request[1].shutdown()
    assert isinstance(message.document, Document)
    assert got["caption"] == "grün & gut ?"
    assert (got["name"], got["size"], got["mime"]) == ("Jahr__ü.pdf", 3_000_000, "application/pdf")


async def test_a_file_is_fetched_as_it_is() -> None:
    async def give(_: web.Request) -> web.Response:
        return web.Response(body=b"\xff\xd8 no result here")

    async with telegram(give) as root, opened() as transport:
        assert await transport.retrieve(f"{root}/file/bot{TOKEN}/a.jpg") == b"\xff\xd8 no result here"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.text("abc_", min_size=1), st.text(st.characters(exclude_categories=())), max_size=4)
)
def test_law_every_text_arrives_as_it_was_but_for_half_pairs(values: dict[str, str]) -> None:
    async def echo() -> dict[str, str]:
        async def take(request: web.Request) -> web.Response:
            return web.json_response({"ok": True, "result": dict(await request.post())})

        async with telegram(take) as root, opened(timeouts=Timeouts()) as transport:
            data = RequestData([RequestParameter(name, value, None) for name, value in values.items()])
            return await transport.post(f"{root}/bot{TOKEN}/x", data)  # type: ignore[return-value]  # our echo

    assert asyncio.run(echo()) == {
        name: value.encode("utf-8", "replace").decode() for name, value in values.items()
    }
