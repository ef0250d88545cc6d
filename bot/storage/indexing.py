"""The words that the search index holds, and the SQL function of that name that its triggers call."""

from __future__ import annotations

from typing import Any

from bot.domain.searching import words_of


def register(connection: Any) -> None:
    """Teach a connection the function ``search_words``; without it nothing can be kept."""
    connection.create_function("search_words", 2, own_words, deterministic=True)


def own_words(person_id: int, text: str) -> str:
    """The words of a text, each marked as the person's."""
    return " ".join(own(person_id, word) for word in words_of(text))


def own(person_id: int, word: str) -> str:
    """A word as it stands in the index: no hexadecimal digit is an x, so no two people's are alike."""
    return f"{person_id:x}x{word}"
