"""The #words of any script are tags, whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.glimmer import in_tag, tags_in, tags_of
from bot.services.importing.values import as_tag


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#हिन्दी और #தமிழ்", ("हिन्दी", "தமிழ்")),
        ("#ไทยนี้ #שָׁלוֹם #مَدْرَسَة", ("ไทยนี้", "שָׁלוֹם", "مَدْرَسَة")),
        ("#می\u200cخواهم", ("می\u200cخواهم",)),
        ("#e\u0301te\u0301 #Été", ("été",)),
        ("#日本 #garten_rosen #a·b", ("日本", "garten_rosen", "a·b")),
        ("#1 #1\ufe0f\u20e3 #\ufe0f\u20e3 ##a a#b हि#b &#b #_c", ()),
        ("#home\u2764\ufe0f #home.", ("home",)),
    ],
)
def test_words_after_a_hash_are_tags_with_all_that_is_put_on_their_letters(
    text: str, tags: tuple[str, ...]
) -> None:
    assert tags_in(text) == tags


@given(st.text(max_size=80))
def test_a_tag_that_was_added_is_the_same_when_it_comes_back(text: str) -> None:
    for tag in tags_of(f"{text} {'ß' * 70}", ()):
        assert all(map(in_tag, tag))
        assert as_tag(tag) == tag
