"""Methods that change, take away or mark a message that is there, and answer a pressed button."""

from __future__ import annotations

from bot.sandbox import content
from bot.sandbox.chats import Chat
from bot.sandbox.keyboards import checked_inline
from bot.sandbox.methods_send import Method, input_media
from bot.sandbox.wire import Incoming, Wire, bad
from bot.sandbox.world import Answer, World

DELETABLE = 48 * 3600  # seconds
_LONGEST_ANSWER = 200
_MOST_DELETED = 100
_TEXT = {"text", "entities", "link_preview_options"}
_CAPTION = {"caption", "caption_entities", "show_caption_above_media"}
_MEDIA = {"photo", "voice", "audio", "video", "animation", "document", "has_media_spoiler"}
_UNMODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_text(world: World, call: Incoming) -> Wire:
    """editMessageText."""
    chat, message = _own(world, call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, message, call, _without(message, _TEXT) | content.text(call.params))


def edit_caption(world: World, call: Incoming) -> Wire:
    """editMessageCaption."""
    chat, message = _own(world, call)
    if not message.keys() & (_MEDIA - {"has_media_spoiler"}):
        raise bad("there is no caption in the message to edit")
    return _change(world, chat, message, call, _without(message, _CAPTION) | content.captioned(call.params))


def edit_media(world: World, call: Incoming) -> Wire:
    """editMessageMedia."""
    chat, message = _own(world, call)
    parts = input_media(world, call, call.params["media"])
    rest = _without(message, _TEXT | _CAPTION | _MEDIA)
    return _change(world, chat, message, call, rest | parts)


def edit_markup(world: World, call: Incoming) -> Wire:
    """editMessageReplyMarkup; leaves no edit date, as in Telegram."""
    chat, message = _own(world, call)
    markup = checked_inline(call.get("reply_markup"))
    if markup == message.get("reply_markup"):
        raise bad(_UNMODIFIED)
    return chat.replace(_without(message, {"reply_markup"}) | ({"reply_markup": markup} if markup else {}))


def _own(world: World, call: Incoming) -> tuple[Chat, Wire]:
    """A message of the bot that may be edited; raises Refusal otherwise."""
    if "chat_id" not in call.params or "message_id" not in call.params:
        raise bad("message identifier is not specified")
    chat = world.reachable(call.params["chat_id"])
    message = chat.messages.get(call.params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if not message["from"]["is_bot"] or "forward_origin" in message:
        raise bad("message can't be edited")
    return chat, message


def _without(message: Wire, fields: set[str]) -> Wire:
    return {key: value for key, value in message.items() if key not in fields}


def _change(world: World, chat: Chat, message: Wire, call: Incoming, changed: Wire) -> Wire:
    """A keyboard that is not passed again is taken away, as in Telegram."""
    markup = checked_inline(call.get("reply_markup"))
    changed = _without(changed, {"reply_markup"}) | ({"reply_markup": markup} if markup else {})
    if changed == message:
        raise bad(_UNMODIFIED)
    return chat.replace(changed | {"edit_date": world.date()})


def delete_message(world: World, call: Incoming) -> bool:
    """deleteMessage: either side's, for 48 hours."""
    chat = world.chat(call.params["chat_id"])
    number = call.params["message_id"]
    if number not in chat.messages:
        raise bad("message to delete not found")
    _check_deletable(world, chat.messages[number])
    chat.remove(number)
    return True


def delete_messages(world: World, call: Incoming) -> bool:
    """deleteMessages: what is not there is passed over."""
    chat = world.chat(call.params["chat_id"])
    numbers = call.params["message_ids"]
    if not 1 <= len(numbers) <= _MOST_DELETED:
        raise bad("there must be 1-100 message identifiers")
    there = [number for number in dict.fromkeys(numbers) if number in chat.messages]
    for number in there:
        _check_deletable(world, chat.messages[number])
    for number in there:
        chat.remove(number)
    return True


def _check_deletable(world: World, message: Wire) -> None:
    if world.date() - message["date"] > DELETABLE:
        raise bad("message can't be deleted for everyone")


def answer_callback_query(world: World, call: Incoming) -> bool:
    """answerCallbackQuery: once, within 150 seconds."""
    text = call.get("text", "")
    if len(text) > _LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    number = call.params["callback_query_id"]
    world.answer(Answer(number, text, call.get("show_alert", False), call.get("url", "")))
    return True


def set_message_reaction(world: World, call: Incoming) -> bool:
    """setMessageReaction: one of the free emoji, or none."""
    chat = world.reachable(call.params["chat_id"])
    number = call.params["message_id"]
    reactions = call.get("reaction", [])
    if number not in chat.messages:
        raise bad("message to react not found")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(reaction["type"] != "emoji" for reaction in reactions):
        raise bad("REACTION_INVALID")
    chat.react(number, "bot", [reaction["emoji"] for reaction in reactions])
    return True


def pin_chat_message(world: World, call: Incoming) -> bool:
    """pinChatMessage."""
    chat = world.reachable(call.params["chat_id"])
    if call.params["message_id"] not in chat.messages:
        raise bad("message to pin not found")
    chat.pinned = call.params["message_id"]
    chat.save()
    return True


def unpin_chat_message(world: World, call: Incoming) -> bool:
    """unpinChatMessage and unpinAllChatMessages."""
    chat = world.reachable(call.params["chat_id"])
    if call.get("message_id", chat.pinned) != chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned = None
    chat.save()
    return True


EDITING: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "setMessageReaction": set_message_reaction,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_chat_message,
}
