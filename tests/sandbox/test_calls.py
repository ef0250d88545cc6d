"""Every call is checked against the specification, however it came, and written down."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox, spec
from tests.sandbox.wires import Caller


async def test_a_wrong_token_opens_nothing(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sandbox.url}/bot1:wrong/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_methods_nobody_knows_are_not_found(call: Caller) -> None:
    assert await call.refused("sendLove") == "Not Found: method not found"
    assert await call.refused("getme") == "Not Found: method not found"


async def test_known_methods_the_sandbox_has_not_are_refused_by_name(call: Caller) -> None:
    refused = await call.refused("sendDice", chat_id=1)
    assert refused == "Bad Request: the sandbox does not carry out sendDice"


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 1}, "message text is empty"),
        ({"chat_id": 1, "text": 5}, '"text" must be String'),
        ({"chat_id": 1.5, "text": "x"}, '"chat_id" must be Integer or String'),
        ({"chat_id": True, "text": "x"}, '"chat_id" must be Integer or String'),
        ({"chat_id": 1, "text": "x", "silent": True}, 'knows no parameter "silent" of sendMessage'),
        ({"chat_id": 1, "text": "x", "disable_notification": "maybe"}, "must be Boolean"),
        ({"chat_id": 1, "text": "x", "reply_markup": "{"}, 'can\'t parse "reply_markup"'),
        ({"chat_id": 1, "text": "x", "entities": {}}, "must be an array"),
        (
            {"chat_id": 1, "text": "x", "entities": [{"type": "bold", "offset": 0}]},
            '"length" of MessageEntity',
        ),
        ({"chat_id": 1, "text": "x", "entities": [{"type": "fat", "offset": 0, "length": 1}]}, "wrong value"),
        ({"chat_id": 1, "text": "x", "link_preview_options": {"off": True}}, 'no field "off"'),
        ({"chat_id": 1, "text": "x", "reply_parameters": {"message_id": "1"}}, "must be Integer"),
    ],
)
async def test_what_is_wrong_with_a_call_is_named(call: Caller, params: dict[str, Any], reason: str) -> None:
    assert reason in await call.refused("sendMessage", **params)


async def test_a_call_may_come_as_query_form_or_json(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    address = f"{sandbox.url}/bot{sandbox.token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    flat = {
        "chat_id": str(anna.id),
        "text": "x",
        "reply_markup": json.dumps(markup),
        "protect_content": "true",
    }
    multipart = aiohttp.FormData(flat, default_to_multipart=True)
    nested = {"chat_id": anna.id, "text": "x", "reply_markup": markup, "protect_content": True}
    for request in (
        http.get(address, params=flat),
        http.post(address, data=flat),
        http.post(address, data=multipart),
        http.post(address, json=nested),
    ):
        async with request as answer:
            result = (await answer.json())["result"]
            assert result["reply_markup"] == markup and result["has_protected_content"] is True


async def test_unreadable_bodies_are_refused(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    address = f"{sandbox.url}/bot{sandbox.token}/getMe"
    for body in (b"{", b"[]"):
        async with http.post(address, data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400


async def test_a_file_that_was_promised_must_come_along(call: Caller, anna: Person) -> None:
    refused = await call.refused("sendDocument", chat_id=anna.id, document="attach://pages")
    assert refused == 'Bad Request: file "pages" was not uploaded with the call'


async def test_every_call_is_written_down(sandbox: Sandbox, call: Caller, anna: Person) -> None:
    await call.done("sendMessage", chat_id=anna.id, text="x")
    await call.refused("sendMessage", chat_id=5, text="x")
    done, refused = sandbox.calls
    assert (done.method, done.chat_id, done.status, done.result["text"]) == ("sendMessage", anna.id, 200, "x")
    assert (refused.chat_id, refused.status, refused.result) == (5, 400, "Bad Request: chat not found")
    assert done.at == sandbox.world.clock.now() and done.at_monotonic <= refused.at_monotonic


async def test_a_bench_keeps_no_log(http: aiohttp.ClientSession) -> None:
    async with Sandbox(keep_calls=False).serving() as sandbox:
        await Caller(sandbox, http).done("getMe")
    assert sandbox.calls == []


def test_every_method_and_type_of_the_specification_can_be_checked() -> None:
    everything = spec.specification()
    assert everything["version"] == "Bot API 10.1"
    for method in everything["methods"]:
        with pytest.raises(Exception, match=r"knows no parameter"):
            spec.validated(method, {"nonsense": 1}, {})
    for name in everything["types"]:
        with pytest.raises(Exception, match=r"must be|is none of"):
            spec.check_object(name, object())
