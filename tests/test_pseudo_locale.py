"""Every sentence comes from prompts/: with all words there marked, nothing unmarked is ever said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from babel import Locale as Cldr

from bot.library import Library
from bot.library.locale import Locale
from bot.library.messages import Messages
from tests import words
from tests.dialog import Dialog, talking
from tests.walking import CRISIS, HEAVY, everywhere

OPEN, CLOSE = "⟦", "⟧"
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
ENGLISH = Cldr("en")
CALENDAR = {
    word.casefold()
    for names in (*ENGLISH.months["format"].values(), *ENGLISH.days["format"].values())
    for name in names.values()
    for word in WORD.findall(name)
} | {"am", "pm", "and"}  # CLDR's, by Babel
DATA = {
    "london",
    "new",
    "york",
    "city",
    "los",
    "angeles",
    "toronto",
    "sydney",
    "delhi",
    "berlin",
    "utc",
    "english",
    "español",
    "deutsch",
    "mercury",
}
"""Names of places and languages."""


OWN = "warmth nonsense kettle"
OWN_WORDS = frozenset(WORD.findall(" ".join((OWN, CRISIS, HEAVY, "nobody")).casefold()))
"""All that is written on the way, and may be quoted back."""
"""The person's, and whom they forward from."""


class Marked(Messages):
    """The real messages, each with its marks; what is put into them must be marked or data, too."""

    def say(self, key: str, /, **values: Any) -> str:
        """The marked message."""
        for name, value in values.items():
            if isinstance(value, str) and not value.startswith("http"):
                assert not (foreign := unmarked(value, OWN_WORDS)), f"{key}: ${name} holds {foreign}"
        return f"{OPEN}{super().say(key, **values)}{CLOSE}"


def pseudo(locale: Locale) -> Locale:
    """The locale with every sentence marked."""
    marked = Marked.__new__(Marked)
    marked.__dict__.update(vars(locale.messages))
    return replace(
        locale,
        messages=marked,
        prompts=tuple(replace(p, text=mark(p.text)) for p in locale.prompts),
        acks=tuple(replace(a, text=mark(a.text)) for a in locale.acks),
        reinvites=tuple(replace(r, text=mark(r.text)) for r in locale.reinvites),
        recap_lines=tuple(replace(line, text=mark(line.text)) for line in locale.recap_lines),
    )


def mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def unmarked(text: str, own: frozenset[str] = frozenset()) -> list[str]:
    """The words of a text that stand outside of marks and are no dates, places or the person's own."""
    while MARKED.search(text):
        text = MARKED.sub(" ", text)
    words = WORD.findall(text)
    return [word for word in words if word.casefold() not in CALENDAR | DATA | own]


def texts(message: dict[str, Any]) -> Iterator[str]:
    """All that a person reads of a message."""
    yield message.get("text", "")
    yield message.get("caption", "")
    markup = message.get("reply_markup", {})
    for row in (*markup.get("inline_keyboard", []), *markup.get("keyboard", [])):
        yield from (button["text"] for button in row)


def check(anna: Dialog) -> None:
    """Nothing that the bot has said so far stands outside of prompts/."""
    chat = anna.person.chat
    said = [text for m in chat if not m["from"]["is_bot"] for text in texts(m)]
    own = frozenset(word.casefold() for text in said for word in WORD.findall(text))
    for message in chat:
        if message["from"]["is_bot"]:
            for text in texts(message):
                assert not (foreign := unmarked(text, own)), f"{foreign} in {text!r}"
    for answer in anna.person.answers:
        assert not (foreign := unmarked(answer.text or "", own)), f"toast {foreign}"
    assert anna.house.inbox.aside() == []


async def test_no_sentence_is_said_that_does_not_stand_in_prompts(tmp_path: Path) -> None:
    whole = words.ours()
    library = Library(tuple(pseudo(locale) for locale in whole.locales if locale.code == "en"))
    async with talking(tmp_path / "a.db", library=library) as anna:
        await everywhere(anna, OWN)
        check(anna)
        profile = anna.sandbox.world.profile
        shown = [profile.text("description", ""), profile.text("short_description", "")]
        shown += [entry["description"] for entry in profile.commands("default", "")]
        assert len(shown) > len(anna.house.commands)
        assert [unmarked(text) for text in shown if unmarked(text)] == []
