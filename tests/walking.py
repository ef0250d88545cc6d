"""Going everywhere: every command, with and without words, and every kind of button that appears."""

from __future__ import annotations

from typing import Any, cast

from bot.chat import routes
from bot.sandbox import Person
from tests.dialog import Dialog

DEPTH = 2
DAY = "2020-02-02"
CRISIS, HEAVY = "I want to die", "I can't do this anymore"


class Anything:
    """Has every attribute: only the names of the routes are wanted."""

    def __getattr__(self, name: str) -> Anything:
        return self


NAMES = tuple(routes.presses(cast(routes.Features, Anything())))
"""Of every kind of button that is known to the dispatcher."""


async def everywhere(anna: Dialog, words: str) -> set[str]:
    """Say and press all there is; ``words`` are what they write. Returns the names of what was pressed."""
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
    return {kind.partition("|")[0] for kind in pressed}


async def every_other(anna: Dialog, words: str, names: set[str]) -> None:
    """Press those buttons, wherever they may stand, each with what it may carry; *Forget everything* last."""
    for name in sorted(names, key=lambda name: (name == "forget-yes", name)):
        anna.person.says(f"{words}, before {name}")
        await anna.settles()
        last = {
            table: anna.house.db.execute(f"SELECT MAX(id) FROM {table} WHERE person_id = ?", [anna.person.id])
            for table in ("glimmers", "nudges")
        }
        glimmer, nudge = (row.fetchone()[0] or 0 for row in last.values())
        now = int(anna.clock.now().timestamp())
        for args in ((glimmer,), (nudge,), (glimmer, DAY), (glimmer, "48.0", "2.0"), (now,), (DAY, "9")):
            press(anna.person, "|".join(map(str, (name, *args))))
        await anna.settles()


def press(person: Person, data: str) -> None:
    """Press a button that no message of the bot's need have had."""
    message = next(m for m in reversed(person.chat) if m["from"]["is_bot"])
    person._world.press(person._chat, message, data)
    person._world.commit()


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
