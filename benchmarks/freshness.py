"""How long the words stay fresh: two years of nudges per locale, beside chance and a shuffled bag."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations, pairwise, product
from pathlib import Path

from benchmarks.report import Effort, Expected, Table, against
from bot.domain.choosing import fitting
from bot.domain.frames import PLAIN, frame
from bot.domain.kinds import Category, Subject
from bot.domain.prompts import Choice, Prompt, Situation, part_of_day
from bot.domain.seasons import season_of
from bot.domain.wording import jaccard, words
from bot.library import Library, Locale
from bot.library.preview import WALLS, Asked, Life, Picker, live

DAYS = 730
PEOPLE = 5
BLOCK = 28
SEEN_LATELY = 14
PROMPTS = Path(__file__).parent.parent / "prompts"
MUTED = Life().muted | {Category.TASTE, Category.BODY, Category.MEMORY}
MUTED_SUBJECTS = frozenset({Subject.FAMILY, Subject.FOOD, Subject.BODY})


@dataclass(slots=True)
class ByChance(Picker):
    """Baseline: any prompt that fits, each time anew."""

    def pick(self, at: datetime) -> Choice | None:
        """A choice without memory."""
        prompt = self.rng.choice(self._fitting(at))
        return Choice(prompt, self.rng.choice(prompt.wordings))

    def _fitting(self, at: datetime) -> list[Prompt]:
        season = season_of(at.date(), self.life.hemisphere)
        situation = Situation(
            at,
            part_of_day(at.time()),
            muted=self.life.muted,
            muted_subjects=self.life.muted_subjects,
        )
        return fitting(self.prompts, situation, frozenset({season} if season else ()))


@dataclass(slots=True)
class FromABag(ByChance):
    """Baseline: a shuffled bag, filled again when nothing in it fits."""

    bag: list[Prompt] = field(default_factory=list)

    def pick(self, at: datetime) -> Choice | None:
        """The first in the bag that fits."""
        fit = {prompt.id for prompt in self._fitting(at)}
        if not any(prompt.id in fit for prompt in self.bag):
            self.bag = self.rng.sample(self.prompts, len(self.prompts))
        prompt = next(prompt for prompt in self.bag if prompt.id in fit)
        self.bag.remove(prompt)
        return Choice(prompt, prompt.text)


@dataclass(frozen=True, slots=True)
class Freshness:
    """The measures of CONTENT §2.4; days for the first two, shares for the rest.

    ``same_frame``: put together like the one before, plain questions left aside.
    """

    first_repeat: int
    smallest_gap: int
    same_category: float
    jaccard: float
    distinct_2: float
    same_opening: float
    same_frame: float


def measure(asked: Sequence[Asked]) -> Freshness:
    """Of one person's nudges in order; a life without repeats counts as one day longer."""
    texts = [words(one.choice.text) for one in asked]
    gaps = list(_gaps(asked))
    blocks = [texts[i : i + BLOCK] for i in range(0, len(texts) - BLOCK + 1, BLOCK)]
    return Freshness(
        first_repeat=min((day for day, _ in gaps), default=DAYS + 1),
        smallest_gap=min((gap for _, gap in gaps), default=DAYS + 1),
        same_category=_share(a.sent.category == b.sent.category for a, b in pairwise(asked)),
        jaccard=statistics.fmean(map(_likeness, blocks)),
        distinct_2=statistics.fmean(map(_distinct_2, blocks)),
        same_opening=_share(
            text[:3] in [other[:3] for other in texts[max(0, i - SEEN_LATELY) : i]]
            for i, text in enumerate(texts)
        ),
        same_frame=_share(
            a != PLAIN and a == b for a, b in pairwise([frame(one.choice.text) for one in asked])
        ),
    )


def _gaps(asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """For each repeated wording, its day and the days since the last time."""
    last: dict[str, int] = {}
    for one in asked:
        if one.sent.text_hash in last:
            yield one.day, one.day - last[one.sent.text_hash]
        last[one.sent.text_hash] = one.day


def _share(found: Iterable[bool]) -> float:
    return statistics.fmean(map(float, found))


def _likeness(block: Sequence[Sequence[str]]) -> float:
    return statistics.fmean(jaccard(a, b) for a, b in combinations(map(frozenset, block), 2))


def _distinct_2(block: Sequence[Sequence[str]]) -> float:
    pairs = [pair for text in block for pair in pairwise(text)]
    return len(set(pairs)) / len(pairs)


def several(kind: type[Picker], prompts: Sequence[Prompt], life: Life, people: int = PEOPLE) -> Freshness:
    """The worst repeats and the mean of the rest over some people, each with a seed of their own."""
    found = [measure(list(live(kind(prompts, life, random.Random(seed)), DAYS))) for seed in range(people)]
    return Freshness(
        min(one.first_repeat for one in found),
        min(one.smallest_gap for one in found),
        *(statistics.fmean(getattr(one, name) for one in found) for name in Freshness.__slots__[2:]),
    )


LIVES: dict[str, Callable[[int], Life]] = {
    "no": lambda per_day: Life(WALLS[per_day]),
    "yes": lambda per_day: Life(WALLS[per_day], MUTED, MUTED_SUBJECTS),
}
KINDS = {"Glimmer": Picker, "chance": ByChance, "shuffled bag": FromABag}
COLUMNS = (
    "locale",
    "a day",
    "muted",
    "chosen by",
    "first repeat (day)",
    "smallest gap (days)",
    "same category",
    "Jaccard",
    "distinct-2",
    "same opening",
    "same frame",
)


def in_readme(row: Sequence[str]) -> bool:
    """Whether a row stands in README.md: English with its baselines, of other languages ours alone."""
    return row[0] == "en" or row[COLUMNS.index("chosen by")] == "Glimmer"


def _rows(library: Library, people: int) -> Iterator[tuple[str, ...]]:
    for locale in library.locales:
        for per_day, muted, kind in product((1, 2), LIVES, KINDS):
            found = several(KINDS[kind], locale.asked, LIVES[muted](per_day), people)
            yield (locale.code, str(per_day), muted, kind, *_cells(found))


def _cells(found: Freshness) -> tuple[str, ...]:
    return (
        f"{found.first_repeat}" if found.first_repeat <= DAYS else "never",
        f"{found.smallest_gap}" if found.smallest_gap <= DAYS else "none",
        f"{found.same_category:.1%}",
        f"{found.jaccard:.3f}",
        f"{found.distinct_2:.3f}",
        f"{found.same_opening:.1%}",
        f"{found.same_frame:.1%}",
    )


def _expected(locale: Locale) -> Iterator[Expected]:
    """What was asked for of English at one a day, nothing muted."""
    found = several(Picker, locale.asked, Life())
    yield Expected.at_least("first repeat (day)", found.first_repeat, 180)
    yield Expected.at_least("smallest gap (days)", found.smallest_gap, 150)
    yield Expected.at_most("same category as before", found.same_category * 100, 0, " %")
    yield Expected.at_most("mean Jaccard", found.jaccard, 0.10)
    yield Expected.at_least("distinct-2", found.distinct_2, 0.85)
    yield Expected.at_most("same opening within 14", found.same_opening * 100, 10, " %")
    yield Expected.at_most("same marked frame as before", found.same_frame * 100, 0, " %")


def run(effort: Effort) -> Iterator[Table]:
    """The table for the README, and what was expected."""
    library = Library.load(PROMPTS)
    people = effort.of(PEOPLE, 1)
    title = f"{DAYS} days of nudges: the worst repeats of {people} people, the mean of the rest"
    rows = list(_rows(library, people))
    yield Table(title, COLUMNS, rows)
    yield Table("The same for README.md", COLUMNS, list(filter(in_readme, rows)))
    yield against("Expected of English at one a day", _expected(library.locales[0]))
