"""Methods that put a new message into a chat."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from bot.sandbox import content
from bot.sandbox.chats import Chat
from bot.sandbox.entities import utf16
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.wire import Incoming, Wire, bad
from bot.sandbox.world import World

Method = Callable[[World, Incoming], Any]
_GROUP_KINDS = {"photo", "video", "audio", "document"}
_ALONE = {"audio", "document"}  # may be grouped only with their own kind
_ELSEWHERE = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "the sandbox knows no direct messages topics",
    "suggested_post_parameters": "the sandbox knows no suggested posts",
}


def deliver(world: World, chat: Chat, call: Incoming, parts: Wire) -> Wire:
    """Add the bot's message; raises Refusal where its keyboard, its reply or its haste is refused."""
    markup = checked_markup(call.get("reply_markup"))
    for name, text in _ELSEWHERE.items():
        if name in call.params:
            raise bad(text)
    common = _reply(chat, call.get("reply_parameters")) | _flags(call)
    if markup and any(markup.get("inline_keyboard", ())):
        common["reply_markup"] = markup
    world.flood.pass_message(chat.id, call.get("allow_paid_broadcast", False))
    message = chat.add(world.bot, world.date(), common | parts)
    _show_keyboard(chat, message, markup)
    return message


def _show_keyboard(chat: Chat, message: Wire, markup: Wire | None) -> None:
    if markup is None or "inline_keyboard" in markup:
        return
    chat.asked = message["message_id"] if "force_reply" in markup else None
    chat.show_keyboard(None if "remove_keyboard" in markup else markup)


def _reply(chat: Chat, parameters: Wire | None) -> Wire:
    if parameters is None:
        return {}
    if parameters.get("chat_id", chat.id) != chat.id:
        raise bad("the sandbox replies only within a chat")
    target = chat.messages.get(parameters["message_id"])
    if target is None:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": shallow(target)} | _quote(target, parameters)


def shallow(message: Wire) -> Wire:
    """A message as it stands in ``reply_to_message``: without what it replied to itself."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


def _quote(target: Wire, parameters: Wire) -> Wire:
    quote = parameters.get("quote")
    if not quote:
        return {}
    whole = target.get("text") or target.get("caption") or ""
    if quote not in whole:
        raise bad("QUOTE_TEXT_INVALID")
    return {"quote": {"text": quote, "position": utf16(whole[: whole.index(quote)]), "is_manual": True}}


def _flags(call: Incoming) -> Wire:
    flags: Wire = {}
    if call.get("protect_content"):
        flags["has_protected_content"] = True
    if call.get("message_effect_id"):
        flags["effect_id"] = call.get("message_effect_id")
    return flags


def send_message(world: World, call: Incoming) -> Wire:
    """sendMessage."""
    chat = world.reachable(call.params["chat_id"])
    return deliver(world, chat, call, content.text(call.params))


def send_location(world: World, call: Incoming) -> Wire:
    """sendLocation."""
    chat = world.reachable(call.params["chat_id"])
    point = {key: call.params[key] for key in ("latitude", "longitude")}
    if not (abs(point["latitude"]) <= 90 and abs(point["longitude"]) <= 180):
        raise bad("wrong location specified")
    return deliver(world, chat, call, {"location": point})


def _send_media(kind: str) -> Method:
    def send(world: World, call: Incoming) -> Wire:
        chat = world.reachable(call.params["chat_id"])
        parts = content.captioned(call.params)
        parts = content.media(world.files, kind, call.params[kind], call.params, call.uploads) | parts
        return deliver(world, chat, call, parts)

    return send


def send_media_group(world: World, call: Incoming) -> list[Wire]:
    """sendMediaGroup: 2–10 files that may stand together."""
    chat = world.reachable(call.params["chat_id"])
    items = call.params["media"]
    kinds = {item["type"] for item in items}
    if not 2 <= len(items) <= 10:
        raise bad("there must be 2-10 items in a media group")
    if not kinds <= _GROUP_KINDS or (kinds & _ALONE and len(kinds) > 1):
        raise bad("these types can't be in one media group")
    group = {"media_group_id": str(secrets.randbelow(10**17))}
    parts = [group | input_media(world, call, item) for item in items]
    first = deliver(world, chat, call, parts[0])
    return [first, *(chat.add(world.bot, world.date(), _common(first) | part) for part in parts[1:])]


def input_media(world: World, call: Incoming, item: Wire) -> Wire:
    """The parts of a Message an InputMedia object means."""
    kind = item["type"]
    if kind not in _GROUP_KINDS | {"animation"}:
        raise bad(f"the sandbox does not carry out media of type {kind}")
    return content.media(world.files, kind, item["media"], item, call.uploads) | content.captioned(item)


def _common(message: Wire) -> Wire:
    kept = ("reply_to_message", "quote", "has_protected_content", "effect_id")
    return {key: message[key] for key in kept if key in message}


def copy_message(world: World, call: Incoming) -> Wire:
    """copyMessage."""
    original = _original(world, call, "copied")
    chat = world.reachable(call.params["chat_id"])
    left_out = {
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "quote",
        "reply_markup",
    }
    parts = {key: value for key, value in original.items() if key not in left_out | {"forward_origin"}}
    if "caption" in call.params:
        parts = {key: value for key, value in parts.items() if not key.startswith("caption")}
    return {"message_id": deliver(world, chat, call, parts | content.caption(call.params))["message_id"]}


def forward_message(world: World, call: Incoming) -> Wire:
    """forwardMessage."""
    original = _original(world, call, "forwarded")
    chat = world.reachable(call.params["chat_id"])
    left_out = {
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "quote",
        "reply_markup",
    }
    parts = {key: value for key, value in original.items() if key not in left_out}
    origin = {"type": "user", "date": original["date"], "sender_user": original["from"]}
    return deliver(world, chat, call, {"forward_origin": origin} | parts)


def _original(world: World, call: Incoming, done: str) -> Wire:
    verb = {"copied": "copy", "forwarded": "forward"}[done]
    original = world.chat(call.params["from_chat_id"]).messages.get(call.params["message_id"])
    if original is None:
        raise bad(f"message to {verb} not found")
    if original.get("has_protected_content"):
        raise bad(f"message can't be {done}")
    return original


SENDING: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": _send_media("photo"),
    "sendVoice": _send_media("voice"),
    "sendDocument": _send_media("document"),
    "sendAudio": _send_media("audio"),
    "sendVideo": _send_media("video"),
    "sendAnimation": _send_media("animation"),
    "sendVideoNote": _send_media("video_note"),
    "sendSticker": _send_media("sticker"),
    "sendLocation": send_location,
    "sendMediaGroup": send_media_group,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
