"""The pictures that are looked at: by name, small, and compared as an eye would."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PIL import Image, ImageChops

from bot.domain.kinds import Season
from bot.pictures import Heading, Look, Painter, Picture
from tests.pictures import invented

FOLDER = Path(__file__).parent / "golden"
SIZE = (180, 225)
COUNTS = (0, 1, 3, 7, 40, 400, 5000)
SEASONS = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


@dataclass(frozen=True, slots=True)
class Eye:
    """Sees where the middle colour of a tile, so many pixels wide and high, is off by more than ``farthest``
    of 255; edges that another machine draws softer, or half a pixel aside, it does not see.
    """

    tile: int
    farthest: int

    def sees(self, one: Image.Image, other: Image.Image) -> bool:
        """Whether there is a difference between the two."""
        tiles = (SIZE[0] // self.tile, SIZE[1] // self.tile)
        middles = ImageChops.difference(one, other).resize(tiles, Image.Resampling.BOX)
        return any(most > self.farthest for _, most in middles.getextrema())


SHARP, MILD = Eye(5, 17), Eye(15, 14)
"""Half a pixel aside is up to 14 to the sharp one, a month without its name 22. The mild one is for fonts of
the system, whose signs change a little from version to version.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A picture with its name, invented when it is needed.

    ``needs`` is the font family of the system that it was looked at with.
    """

    name: str
    invent: Callable[[], Picture]
    look: Look
    words: bool = True
    needs: str = ""

    @property
    def eye(self) -> Eye:
        """What it is compared with."""
        return MILD if self.needs else SHARP

    def painted(self, painter: Painter) -> Image.Image:
        """As it is sent."""
        return Image.open(io.BytesIO(painter.paint(self.invent(), self.look, self.words))).convert("RGB")


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
            yield Case(f"year-{count}-{look}", partial(invented.year, count), look)
            yield Case(f"clock-{count}-{look}", partial(invented.clock, count), look)
        yield Case(f"sky-first-12-days-{look}", partial(invented.short_sky, 12, 12, Season.AUTUMN), look)
        yield Case(f"sky-first-2-days-{look}", partial(invented.short_sky, 5, 2, Season.SPRING), look)
        yield Case(f"year-first-2-months-{look}", partial(invented.year, 24, 2), look)
        yield Case(f"year-first-5-months-{look}", partial(invented.year, 90, 5), look)
        yield Case(f"sky-even-5000-{look}", partial(invented.even_sky, 5000), look)
        yield Case(f"sky-even-11000-{look}", partial(invented.even_sky, 11000), look)
        yield Case(f"clock-even-5000-{look}", partial(invented.even_clock, 5000), look)
        yield Case(f"postcard-{look}", invented.postcard, look)
        yield Case(f"petals-{look}", partial(invented.petals, 5, 4, 2, 1, 3), look)
        yield Case(f"petals-of-4-{look}", partial(invented.petals, 2, 0, 5, 1, 3), look)
        yield from (
            Case(f"contact-{count}-{look}", partial(invented.contact, count), look) for count in (1, 7, 24)
        )
        yield from (
            Case(f"garland-{count}-{look}", partial(invented.garland, count), look) for count in (8, 15)
        )
    for kind, invent in invented.EVERY_KIND.items():
        yield Case(f"wordless-{kind}", invent, Look.DARK, words=False)
    for script, family, language, text in SCRIPTS:
        yield Case(f"script-{script.lower()}", partial(card, language, text), Look.LIGHT, needs=family)
    yield Case("text-compound", partial(card, "de", COMPOUND), Look.LIGHT)
    yield Case("text-chinese", partial(card, "zh", RAIN), Look.DARK, needs="Noto Serif CJK SC")
    yield Case("text-korean", partial(card, "ko", TEA), Look.LIGHT, needs="Noto Serif CJK KR")
    yield Case("text-long", partial(invented.postcard, invented.TEXT * 40), Look.LIGHT)
    yield Case("text-one-word", partial(invented.postcard, "x" * 3000), Look.LIGHT)
    yield Case("right-to-left", _hebrew_sky, Look.DARK)


def card(language: str, text: str) -> Picture:
    """A postcard in that language."""
    heading = Heading("", "2026", language, rtl=language in ("he", "ar"))
    return replace(invented.postcard(text), heading=heading)


def _hebrew_sky() -> Picture:
    return replace(invented.sky(40), heading=Heading("מרץ", "2026", "he", rtl=True))


def _sky(count: int, look: Look) -> Case:
    season = SEASONS[COUNTS.index(count) % 4] if count < 5000 else None
    return Case(f"sky-{count}-{look}", partial(invented.sky, count, season), look)


def small(image: Image.Image) -> Image.Image:
    """As it is kept."""
    return image.resize(SIZE, Image.Resampling.LANCZOS)
