"""Pictures look as they did when somebody last looked at them (`python -m tests.pictures.renew`)."""

from __future__ import annotations

from functools import cache

import pytest
from PIL import Image

from bot.pictures import Heading, Look, Painter, Postcard, scripts_lacking_fonts
from bot.pictures.fonts import PROBES
from bot.pictures.typesetting import Typesetter
from tests.pictures import golden
from tests.pictures.golden import FARTHEST, FOLDER, SCRIPTS, Case, card, distance, small

PAINTER = Painter()


@cache
def families() -> frozenset[str]:
    return Typesetter().families()


@cache
def lacking() -> frozenset[str]:
    return frozenset(scripts_lacking_fonts())


def skip_without_font(script: str) -> None:
    if script in lacking():
        pytest.skip(f"this system has no font for {script}")


@pytest.mark.parametrize("case", list(golden.cases()), ids=lambda case: case.name)
def test_a_picture_looks_as_it_did(case: Case) -> None:
    if case.needs and case.needs not in families():
        pytest.skip(f"this system has no {case.needs}, which it was looked at with")
    kept = Image.open(FOLDER / f"{case.name}.png").convert("RGB")
    assert distance(small(case.painted(PAINTER)), kept) < FARTHEST


def test_every_kept_picture_is_compared() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == {case.name for case in golden.cases()}


def test_another_picture_does_not_pass() -> None:
    kept = Image.open(FOLDER / "sky-3-dark.png").convert("RGB")
    for name in ("sky-7-dark", "sky-1-dark", "sky-3-light", "clock-3-dark"):
        assert distance(Image.open(FOLDER / f"{name}.png").convert("RGB"), kept) > FARTHEST


@pytest.mark.parametrize(
    ("script", "language", "text"), [(s, lang, t) for s, _, lang, t in SCRIPTS], ids=lambda value: value[:8]
)
def test_each_script_is_drawn_letter_by_letter(script: str, language: str, text: str) -> None:
    skip_without_font(script)
    mirrored = text[::-1]
    assert PAINTER.paint(card(language, text)) != PAINTER.paint(card(language, mirrored))


def test_scripts_that_come_with_the_typesetter_are_never_lacking() -> None:
    assert not lacking() & {"Latin", "Greek", "Cyrillic", "Hebrew"}
    assert lacking() <= set(PROBES)


@pytest.mark.parametrize("language", ["", "C", "zh-Hant-TW", "pt_BR", "x-klingon", "123", "ja"])
def test_any_tag_of_a_language_is_taken(language: str) -> None:
    assert PAINTER.paint(Postcard(Heading("a", "b", language), "雨"), Look.LIGHT)
