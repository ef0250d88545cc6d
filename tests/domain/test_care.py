"""Recognising a message that sounds like a crisis. The sentences here are invented."""

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.care import Care, Limits, Pattern, Tier, assess, hits
from bot.domain.phrases import said

WISH = Pattern(
    Tier.EXPLICIT, "want* to (die|be dead)", limits=Limits(before=("my friend",), after=("of laughter",))
)
HARM = Pattern(Tier.EXPLICIT, "kill ... (myself|me)")
TIRED = Pattern(Tier.UNSURE, "(can't|cannot) do this (any more|anymore)?")
CARE = Care((WISH, HARM, TIRED))


@pytest.mark.parametrize(
    "text",
    [
        "i want to die",
        "I just WANTED  to\ndie.",
        "i want, to die",
        "I want to… die",
        "i want to... be dead",
        "w\u200bant to d\u00adie",
        "ｗａｎｔ ｔｏ ｄｉｅ",
        "today was long 🌧 i want to die 🌧",
        "sometimes I could kill, just kill myself",
        "one more day and i kill me",
    ],
)
def test_case_spacing_marks_and_line_breaks_hide_nothing(text):
    assert assess(text, CARE) is Tier.EXPLICIT


@pytest.mark.parametrize(
    "text",
    [
        "a cake to die for",
        "a wantonly todie word",
        "what more could I want. To die of boredom?",
        "my friend said she wanted to die last year and today she laughed",
        "I want to die of laughter when the dog sneezes",
        "kill the lights, then I read by myself",
        "kill one two three four myself",
        "a movie to kill. myself I slept",
        "",
        "...",
    ],
)
def test_look_alikes_are_no_crisis(text):
    assert assess(text, CARE) is None


def test_the_surer_tier_wins_wherever_it_stands():
    assert assess("I can't do this anymore", CARE) is Tier.UNSURE
    assert assess("cannot do this. i want to die", CARE) is Tier.EXPLICIT
    assert assess("i want to die. cannot do this", CARE) is Tier.EXPLICIT


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʼ", "´", "`", "＇", ""])
def test_every_apostrophe_is_the_same_and_so_is_none(apostrophe):
    assert assess(f"i can{apostrophe}t do this", CARE) is Tier.UNSURE


@given(st.sampled_from(["querría morir", "möchte sterben", "je n’en peux plus", "тяжко жить", "死にたい"]))
def test_accents_and_composition_make_no_difference(phrase):
    """Law: a pattern matches itself in every form of Unicode."""
    care = Care((Pattern(Tier.UNSURE, phrase),))
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert assess(f"… {unicodedata.normalize(form, phrase.upper())}", care) is Tier.UNSURE


def test_scripts_without_spaces_are_matched_inside_a_sentence():
    assert assess("今日はもう死にたいと思った", Care((Pattern(Tier.EXPLICIT, "死にたい"),))) is Tier.EXPLICIT


def test_optional_words_and_alternatives_may_be_there_or_not():
    care = Care((Pattern(Tier.UNSURE, "no (real)? point (in|of)? living?"),))
    assert all(assess(text, care) for text in ("no point", "no real point in living", "no point living"))
    assert assess("no such point", care) is None


def test_a_cancelling_word_counts_only_near_and_in_the_same_clause():
    assert assess("my friend came. i want to die", CARE) is Tier.EXPLICIT
    assert assess("my friend called and later tonight i want to die", CARE) is Tier.EXPLICIT
    assert assess("i want to die tonight and no words full of laughter", CARE) is Tier.EXPLICIT
    assert assess("i want to die. of laughter nothing is left", CARE) is Tier.EXPLICIT


THIRD = Pattern(
    Tier.EXPLICIT,
    "want to die",
    limits=Limits(
        before=("he", "not+"), after=("+of (age|joy)",), beside=("years ago",), breaks=frozenset({"i", "and"})
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "he left, want to die",
        "he left\nwant to die",
        "he left (want to die)",
        "he left 😔 want to die",
        "he left i want to die",
        "he left and want to die",
        "he one two three want to die",
        "not sleeping want to die",
        "want to die, of joy nothing is left",
        "want to die here of joy",
        "years ago it was good. want to die",
        "years ago " + "on and on " * 6 + "want to die",
    ],
)
def test_what_ends_a_clause_or_begins_another_keeps_a_cry_from_being_cancelled(text):
    assert assess(text, Care((THIRD,))) is Tier.EXPLICIT


@pytest.mark.parametrize(
    "text",
    [
        "he want to die",
        "he one two want to die",
        "not want to die",
        "want to die of age",
        "years ago, then, and there, i did want to die",
        "i did want to die, but that was years ago",
    ],
)
def test_what_is_near_enough_cancels(text):
    assert assess(text, Care((THIRD,))) is None


def test_one_cancelled_mention_does_not_cancel_another():
    assert assess("i want to die of laughter they say, but i want to die", CARE) is Tier.EXPLICIT


@pytest.mark.parametrize(
    "phrase", ["", "a?", "...", "... die", "die ...", "(a|b", "a|b", "a)", "*", "??", ".", "die . now"]
)
def test_a_pattern_that_cannot_be_read_is_refused(phrase):
    with pytest.raises(ValueError):
        Pattern(Tier.UNSURE, phrase)


def test_a_pattern_of_too_many_forms_is_refused():
    with pytest.raises(ValueError, match="forms"):
        Pattern(Tier.UNSURE, " ".join(["(a|b|c|d)"] * 6))


@given(st.text(max_size=300))
def test_any_text_can_be_assessed(text):
    """Law: no text of any kind raises."""
    assert assess(text, CARE) in (None, *Tier)
    assert len(said(text).words) == len(said(text).clauses) > 0


@given(st.text(alphabet="abc .,\n", max_size=60), st.text(alphabet="abc ,\n", max_size=60))
def test_what_stands_around_an_explicit_phrase_cannot_hide_it(before, after):
    """Law: with no cancelling words near, a phrase is found anywhere."""
    assert assess(f"{before} want to die {after}", CARE) is Tier.EXPLICIT


def test_a_full_stop_in_a_pattern_is_the_end_of_a_sentence_or_of_the_text():
    care = Care((Pattern(Tier.UNSURE, "i (really)? cant go on .", limits=Limits(after=("said",))),))
    for text in (
        "i can't go on",
        "I can't go on…",
        "I really can't go on. Said to nobody",
        "i cant go on 😔",
    ):
        assert assess(text, care) is Tier.UNSURE
    for text in ("I can't go on the slide", "I can't go on. the", "i can't go on about it."):
        assert (assess(text, care) is None) == ("on." not in text)


def test_a_full_stop_before_a_pattern_is_the_beginning_of_a_clause():
    care = Care((Pattern(Tier.EXPLICIT, ". will mich umbringen"),))
    for text in ("Will mich umbringen", "Wach. Will mich umbringen", "ich lieg wach, will mich umbringen"):
        assert assess(text, care) is Tier.EXPLICIT
    for text in ("Der Wecker will mich umbringen", "wach, der Wecker will mich umbringen"):
        assert assess(text, care) is None


PARTS = st.lists(
    st.sampled_from(["a", "b", "c", "a*", "ab*", "(a|b)", "(a b|c)?", "b?", "..."]), min_size=1, max_size=4
)


@given(st.lists(PARTS, min_size=1, max_size=5), st.lists(st.sampled_from(["a", "ab", "b", "c", "d", "."])))
def test_many_patterns_at_once_hear_what_each_hears_alone(phrases, said):
    """Law: the shared tree changes nothing but the time it takes."""
    patterns = []
    for parts in phrases:
        with contextlib.suppress(ValueError):
            patterns.append(Pattern(Tier.UNSURE, " ".join(parts), limits=Limits(after=("d",))))
    text = " ".join(said)
    alone = {pattern.phrase for pattern in patterns if assess(text, Care((pattern,)))}
    assert {pattern.phrase for pattern in hits(text, Care(tuple(patterns)))} == alone
