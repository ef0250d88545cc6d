"""A small library that has no fault, to be spoiled one fault at a time. Its words are invented."""

from pathlib import Path

from bot.domain.kinds import THEMES
from bot.domain.lines import Span, When
from bot.library.checks import renew_manifest

HEAD = 'schema = 1\nlicense = "CC0-1.0"\n'
SLOTS = ("any", "morning", "midday", "evening", "night", "any")


def entries(key: str, lines: list[str]) -> str:
    """A file with one list of entries, one per line; the first stands on line 4."""
    return f"{HEAD}{key} = [\n" + "".join(f"  {{ {line} }},\n" for line in lines) + "]\n"


def prompt(category: str, number: int, more: str = "") -> str:
    key = f"{category}-{number:03}"
    words = " ".join(f"{letter}{category}{number}" for letter in "abcd")
    tense = ', tense = "now"' if number % 4 == 1 else ""
    slots = f'slots = ["{SLOTS[number % 6]}", "any"]'
    sore = ', sensitive = ["food", "body"]' if category in ("taste", "body") else ""
    return f'id = "{key}", {slots}, depth = "light"{sore}{tense}{more}, text = "{words}"'


def prompts(category: str, count: int) -> str:
    return entries("prompts", [prompt(category, number) for number in range(1, count + 1)])


def acks() -> str:
    lines = [f'id = "ack-any-{n:03}", when = "any", text = "Any line {n}."' for n in range(1, 13)]
    lines += [
        f'id = "ack-{w}-001", when = "{w}", text = "A line for {len(w)} {w[:4]}."' for w in When if w != "any"
    ]
    return entries("acks", lines)


def reinvites() -> str:
    lines = []
    for stage, more in ((1, ""), (2, ""), (3, ", final = true")):
        for n in (1, 2):
            line = f'id = "reinvite-{stage}-{n:03}", stage = {stage}{more}'
            lines.append(f'{line}, text = "Stage {stage} {n}."')
    lines += [f'id = "return-{n:03}", on = "return", text = "Back {n}."' for n in (1, 2)]
    return entries("reinvites", lines)


def recap() -> str:
    return entries(
        "lines", [f'id = "recap-{s}-001", part = "intro", period = "{s}", text = "About {s}:"' for s in Span]
    )


CARE = f"""{HEAD}must_not = ["a kettle to sing for"]
patterns = [
  {{ tier = "explicit", pattern = "want to sing", must = ["i want to sing"], must_not = ["want a song"] }},
  {{ tier = "unsure", pattern = "no song left", must = ["there is no song left"], must_not = [] }},
]
"""
BANNED = entries(
    "banned",
    [
        "id = \"guilt\", pattern = '''\\bmust not forget\\b''', why = \"pressure\", "
        'bad = "You must not forget this.", good = "Anything worth keeping?"'
    ],
)
MESSAGES = """welcome = Hello <b>{ $name }</b>.
    .button = Begin
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
saved-toast = Saved for { $name }
command-start = What this is
"""
LEXICON = f'{HEAD}[themes.sight]\nwords = ["light"]\nstems = ["glow"]\nemoji = ["👀"]\n'


def write(folder: Path, code: str = "en", level: str = "bronze") -> Path:
    """A locale without fault in ``folder``, and the folder."""
    home = folder / code
    home.mkdir(parents=True)
    meta = f'{HEAD}locale = "{code}"\nname = "Name of {code}"\nlevel = "{level}"\n'
    files = {
        "meta.toml": meta,
        "acks.toml": acks(),
        "reinvites.toml": reinvites(),
        "recap.toml": recap(),
        "care.toml": CARE,
        "banned.toml": BANNED,
        "messages.ftl": MESSAGES,
        "lexicon.toml": LEXICON,
        "support.toml": f'{HEAD}directory = "https://findahelpline.com"\nlines = []\n',
        **{f"{category}.toml": prompts(category, 4) for category in THEMES},
        "open.toml": prompts("open", 6),
        "tender.toml": prompts("tender", 6),
    }
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
    renew_manifest(folder)
    return folder


def spoil(file: Path, old: str, new: str) -> None:
    """Replace the first ``old``, which must be there, by ``new``."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
