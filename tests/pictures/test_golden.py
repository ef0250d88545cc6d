"""Pictures look as they did when somebody last looked at them (`python -m tests.pictures.renew`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image

from bot.pictures import (
    Garland,
    Heading,
    Look,
    Painter,
    Picture,
    Postcard,
    Sky,
    scripts_lacking_fonts,
)
from bot.pictures.fonts import PROBES
from bot.pictures.typesetting import Output, Typesetter
from bot.pictures.wordless import wordless
from tests.pictures import golden
from tests.pictures.golden import FOLDER, MILD, SCRIPTS, SHARP, Case, card, small

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


CASES = {case.name: case for case in golden.cases()}


def kept(name: str) -> Image.Image:
    return Image.open(FOLDER / f"{name}.png").convert("RGB")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_picture_looks_as_it_did(case: Case) -> None:
    if case.needs and case.needs not in families():
        pytest.skip(f"this system has no {case.needs}, which it was looked at with")
    assert not case.eye.sees(small(case.painted(PAINTER)), kept(case.name))


def test_every_kept_picture_is_compared() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == set(CASES)


def test_another_picture_does_not_pass() -> None:
    for name in ("sky-7-dark", "sky-1-dark", "sky-3-light", "clock-3-dark"):
        for eye in (SHARP, MILD):
            assert eye.sees(kept(name), kept("sky-3-dark"))


def unthemed(picture: Picture) -> Picture:
    assert isinstance(picture, Sky)
    return replace(picture, stars=tuple(replace(star, theme=None) for star in picture.stars))


def crossed_out(picture: Picture) -> Picture:
    assert isinstance(picture, Garland)
    return replace(picture, beads=tuple(replace(bead, word="x" * len(bead.word)) for bead in picture.beads))


def nameless(picture: Picture) -> Picture:
    """Without its labels; its heading and key stay."""
    return replace(wordless(picture), heading=picture.heading)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("year-40-dark", nameless),
        ("year-400-light", nameless),
        ("clock-40-light", nameless),
        ("petals-light", nameless),
        ("contact-24-dark", nameless),
        ("garland-15-dark", crossed_out),
        ("garland-8-light", crossed_out),
        ("sky-400-light", unthemed),
    ],
)
def test_what_is_missing_or_changed_in_a_picture_is_seen(
    name: str, change: Callable[[Picture], Picture]
) -> None:
    case = CASES[name]
    changed = replace(case, invent=lambda: change(case.invent()))
    assert case.eye.sees(small(changed.painted(PAINTER)), kept(name))


class Finer(Typesetter):
    """Draws every edge with other pixels, as another machine might."""

    def set(self, given: Mapping[str, bytes], output: Output = "png", per_inch: float = 72) -> bytes:
        return super().set(given, output, per_inch * 1.5)


@pytest.mark.parametrize("name", ["year-40-dark", "clock-40-light", "petals-light", "garland-8-light"])
def test_other_pixels_at_the_edges_are_no_difference(name: str) -> None:
    finer = CASES[name].painted(Painter(Finer()))
    half = (1, 0, 0.75, 0, 1, 0.75)  # of a pixel as it is sent; what lies beyond the edge is black
    aside = finer.transform(finer.size, Image.Transform.AFFINE, half, Image.Resampling.BILINEAR)
    aside.paste(finer.crop((0, aside.height - 1, *aside.size)), (0, aside.height - 1))
    aside.paste(finer.crop((aside.width - 1, 0, *aside.size)), (aside.width - 1, 0))
    for image in (finer, aside):
        assert not SHARP.sees(small(image), kept(name))


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
