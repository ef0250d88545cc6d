"""What pictures need of moments: lights, recurring own words, and givings in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.giving import Before, Gift, Giving, next_giving, period_of, planned_after_travel
from bot.domain.glimmer import Glimmer, MediumKind
from bot.domain.kinds import Category, Hemisphere
from bot.domain.lights import light
from bot.domain.lines import Lexicon, Theme
from bot.domain.own_words import Written, recurring_words
from bot.domain.rhythm import Moment, Rhythm, local_day
from bot.domain.seasons import season_began, season_of
from bot.domain.themes import Themes

LEXICON = Lexicon(
    {
        Category.SOUND: Theme(words=frozenset({"kettle", "song"}), emoji=frozenset({"🎵"})),
        Category.ANIMALS: Theme(stems=("bird",)),
    }
)
FIRST = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "Pacific/Apia", "America/New_York", "Asia/Kathmandu", "Africa/Cairo")


def glimmer(text: str, media: tuple[MediumKind, ...] = (), zone: str = "UTC") -> Glimmer:
    return Glimmer(1, 1, 1, NOON, FIRST, text, media, zone=zone)


def test_a_light_is_drawn_by_the_prompt_then_by_emoji_then_by_the_most_frequent_word() -> None:
    themes = Themes(LEXICON)
    assert themes.main("birds and a kettle", "taste") is Category.TASTE
    assert themes.main("birds 🎵") is Category.SOUND
    assert themes.main("birds, a bird, and a kettle") is Category.ANIMALS
    assert themes.main("#memory of a kettle") is Category.MEMORY
    assert themes.main("nothing known", "open") is None


def test_a_tag_names_a_theme_in_english_and_in_the_language_and_no_other_word_does() -> None:
    themes = Themes(Lexicon({Category.ANIMALS: Theme(tags=frozenset({"tiere"}))}))
    assert themes.of("#Tiere und #animals") == {Category.ANIMALS}
    assert themes.of("Tiere, und #tierisch") == frozenset()
    assert themes.of("#memory") == {Category.MEMORY}


def test_a_light_stands_at_the_minute_where_it_was_kept_and_shines_the_nearer_its_words() -> None:
    themes = Themes(LEXICON)
    near = light(glimmer("a kettle and a bird " * 8, zone="Asia/Kathmandu"), themes)
    far = light(glimmer("tea"), themes)
    assert near.minute == 17 * 60 + 45
    assert 0 < far.bright < near.bright <= 1
    assert light(glimmer("", (MediumKind.PHOTO,)), themes).photo


def told(*texts: str, capital_nouns: bool = False) -> list[Written]:
    days = (FIRST + timedelta(days=number) for number in range(len(texts)))
    return [Written(day, text, capital_nouns) for day, text in zip(days, texts, strict=True)]


def test_own_words_are_those_of_three_moments_on_two_days_but_small_words() -> None:
    moments = told("the kettle", "the kettle, again", "the rain", "my kettle", "rain", "the fog")
    assert recurring_words(moments, frozenset({"the"}), 15) == ("kettle",)
    same_day = [Written(FIRST, "rain")] * 5
    assert recurring_words(same_day, frozenset(), 15) == ()


def test_own_words_are_written_as_their_person_writes_them() -> None:
    texts = (
        "Neighbour's dog. Light came.",
        "Light on Anna's wall",
        "the neighbour, and light",
        "Neighbour waved",
    )
    assert recurring_words(told(*texts), frozenset(), 15) == ("light", "neighbour")
    moments = told("Licht da", "das Licht", "Licht", capital_nouns=True)
    assert recurring_words(moments, frozenset(), 15) == ("Licht",)


@pytest.mark.parametrize(
    "word",
    ["किताब", "बारिश", "மழைத்துளி", "caf\u00e9tera", "שָׁלוֹם", "صَباحٌ", "می\u200cروم", "বৃষ্টি", "buổi"],
)
def test_own_words_are_whole_in_scripts_whose_vowels_are_signs_of_their_own(word: str) -> None:
    moments = told(f"- {word}, a", f"- {normalize('NFD', word)}.", f"b ({word})")
    assert recurring_words(moments, frozenset(), 15) == (normalize("NFC", word),)


def test_own_words_that_only_vowel_signs_tell_apart_are_two() -> None:
    moments = told("किताबें", "किताबों", "किताबें", "किताबों", "किताबें", "किताबों")
    assert set(recurring_words(moments, frozenset(), 15)) == {"किताबें", "किताबों"}


def test_an_accent_or_a_point_more_or_less_makes_no_other_word_of_it() -> None:
    assert len(recurring_words(told("שָׁלוֹם", "שלום", "שָׁלוֹם"), frozenset(), 15)) == 1


@pytest.mark.parametrize(
    "text", ["สวนหลังบ้าน", "ສວນຫຼັງ", "ဥယျာဉ်နောက်", "សួនច្បារ", "庭の青い鳥が", "バス", "བོད་ཡིག"]
)
def test_where_no_space_tells_words_apart_none_is_taken(text: str) -> None:
    assert recurring_words(told(text, text, text), frozenset(), 15) == ()
    assert recurring_words(told(*[f"{text}Kyoto{text}"] * 3), frozenset(), 15) == ("Kyoto",)


@given(st.lists(st.tuples(st.integers(0, 400), st.text(max_size=30)), max_size=40))
def test_law_own_words_of_any_text_are_few_and_their_own(rows: list[tuple[int, str]]) -> None:
    moments = [Written(FIRST + timedelta(days=day), text) for day, text in rows]
    words = recurring_words(moments, frozenset(), 15)
    everything = normalize("NFC", " ".join(text for _, text in rows)).lower()
    assert len(words) <= 15
    assert all(word.lower() in everything for word in words)


@given(
    st.sampled_from(list(Gift)),
    st.sampled_from(ZONES),
    st.integers(0, 24 * 60 - 1),
    st.integers(0, 6),
    st.datetimes(datetime(2011, 12, 1), datetime(2030, 1, 1)),
)
def test_law_a_giving_comes_once_per_period_on_its_own_day(
    gift: Gift, zone: str, minute: int, weekday: int, start: datetime
) -> None:
    weekly = gift in (Gift.WEEK, Gift.LOOK)
    days = frozenset({weekday}) if weekly else frozenset(range(7))
    giving = Giving(gift, time(minute // 60, minute % 60), days)
    rhythm, at = Rhythm(zone), start.replace(tzinfo=UTC)
    came: list[Moment] = []
    for _ in range(4):
        found = next_giving(giving, at, rhythm, 1)
        assert found is not None
        assert found.at > at
        assert giving.falls_on(found.day)
        assert local_day(found.at, zone, rhythm.day_end) == found.day
        came.append(found)
        at = found.at
    assert len({moment.day for moment in came}) == 4
    if weekly:
        assert {moment.day.weekday() for moment in came} == {weekday}


@given(
    st.sampled_from([Gift.WEEK, Gift.MONTH]),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.integers(0, 40 * 24),
)
def test_law_travel_neither_doubles_a_giving_nor_takes_it_to_another_day(
    gift: Gift, left: str, reached: str, hours: int
) -> None:
    giving = Giving(gift, time(18), frozenset({6}) if gift is Gift.WEEK else frozenset(range(7)))
    now = NOON + timedelta(hours=hours)
    planned = next_giving(giving, now, Rhythm(left), 1)
    given_days = frozenset({local_day(now, left, time(4)) - timedelta(days=1)})
    found = planned_after_travel(giving, Before(planned, given_days), Rhythm(reached), now, 1)
    assert found is not None
    assert found.at >= now
    assert giving.falls_on(found.day)
    assert found.day not in given_days
    assert local_day(found.at, reached, time(4)) == found.day


def test_a_recap_is_of_the_seven_days_that_end_with_it_or_of_the_month_before() -> None:
    week, month = period_of(Gift.WEEK, date(2026, 11, 29)), period_of(Gift.MONTH, date(2026, 12, 1))
    assert (week.start, week.end) == (date(2026, 11, 23), date(2026, 11, 30))
    assert (month.start, month.end) == (date(2026, 11, 1), date(2026, 12, 1))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([Hemisphere.NORTH, Hemisphere.SOUTH]))
def test_law_a_season_begins_on_a_first_and_holds_until_that_day(day: date, hemisphere: Hemisphere) -> None:
    began = season_began(day, hemisphere)
    assert began is not None
    assert began <= day
    assert began.day == 1
    assert (day - began).days < 92
    assert season_of(began, hemisphere) is season_of(day, hemisphere)
    assert season_of(began - timedelta(days=1), hemisphere) is not season_of(day, hemisphere)
    assert season_began(day, Hemisphere.TROPICS) is None
