"""Our own words, as far as a test can judge them; the rest is ``glimmer prompts check``."""

import re
from functools import cache
from pathlib import Path

import pytest

from bot.domain.care import Tier, assess
from bot.domain.kinds import Category, Subject
from bot.domain.wording import words
from bot.library import Library, Locale
from bot.library.faults import PROMPT_LENGTH, faults

PROMPTS = Path(__file__).parent.parent.parent / "prompts"
CODES = sorted(path.parent.name for path in PROMPTS.glob("*/meta.toml"))
needs_care = pytest.mark.skipif(
    not (PROMPTS / "en/care.toml").exists(), reason="en/care.toml is not written yet"
)
needs_banned = pytest.mark.skipif(
    not (PROMPTS / "en/banned.toml").exists(), reason="en/banned.toml is not written yet"
)


@cache
def ours() -> Library:
    return Library.load(PROMPTS)


def english() -> Locale:
    return ours().locale("en")


def test_every_locale_is_read_under_its_own_name():
    assert sorted(locale.code for locale in ours().locales) == CODES
    assert len({locale.name for locale in ours().locales}) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_care_phrases_hear_their_examples_and_no_look_alike(code):
    care = ours().locale(code).care
    for pattern in care.patterns:
        assert all(assess(text, care) for text in pattern.must)
    assert [text for text in care.must_not if assess(text, care)] == []


@needs_care
@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("I just want to die", Tier.EXPLICIT),
        ("I’m going to kill myself", Tier.EXPLICIT),
        ("im suicidal", Tier.EXPLICIT),
        ("I've been hurting myself again", Tier.EXPLICIT),
        ("I can't do this anymore", Tier.UNSURE),
        ("i want to disappear", Tier.UNSURE),
        ("what's the point", Tier.UNSURE),
        ("25 kms on the bike", None),
        ("my phone died", None),
        ("we killed the boss at last", None),
        ("a cake to die for", None),
        ("we cut the cake", None),
        ("a walk to end my day", None),
        ("my friend was suicidal last year and today she laughed", None),
    ],
)
def test_english_keeps_a_cry_apart_from_a_manner_of_speaking(text, tier):
    assert assess(text, english().care) is tier


@needs_banned
@pytest.mark.parametrize(
    "text",
    [
        "Don't forget to log your glimmer.",
        "You should find at least three good things today.",
        "You've kept a 12 day streak, don't break it.",
        "We miss you. You haven't written in 4 days.",
        "Everything happens for a reason.",
        "Glimmers rewire your nervous system.",
        "You sound depressed. Look on the bright side.",
        "What was the most beautiful, perfect moment?",
        "List five things you love about your mother.",
        "I was worried about you. I'm always here for you.",
        "TODAY IS THE DAY to choose joy",
        "Just breathe and smile.",
    ],
)
def test_english_never_presses_boasts_or_scolds(text):
    shouted = list(faults(text, PROMPT_LENGTH))
    assert shouted or any(rule.pattern.search(text) for rule in english().banned)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Today I went to the lake again and we just sat there with our coffee on Sunday"),
        ("es", "Hoy fui otra vez al lago y nos sentamos un rato con el café del domingo"),
        ("de", "Heute war ich wieder am See und wir saßen nur da mit unserem Kaffee am Sonntag"),
    ],
)
def test_only_what_names_something_is_left_without_the_small_words(code, text):
    small = ours().locale(code).lexicon.stopwords
    kept = [word for word in words(text) if word not in small and len(word) > 2]
    assert kept in (["lake", "coffee"], ["lago", "cafe"], ["see", "kaffee"])


KIN = {
    "en": r"\bchild(ren|hood)?\b|grew up|family|mother|father|parent|sister|brother|grand"
    r"|when you were small|isn't around",
    "es": r"famil|madre|padre|herman|abuel|niñ|de tu casa|creciste|otra cocina",
    "de": r"famil|mutter|vater|eltern|schwester|bruder|oma\b|opa\b|\bkind\b|verwandt|bei euch"
    r"|küche von früher",
}


@pytest.mark.parametrize("code", CODES)
def test_what_leans_on_a_family_can_be_muted_and_rests_on_the_days_of_families(code):
    leaning = [p for p in ours().locale(code).prompts if re.search(KIN[code], p.text, re.IGNORECASE)]
    assert leaning
    assert [p.id for p in leaning if Subject.FAMILY not in p.sensitive] == []


AFTER_A_CRY = {  # leaving, clinging, falling, means: nobody wants to read that on the day after
    "en": r"\b(hang|rope|hook|bridge|ledge|jump|fall|fell|cross|drown|knife|knives|kitchen drawer|pills?\b"
    r"|match|take along|hold on|leave to|hurt|life|goodbye|over with)",
    "es": r"\b(colga|cuerda|puente|salta|caer|caíd|cruz|cuchill|pastilla|despedi|irse|te llevas|vida|dol)",
    "de": r"\b(häng|hinüber|seil\b|brücke|geländer|spring|fall(en|e)\b|messer|tablette|abschied|leben|weh\b)",
}


@pytest.mark.parametrize("code", CODES)
def test_no_question_of_the_days_after_a_cry_can_be_heard_as_leaving(code):
    sent = [p for p in ours().locale(code).prompts if p.category in (Category.OPEN, Category.TENDER)]
    assert sent
    assert [p.id for p in sent if re.search(AFTER_A_CRY[code], p.text, re.IGNORECASE)] == []
