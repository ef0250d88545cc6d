"""What a picture says of itself to who does not see it is true of that picture, in each language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.chat import alternative
from bot.chat.drawing import Drawing, Kind
from bot.chat.turn import Turn
from bot.domain.glimmer import Glimmer
from bot.domain.kinds import Category
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.domain.typed import Period
from bot.pictures import Petals, Picture
from bot.services.picturing import Stretch
from tests import words
from tests.pictures import invented

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CODES = ("en", "es", "de")
OWN_WORDS = "kettle blackbird bread lamp letter plums snow pillow"
Moments = list[tuple[date, str]]


def turn(code: str = "en") -> Turn:
    return Turn(1, Person(1, code, Rhythm("UTC"), NOW), words.ours().locale(code), NOW)


def told(moments: Moments, kind: Kind, code: str = "en") -> str:
    """Of the picture of that kind of all those moments."""
    at = turn(code)
    glimmers = tuple(
        Glimmer(n, 1, n, datetime.combine(day, time(9), UTC), day, text)
        for n, (day, text) in enumerate(moments)
    )
    stretch = Stretch(glimmers, moments[0][0], moments[-1][0], None)
    picture = Drawing(stretch, Period("all", None, None), at.person, at.locale).picture(kind)
    assert picture is not None
    return alternative.of_picture(picture, at)


def days(first: date, texts: list[str]) -> Moments:
    return [(first + timedelta(days=n), text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("code", "months"), [("en", "June to November"), ("es", "junio a noviembre"), ("de", "Juni bis November")]
)
def test_six_months_of_lights_are_called_by_the_first_and_the_last(code: str, months: str) -> None:
    said = told([(date(2026, 6, 1), "tea"), (date(2026, 11, 24), "tea")], Kind.YEAR, code)
    assert months in said
    assert "(2026)" in said


def test_of_ten_years_only_the_months_that_are_drawn_are_spoken_of() -> None:
    birds = days(date(2017, 3, 1), ["a blackbird"] * 9)
    bread = days(date(2026, 11, 1), ["warm bread in the kitchen"] * 4)
    said = told([*birds, *bread], Kind.YEAR)
    assert "December to November" in said
    assert "(2025–2026)" in said
    assert "animals" not in said
    assert "The shapes stand for" in said
    assert "animals" in told([*birds, *bread], Kind.SKY)


@pytest.mark.parametrize("code", CODES)
def test_a_garland_of_several_years_hangs_in_the_order_of_time(code: str) -> None:
    said = told([(date(year, 5, 1), OWN_WORDS) for year in (2023, 2024, 2025, 2026)], Kind.GARLAND, code)
    assert not any(year in said.partition(")")[2] for year in ("year", "Jahr", "año"))


def test_a_theme_that_lights_no_day_is_not_spoken_of() -> None:
    near = "warm bread in the kitchen, " + "and the butter melting into it " * 4
    both = [(day, text) for day, _ in days(date(2026, 5, 1), [""] * 4) for text in ("a blackbird", near)]
    moments = [*both, (date(2026, 11, 1), "")]
    assert "animals" in told(moments, Kind.SKY)
    assert "animals" not in told(moments, Kind.YEAR)


@pytest.mark.parametrize("code", CODES)
def test_a_flower_names_the_senses_it_has_petals_for(code: str) -> None:
    at = turn(code)
    flower = Petals(
        invented.petals(0, 0, 0, 0, 0).heading,
        tuple(
            petal_of(at, sense, count) for sense, count in zip(invented.SENSES, (3, 0, 2, 0, 0), strict=True)
        ),
    )
    said = alternative.of_picture(flower, at)
    names = {sense: at.say(f"sense-{sense.value}") for sense in invented.SENSES}
    assert {sense for sense, name in names.items() if name in said} == {Category.SIGHT, Category.TOUCH}


def petal_of(at: Turn, sense: Category, count: int) -> invented.Petal:
    return invented.Petal(sense, at.say(f"sense-{sense.value}"), count)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", invented.EVERY_KIND)
def test_without_words_each_picture_is_called_what_it_is_and_nothing_more(kind: str, code: str) -> None:
    at, picture = turn(code), invented.EVERY_KIND[kind]()
    said = alternative.wordless(picture, at)
    others = {
        alternative.wordless(other(), at) for name, other in invented.EVERY_KIND.items() if name != kind
    }
    assert said not in others
    assert not any(sign.isdigit() for sign in said)


@pytest.mark.parametrize("code", CODES)
def test_photos_are_called_photos_with_words_and_without(code: str) -> None:
    pictures: tuple[Picture, ...] = (
        *(invented.contact(1), invented.contact(3)),
        invented.postcard(picture=invented.photo(4, 3)),
    )
    for picture in pictures:
        assert "oto" in alternative.wordless(picture, turn(code))
    one, many = (alternative.of_picture(picture, turn(code)) for picture in pictures[:2])
    assert one != many


@pytest.mark.parametrize(
    ("code", "known"),
    [("en", "where an hour is known"), ("es", "donde se sabe la hora"), ("de", "wo die Stunde")],
)
@pytest.mark.parametrize("hourless", [False, True])
def test_a_sky_says_that_the_hour_is_not_known_of_all_its_moments(
    code: str, known: str, hourless: bool
) -> None:
    at = turn(code)
    glimmers = tuple(Glimmer(n, 1, n, NOW, NOW.date(), "tea", hourless=hourless and n == 1) for n in range(2))
    stretch = Stretch(glimmers, NOW.date(), NOW.date(), None)
    picture = Drawing(stretch, Period("all", None, None), at.person, at.locale).picture(Kind.SKY)
    assert picture is not None
    assert (known in alternative.of_picture(picture, at)) is hourless
