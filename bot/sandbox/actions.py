"""What a person can do in the app, each as one change of the world that the bot may hear of."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox import content, images, spec
from bot.sandbox.chats import Chat
from bot.sandbox.entities import plain, utf16
from bot.sandbox.methods_send import shallow
from bot.sandbox.wire import Upload, Wire
from bot.sandbox.world import World

_UNKNOWN_SIZE = (1280, 960)  # of a photo whose bytes are no picture
_EDITABLE = 48 * 3600  # seconds


class ImpossibleError(Exception):
    """No app lets a person do this; the text says why."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a person sends: ``kind`` is the field of Message it becomes; ``details`` e.g. a duration."""

    kind: str
    upload: Upload
    details: Wire


def send(world: World, chat: Chat, parts: Wire) -> Wire:
    """A message of the person; returns it and lets the bot know."""
    check_can_write(chat)
    chat.started = True
    message = chat.add(chat.user, world.date(), parts)
    if chat.keyboard and "force_reply" in chat.keyboard:
        chat.show_keyboard(None)
    world.updates.add("message", dict(message))
    world.commit()
    return message


def check_can_write(chat: Chat) -> None:
    """Raise ImpossibleError for who blocked the bot or whose account is gone."""
    if chat.blocked or chat.deactivated:
        reason = "blocked the bot" if chat.blocked else "has no account any more"
        raise ImpossibleError(f"{chat.user['first_name']} {reason}")


def say(world: World, chat: Chat, text: str, around: Wire) -> Wire:
    """Text, in as many messages as the app would cut it into; returns the last."""
    if not text.strip():
        raise ImpossibleError("there is no text to send")
    most = content.LONGEST_TEXT
    pieces = [piece for start in range(0, len(text), most) if (piece := text[start : start + most]).strip()]
    return [send(world, chat, around | text_parts(piece)) for piece in pieces][-1]


def text_parts(text: str) -> Wire:
    """Text with the entities Telegram finds in it."""
    formatted = plain(text)
    return {"text": formatted.text} | ({"entities": formatted.entities} if formatted.entities else {})


def caption_parts(text: str) -> Wire:
    """The same as a caption, or nothing."""
    formatted = plain(text)
    if len(formatted.text) > content.LONGEST_CAPTION:
        raise ImpossibleError("the app allows 1024 characters in a caption")
    parts: Wire = {"caption": formatted.text} if formatted.text else {}
    return parts | ({"caption_entities": formatted.entities} if formatted.entities else {})


def reply_parts(chat: Chat, reply_to: Wire | None, quote: str) -> Wire:
    """What a reply carries; without one, the answer to a forced reply."""
    forced = chat.asked if chat.keyboard and "force_reply" in chat.keyboard else None
    number = reply_to["message_id"] if reply_to else forced
    if number is None:
        return {}
    if number not in chat.messages:
        raise ImpossibleError(f"there is no message {number} to reply to")
    target = chat.messages[number]
    return {"reply_to_message": shallow(target)} | _quoted(target, quote)


def _quoted(target: Wire, quote: str) -> Wire:
    whole = str(target.get("text") or target.get("caption") or "")
    if quote not in whole:
        raise ImpossibleError("the quote is not in the message")
    position = utf16(whole[: whole.index(quote)])
    return {"quote": {"text": quote, "position": position, "is_manual": True}} if quote else {}


def attach(world: World, attachment: Attachment) -> Wire:
    """The field of a Message that carries a person's file."""
    file = world.files.add(attachment.kind, attachment.upload)
    if attachment.kind == "photo":
        return content.photo(world.files, file, *(images.size(attachment.upload.data) or _UNKNOWN_SIZE))
    return content.other(world.files, file, attachment.details)


def album(world: World, chat: Chat, attachments: Sequence[Attachment], caption: str) -> list[Wire]:
    """Several files as one; the caption stands on the first."""
    group = {"media_group_id": str(secrets.randbelow(10**17))}
    captions = [caption_parts(caption), *({} for _ in attachments[1:])]
    return [
        send(world, chat, group | attach(world, one) | words)
        for one, words in zip(attachments, captions, strict=True)
    ]


def edit(world: World, chat: Chat, number: int, text: str) -> Wire:
    """Change an own text or caption."""
    check_can_write(chat)
    message = chat.messages.get(number)
    if message is None or message["from"]["is_bot"]:
        raise ImpossibleError("only own messages can be edited")
    if world.date() - message["date"] > _EDITABLE:
        raise ImpossibleError("messages can be edited for 48 hours")
    left = {key: value for key, value in message.items() if key not in _edited_fields(message)}
    parts = text_parts(text) if "text" in message else caption_parts(text)
    edited = chat.replace(left | parts | {"edit_date": world.date()})
    world.updates.add("edited_message", dict(edited))
    world.commit()
    return edited


def _edited_fields(message: Wire) -> set[str]:
    return {"text", "entities"} if "text" in message else {"caption", "caption_entities"}


def react(world: World, chat: Chat, number: int, emoji: str | None) -> Wire:
    """Set or take away the person's one reaction; returns both sides' reactions."""
    check_can_write(chat)
    if number not in chat.messages:
        raise ImpossibleError(f"there is no message {number}")
    if emoji is not None:
        spec.check_object("ReactionTypeEmoji", {"type": "emoji", "emoji": emoji})
    old = chat.reactions_of(number)["person"]
    chat.react(number, "person", [emoji] if emoji else [])
    change = {"chat": chat.wire, "message_id": number, "user": chat.user, "date": world.date()}
    lists = {"old_reaction": _reactions(old), "new_reaction": _reactions([emoji] if emoji else [])}
    world.updates.add("message_reaction", change | lists)
    world.commit()
    return {"person": chat.reactions_of(number)["person"], "bot": chat.reactions_of(number)["bot"]}


def _reactions(emoji: list[str]) -> list[Wire]:
    return [{"type": "emoji", "emoji": one} for one in emoji]


def press(world: World, chat: Chat, number: int, label_or_data: str) -> str:
    """Press an inline button by its label or data; returns the callback query's id."""
    check_can_write(chat)
    message = chat.messages.get(number, {})
    buttons = [button for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for button in row]
    for button in buttons:
        if label_or_data in (button["text"], button.get("callback_data")) and "callback_data" in button:
            pressed = world.press(chat, message, button["callback_data"])
            world.commit()
            return pressed
    labels = ", ".join(button["text"] for button in buttons) or "none"
    raise ImpossibleError(f"message {number} has no button {label_or_data!r} to press; its buttons: {labels}")


def tap(world: World, chat: Chat, label: str) -> Wire:
    """Tap a button of the reply keyboard: sends its text."""
    buttons = [button for row in (chat.keyboard or {}).get("keyboard", ()) for button in row]
    button = next((button for button in buttons if button["text"] == label), None)
    if button is None:
        labels = ", ".join(button["text"] for button in buttons) or "none"
        raise ImpossibleError(f"there is no button {label!r} below the chat; the buttons: {labels}")
    if asked := sorted(key for key in button if key.startswith("request_")):
        raise ImpossibleError(f"this button does not send its text but asks: {asked[0]}")
    if (chat.keyboard or {}).get("one_time_keyboard"):
        chat.show_keyboard(None)
    return say(world, chat, label, {})


def set_blocked(world: World, chat: Chat, blocked: bool) -> None:
    """Block or unblock the bot; it hears of it as my_chat_member."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    chat.save()
    before, after = (_member(world), _banned(world)) if blocked else (_banned(world), _member(world))
    change = {"chat": chat.wire, "from": chat.user, "date": world.date()}
    world.updates.add("my_chat_member", change | {"old_chat_member": before, "new_chat_member": after})
    world.commit()


def _member(world: World) -> Wire:
    return {"status": "member", "user": world.bot}


def _banned(world: World) -> Wire:
    return {"status": "kicked", "user": world.bot, "until_date": 0}
