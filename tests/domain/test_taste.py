"""What is learned of somebody's taste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kinds import Category
from bot.domain.taste import LEAST, MOST, Reaction, Taste

reactions = st.lists(st.tuples(st.sampled_from(Category), st.sampled_from(Reaction)), max_size=60)


def test_nothing_known_likes_everything_alike():
    assert {Taste().factor(category) for category in Category} == {1.0}


@given(reactions)
def test_taste_stays_within_its_bounds(learned):
    """Law: no category becomes rarer than half or more frequent than double."""
    taste = Taste.learned(learned)
    assert all(LEAST <= taste.factor(category) <= MOST for category in Category)


@given(reactions)
def test_a_category_without_evidence_stays_neutral(learned):
    """Law: what was never asked is neither liked nor disliked."""
    taste = Taste.learned(learned)
    asked = {category for category, _ in learned}
    assert all(taste.factor(category) == 1.0 for category in set(Category) - asked)


@given(reactions.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_reactions_makes_no_difference(pair):
    """Law: what was learned is a sum."""
    one, other = (Taste.learned(found) for found in pair)
    assert one == other


def test_not_this_kind_makes_a_category_rarer_and_more_like_this_more_frequent():
    usual = [(Category.HOME, Reaction.UNANSWERED)] * 10
    taste = Taste.learned([*usual, (Category.PLAY, Reaction.LESS), (Category.SOUND, Reaction.MORE)])
    assert taste.factor(Category.PLAY) < 1 < taste.factor(Category.SOUND)


def test_asking_for_another_question_counts_as_no_reply():
    replies = [(Category.HOME, Reaction.REPLY)] * 10
    taste = Taste.learned([*replies, (Category.PLAY, Reaction.ANOTHER)])
    assert taste.factor(Category.PLAY) < taste.factor(Category.HOME)


def test_a_few_reactions_move_it_only_a_little():
    usual = [(Category.HOME, Reaction.REPLY)] * 20
    taste = Taste.learned([*usual, (Category.PLAY, Reaction.LESS)])
    assert taste.factor(Category.PLAY) == pytest.approx(0.8, abs=0.1)


def test_one_great_liking_does_not_take_over():
    taste = Taste.learned(
        [(Category.HOME, Reaction.UNANSWERED)] * 200 + [(Category.SOUND, Reaction.MORE)] * 50
    )
    assert taste.factor(Category.SOUND) == MOST
