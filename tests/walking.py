"""Going everywhere: every command, with and without words, and every kind of button that appears."""

from __future__ import annotations

from typing import Any

from tests.dialog import Dialog

DEPTH = 2
CRISIS, HEAVY = "I want to die", "I can't do this anymore"


async def everywhere(anna: Dialog, words: str) -> None:
    """Say and press all there is; ``words`` are what the person writes."""
    pressed: set[str] = set()
    for said in (words, CRISIS, HEAVY, "/start", "London", "8:30", words):
        await anna.says(said)
        await walk(anna, DEPTH, pressed)
    for command in anna.house.commands:
        for typed in ("", f" {words}"):
            await anna.says(f"/{command}{typed}")
            await walk(anna, DEPTH, pressed)
    await anna.says("/nope")
    person = anna.person
    edited = person.says(words)
    person.edits(edited, f"{words} {words}")
    person.sends_photo(b"x", words)
    person.sends_album([b"x", b"y"], words)
    person.sends_voice(b"x", words)
    person.sends_video(b"x", words)
    person.sends_document(b"x", "note.txt", caption=words)
    person.sends_sticker()
    person.forwards(words, "Nobody")
    person.shares_location(52.52, 13.405)
    person.sends_contact()
    await anna.settles()
    await walk(anna, DEPTH, pressed)


def buttons(message: dict[str, Any]) -> list[str]:
    """What its buttons carry."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["callback_data"] for row in rows for b in row if "callback_data" in b]


async def walk(anna: Dialog, depth: int, pressed: set[str]) -> None:
    """Press each kind of button under the newest message once, and what opens below it."""
    message = next((m for m in reversed(anna.person.chat) if m["from"]["is_bot"]), {})
    for data in buttons(message):
        kind = "|".join(part for part in data.split("|") if not part.isdecimal())
        if kind in pressed:
            continue
        pressed.add(kind)
        now = {m["message_id"]: m for m in anna.person.chat}[message["message_id"]]
        if data in buttons(now):
            anna.person.presses(now, data)
            await anna.settles()
            if depth:
                await walk(anna, depth - 1, pressed)
