"""Where things lie in a picture is what they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import hypot, isclose

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from bot.domain.kinds import Category
from bot.pictures import HEIGHT, WIDTH, Heading, Petal, Petals, Sky, Star
from bot.pictures.apart import ASIDE, kept_apart
from bot.pictures.chance import some_minute
from bot.pictures.clock import MIDDLE, at, levelled
from bot.pictures.crowd import CROWD, MANY, Spot, crowdedness, standings, veiled
from bot.pictures.evenly import evenly
from bot.pictures.petals import SHORTEST, blades_of
from bot.pictures.sky import HORIZON, spots_of
from bot.pictures.values import brightness
from bot.pictures.year import MIDDLE as MIDDLE_ROW
from bot.pictures.year import levels_of
from tests.pictures import invented

FIRST = date(2026, 3, 1)
days = st.integers(0, 30)
minutes = st.integers(0, 1439)


def sky(*stars: Star) -> Sky:
    return Sky(Heading("", ""), FIRST, FIRST + timedelta(days=30), stars)


def star(day: int, minute: int, bright: float = 0.5) -> Star:
    return Star(FIRST + timedelta(days=day), minute, None, bright)


@given(day=days, early=minutes, late=minutes)
def test_later_hours_of_a_day_stand_higher(day: int, early: int, late: int) -> None:
    ends = sky().day_ends
    if (late - ends) % 1440 - (early - ends) % 1440 < 120:
        return
    before, after = (spots_of(sky(star(day, minute)))[0] for minute in (early, late))
    assert after.y < before.y


@given(early=days, late=days, minute=minutes)
def test_later_days_lie_further_along(early: int, late: int, minute: int) -> None:
    if late - early < 2:
        return
    before, after = spots_of(sky(star(early, minute), star(late, minute)))
    assert before.x < after.x


@given(st.lists(st.tuples(days, minutes, st.floats(0, 1)), max_size=60))
def test_every_star_shines_above_the_land(moments: list[tuple[int, int, float]]) -> None:
    spots = spots_of(sky(*(star(*moment) for moment in moments)))
    assert len(spots) == len(moments)
    assert all(-30 < spot.x < WIDTH + 30 and -HEIGHT < spot.y <= HORIZON for spot in spots)


@given(st.integers(1, 14), st.lists(st.tuples(days, minutes), min_size=1, max_size=12))
def test_a_few_stars_of_a_few_days_stand_about_the_middle(span: int, moments: list[tuple[int, int]]) -> None:
    stars = tuple(star(day % span, minute) for day, minute in moments)
    spots = spots_of(Sky(Heading("", ""), FIRST, FIRST + timedelta(days=span - 1), stars))
    assert all(WIDTH * 0.1 < spot.x < WIDTH * 0.9 for spot in spots)


@given(st.lists(st.tuples(st.integers(0, 3), minutes), max_size=15))
def test_stars_that_step_aside_stay_near_their_hour(moments: list[tuple[int, int]]) -> None:
    crowded = [Spot(star(day, minute), 500 + 20.0 * day, minute / 2, 20) for day, minute in sorted(moments)]
    for before, after in zip(crowded, kept_apart(crowded, HORIZON), strict=True):
        assert abs(after.x - before.x) <= ASIDE + 1e-9
        assert abs(after.y - before.y) <= 2 * ASIDE + 1e-9


def test_two_stars_that_would_touch_do_not() -> None:
    one, other = kept_apart([Spot(star(1, 600), 500, 500, 20), Spot(star(1, 600), 510, 500, 20)], HORIZON)
    assert hypot(one.x - other.x, one.y - other.y) > 40


def test_of_very_many_a_few_shine_and_those_are_the_brightest() -> None:
    shining = invented.stars(3000, FIRST, 365)
    ranked = sorted(zip(shining, standings(shining), strict=True), key=lambda pair: -pair[1].radius)
    assert [brightness(one) for one, _ in ranked] == sorted(map(brightness, shining), reverse=True)
    assert sum(standing.radius > 5 for _, standing in ranked) < 100
    assert sum(standing.radius < 2 for _, standing in ranked) > 1500
    assert all(0 < standing.shine <= 1 for _, standing in ranked)


def test_no_picture_of_few_is_a_crowd() -> None:
    assert crowdedness(0) == crowdedness(MANY) == 0
    assert crowdedness(CROWD) == crowdedness(10 * CROWD) == 1
    assert 0 < crowdedness(CROWD // 2) < 1
    few = spots_of(sky(*(star(n % 31, n * 7 % 1440) for n in range(MANY))))
    assert all(spot.shine == 1 for spot in few)


@given(st.floats(-2000, 4000), st.floats(-2000, 4000))
def test_dust_is_between_thick_and_thin_wherever(x: float, y: float) -> None:
    assert 0 <= veiled(x, y) <= 1


@given(st.lists(st.integers(0, 400), min_size=96, max_size=96))
def test_hours_of_a_crowd_are_levelled_without_jumps(counts: list[int]) -> None:
    levels = levelled(counts)
    assert all(0 <= level <= 1 for level in levels)
    assert all(abs(one - other) < 0.3 for one, other in pairwise([*levels, levels[0]]))
    assert levelled(counts[1:] + counts[:1])[0] == approx(levels[1])


@given(st.integers(0, 12))
def test_rows_of_a_year_lie_about_one_middle_however_many(rows: int) -> None:
    levels = levels_of(rows)
    assert len(levels) == max(1, rows)
    assert isclose(levels[0] + levels[-1], 2 * MIDDLE_ROW)
    assert all(82 < after - before <= 240 for before, after in pairwise(levels))


@given(st.lists(st.tuples(days, minutes), max_size=20, unique=True))
def test_the_order_of_the_stars_changes_nothing(moments: list[tuple[int, int]]) -> None:
    stars = [star(*moment) for moment in moments]
    assert spots_of(sky(*reversed(stars))) == spots_of(sky(*stars))


@given(day=days, minute=minutes)
def test_right_to_left_is_the_same_sky_mirrored(day: int, minute: int) -> None:
    one = sky(star(day, minute))
    (there,), (mirrored,) = spots_of(one), spots_of(replace(one, heading=Heading("", "", "he", rtl=True)))
    assert isclose(there.x + mirrored.x, WIDTH)
    assert there.y == mirrored.y


def test_nearer_words_and_photos_shine_larger() -> None:
    dim, bright = (spots_of(sky(star(3, 600, shining)))[0] for shining in (0.1, 0.9))
    (photo,) = spots_of(sky(replace(star(3, 600, 0.1), photo=True)))
    assert dim.radius < bright.radius < photo.radius


def test_the_clock_has_noon_above_and_morning_on_the_left() -> None:
    (x, y), reach = MIDDLE, 100
    assert at(720, reach)[1] < y < at(0, reach)[1]
    assert at(360, reach)[0] < x < at(1080, reach)[0]


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_petals_are_to_each_other_as_their_counts(counts: list[int]) -> None:
    petals = tuple(Petal(Category.SIGHT, "", count) for count in counts)
    blades = blades_of(Petals(Heading("", ""), petals))
    assert [blade.petal.count for blade in blades] == [count for count in counts if count]
    grown = [blade for blade in blades if blade.length > SHORTEST]
    shares = [blade.length**2 / blade.petal.count for blade in grown]
    assert all(isclose(share, shares[0]) for share in shares)


@given(st.integers(0, 200), st.integers(2, 50))
def test_fewer_of_many_keep_their_order_and_both_ends(count: int, most: int) -> None:
    kept = list(evenly(range(count), most))
    assert len(kept) == min(count, most)
    assert kept == sorted(set(kept))
    assert kept[:1] + kept[-1:] == list(range(count))[:1] + list(range(count))[-1:]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_moments_without_an_hour_fill_the_height_evenly(first: date) -> None:
    minutes = [some_minute(first + timedelta(days=n), 0) for n in range(24)]
    assert {minute // 360 for minute in minutes} == {0, 1, 2, 3}
    assert max(sum(minute // 360 == part for minute in minutes) for part in range(4)) <= 9
