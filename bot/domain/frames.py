"""The frame of a wording: how it is put together, whatever the language, told by its punctuation alone."""

from __future__ import annotations

import re

PLAIN = "ask"
"""One question and nothing else: the frame that nobody notices."""
PARTS = 3
SENTENCE = re.compile(r"[^.?!…。？！؟]+[.?!…。？！؟]*")
QUESTION = re.compile(r"[?？؟][”\"»’）)]*$")
COMMA = re.compile("[,、،，;；]")
COLON = re.compile("[:：]|\\s[—–-]\\s")
LISTED = 2


def frame(text: str) -> str:
    """Its first sentences by kind: ``say``, ``list``, ``ask``, ``turn`` (clause, question) or ``colon``."""
    sentences = (found.strip() for found in SENTENCE.findall(text))
    return " ".join([_kind(one) for one in sentences if one.strip(" .…")][:PARTS])


def _kind(sentence: str) -> str:
    commas = len(COMMA.findall(sentence))
    if not QUESTION.search(sentence):
        return "list" if commas >= LISTED or sentence.endswith("…") else "say"
    if COLON.search(sentence):
        return "colon"
    return "turn" if commas else PLAIN
