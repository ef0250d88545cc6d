"""Laws of what a recap shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kinds import Category
from bot.domain.spread import BLOCK, PAGE, Outline, is_short, looked_at, spread

FIRST = date(2026, 1, 1)
NONE: frozenset[Category] = frozenset()
shapes = st.tuples(
    st.integers(0, 400),
    st.none() | st.integers(0, 23),
    st.sampled_from([None, "sound", "taste"]),
    st.integers(0, 90),
    st.booleans(),
)


@st.composite
def journals(draw: st.DrawFn) -> list[Outline]:
    rows = draw(st.lists(shapes, max_size=120))
    made = [
        Outline(n, FIRST + timedelta(days=row[0]), row[1], row[2], row[3], row[4])
        for n, row in enumerate(rows)
    ]
    return in_order(made)


def in_order(outlines: Iterable[Outline]) -> list[Outline]:
    """By day and hour, those without an hour first."""
    return sorted(outlines, key=lambda o: (o.day, -1 if o.hour is None else o.hour, o.id))


@given(journals())
def test_law_turning_the_pages_shows_each_once(outlines: list[Outline]) -> None:
    pages = [spread(outlines, skip) for skip in range(0, len(outlines), PAGE)]
    assert sorted(o.id for page in pages for o in page) == sorted(o.id for o in outlines)


@given(journals())
def test_law_naming_the_page_before_changes_nothing_where_nothing_changed(outlines: list[Outline]) -> None:
    before: tuple[Outline, ...] = ()
    for skip in range(0, len(outlines), PAGE):
        page = spread(outlines, skip)
        assert page == spread(outlines, skip, shown=[o.id for o in before])
        before = page


@given(journals(), journals(), st.integers(0, 130))
def test_law_nothing_of_the_page_before_comes_again_whatever_became_of_the_others(
    then: list[Outline], now: list[Outline], skip: int
) -> None:
    shown = [o.id for o in spread(then, skip)]
    page = [o.id for o in spread(now, skip + len(shown), shown=shown)]
    assert not {*page} & {*shown}


@given(journals(), st.data())
def test_law_after_other_words_the_first_two_pages_lose_and_repeat_nothing(
    outlines: list[Outline], data: st.DataObject
) -> None:
    some = outlines[: 2 * PAGE]
    reworded = [looked_at(o, data.draw(st.sampled_from("abc")), NONE) for o in some]
    first = spread(some)
    second = spread(reworded, len(first), shown=[o.id for o in first])
    assert sorted(o.id for o in (*first, *second)) == sorted(o.id for o in some)


def test_an_hour_before_midnight_is_near_the_hour_after_it() -> None:
    late = Outline(0, FIRST, 23, length=90)
    early = [Outline(n, FIRST + timedelta(days=n), 0, length=90) for n in range(1, PAGE)]
    noon = Outline(PAGE, FIRST + timedelta(days=PAGE), 12, length=90)
    assert noon in spread([late, *early, noon])


@given(journals(), st.integers(0, 130), st.integers(1, 12))
def test_law_a_page_is_full_while_there_are_more_and_in_order(
    outlines: list[Outline], skip: int, most: int
) -> None:
    page = spread(outlines, skip, most)
    assert len(page) == min(most, max(len(outlines) - skip, 0))
    assert list(page) == in_order(page)


@given(journals())
def test_law_the_first_page_has_a_picture_where_there_is_one(outlines: list[Outline]) -> None:
    assert any(o.picture for o in spread(outlines)) == any(o.picture for o in outlines)


@given(journals())
def test_law_the_first_page_has_a_short_one_where_there_is_one(outlines: list[Outline]) -> None:
    assert any(map(is_short, spread(outlines))) == any(map(is_short, outlines))


def test_a_short_one_far_behind_comes_to_the_first_page_beside_a_picture() -> None:
    days = [FIRST + timedelta(days=n) for n in range(200)]
    journal = [Outline(n, day, 12, length=80) for n, day in enumerate(days)]
    journal[77], journal[140] = Outline(77, days[77], 12, length=9), Outline(140, days[140], 12, picture=True)
    assert {77, 140} < {o.id for o in spread(journal)}


def test_among_nothing_but_pictures_a_short_one_comes_to_the_first_page() -> None:
    days = [FIRST + timedelta(days=n) for n in range(99)]
    journal = [Outline(n, day, 12, length=9 if n == 77 else 80, picture=True) for n, day in enumerate(days)]
    assert 77 in {o.id for o in spread(journal)}


@given(journals())
def test_law_five_different_days_are_shown_where_few_moments_lie_on_five(outlines: list[Outline]) -> None:
    few = outlines[:20]
    days = len({o.day for o in few})
    plain = [Outline(o.id, o.day, 0) for o in few]
    assert len({o.day for o in spread(plain)}) == min(days, PAGE)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from("abcdefg")), max_size=BLOCK))
def test_law_nothing_is_said_twice_on_a_page_while_something_else_was_said(
    rows: list[tuple[int, str]],
) -> None:
    said = in_order(
        looked_at(Outline(n, FIRST + timedelta(days=row[0]), 12), row[1], NONE) for n, row in enumerate(rows)
    )
    shown = [o.words for o in spread(said)]
    assert len(set(shown)) == min(len({o.words for o in said}), PAGE)


def test_the_same_words_are_the_same_in_another_case_and_with_other_marks() -> None:
    outline = Outline(1, FIRST, 12)
    assert looked_at(outline, "Coffee, in the sun.", NONE) == looked_at(outline, "coffee in the sun", NONE)
    assert looked_at(outline, "☕", NONE) != looked_at(outline, "🌧", NONE)


def test_moments_without_a_question_are_as_varied_as_their_words() -> None:
    about = [Category.ANIMALS] * 12 + [Category.TASTE, Category.SOUND, Category.SMELL]
    free = [Outline(n, FIRST + timedelta(days=n), 12) for n in range(len(about))]

    def look(some: Sequence[Outline]) -> list[Outline]:
        return [looked_at(o, f"words {o.id}", frozenset({about[o.id]})) for o in some]

    assert {about[o.id] for o in spread(free, look=look)} == set(about)


def test_ten_years_are_covered_from_end_to_end() -> None:
    ten_years = [Outline(n, FIRST + timedelta(days=n // 3), n % 24) for n in range(11_000)]
    page = spread(ten_years)
    assert page[-1].day - page[0].day > timedelta(days=1800)
    assert len({o.day.year for o in page}) >= 4
