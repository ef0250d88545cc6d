"""Prompts that are too much alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.prompts import Prompt
from bot.domain.wording import jaccard, words

ALIKE = 0.6
"""Word Jaccard from which two prompts are the same to a reader."""


def near_duplicates(
    prompts: Iterable[Prompt], others: Sequence[Prompt] = ()
) -> Iterator[tuple[Prompt, Prompt, float]]:
    """Each of ``prompts`` that is like one of ``others`` or an earlier one, with how much."""
    seen = [(other, bag) for other in others for bag in _bags(other)]
    for prompt in prompts:
        bags = _bags(prompt)
        likest = max(
            ((jaccard(bag, earlier), other) for other, earlier in seen for bag in bags),
            key=lambda found: found[0],
            default=(0.0, prompt),
        )
        if likest[0] >= ALIKE:
            yield prompt, likest[1], likest[0]
        seen += [(prompt, bag) for bag in bags]


def _bags(prompt: Prompt) -> list[frozenset[str]]:
    return [frozenset(words(text)) for text in prompt.wordings]
