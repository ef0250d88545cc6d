"""Sentences that must not pass, and harmless ones that must, beside the examples in ``banned.toml``."""

import pytest

from bot.library.faults import PROMPT_LENGTH, faults
from tests.library.test_ours import ours


def caught(code: str, text: str) -> bool:
    return bool(list(faults(text, PROMPT_LENGTH))) or any(
        rule.pattern.search(text) for rule in ours().locale(code).banned
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "What should you keep today?"),
        ("en", "What was the best sound today?"),
        ("en", "It has been a while since you wrote."),
        ("en", "What did your partner cook?"),
        ("en", "Was today better than yesterday?"),
        ("en", "How many good things happened?"),
        ("en", "Notice your breath for a bit."),
        ("es", "Recuerda mirar el cielo"),
        ("es", "¿Cuál fue el momento más bonito?"),
        ("es", "HOY ES EL DÍA"),
        ("es", "La próxima vez, camina más despacio."),
        ("es", "¿Qué cocinó tu pareja?"),
        ("de", "Ist Ihnen heute etwas aufgefallen?"),
        ("de", "Was haben Sie gesehen?"),
        ("de", "Du hast mir gefehlt."),
        ("de", "Wofür bist du dankbar?"),
        ("de", "Was hat dein Partner gekocht?"),
    ],
)
def test_what_presses_ranks_counts_or_assumes_is_caught(code: str, text: str) -> None:
    assert caught(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "There is more on the shelf, should you want it."),
        ("en", "Something that stayed the same since this morning. What was it?"),
        ("en", "Did anything notice you before you noticed it?"),
        ("es", "¿A qué te recuerda ese olor?"),
        ("es", "La próxima vez: domingo, 18:30."),
        ("es", "El cielo cambiará unas cuantas veces. Quizá te toque ver una."),
        ("es", "¿Qué sonó más bajito que el resto?"),
        ("de", "Zwei Spatzen saßen da. Sie blieben lange."),
        ("de", "Woran blieb dein Blick hängen, und sei es nur kurz?"),
        ("de", "Gehört dir ein Platz am Fenster?"),
    ],
)
def test_what_only_sounds_alike_passes(code: str, text: str) -> None:
    assert not caught(code, text)
