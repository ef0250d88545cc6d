"""What a line of the library may look like, whatever its language. CONTENT §3.4 and §3.9."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

PROMPT_LENGTH = range(8, 161)
ACK_LENGTH = range(2, 121)
LINE_LENGTH = range(2, 301)
QUESTIONS = 2
SHOUTED = 4
"""A word in capitals that is longer than this is no abbreviation."""
Fault = tuple[str, str]
"""What is wrong, and the fix."""


def faults(text: str, length: range, variables: Collection[str] = ()) -> Iterator[Fault]:
    """The faults of a line that must have a ``length`` in characters and may use ``variables``."""
    if len(text) not in length:
        yield f"the text has {len(text)} characters", f"Keep it between {length[0]} and {length[-1]}"
    if len(re.findall("[?？؟]", text)) > QUESTIONS:
        yield "the text asks more than two questions", "One question is easier to answer than three"
    if re.search("[!¡！]", text):
        yield "the text has an exclamation mark", "Say it calmly, with a full stop"
    if re.search(r"[<>*_`\[\]|\\]|https?:", text):
        yield "the text has markup", "Write plain words"
    if any(word.isupper() and len(word) > SHOUTED for word in re.findall(r"[^\W\d_]+", text)):
        yield "the text shouts", "Small letters are loud enough"
    if text != " ".join(text.split()):
        yield "the text has odd spacing", "One space between words, none at the ends, no line breaks"
    unknown = set(re.findall(r"\{.*?\}|[{}]", text)) - {f"{{{name}}}" for name in variables}
    if unknown:
        allowed = ", ".join(f"{{{name}}}" for name in variables) or "none"
        yield f"the text has the variable {min(unknown)}", f"Allowed here: {allowed}"
