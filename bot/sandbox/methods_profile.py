"""Methods about the bot itself, its chats, its files and where its updates go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.sandbox.methods_send import Method
from bot.sandbox.profile import Text
from bot.sandbox.wire import Incoming, Refusal, Wire, bad
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LONGEST_DESCRIPTION = 256
_MOST_COMMANDS = 100
_LOCAL = re.compile(r"http://127\.0\.0\.1:\d+/.*")
_PUBLIC = re.compile(r"https://[^/:]+(?::(?:443|80|88|8443))?(?:/.*)?")


def get_me(world: World, call: Incoming) -> Wire:
    """getMe."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _yes(world: World, call: Incoming) -> bool:
    return True


def set_my_commands(world: World, call: Incoming) -> bool:
    """setMyCommands."""
    commands: Sequence[Wire] = call.params["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= _LONGEST_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.set_commands(_scope(world, call), _language(call), list(commands))
    return True


def get_my_commands(world: World, call: Incoming) -> list[Wire]:
    """getMyCommands."""
    return world.profile.commands(_scope(world, call), _language(call))


def delete_my_commands(world: World, call: Incoming) -> bool:
    """deleteMyCommands."""
    world.profile.set_commands(_scope(world, call), _language(call), [])
    return True


def _scope(world: World, call: Incoming) -> str:
    scope: Wire = call.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.chat(scope["chat_id"])
    return ":".join(str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope)


def _language(call: Incoming) -> str:
    language = str(call.get("language_code") or "")
    if not _LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def _setter(which: Text, most: int) -> Method:
    def set_text(world: World, call: Incoming) -> bool:
        text = call.get(which) or ""
        if len(text) > most:
            raise bad(f"{which.replace('_', ' ')} is too long")
        world.profile.set_text(which, _language(call), text)
        return True

    return set_text


def _getter(which: Text) -> Method:
    def get_text(world: World, call: Incoming) -> Wire:
        return {which: world.profile.text(which, _language(call))}

    return get_text


def get_chat(world: World, call: Incoming) -> Wire:
    """getChat."""
    chat = world.chat(call.params["chat_id"])
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    wire = chat.wire | {"accent_color_id": 0, "max_reaction_count": 11}
    wire["accepted_gift_types"] = dict.fromkeys(gifts, False)
    if chat.pinned in chat.messages:
        wire["pinned_message"] = chat.messages[chat.pinned]
    return wire


def leave_chat(world: World, call: Incoming) -> bool:
    """leaveChat: nobody can leave a private chat; where others are, that the bot left is all there is."""
    chat_id = call.params["chat_id"]
    if isinstance(chat_id, int) and chat_id < 0:
        world.left.append(chat_id)
        return True
    world.chat(chat_id)
    raise bad("chat member status can't be changed in private chats")


def send_chat_action(world: World, call: Incoming) -> bool:
    """sendChatAction."""
    chat = world.reachable(call.params["chat_id"])
    world.publish(chat.id, {"type": "action", "action": call.params["action"]})
    return True


def get_user_profile_photos(world: World, call: Incoming) -> Wire:
    """getUserProfilePhotos: nobody has one."""
    if call.params["user_id"] not in world.chats:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}


def get_file(world: World, call: Incoming) -> Wire:
    """getFile."""
    try:
        file = world.files.find(call.params["file_id"])
    except Refusal:
        raise bad("invalid file_id") from None
    return world.files.described(file)


def set_chat_menu_button(world: World, call: Incoming) -> bool:
    """setChatMenuButton."""
    chat_id = call.get("chat_id", 0)
    if chat_id:
        world.chat(chat_id)
    world.profile.set_menu(chat_id, call.get("menu_button") or {"type": "default"})
    return True


def get_chat_menu_button(world: World, call: Incoming) -> Wire:
    """getChatMenuButton."""
    return world.profile.menu(call.get("chat_id", 0))


def set_webhook(world: World, call: Incoming) -> bool:
    """setWebhook: a public address as Telegram wants it, or one of this machine."""
    address = call.params["url"]
    if address and not (_LOCAL.fullmatch(address) or _PUBLIC.fullmatch(address)):
        raise bad("bad webhook: an HTTPS URL must be provided for webhook, on port 80, 88, 443 or 8443")
    if not _SECRET.fullmatch(call.get("secret_token", "none")):
        raise bad("secret token contains unallowed characters")
    most = call.get("max_connections", 40)
    if not 1 <= most <= 100:
        raise bad("max_connections is out of range")
    world.updates.allow(call.get("allowed_updates"))
    if call.get("drop_pending_updates"):
        world.updates.drop()
    kept = {"url": address, "secret_token": call.get("secret_token", ""), "max_connections": most}
    world.updates.set_webhook(kept if address else {"url": ""})
    return True


def delete_webhook(world: World, call: Incoming) -> bool:
    """deleteWebhook."""
    if call.get("drop_pending_updates"):
        world.updates.drop()
    world.updates.set_webhook({"url": ""})
    return True


def get_webhook_info(world: World, call: Incoming) -> Wire:
    """getWebhookInfo."""
    updates = world.updates
    shown = {key: value for key, value in updates.webhook.items() if key != "secret_token"}
    info = shown | {"has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    return info | ({"allowed_updates": updates.allowed} if updates.allowed else {})


ABOUT: dict[str, Method] = {
    "getMe": get_me,
    "logOut": _yes,
    "close": _yes,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", 64),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description", 512),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", 120),
    "getMyShortDescription": _getter("short_description"),
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "sendChatAction": send_chat_action,
    "getUserProfilePhotos": get_user_profile_photos,
    "getFile": get_file,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
