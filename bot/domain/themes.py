"""What moments are about, found without anybody's cloud: the prompt, emoji, hashtags and a locale's words.

A moment may be about several things, or none that is known. A theme is named only if several moments on
several days are about it, and these are shown with it: good enough for "birds, now and then", never for a
statement about a life.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.kinds import THEMES, Category
from bot.domain.lines import Lexicon
from bot.domain.tongues import OWN, Tongues
from bot.domain.typed_folding import fold

LEAST_MOMENTS, LEAST_DAYS = 3, 2
WORD = re.compile(r"\w+")
TAG = re.compile(r"#(\w+)")
VARIATION = dict.fromkeys((0xFE0E, 0xFE0F))
"""Selectors that ask for an emoji in colour or not: the same emoji."""
NOTHING: frozenset[Category] = frozenset()


class Themes:
    """Finds themes by a locale's lexicon, in a text of another language by that one's.

    Without a lexicon they are found by prompts and hashtags only.
    """

    def __init__(self, lexicon: Lexicon, others: Sequence[Lexicon] = ()) -> None:
        self._tongues = Tongues(lexicon, others)
        self._signals: dict[int, _Signals] = {}

    def of(self, text: str, category: str | None = None) -> frozenset[Category]:
        """What the moment is about; ``category`` is that of the prompt it answers."""
        asked = {theme for theme in THEMES if theme == category}
        signals = (found for signal in self._by(text).all_in(text) for found in signal)
        return frozenset(asked.union(*signals))

    def main(self, text: str, category: str | None = None) -> Category | None:
        """The one that it is drawn by: the prompt's, else an emoji's or tag's, else the most frequent."""
        asked = next((theme for theme in THEMES if theme == category), None)
        if asked is not None:
            return asked
        for signal in self._by(text).all_in(text):
            counts = Counter(theme for themes in signal for theme in themes)
            if counts:
                return min(counts, key=lambda theme: (-counts[theme], THEMES.index(theme)))
        return None

    def _by(self, text: str) -> _Signals:
        number = self._tongues.told(text) or OWN
        if number not in self._signals:
            self._signals[number] = _Signals(self._tongues.lexicons[number])
        return self._signals[number]


class _Signals:
    """What one lexicon finds."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: defaultdict[str, set[Category]] = defaultdict(set)
        self._stems: defaultdict[str, set[Category]] = defaultdict(set)
        self._emoji: defaultdict[str, set[Category]] = defaultdict(set)
        self._tags: defaultdict[str, set[Category]] = defaultdict(set)
        for named in THEMES:
            self._tags[named].add(named)
        for category, theme in lexicon.themes.items():
            for word in theme.words:
                self._words[word].add(category)
            for stem in theme.stems:
                self._stems[stem].add(category)
            for tag in theme.tags:
                self._tags[tag].add(category)
            for emoji in theme.emoji:
                self._emoji[emoji.translate(VARIATION)].add(category)
        self._lengths = sorted({len(stem) for stem in self._stems})
        longest_first = sorted(self._emoji, key=len, reverse=True)
        self._any_emoji = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def all_in(self, text: str) -> tuple[Iterable[set[Category]], ...]:
        """Emoji, tags and words, each with its themes: what tells most surely first."""
        return self._in_emoji(text), self._in_tags(text), self._in_words(text)

    def _in_words(self, text: str) -> Iterable[set[Category]]:
        for word in WORD.findall(_plain(text)):
            if word in self._words:
                yield self._words[word]
            for length in self._lengths:
                if length <= len(word) and (stem := word[:length]) in self._stems:
                    yield self._stems[stem]

    def _in_tags(self, text: str) -> Iterable[set[Category]]:
        if "#" in text:
            for tag in TAG.findall(_plain(text)):
                yield self._tags[tag]

    def _in_emoji(self, text: str) -> Iterable[set[Category]]:
        if text.isascii():
            return
        for emoji in self._any_emoji.findall(text.translate(VARIATION)):
            yield self._emoji[emoji]


def _plain(text: str) -> str:
    return text.lower() if text.isascii() else fold(text)


def recurring(moments: Sequence[tuple[date, frozenset[Category]]]) -> tuple[Category, ...]:
    """The themes that may be named: of three moments on two days at least; the most frequent first."""
    days: defaultdict[Category, set[date]] = defaultdict(set)
    counts: Counter[Category] = Counter()
    for day, themes in moments:
        counts.update(themes)
        for theme in themes:
            days[theme].add(day)
    named = [t for t in THEMES if counts[t] >= LEAST_MOMENTS and len(days[t]) >= LEAST_DAYS]
    return tuple(sorted(named, key=lambda t: (-counts[t], THEMES.index(t))))
