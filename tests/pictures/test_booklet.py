"""A booklet fills its paper: entries flow on, and photos give way to each other."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

from bot.domain.kinds import Category
from bot.pictures import Booklet, Chapter, Heading, Leaf, Painter
from bot.pictures.booklet import booklet_sheets
from bot.pictures.typesetting import Output, Typesetter
from tests.pictures import invented

LYING, UPRIGHT = invented.photo(120, 90), invented.photo(90, 120)


class Paged(Typesetter):
    """Sets every page as a small picture instead of one PDF."""

    pages: list[bytes]

    def set(self, given: Mapping[str, bytes], output: Output = "png", per_inch: float = 72) -> bytes:
        pages = super().set(given, "png", 30)
        self.pages = pages if isinstance(pages, list) else [pages]
        return b""


def paged(booklet: Booklet) -> list[bytes]:
    """Each page after the title."""
    typesetter = Paged()
    Painter(typesetter).booklet(booklet)
    return typesetter.pages[1:]


def filled(booklet: Booklet) -> list[float]:
    """Of each page after the title, down to where there is something on it: a share of what margins leave."""
    shares = []
    for page in paged(booklet):
        image = Image.open(io.BytesIO(page)).convert("L")
        body = image.crop((0, 0, image.width, round(image.height * 0.9)))
        box = body.point(lambda light: 255 if light < 225 else 0).getbbox()
        assert box
        shares.append((box[3] / image.height - 20 / 210) / (168 / 210))
    return shares


def leaf(text: str = invented.TEXT, photo: bytes | None = None) -> Leaf:
    return Leaf("3 March", text, photo, Category.SOUND)


def booklet(*chapters: Chapter) -> Booklet:
    return Booklet(Heading("Spring", "2026"), chapters)


def test_short_chapters_share_a_page() -> None:
    assert len(filled(booklet(*(Chapter(f"Month {n}", (leaf(),)) for n in range(12))))) <= 4


def test_photos_give_way_so_that_no_page_is_left_nearly_empty() -> None:
    for photos in ((LYING,), (UPRIGHT,), (LYING, UPRIGHT), (UPRIGHT, None, None), (LYING, None, None, None)):
        leaves = tuple(leaf(photo=photos[n % len(photos)]) for n in range(24))
        shares = filled(booklet(Chapter("March", leaves[:11]), Chapter("April", leaves[11:])))
        assert min(shares[:-1]) > 0.6, photos


def test_a_text_of_many_pages_is_broken_and_others_follow_it() -> None:
    long = leaf(f"{invented.TEXT} " * 90, UPRIGHT)
    shares = filled(booklet(Chapter("March", (leaf(), long, leaf(), leaf(photo=LYING)))))
    assert 4 <= len(shares) <= 6
    assert sum(share > 0.75 for share in shares) >= len(shares) - 2


def test_a_chapter_may_be_empty_or_without_a_title() -> None:
    assert len(filled(booklet(Chapter("March", ()), Chapter("", (leaf(),)), Chapter("", ())))) == 1


def test_titles_of_chapters_begin_with_a_capital() -> None:
    own, *_ = booklet_sheets(booklet(Chapter("octubre de 2026", ()), Chapter("", ())))
    assert "Octubre de 2026" in str(own.fill["chapters"])


def is_hyphenated(text: str) -> bool:
    """Whether it looks otherwise in German than in a language without rules for hyphens."""
    chapters = (Chapter("März", (leaf(text),)),)
    pages = [paged(Booklet(Heading("", "", language), chapters)) for language in ("de", "xx")]
    return pages[0] != pages[1]


def test_short_words_stay_whole_at_the_end_of_a_line_and_long_ones_may_be_broken() -> None:
    for fillers in range(9, 16):
        assert not is_hyphenated("Tee da " * fillers + "Nachbarin Ruhe Abend Fenster Treppe leise Decke")
    assert any(is_hyphenated("Tee da " * n + "Rechtsschutzversicherungsgesellschaft") for n in range(3, 9))
