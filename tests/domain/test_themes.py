"""Themes are named rightly, on moments invented and labelled by hand for every locale that has them."""

from __future__ import annotations

import pytest

from benchmarks.themes import LABELLED, PRECISION, labelled, scores
from bot.domain.kinds import THEMES, Category
from bot.domain.themes import Themes
from tests import words

CODES = sorted(path.stem for path in LABELLED.glob("*.toml"))


def test_english_and_german_are_measured() -> None:
    assert {"en", "de"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_locale_is_measured_on_two_hundred_different_moments_of_known_themes(code: str) -> None:
    moments = labelled(code)  # refuses a label that is no category
    assert len({moment.text for moment in moments}) == len(moments) >= 200
    about = [theme for moment in moments for theme in moment.about]
    assert set(about) == set(THEMES)


@pytest.mark.parametrize("code", CODES)
def test_a_theme_that_is_named_is_right(code: str) -> None:
    found = scores(labelled(code), words.ours().locale(code).lexicon)
    assert {t: s.precision for t, s in found.items() if s.found and s.precision < PRECISION} == {}
    assert [theme for theme, score in found.items() if not score.found] == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ich wollte nur kurz raus und nahm den Schirm", set()),
        ("Am Sonntag war gar nichts, und weg war er", set()),
        ("Ich blute", set()),
        ("Am Küchentisch", {Category.HOME}),
        ("Ein Stück Kuchen", {Category.TASTE}),
    ],
)
def test_a_german_word_is_not_taken_for_one_that_looks_alike_without_its_dots(
    said: str, meant: set[Category]
) -> None:
    assert Themes(words.ours().locale("de").lexicon).of(said) == meant
