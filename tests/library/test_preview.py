"""What somebody would be asked."""

from itertools import pairwise

import pytest

from bot.domain.kinds import Category, Depth
from bot.library import Library
from bot.library.preview import preview
from tests.library.test_ours import ours


def test_a_preview_shows_each_day_what_would_be_asked(prompts):
    lines = list(preview(Library.load(prompts), "en", days=28, seed=1, per_day=1))
    assert [line.day for line in lines] == list(range(1, 29))
    first = lines[0]
    assert first.id.startswith(first.category)
    assert len(first.text) > 8
    assert all(one.category != two.category for one, two in pairwise(lines))


def test_a_preview_begins_as_the_bot_does_with_something_light_and_open():
    asked = {one.id: one for one in ours().locale("en").prompts}
    first = [asked[next(preview(ours(), "en", 1, seed, 1)).id] for seed in range(8)]
    assert {(one.category, one.depth) for one in first} == {(Category.OPEN, Depth.LIGHT)}


def test_the_first_two_weeks_are_light(prompts):
    for file in sorted((prompts / "en").glob("*.toml"))[2:9]:
        file.write_text(file.read_text().replace('"light"', '"medium"'))
    library = Library.load(prompts)
    depth = {prompt.id: prompt.depth for prompt in library.locale("en").prompts}
    asked = [depth[line.id] for line in preview(library, "en", 60, 1, 1)]
    assert set(asked[:14]) == {Depth.LIGHT}
    assert Depth.MEDIUM in asked[14:]


def test_the_same_seed_shows_the_same_and_another_one_something_else(prompts):
    library = Library.load(prompts)
    one, again, other = (list(preview(library, "xx", 14, seed, 2)) for seed in (1, 1, 2))
    assert one == again != other
    assert len(one) == 28


def test_a_number_of_nudges_that_nobody_can_choose_is_refused(prompts):
    with pytest.raises(ValueError, match="1 to 3"):
        list(preview(Library.load(prompts), "en", 1, 1, 4))
