"""The pictures that are looked at: by name, small, and compared as an eye would."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from bot.domain.kinds import Season
from bot.pictures import Heading, Look, Painter, Picture
from tests.pictures import invented

FOLDER = Path(__file__).parent / "golden"
SIZE = (180, 225)
TILE = 15
FARTHEST = 14.0
"""How far the middle colour of a tile may be off, of 255."""
COUNTS = (0, 1, 3, 7, 40, 400, 5000)
SEASONS = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


@dataclass(frozen=True, slots=True)
class Case:
    """A picture with its name; ``needs`` is the font family of the system that it was looked at with."""

    name: str
    picture: Picture
    look: Look
    words: bool = True
    needs: str = ""

    def painted(self, painter: Painter) -> Image.Image:
        """As it is sent."""
        return Image.open(io.BytesIO(painter.paint(self.picture, self.look, self.words))).convert("RGB")


SCRIPTS = (
    ("Latin", "", "de", "Rechtsschutzversicherungsgesellschaften, und draußen fällt leise der erste Schnee."),
    ("Cyrillic", "", "ru", "Дрозд пел всё то время, пока я пил чай."),
    ("Greek", "", "el", "Η θάλασσα το πρωί, πριν ξυπνήσει κανείς."),
    ("Hebrew", "", "he", "הגשם על הגג, והחתול שנרדם לי על הברכיים."),
    ("Arabic", "Noto Naskh Arabic", "ar", "صوت المطر على النافذة، ورائحة الخبز."),
    ("Emoji", "Noto Color Emoji", "en", "🌸 on the tram roof 🚋 and a ❤️ balloon ☀️"),
    ("Devanagari", "Noto Serif Devanagari", "hi", "खिड़की पर बारिश की आवाज़।"),
    ("Chinese", "Noto Serif CJK SC", "zh", "雨落在屋顶上，猫睡着了。"),
    ("Japanese", "Noto Serif CJK JP", "ja", "屋根に雨の音。猫が眠っている。"),
    ("Korean", "Noto Serif CJK KR", "ko", "지붕 위의 빗소리."),
)
"""A script, the family of the system that draws it (empty: it comes with Typst), a language, a text."""

COMPOUND = "Nach der Rechtsschutzversicherungsgesellschaft am Fenster gesessen; draußen der erste Schnee."
RAIN = "今天早上雨落在屋顶上，猫在窗台上睡着了，我喝着茶，听了很久的雨。"
TEA = "지붕 위의 빗소리를 들으며 고양이가 창가에서 잠들어 있는 것을 오래 바라보았다. 차는 아직 따뜻했다."


def cases() -> Iterator[Case]:
    """Every picture that is compared."""
    for look in Look:
        yield from (_sky(count, look) for count in COUNTS)
        for count in COUNTS:
            yield Case(f"year-{count}-{look}", invented.year(count), look)
            yield Case(f"clock-{count}-{look}", invented.clock(count), look)
        yield Case(f"sky-first-12-days-{look}", invented.short_sky(12, 12, Season.AUTUMN), look)
        yield Case(f"sky-first-2-days-{look}", invented.short_sky(5, 2, Season.SPRING), look)
        yield Case(f"year-first-2-months-{look}", invented.year(24, 2), look)
        yield Case(f"year-first-5-months-{look}", invented.year(90, 5), look)
        yield Case(f"sky-even-5000-{look}", invented.even_sky(5000), look)
        yield Case(f"sky-even-11000-{look}", invented.even_sky(11000), look)
        yield Case(f"clock-even-5000-{look}", invented.even_clock(5000), look)
        for picture in _others():
            yield Case(f"{type(picture).__name__.lower()}-{look}", picture, look)
    for picture in invented.every_kind():
        yield Case(f"wordless-{type(picture).__name__.lower()}", picture, Look.DARK, words=False)
    for script, family, language, text in SCRIPTS:
        yield Case(f"script-{script.lower()}", card(language, text), Look.LIGHT, needs=family)
    yield Case("text-compound", card("de", COMPOUND), Look.LIGHT)
    yield Case("text-chinese", card("zh", RAIN), Look.DARK, needs="Noto Serif CJK SC")
    yield Case("text-korean", card("ko", TEA), Look.LIGHT, needs="Noto Serif CJK KR")
    yield Case("text-long", invented.postcard(invented.TEXT * 40), Look.LIGHT)
    yield Case("text-one-word", invented.postcard("x" * 3000), Look.LIGHT)
    yield Case("right-to-left", replace(invented.sky(40), heading=_hebrew()), Look.DARK)


def card(language: str, text: str) -> Picture:
    """A postcard in that language."""
    heading = Heading("", "2026", language, rtl=language in ("he", "ar"))
    return replace(invented.postcard(text), heading=heading)


def _hebrew() -> Heading:
    return Heading("מרץ", "2026", "he", rtl=True)


def _sky(count: int, look: Look) -> Case:
    season = SEASONS[COUNTS.index(count) % 4] if count < 5000 else None
    return Case(f"sky-{count}-{look}", invented.sky(count, season), look)


def _others() -> tuple[Picture, ...]:
    return (
        invented.postcard(),
        invented.petals(5, 4, 2, 1, 3),
        invented.contact(7),
        invented.garland(15),
    )


def small(image: Image.Image) -> Image.Image:
    """As it is kept."""
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def distance(one: Image.Image, other: Image.Image) -> float:
    """Of the two tiles that differ most, by how much; edges that moved by a hair do not count."""
    difference = ImageChops.difference(one, other)
    return max(
        max(ImageStat.Stat(difference.crop((x, y, x + TILE, y + TILE))).mean)
        for x in range(0, SIZE[0], TILE)
        for y in range(0, SIZE[1], TILE)
    )
