"""Taste: which categories somebody answers, learned slowly and bounded on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bot.domain.kinds import THEMES, Category

SHRINK = 8
"""So many prompts of a category count for as much as the person's own mean."""
LEAST, MOST = 0.5, 2.0
"""Taste never makes a category rarer or more frequent than this."""


NOTICEABLE = 1.1
"""From this factor on (or below its inverse) a difference is worth telling."""


class Reaction(StrEnum):
    """What became of a prompt."""

    __hash__ = str.__hash__  # Enum's own is slow, and this is asked of hundreds at every choice

    REPLY = "reply"
    MORE = "more"  # more like this
    UNANSWERED = "unanswered"
    ANOTHER = "another"  # another question was asked for instead
    LESS = "less"  # not this kind


REWARD = MappingProxyType(
    {Reaction.REPLY: 1, Reaction.MORE: 1, Reaction.UNANSWERED: 0, Reaction.ANOTHER: 0, Reaction.LESS: -1}
)


@dataclass(frozen=True, slots=True)
class Tally:
    """The rewards of ``count`` prompts of one category, summed."""

    total: int = 0
    count: int = 0


NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Leaning:
    """What was learned, in a form that can be told."""

    more: tuple[Category, ...] = ()
    less: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class Taste:
    """What was learned of one person; ``Taste()`` knows nothing and likes everything alike."""

    tallies: Mapping[Category, Tally] = field(default_factory=dict)

    @classmethod
    def learned(cls, reactions: Iterable[tuple[Category, Reaction]]) -> Taste:
        """From all reactions at once; their order makes no difference."""
        rewards: dict[Category, list[int]] = {}
        for category, reaction in reactions:
            rewards.setdefault(category, []).append(REWARD[reaction])
        return cls({category: Tally(sum(some), len(some)) for category, some in rewards.items()})

    @property
    def mean(self) -> float:
        """The person's own mean reward, -1 to 1; 0 while nothing is known."""
        count = sum(tally.count for tally in self.tallies.values())
        return sum(tally.total for tally in self.tallies.values()) / count if count else 0.0

    def factor(self, category: Category) -> float:
        """By how much ``category`` is more frequent, 0.5 to 2; 1 where nothing sets it apart.

        Half a reward above the person's own mean doubles it: 4 ** (shrunken mean - mean).
        """
        return self._factor(category, self.mean)

    def factors(self) -> dict[Category, float]:
        """The same of every category."""
        mean = self.mean
        return {category: self._factor(category, mean) for category in Category}

    def _factor(self, category: Category, mean: float) -> float:
        tally = self.tallies.get(category, NOTHING)
        shrunken = (tally.total + SHRINK * mean) / (tally.count + SHRINK)
        return float(min(MOST, max(LEAST, 4 ** (shrunken - mean))))

    def leaning(self) -> Leaning:
        """Which themes come noticeably more or less often, the strongest first."""
        factors = sorted((self.factor(theme), theme) for theme in THEMES if theme in self.tallies)
        less = tuple(theme for factor, theme in factors if factor <= 1 / NOTICEABLE)
        more = tuple(theme for factor, theme in reversed(factors) if factor >= NOTICEABLE)
        return Leaning(more, less)
