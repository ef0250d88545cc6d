"""How the next prompt is chosen."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.choosing import PACE, ROTATION, choose, horizon
from bot.domain.kinds import THEMES, Category, Depth, Hemisphere, Need, PartOfDay, Season, Subject
from bot.domain.lines import Ack, When
from bot.domain.prompts import Choice, Prompt, Sent, Situation, part_of_day, pick_line, text_hash
from bot.domain.seasons import season_of
from bot.domain.taste import Reaction, Taste

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def prompt(category: Category = Category.SIGHT, number: int = 1, **more: object) -> Prompt:
    values = {"id": f"{category}-{number:03}", "text": f"A {category} of the kind {number}?", **more}
    return Prompt(category=category, **values)


def library(per_category: int = 6, **more: object) -> list[Prompt]:
    return [prompt(category, n, **more) for category in Category for n in range(1, per_category + 1)]


def situation(**more: object) -> Situation:
    return Situation(**{"now": NOON, "part": PartOfDay.MIDDAY, "season": Season.SUMMER, **more})


def live(prompts, days, rng, history=(), **more) -> list[Sent]:
    """The history, newest first, after asking once a day on ``days`` days."""
    past = list(history)
    begin = past[0].at + DAY if past else NOON
    for day in range(days):
        at = begin + day * DAY
        choice = choose(prompts, past, situation(now=at, **more), rng)
        past.insert(0, choice.sent(at, at.date()))
    return past


rngs = st.integers(0, 2**32).map(random.Random)
some = st.frozensets
prompts_of_any_kind = st.lists(
    st.builds(
        Prompt,
        id=st.from_regex(r"[a-e]-00[0-9]", fullmatch=True),
        text=st.sampled_from([f"Wording number {n} here?" for n in range(20)]),
        category=st.sampled_from(Category),
        slots=some(st.sampled_from(PartOfDay), min_size=1),
        depth=st.sampled_from(Depth),
        season=some(st.sampled_from(Season), max_size=2),
        sensitive=some(st.sampled_from(Subject), max_size=2),
        needs=some(st.sampled_from(Need), max_size=2),
        variants=st.lists(st.sampled_from(["Another wording?", "A third one?"]), max_size=2).map(tuple),
    ),
    max_size=25,
)
situations = st.builds(
    Situation,
    now=st.just(NOON),
    part=st.sampled_from([part for part in PartOfDay if part is not PartOfDay.ANY]),
    season=st.none() | st.sampled_from(Season),
    first_days=st.booleans(),
    tender=st.booleans(),
    muted=some(st.sampled_from(Category), max_size=4),
    muted_subjects=some(st.sampled_from(Subject), max_size=3),
    lacking=some(st.sampled_from(Need), max_size=2),
    declined=some(st.sampled_from([text_hash(f"Wording number {n} here?") for n in range(20)]), max_size=3),
)
histories = st.lists(
    st.builds(
        Sent,
        prompt_id=st.from_regex(r"[a-e]-00[0-9]", fullmatch=True),
        text_hash=st.sampled_from([text_hash(f"Wording number {n} here?") for n in range(20)]),
        category=st.sampled_from(Category),
        at=st.datetimes(datetime(2020, 1, 1), datetime(2026, 6, 30), timezones=st.just(UTC)),
        day=st.just(date(2026, 1, 1)),
    ),
    max_size=40,
)


def wanted(prompt: Prompt, now: Situation) -> bool:
    """Stated here once more, in the plainest way."""
    return (
        prompt.category not in now.muted
        and not prompt.sensitive & now.muted_subjects
        and not prompt.needs & now.lacking
        and not set(prompt.hashes) & now.declined
        and bool(prompt.slots & {PartOfDay.ANY, now.part})
        and (prompt.depth is Depth.LIGHT or not now.first_days)
        and (prompt.category is not Category.TENDER or now.tender)
        and (prompt.category in (Category.TENDER, Category.OPEN) or not now.tender)
        and (prompt.depth is not Depth.DEEP or not now.tender)
    )


@given(prompts_of_any_kind, histories, situations, rngs)
@settings(max_examples=300, deadline=None)
def test_whatever_is_wanted_can_be_chosen_and_nothing_else(prompts, history, now, rng):
    """Law: a choice is always one that the person wants, and there is one if there is any."""
    fit = [prompt for prompt in prompts if wanted(prompt, now)]
    choice = choose(prompts, history, now, rng)
    assert (choice is None) == (not fit)
    if choice:
        assert choice.prompt in fit
        assert choice.text in choice.prompt.wordings


@given(st.integers(2, 8), st.integers(0, 999))
@settings(max_examples=25, deadline=None)
def test_no_wording_returns_before_half_of_the_others_were_sent(per_category, seed):
    """Law: between two sends of a prompt lie at least half of the eligible prompts."""
    prompts = library(per_category)
    eligible = sum(prompt.category is not Category.TENDER for prompt in prompts)
    sent = [one.prompt_id for one in live(prompts, 3 * eligible, random.Random(seed))]
    for i, key in enumerate(sent):
        assert key not in sent[i + 1 : i + 1 + eligible // 2]


@pytest.mark.parametrize("seed", range(5))
def test_no_category_returns_within_the_next_four(seed):
    sent = [one.category for one in live(library(), 200, random.Random(seed))]
    assert all(category not in sent[i + 1 : i + 1 + ROTATION] for i, category in enumerate(sent))


@pytest.mark.parametrize("seed", range(5))
def test_of_any_seven_at_most_one_is_deep_or_a_memory(seed):
    prompts = [replace(p, depth=Depth.DEEP) if p.id.endswith(("1", "2")) else p for p in library()]
    slow = {p.id for p in prompts if p.slow}
    sent = [one.prompt_id in slow for one in live(prompts, 300, random.Random(seed))]
    assert any(sent)
    assert all(sum(sent[i : i + PACE]) <= 1 for i in range(len(sent)))


def test_with_few_categories_left_the_last_one_is_still_not_repeated():
    muted = frozenset(THEMES[3:])
    sent = [one.category for one in live(library(), 60, random.Random(1), muted=muted)]
    assert set(sent) == {*THEMES[:3], Category.OPEN}
    assert all(a != b for a, b in pairwise(sent))


def test_memories_alone_are_better_than_silence():
    muted = frozenset(set(Category) - {Category.MEMORY})
    assert live(library(), 10, random.Random(1), muted=muted)[0].category is Category.MEMORY


def test_a_single_prompt_is_asked_again():
    assert len(live([prompt()], 3, random.Random(1))) == 3


def test_even_when_every_wording_was_just_used_there_is_one():
    a, b = prompt(number=1), prompt(number=2)
    swapped = [Sent(a.id, b.hashes[0], Category.SIGHT, NOON, NOON.date())]
    assert choose([a, b], swapped, situation(), random.Random(1)) is not None


def test_the_season_is_given_up_last():
    winter = prompt(number=1, season=frozenset({Season.WINTER}))
    both = [winter, prompt(number=2)]
    assert {one.prompt_id for one in live(both, 20, random.Random(1))} == {"sight-002"}
    assert choose([winter], [], situation(), random.Random(1)) == Choice(winter, winter.text)


def test_without_a_season_nothing_seasonal_is_asked():
    both = [prompt(number=1, season=frozenset({Season.WINTER})), prompt(number=2)]
    sent = live(both, 20, random.Random(1), season=None)
    assert {one.prompt_id for one in sent} == {"sight-002"}


@pytest.mark.parametrize("seed", range(5))
def test_a_new_id_for_the_same_words_is_no_new_prompt(seed):
    """Law: renaming everything does not shorten the rest of any wording."""
    prompts = library()
    before = live(prompts, 40, random.Random(seed))
    renamed = [replace(prompt, id=f"new-{prompt.id}") for prompt in prompts]
    sent = [one.text_hash for one in live(renamed, 60, random.Random(seed), before)]
    assert all(text not in sent[i + 1 : i + 1 + len(prompts) // 3] for i, text in enumerate(sent))


@pytest.mark.parametrize("seed", range(5))
def test_edited_added_and_removed_prompts_cause_no_early_repeat(seed):
    prompts = library()
    before = live(prompts, 40, random.Random(seed))
    updated = [
        *(replace(p, text=f"{p.text} Or another?") for p in prompts if p.id.endswith(("1", "2"))),
        *(p for p in prompts if p.id.endswith(("3", "4", "5"))),
        *(prompt(category, 7) for category in THEMES),
    ]
    sent = [one.prompt_id for one in live(updated, 60, random.Random(seed), before)]
    assert all(key not in sent[i + 1 : i + 1 + 45] for i, key in enumerate(sent))


def test_punctuation_and_case_do_not_make_a_new_wording():
    assert text_hash("What glowed, this evening?") == text_hash("what glowed this evening…")
    assert text_hash("What glowed this evening?") != text_hash("What glowed this morning?")


def test_variants_take_turns_and_share_their_rest():
    idea = prompt(variants=("A second wording?", "A third wording?"))
    sent = live([idea], 3, random.Random(1))
    assert {one.text_hash for one in sent} == set(idea.hashes)
    others = [idea, *(prompt(number=n) for n in range(2, 8))]
    keys = [one.prompt_id for one in live(others, 60, random.Random(1))]
    assert all(key not in keys[i + 1 : i + 4] for i, key in enumerate(keys))


def test_any_variant_may_come_first():
    idea = prompt(variants=("A second wording?", "A third wording?"))
    first = {choose([idea], [], situation(), random.Random(seed)).text for seed in range(40)}
    assert first == set(idea.wordings)


def test_a_wording_that_rested_long_is_more_likely_than_a_recent_one():
    old, recent = prompt(Category.SIGHT), prompt(Category.SOUND)
    filler = [Sent(f"gone-{n}", "", Category.OPEN, NOON, NOON.date()) for n in range(6)]
    history = [
        *filler,
        Choice(recent, recent.text).sent(NOON - 10 * DAY, NOON.date()),
        Choice(old, old.text).sent(NOON - 365 * DAY, NOON.date()),
    ]
    rng = random.Random(1)
    library = [old, recent, *(prompt(Category.TENDER, n) for n in range(10))]
    count = Counter(choose(library, history, situation(), rng).prompt.id for _ in range(1000))
    assert count[old.id] > 8 * count[recent.id] > 0


def test_taste_shifts_the_choice_but_shuts_nothing_out():
    disliked = Taste.learned([(Category.PLAY, Reaction.LESS)] * 30 + [(Category.SIGHT, Reaction.REPLY)] * 100)
    rng = random.Random(1)
    prompts = [prompt(Category.PLAY), prompt(Category.OPEN)]
    now = situation(taste=disliked)
    count = Counter(choose(prompts, [], now, rng).prompt.category for _ in range(20_000))
    share = count[Category.PLAY] / 20_000
    assert share == pytest.approx(0.85 * 0.5 / 1.5 + 0.15 * 0.5, abs=0.01)


@given(histories, situations, st.integers(0, 99))
@settings(max_examples=50, deadline=None)
def test_the_horizon_is_all_that_counts(history, now, seed):
    """Law: storage may hand over the newest ``horizon`` sends only."""
    prompts = library(1)
    enough = history[: horizon(len(prompts))]
    one, other = (choose(prompts, past, now, random.Random(seed)) for past in (history, enough))
    assert one == other


def test_the_same_seed_chooses_the_same():
    one, other = (live(library(), 50, random.Random(7)) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("wall", "part"),
    [
        (time(3, 59), PartOfDay.NIGHT),
        (time(4), PartOfDay.MORNING),
        (time(11), PartOfDay.MIDDAY),
        (time(17), PartOfDay.EVENING),
        (time(22), PartOfDay.NIGHT),
        (time(0), PartOfDay.NIGHT),
    ],
)
def test_the_parts_of_the_day_begin_where_people_begin_them(wall, part):
    assert part_of_day(wall) is part


def test_seasons_turn_round_on_the_other_half_of_the_earth():
    north = [season_of(date(2026, month, 1), Hemisphere.NORTH) for month in (12, 2, 3, 6, 9, 11)]
    assert north == [Season.WINTER, Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN, Season.AUTUMN]
    assert season_of(date(2026, 12, 1), Hemisphere.SOUTH) is Season.SUMMER
    assert season_of(date(2026, 4, 1), Hemisphere.SOUTH) is Season.AUTUMN
    assert season_of(date(2026, 4, 1), Hemisphere.TROPICS) is None


lines = [Ack(f"ack-any-{n:03}", When.ANY, f"Kept {n}.") for n in range(1, 9)]


def test_a_line_rests_while_half_of_the_others_are_used():
    rng, used = random.Random(1), []
    for _ in range(200):
        used.insert(0, pick_line(lines, used, rng).id)
    assert all(key not in used[i + 1 : i + 5] for i, key in enumerate(used))
    assert set(used) == {line.id for line in lines}


def test_lines_of_other_kinds_do_not_use_up_the_rest():
    rng = random.Random(1)
    recent = ["ack-photo-001", "ack-any-001", "ack-photo-002", "ack-any-002"] * 3
    assert all(pick_line(lines[:4], recent, rng) in lines[2:4] for _ in range(50))


def test_an_only_line_is_used_again():
    assert pick_line(lines[:1], ["ack-any-001"], random.Random(1)) is lines[0]
