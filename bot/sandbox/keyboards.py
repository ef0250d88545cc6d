"""Refuses keyboards Telegram would refuse. Shapes were checked by ``spec``; this is about what is in them."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sandbox.wire import Refusal, Wire, bad

MOST_BUTTONS = 100
_LONGEST_DATA = 64  # bytes
_LONGEST_PLACEHOLDER = 64
_SCHEMES = {"http", "https", "tg"}
_LOOKS = {"text", "icon_custom_emoji_id", "style"}


def checked_markup(markup: Wire | None) -> Wire | None:
    """The markup itself; raises Refusal with Telegram's text where a button of it is impossible."""
    if markup is None:
        return None
    for rows, check in (
        (markup.get("inline_keyboard"), _check_inline),
        (markup.get("keyboard"), _check_reply),
    ):
        if rows is not None:
            _check_size(rows)
            for button in (button for row in rows for button in row):
                check(button)
    _check_placeholder(markup.get("input_field_placeholder"))
    return markup


def checked_inline(markup: Wire | None) -> Wire | None:
    """The same where only an inline keyboard is due; an empty one means none."""
    checked_markup(markup)
    return markup if markup and any(markup["inline_keyboard"]) else None


def _check_size(rows: list[list[Wire]]) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    if any(not row for row in rows) and len(rows) > 1:
        raise bad("a row of the keyboard has no buttons (Telegram drops it in silence)")


def _check_inline(button: Wire) -> None:
    actions = button.keys() - _LOOKS
    if not actions:
        raise _cant("inline keyboard button", "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _cant("inline keyboard button", "exactly one optional field must be used")
    _check_text(button, "inline keyboard button")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= _LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not _is_url(button["url"]):
        raise bad("BUTTON_URL_INVALID")


def _check_reply(button: Wire) -> None:
    if len(button.keys() - _LOOKS) > 1:
        raise _cant("keyboard button", "at most one optional field can be used")
    _check_text(button, "keyboard button")


def _check_text(button: Wire, what: str) -> None:
    if not button["text"].strip():
        raise _cant(what, "Text of the button must be non-empty")


def _check_placeholder(text: str | None) -> None:
    if text is not None and not 1 <= len(text) <= _LONGEST_PLACEHOLDER:
        raise bad("input field placeholder must be 1-64 characters long (Telegram cuts it in silence)")


def _is_url(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in _SCHEMES and bool(parts.netloc) and not any(sign.isspace() for sign in address)


def _cant(what: str, reason: str) -> Refusal:
    return bad(f"can't parse {what}: {reason}")
