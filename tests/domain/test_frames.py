"""How a wording is put together, told by its punctuation alone. The sentences here are invented."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from bot.domain.choosing import choose
from bot.domain.frames import PLAIN, frame
from bot.domain.kinds import Category
from bot.domain.prompts import Choice, Prompt, opening
from bot.library import Locale
from bot.library.preview import Life, Picker, live
from tests.domain.test_prompts import DAY, NOON, prompt, situation
from tests.words import ours


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


TEXTS = ("What was {}?", "A {}. What was it?", "If a {}, what was it?", "Something like {}: what?")
FIRST = ("What", "Which", "Where")
FIVE = (Category.SIGHT, Category.SOUND, Category.TOUCH, Category.HOME, Category.PLAY)


def asked(prompts: list[Prompt], days: int) -> list[Choice]:
    """What came, day by day."""
    rng, past, choices = random.Random(1), [], []
    for day in range(days):
        at = NOON + day * DAY
        choices.append(choose(prompts, past, situation(now=at), rng))
        past.insert(0, choices[-1].sent(at, at.date()))
    return choices


def test_the_same_marked_frame_never_comes_twice_in_a_row() -> None:
    prompts = [
        prompt(category, n, text=f"Word{n} " + TEXTS[n % 4].format(f"{category} {n}"))
        for category in FIVE
        for n in range(40)
    ]
    frames = [frame(choice.text) for choice in asked(prompts, 600)]
    twice = Counter(a for a, b in pairwise(frames) if a == b)
    assert set(twice) == {PLAIN}


def test_the_same_first_word_never_comes_twice_in_a_row() -> None:
    prompts = [
        prompt(category, n, text=f"{FIRST[n % 3]} {category} was {n}?")
        for category in FIVE
        for n in range(40)
    ]
    first = [choice.text.split()[0] for choice in asked(prompts, 600)]
    assert not [a for a, b in pairwise(first) if a == b]


def test_no_variant_reads_like_what_came_before() -> None:
    two = [
        prompt(category, n, text=f"A {category} {n}. Where?", variants=(f"Where {category} {n}?",))
        for category in FIVE
        for n in range(20)
    ]
    one = [prompt(category, n, text=f"Who {category} {n}?") for category in FIVE for n in range(20, 40)]
    first = [choice.text.split()[0] for choice in asked([*two, *one], 100)]
    assert set(first) == {"A", "Where", "Who"}
    assert not [a for a, b in pairwise(first) if a == b]


def test_reading_alike_is_given_up_before_the_kind_comes_again() -> None:
    prompts = [prompt(category, n, text=f"A {category}. What {n}?") for category in FIVE for n in range(40)]
    kinds = [choice.prompt.category for choice in asked(prompts, 100)]
    assert not [a for a, b in pairwise(kinds) if a == b]


@pytest.mark.parametrize("locale", ours().locales, ids=lambda locale: locale.code)
def test_our_words_never_read_alike_twice_in_a_row(locale: Locale) -> None:
    picker = Picker(locale.asked, Life(), random.Random(1))
    pairs = list(pairwise(one.choice.text for one in live(picker, 365)))
    assert not [(a, b) for a, b in pairs if frame(a) == frame(b) != PLAIN]
    assert not [(a, b) for a, b in pairs if opening(a) == opening(b)]


def test_what_never_came_comes_before_what_did() -> None:
    prompts = [prompt(Category.SIGHT, n) for n in range(1, 41)]
    rng, past = random.Random(1), []
    for day in range(30):
        at = NOON + day * DAY
        past.insert(0, choose(prompts, past, situation(now=at), rng).sent(at, at.date()))
    assert len({sent.prompt_id for sent in past}) >= 27
