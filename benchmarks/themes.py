"""How often a theme that is named is right: precision on invented moments labelled by hand, per locale."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Effort, Expected, Table, against
from bot.domain.kinds import THEMES, Category
from bot.domain.lines import Lexicon
from bot.domain.themes import Themes
from bot.library import Library

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "data" / "themes"
PRECISION = 0.85


@dataclass(frozen=True, slots=True)
class Moment:
    """Words and everything they are about."""

    text: str
    about: frozenset[Category]


@dataclass(frozen=True, slots=True)
class Score:
    """How often a theme was found, how often rightly, and how often it was there."""

    found: int
    right: int
    there: int

    @property
    def precision(self) -> float:
        """Of those found, the share that is right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of those there, the share that was found; 1 where there is none."""
        return self.right / self.there if self.there else 1.0


def labelled(locale: str) -> list[Moment]:
    """The moments of a locale. ValueError for a label that is no theme."""
    with (LABELLED / f"{locale}.toml").open("rb") as file:
        rows = tomllib.load(file)["moments"]
    return [Moment(text, frozenset(map(Category, about.split()))) for text, about in rows]


def scores(moments: list[Moment], lexicon: Lexicon) -> dict[Category, Score]:
    """Per theme; no prompt, no hour: the words alone."""
    themes = Themes(lexicon)
    found: Counter[Category] = Counter()
    right: Counter[Category] = Counter()
    there: Counter[Category] = Counter()
    for moment in moments:
        named = themes.of(moment.text)
        found.update(named)
        right.update(named & moment.about)
        there.update(moment.about)
    return {theme: Score(found[theme], right[theme], there[theme]) for theme in THEMES}


def run(_: Effort) -> Iterator[Table]:
    """A row per locale and theme that the words name; then what is expected of precision."""
    library = Library.load(ROOT / "prompts")
    rows, figures = [], []
    for path in sorted(LABELLED.glob("*.toml")):
        moments = labelled(path.stem)
        for theme, score in scores(moments, library.locale(path.stem).lexicon).items():
            shares = (f"{score.precision:.2f}", f"{score.recall:.2f}")
            rows.append((f"{path.stem}: {theme}", str(score.there), str(score.found), *shares))
            if score.found:
                figures.append(Expected.at_least(f"{path.stem}: {theme}", score.precision, PRECISION))
    columns = ("theme", "there", "found", "precision", "recall")
    yield Table("Themes found in invented moments, labelled by hand", columns, rows)
    missed = [figure for figure in figures if not figure.kept]
    lowest = min(figures, key=lambda figure: float(figure.measured))
    yield against(
        "Precision, per theme named",
        missed or [lowest],
        "Only the lowest is shown." if not missed else "Those that fall short.",
    )
