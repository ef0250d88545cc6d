"""Cries and their harmless neighbours, beside the examples in ``care.toml``. Invented."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.care import Tier, assess
from tests.library.test_ours import ours

BESIDE = tomllib.loads((Path(__file__).parent.parent / "data/cries.toml").read_text(encoding="utf-8"))
"""By language, more that is ``heard`` and everyday sentences with its words that are ``silent``."""

EXPLICIT = {
    "en": """
        he left me, I want to end it all · I'm going to kill myself over this
        she left, I'd be better off dead · I don't want to live in this world anymore
        she left, I have suicidal thoughts every night · he left me, feeling suicidal again
        I didn't sleep, I want to hurt myself · I have no reason to live here
        I'm tired of living like this · I want to never wake up because of him
        I want to end my life in peace · I'm going to kms · I feel like dying · I want my life to end
        I want to stop living · i wana die · I don't deserve to live · I'm going to end it tonight
        there is no point living · I don't want to live on · I took a whole bottle of pills
        I've been hurting myself · they left and want to die · I want too die
        I wanted to die at school today · I wanted to die when I was alone
        I don't feel like living anymore · I'm ending it tonight · I took a bottle of pills · im kms
        I'm cutting again · I want to actually die · I overdosed · I am done living
    """,
    "es": """
        ya no quiero vivir aquí en este mundo · ojalá no hubiera nacido con pastillas
        no quiero estar viva · no tengo ganas de vivir con pastillas · estoy harta de vivir
        estoy harto de vivir · no quiero estar vivo · me quiero pegar un tiro · hoy me mato
        me quito la vida · me voy a quitar la vida · no merezco vivir · tomé una sobredosis
        me tomé una sobredosis · la vida no vale la pena · me corto los brazos · no dormí y quiero morirme
        ella se fue y me quiero matar · prefiero no estar viva · me mataré · debería matarme
        me quiero dar un tiro · me voy a cortar las venas · me corto todos los días · quiero cortarme
        quiero que mi vida termine · anoche me corté las muñecas
    """,
    "de": """
        er ist weg, ich will nicht mehr leben · Ich will sterben ohne sie
        ich will nicht mehr leben ohne sie · sie ist weg, will nur noch sterben
        ich bringe mich heute Nacht um · ich hänge mich auf · ich habe alle Tabletten genommen
        ich springe von der Brücke · ich werde heute sterben · ich mache Schluss mit allem
        ich schneide mich wieder · ich habe es nicht verdient zu leben · Ich habe eine Überdosis genommen
        heute Nacht bring ich mich um · wegen Oma will ich nicht mehr leben
        ohne ihn will ich nicht mehr leben · ich will mit allem Schluss machen · ich beende mein Leben
        ich will auch sterben · ich schneide mich jeden Abend · ich ritze mich · ich verdiene den Tod
        ich will nicht mehr auf dieser Welt sein · wär ich doch tot · ich tu mir was an
    """,
}
"""What has to be answered, in full. None of it may be hidden by who left or where it is said."""

SOFT = {
    "en": """
        I don't want to die · I did not want to die today, first time in months
        I almost killed myself last night
    """,
    "es": "hoy no quiero morir · un día me mato · no quiero vivir aquí",
    "de": "ich will nicht sterben · mein Leben ist nicht lebenswert",
}
"""Where it may be more than a hard day, or less: one soft line rather than silence."""

BEFORE = {
    "en": """
        he left me, · she left, · didn't sleep, · I can't stop crying, · nobody knows, · not ok,
        they all left and
    """,
    "es": "él me dejó, · no dormí, · mi madre no me llama, · ella se fue y · nadie lo sabe, · sin él",
    "de": "er ist weg, · sie hat mich verlassen, · nicht geschlafen, · keiner weiß es, · ohne sie,",
}
AFTER = {
    "en": """
        in my room · at home · at work · because of him · over him · with pills · tonight · so much
        on my own · here · before the weekend · like this · and nobody cares · the pain is too much
        without her · for good · to make it stop
    """,
    "es": """
        en mi cuarto · en casa · por él · con pastillas · esta noche · sin ella · aquí · de una vez
        de verdad · para siempre · y a nadie le importa · de dolor · antes del lunes
    """,
    "de": """
        in meinem Zimmer · zu Hause · wegen ihm · mit Tabletten · heute Nacht · ohne sie · hier
        und keinen kümmert es · vor Montag · für immer · weil es weh tut · vor Schmerz
    """,
}
"""What people add without a thought, and what must hide nothing."""


def each(written: str) -> list[str]:
    return [" ".join(one.split()) for line in written.strip().splitlines() for one in line.split(" · ")]


@pytest.mark.parametrize("code", EXPLICIT)
def test_what_is_said_plainly_is_heard_in_full(code):
    care = ours().locale(code).care
    assert [said for said in each(EXPLICIT[code]) if assess(said, care) is not Tier.EXPLICIT] == []


@pytest.mark.parametrize("code", BESIDE)
def test_every_way_to_say_it_is_heard_in_full(code):
    care = ours().locale(code).care
    assert [said for said in BESIDE[code]["heard"] if assess(said, care) is not Tier.EXPLICIT] == []


@pytest.mark.parametrize("code", BESIDE)
@pytest.mark.parametrize("chosen", BESIDE)
def test_everyday_sentences_with_the_words_of_a_cry_get_no_answer_to_one(chosen, code):
    mine = ours().locale(chosen)
    silent = BESIDE[code]["silent"]
    assert [said for said in silent if assess(said, mine.care, mine.foreign) is Tier.EXPLICIT] == []


@pytest.mark.parametrize("code", BESIDE)
def test_everyday_sentences_with_the_words_of_a_cry_are_moments_like_any_other(code):
    care = ours().locale(code).care
    assert [said for said in BESIDE[code]["silent"] if assess(said, care)] == []


@pytest.mark.parametrize("code", EXPLICIT)
@pytest.mark.parametrize("chosen", EXPLICIT)
def test_a_plain_cry_is_heard_in_a_language_that_was_not_chosen(chosen, code):
    mine = ours().locale(chosen)
    missed = [
        said for said in each(EXPLICIT[code]) if assess(said, mine.care, mine.foreign) is not Tier.EXPLICIT
    ]
    assert missed == []


@pytest.mark.parametrize("code", EXPLICIT)
@pytest.mark.parametrize("chosen", EXPLICIT)
def test_no_look_alike_of_one_language_is_a_cry_in_another(chosen, code):
    mine, theirs = ours().locale(chosen), ours().locale(code)
    written = [*theirs.care.must_not, *(said for one in theirs.care.patterns for said in one.must_not)]
    asked = [said for prompt in theirs.prompts for said in prompt.wordings]
    wrong = [said for said in (*written, *asked) if assess(said, mine.care, mine.foreign) is Tier.EXPLICIT]
    assert wrong == []


@pytest.mark.parametrize("code", SOFT)
def test_what_is_not_plain_is_left_to_its_own_language(code):
    for other in {"en", "es", "de"} - {code}:
        mine = ours().locale(other)
        assert not any(assess(said, mine.care, mine.foreign) for said in each(SOFT[code]))


@pytest.mark.parametrize("code", SOFT)
def test_what_may_be_less_gets_the_soft_line(code):
    care = ours().locale(code).care
    assert [said for said in each(SOFT[code]) if assess(said, care) is not Tier.UNSURE] == []


@pytest.mark.parametrize("code", BEFORE)
def test_everyday_words_before_or_after_a_cry_hide_none(code):
    care = ours().locale(code).care
    cries = [said for one in care.patterns if one.tier is Tier.EXPLICIT for said in one.must]
    around = [f"{before} {cry}" for cry in cries for before in each(BEFORE[code])]
    around += [f"{cry} {after}" for cry in cries for after in each(AFTER[code])]
    assert [said for said in around if not assess(said, care)] == []


@pytest.mark.parametrize(
    ("code", "text", "tier"),
    [
        ("en", "i just want to not wake up", Tier.EXPLICIT),
        ("en", "the world would be better without me", Tier.EXPLICIT),
        ("en", "I took an overdose", Tier.EXPLICIT),
        ("en", "I can't go on", Tier.UNSURE),
        ("en", "I can't live like this", Tier.UNSURE),
        ("en", "I was suicidal last night", Tier.EXPLICIT),
        ("en", "I was suicidal last year. Today I laughed.", None),
        ("en", "I used to want to die. Not today.", None),
        ("en", "I used to want to die. I want to die now.", Tier.EXPLICIT),
        ("en", "I took an overdose of vitamin C", None),
        ("es", "me he vuelto a cortar", Tier.EXPLICIT),
        ("es", "me corté otra vez", Tier.EXPLICIT),
        ("es", "ojalá no despertara", Tier.EXPLICIT),
        ("es", "desearía no haber nacido", Tier.EXPLICIT),
        ("es", "no quiero vivir sin él", Tier.UNSURE),
        ("es", "No quiero vivir sin este queso", None),
        ("es", "No puedo vivir sin el wifi", None),
        ("es", "Me corté el pelo otra vez", None),
        ("de", "ich will mir wehtun", Tier.EXPLICIT),
        ("de", "hoffentlich wache ich morgen nicht mehr auf", Tier.EXPLICIT),
        ("de", "ohne mich wären alle besser dran", Tier.UNSURE),
        ("de", "Wozu das alles?", Tier.UNSURE),
        ("de", "Ich will nicht mehr. Alles ist grau", Tier.UNSURE),
        ("de", "Ich will nicht mehr weg von hier", None),
        ("de", "Ich will mir nicht wehtun, also die leichte Route", None),
    ],
)
def test_each_language_keeps_a_cry_apart_from_its_neighbours(code, text, tier):
    assert assess(text, ours().locale(code).care) is tier
