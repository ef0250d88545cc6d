"""Updates shaped like Telegram's, bent in one or several places."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from bot.sandbox.spec import check_object
from bot.sandbox.wire import Refusal

UNHEARD_OF = ("unheard_of", "something_new")
LARGEST = 2**52  # Telegram's numbers have at most 52 bits (Bot API)
Wire = dict[str, Any]
ANNA = {"id": 5_000_001_001, "is_bot": False, "first_name": "Anna", "language_code": "en"}
CHAT = {"id": 5_000_001_001, "type": "private", "first_name": "Anna"}
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 10}
TEXTS = (
    "",
    " ",
    "a" * 4096,
    "\U0001f600" * 2048,  # 4,096 units
    "\U0001f600" * 4096,
    "\u202b" + "\u05e9\u05dc\u05d5\u05dd " * 900,
    "\u200d\ufe0f\u2066\u2069\u061c" * 800,
    "half \udfff of \ud83d pairs \udc00\ud800",
    "0" * 4096,
    "\ud800 half",
    "‮upside‬ ‏down",
    "zero​width‍‍",
    "\x00\x01\x1b[31m",
    "<b>&amp;</i><a href='x'>",
    "' OR 1=1; --",
    '"a" AND NEAR(b',
    "/times " + "8:30," * 900,
    "/recap 99999-99",
    "/pause " + "9" * 400 + " days",
    "/timezone ../../etc/passwd",
    '/search "* OR',
    "/start@other_bot x",
    "/",
    "//",
    "ยินดี 今日は أهلا नमस्ते",
)
ODD = (
    *(None, True, False, 0, -1, 1.5, 1e308, 2**31, 2**53, 2**63, -(2**70), 10**300),
    *("", "x", "\ud800", [], {}, [[]], [None], {"id": None}, [[[[[[{}]]]]]]),
)
DATA = (
    *("undo|1", "zone|start|Europe/London", "times|start|morning|on", "recap-more|week||x|9", "|", "||||"),
    *("nothing|" + "9" * 30, "later|-1", "language|xx", "ack|loud", "x" * 64, "undo|1|2|3", "undo|①"),
)


def entities(rng: random.Random) -> list[Wire]:
    """Marks one in another, some of them beyond the text or through the middle of a pair."""
    kinds = (
        "bold",
        "italic",
        "underline",
        "spoiler",
        "code",
        "pre",
        "blockquote",
        "hashtag",
        "url",
        "unheard_of",
    )
    start, length = rng.randrange(40), rng.choice((1, 2, 3, 4096, 2**31))
    marks = [
        {"type": rng.choice(kinds), "offset": start + n // 3, "length": max(1, length - n)}
        for n in range(rng.choice((1, 3, 100)))
    ]
    link = {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:x"}
    return [*marks, link, {"type": "text_mention", "offset": 1, "length": 2, "user": ANNA}]


def message(rng: random.Random, number: int) -> Wire:
    """Some message of Anna's."""
    base: Wire = {"message_id": number, "date": 1_795_000_000 + number, "chat": CHAT, "from": ANNA}
    photo = {**FILE, "width": 90, "height": 90}
    contents: tuple[Wire, ...] = (
        {"text": rng.choice(TEXTS)},
        {"text": rng.choice(TEXTS), "entities": entities(rng)},
        {"photo": [photo], "caption": rng.choice(TEXTS)[:1024], "caption_entities": entities(rng)},
        {"text": "rain", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        {"text": "b", "reply_to_message": {**base, "message_id": number - 1, "text": "a"}},
        {"text": "b", "quote": {"text": "a", "position": 0}},
        {"text": "from afar", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "N"}},
        {"photo": [photo, {**photo, "width": 900}], "caption": rng.choice(TEXTS)[:1024]},
        {"photo": [photo], "media_group_id": "g"},
        {"voice": {**FILE, "duration": 3}},
        {"video_note": {**FILE, "duration": 3, "length": 240}},
        {
            "sticker": {
                **FILE,
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        {"document": {**FILE, "file_name": "../../x", "mime_type": "a/b"}},
        {"location": {"latitude": 52.5, "longitude": 13.4}},
        {"venue": {"location": {"latitude": 0, "longitude": 0}, "title": "t", "address": "a"}},
        {"contact": {"phone_number": "+1", "first_name": "N"}},
        {"dice": {"emoji": "🎲", "value": 6}},
        {"pinned_message": {**base, "message_id": 1, "date": 0}},
        {"new_chat_title": "t"},
        {"something_new": {"deep": [1, {"deeper": "x"}]}},
    )
    return {**base, **rng.choice(contents)}


def update(rng: random.Random, number: int) -> Wire:
    """Some update, as it should be."""
    said = message(rng, number)
    member = {"user": ANNA, "status": "member"}
    edited = {**said, "message_id": rng.randint(1, number), "edit_date": said["date"]}
    pressed = {"id": "1", "from": ANNA, "chat_instance": "1", "message": said, "data": rng.choice(DATA)}
    about = {"chat": CHAT, "from": ANNA, "date": 1}
    reacted = {"chat": CHAT, "message_id": 1, "user": ANNA, "date": 1, "old_reaction": [], "new_reaction": []}
    kinds: tuple[Wire, ...] = (
        {"message": said},
        {"message": said},
        {"edited_message": edited},
        {"callback_query": pressed},
        {"my_chat_member": {**about, "old_chat_member": member, "new_chat_member": member}},
        {"message": {**said, "chat": {"id": -5, "type": "group", "title": "g"}}},
        {"channel_post": {**said, "chat": {"id": -6, "type": "channel", "title": "c"}}},
        {"message_reaction": reacted},
    )
    return copy.deepcopy({"update_id": number, **rng.choice(kinds)})


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield (*path, key)
        yield from spots(below, (*path, key))


def bent(rng: random.Random, number: int) -> Wire:
    """An update with something small or a lot that is wrong; its id stays."""
    made = update(rng, number)
    for _ in range(rng.choice((1, 1, 2, 5))):
        places = [spot for spot in spots(made) if spot != ("update_id",)]
        if places:
            bend(rng, made, rng.choice(places))
    return made


def bend(rng: random.Random, made: Wire, spot: tuple[Any, ...]) -> None:
    """Take out, exchange, or add something there."""
    *way, last = spot
    holder: Any = made
    for key in way:
        holder = holder[key]
    match rng.randrange(4):
        case 0:
            del holder[last]
        case 1:
            holder[last] = copy.deepcopy(rng.choice(ODD))
        case 2:
            holder[last] = rng.choice(TEXTS)
        case _:
            if isinstance(holder[last], dict):
                holder[last]["unheard_of"] = copy.deepcopy(rng.choice(ODD))


def is_update(raw: Wire) -> bool:
    """Whether the Bot API's specification allows it, fields that nobody has heard of left out."""
    known = without_news(raw)
    if any(isinstance(value, int) and abs(value) >= LARGEST for value in leaves(known)):
        return False
    try:
        check_object("Update", known)
    except Refusal:
        return False
    return True


def without_news(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_news(below) for key, below in value.items() if key not in UNHEARD_OF}
    if isinstance(value, list):
        return [without_news(below) for below in value]
    return "bold" if value == "unheard_of" else value  # a kind of mark


def leaves(value: Any) -> Iterator[Any]:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if below is None:
        yield value
        return
    for one in below:
        yield from leaves(one)
