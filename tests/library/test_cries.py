"""Cries and their harmless neighbours, sentence by sentence, beside the examples in ``care.toml``."""

import pytest

from bot.domain.care import Tier, assess
from tests.library.test_ours import ours


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
