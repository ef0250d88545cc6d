"""A moment is read by the language it is in, as far as its small words tell."""

from __future__ import annotations

import pytest

from benchmarks.themes import Moment, labelled, scores
from bot.domain.lines import Lexicon
from bot.domain.themes import Themes
from bot.domain.tongues import OWN, Tongues
from tests import words

CODES = ("en", "es", "de")
TO_MISS = 0.03
"""Of moments in another language, the share that may pass for one's own: they hold no small word."""


def lexicons(own: str) -> tuple[Lexicon, tuple[Lexicon, ...]]:
    locale = words.ours().locale(own)
    return locale.lexicon, locale.others


@pytest.mark.parametrize("code", CODES)
def test_a_moment_in_ones_own_language_is_never_taken_for_one_in_another(code: str) -> None:
    tongues = Tongues(*lexicons(code))
    assert [m.text for m in labelled(code) if tongues.told(m.text) not in (OWN, None)] == []


@pytest.mark.parametrize("own", CODES)
@pytest.mark.parametrize("code", CODES)
def test_a_moment_in_another_language_is_read_by_that_ones_words(code: str, own: str) -> None:
    lexicon = words.ours().locale(code).lexicon
    tongues = Tongues(*lexicons(own))
    read = [tongues.lexicons[tongues.told(moment.text) or OWN] for moment in labelled(code)]
    assert sum(one != lexicon for one in read) <= TO_MISS * len(read)


@pytest.mark.parametrize("own", CODES)
def test_a_theme_that_is_named_is_as_right_with_other_languages_beside(own: str) -> None:
    alone = Themes(lexicons(own)[0])
    beside = Themes(*lexicons(own))
    moments: list[Moment] = labelled(own)
    assert [m.text for m in moments if beside.of(m.text) != alone.of(m.text)] == []
    assert scores(moments, lexicons(own)[0])


@pytest.mark.parametrize("text", ["", "Oma", "🐦", "in", "sunshine, birdsong"])
def test_in_doubt_a_moment_is_in_ones_own_language(text: str) -> None:
    assert Tongues(*lexicons("en")).told(text) is None


def test_of_two_locales_of_one_language_ones_own_is_preferred_and_either_will_do() -> None:
    german, english = words.ours().locale("de").lexicon, words.ours().locale("en").lexicon
    assert Tongues(german, [german, english]).told("mit dem Hund am See") in (OWN, None)
    assert Tongues(english, [german, german]).told("mit dem Hund am See") == 1


def test_where_ones_own_small_words_are_not_known_nothing_tells_another_language() -> None:
    assert Tongues(Lexicon(), [words.ours().locale("de").lexicon]).told("mit dem Hund am See") == OWN
