"""How a wording is put together, told by its punctuation alone. The sentences here are invented."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from bot.domain.choosing import choose
from bot.domain.frames import PLAIN, frame
from bot.domain.kinds import Category
from tests.domain.test_prompts import DAY, NOON, prompt, situation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did the kettle say?", "ask"),
        ("¿Qué dijo la tetera?", "ask"),
        ("お茶はどうでしたか？", "ask"),
        ("ماذا قال الإبريق؟", "ask"),
        ("If a spoon spoke, what did it say?", "turn"),
        ("Something warm in your hand: what was it?", "colon"),
        ("A cup. Where did it stand?", "say ask"),
        ("Which green was it? Moss, peas, a bottle…", "ask list"),
        ("Steam, smoke, mist in cold air. Seen any?", "list ask"),
        ("One moment, and no more.", "say"),
        ("Hier lag Licht. Noch da? „Ja“, sagte die Katze.", "say ask say"),
        ("", ""),
    ],
)
def test_a_frame_is_known_in_every_script(text: str, kind: str) -> None:
    assert frame(text) == kind


def test_the_same_marked_frame_seldom_comes_twice_in_a_row_and_is_not_forbidden() -> None:
    texts = ("What was {}?", "A {}. What was it?", "If a {}, what was it?", "Something like {}: what?")
    prompts = [
        prompt(category, number, text=texts[number % 4].format(f"{category} {number}"))
        for category in (Category.SIGHT, Category.SOUND, Category.TOUCH, Category.HOME, Category.PLAY)
        for number in range(40)
    ]
    rng, past = random.Random(1), []
    for day in range(600):
        at = NOON + day * DAY
        past.insert(0, choose(prompts, past, situation(now=at), rng).sent(at, at.date()))
    frames = {p.id: p.frames[0] for p in prompts}
    twice = Counter(a for a, b in pairwise(frames[sent.prompt_id] for sent in past) if a == b)
    plain = twice.pop(PLAIN)
    assert 0 < twice.total() < 30  # by chance 112
    assert plain > 20


def test_what_never_came_comes_before_what_did() -> None:
    prompts = [prompt(Category.SIGHT, n) for n in range(1, 41)]
    rng, past = random.Random(1), []
    for day in range(30):
        at = NOON + day * DAY
        past.insert(0, choose(prompts, past, situation(now=at), rng).sent(at, at.date()))
    assert len({sent.prompt_id for sent in past}) >= 27
