"""What holds for every picture, whatever a person wrote."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from traceback import format_exception

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.kinds import Category
from bot.pictures import (
    HEIGHT,
    MOST_BOOKLET_PHOTOS,
    WIDTH,
    Bead,
    Booklet,
    Chapter,
    Contact,
    Garland,
    Heading,
    Leaf,
    Look,
    NotPainted,
    Painter,
    Photo,
    Picture,
    Postcard,
    Sky,
    Star,
    Year,
    scripts_lacking_fonts,
)
from bot.pictures.booklet import booklet_sheets
from bot.pictures.cleaning import clean, joined, right_to_left, unbroken, weight
from bot.pictures.sheets import sheet_of
from bot.pictures.typesetting import Output, Typesetter
from bot.pictures.wordless import wordless
from tests.pictures import invented

PAINTER = Painter()
NASTY = "#panic() $x$ *b* _i_ @ref <label> `raw` \\ // /* \" ' {}[] \x00\x1b\ud800\udfff \u202e\u2066 </svg>"
TECHNICAL = {"language", "han", "ink", "quiet", "raised", "hue", "shape"}
anything = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("#$*_`\\\"'<>@{}[]\u202e\u200f\u200d\ufe0f\x00\ud800\n\r\u2028")
)


def size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


@pytest.fixture(params=invented.EVERY_KIND.values(), ids=invented.EVERY_KIND)
def picture(request: pytest.FixtureRequest) -> Picture:
    """One of each kind."""
    invent: Callable[[], Picture] = request.param
    return invent()


@pytest.mark.parametrize("look", Look)
def test_every_kind_is_a_png_of_its_size_in_both_looks(picture: Picture, look: Look) -> None:
    png = PAINTER.paint(picture, look)
    assert png.startswith(b"\x89PNG")
    assert size(png) == (WIDTH, HEIGHT)


def test_the_same_values_are_the_same_bytes(picture: Picture) -> None:
    assert PAINTER.paint(picture) == Painter().paint(picture)


def words_in(fill: object) -> set[str]:
    """Every string that the template would set; shapes, colours and names of files are none."""
    match fill:
        case str():
            return {fill} - {""}
        case dict():
            return {word for name, value in fill.items() if name not in TECHNICAL for word in words_in(value)}
        case list() | tuple():
            return {word for value in fill for word in words_in(value)}
    return set()


def test_without_words_no_word_reaches_the_template(picture: Picture) -> None:
    assert words_in(sheet_of(picture, Look.DARK).fill)
    assert not words_in(sheet_of(wordless(picture), Look.DARK).fill)
    assert size(PAINTER.paint(picture, words=False)) == (WIDTH, HEIGHT)


@settings(max_examples=25, deadline=None)
@given(text=anything, title=anything)
def test_whatever_was_written_can_be_set(text: str, title: str) -> None:
    heading = Heading(title, text[:30])
    PAINTER.paint(Postcard(heading, text))
    PAINTER.paint(Garland(heading, (Bead(text), Bead(title, Category.HOME))), Look.LIGHT)
    PAINTER.booklet(Booklet(heading, (Chapter(title, (Leaf(title, text),)),), closing=text))


def test_signs_of_the_typesetter_are_only_signs() -> None:
    heading = Heading(NASTY, NASTY)
    for picture in (Postcard(heading, NASTY), Garland(heading, (Bead(NASTY),))):
        assert size(PAINTER.paint(picture)) == (WIDTH, HEIGHT)
    assert PAINTER.booklet(Booklet(heading, (Chapter(NASTY, (Leaf(NASTY, NASTY),)),), (), NASTY))


@given(text=anything)
def test_cleaning_twice_is_cleaning_once_and_leaves_only_what_can_be_encoded(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert clean(cleaned) == cleaned


def test_a_long_word_gets_places_to_break_but_no_sign_is_torn() -> None:
    family = "👩\u200d👩\u200d👧"
    assert "\u200b" not in clean("a word of usual length")
    broken = clean(family * 40)
    assert "\u200b" in broken
    assert set(broken.split("\u200b")) <= {family * n for n in range(1, 10)}


CHINESE = (
    "雨停了以后，院子里的青石板还是湿的，一只乌鸫站在屋檐上唱了很久。我端着茶站在门口，什么也"
    "没想，只是听着，直到水凉了，天也慢慢亮起来，对面窗户里的灯一盏一盏地灭了。"
)
JAPANESE = (
    "雨がやんだあと、庭の石はまだぬれていて、屋根の上でつぐみがずっと鳴いていた。お茶を持った"
    "まま戸口に立って、何も考えずに、ただ聞いていた。湯がさめて、空がゆっくり明るくなった。"
)
THAI = "ฝนหยุดแล้วสนามหญ้าหลังบ้านยังเปียกอยู่มีนกตัวหนึ่งเกาะอยู่บนหลังคาร้องเพลงอยู่นานฉันถือถ้วยชายืนอยู่ที่ประตู"
KOREAN = (
    "비가그친뒤에마당의돌은아직젖어있었고지붕위에서새한마리가오래노래했다나는찻잔을들고문앞에"
    "서서아무생각도하지않고그저듣고만있었다하늘이천천히밝아졌다우리는웃었다그리고"
)


@pytest.mark.parametrize("text", [CHINESE, JAPANESE, THAI, KOREAN])
def test_where_a_line_may_end_anyway_no_other_places_are_made(text: str) -> None:
    assert len(text) >= 80
    assert clean(text) == text


@pytest.mark.parametrize(
    "text", [f"看{'a' * 65}，{'b' * 65}。好", "a," * 60, "そ" + "ー" * 80, "好" + "！" * 80]
)
def test_no_line_is_made_to_begin_with_a_comma_or_full_stop_where_else_it_may_end(text: str) -> None:
    parts = clean(text).split("\u200b")
    assert len(parts) > 1
    assert [part for part in parts if part[0] in "，。,"] == []


def test_a_long_address_is_broken_at_its_strokes() -> None:
    address = "https://example.org/" + "a-path/" * 9 + "x" * 30
    parts = clean(address).split("\u200b")
    assert "".join(parts) == address
    assert parts[:2] == ["https://", "example.org/"]
    assert max(map(len, parts)) <= 24


@given(text=anything)
def test_joining_twice_is_joining_once_and_words_stay_what_they_were(text: str) -> None:
    together = joined(text)
    assert joined(together) == together
    assert joined("지붕 위의").replace("\u2060", "") == "지붕 위의"
    assert not set(unbroken(together)) - set(together) - {" "}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("猫が眠っている。", ""),
        ("喝 tea 了", "tea"),
        ("แมวหลับ", ""),
        ("지붕 위의", "지\u2060붕 위\u2060의"),
        ("가" * 30, ""),
        ("the rain", "the rain"),
    ],
)
def test_a_line_may_end_within_scripts_without_spaces(text: str, words: str) -> None:
    assert unbroken(joined(text)) == words


def test_a_chinese_sign_weighs_two_letters() -> None:
    assert weight("雨 a\u200b") == 4


def inked(png: bytes) -> tuple[int, int, int, int]:
    """Where the words of a light card lie: left, top, right, low."""
    image = Image.open(io.BytesIO(png)).convert("L").crop((0, 236, WIDTH, 1100))
    box = image.point(lambda light: 255 if light < 128 else 0).getbbox()
    assert box
    return box


def painted_card(language: str, text: str) -> tuple[int, int, int, int]:
    return inked(PAINTER.paint(Postcard(Heading("", "", language), text), Look.LIGHT))


def test_a_long_word_does_not_leave_the_card() -> None:
    text = "Nach dem Termin bei der Rechtsschutzversicherungsgesellschaft am Fenster gesessen."
    left, _, right, _ = painted_card("de", text)
    assert left >= 80
    assert right <= 1000


@pytest.mark.parametrize(
    ("script", "language", "text"),
    [
        ("Chinese", "zh", "今天早上雨落在屋顶上，猫在窗台上睡着了，我喝着茶，听了很久的雨。"),
        ("Japanese", "ja", "屋根に雨の音。猫が眠っている。"),
    ],
)
def test_scripts_without_spaces_fill_the_card_as_others_do(script: str, language: str, text: str) -> None:
    if script in scripts_lacking_fonts():
        pytest.skip(f"this system has no font for {script}")
    _, top, _, low = painted_card(language, text)
    assert low - top > 200


BROKEN = (b"", b"no picture", b"\xff\xd8\xff\xe0 cut off", b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("broken", BROKEN)
def test_a_photo_that_cannot_be_read_is_left_out(broken: bytes) -> None:
    heading, photo = Heading("Seen", "March"), Photo(invented.photo(4, 3))
    assert PAINTER.paint(Contact(heading, (Photo(broken), photo))) == PAINTER.paint(
        Contact(heading, (photo,))
    )
    leaves = (Leaf("3 March", "", broken),)
    assert PAINTER.booklet(Booklet(heading, (Chapter("March", leaves),)))


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("text", ["", "Rain."])
def test_no_page_is_painted_that_lacks_its_only_photo(text: str, broken: bytes) -> None:
    heading = Heading("Seen", "March")
    for picture in (Postcard(heading, text, broken), Contact(heading, (Photo(broken),))):
        with pytest.raises(NotPainted):
            PAINTER.paint(picture)


@pytest.mark.parametrize(
    ("text", "runs"), [("Rain", False), ("(מטר) rain", True), ("12 🌸 مطر", True), ("12 🌸", None)]
)
def test_words_run_as_their_first_letter_does(text: str, runs: bool | None) -> None:
    for page in (True, False):
        assert right_to_left(text, page) is (page if runs is None else runs)


@settings(max_examples=25, deadline=None)
@given(
    first=st.dates(date(1, 1, 4), date(9989, 12, 1)),
    days=st.integers(-3, 3660),
    minutes=st.lists(st.integers(0, 1439), max_size=30),
    bright=st.floats(),
    rtl=st.booleans(),
)
def test_stars_of_any_day_and_minute_find_a_place(
    first: date, days: int, minutes: list[int], bright: float, rtl: bool
) -> None:
    last = first + timedelta(days=days)
    stars = tuple(Star(last if n % 2 else first, minute, None, bright) for n, minute in enumerate(minutes))
    heading = Heading("", "", rtl=rtl)
    sheet = sheet_of(Sky(heading, first, last, stars), Look.DARK)
    assert b"nan" not in sheet.files["drawing.svg"]
    sheet_of(Year(heading, first, ("",) * 12, stars), Look.LIGHT)


def test_stars_outside_the_sky_do_not_shine() -> None:
    sky = invented.sky(7)
    late = replace(sky, stars=(*sky.stars, Star(sky.last + timedelta(days=1), 600)))
    assert PAINTER.paint(late) == PAINTER.paint(sky)


def test_several_threads_may_paint_at_once() -> None:
    pictures = [invented.sky(count) for count in (3, 7, 40)] * 2
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(PAINTER.paint, pictures)) == [PAINTER.paint(picture) for picture in pictures]


def test_a_booklet_is_the_same_each_time() -> None:
    leaves = tuple(Leaf("3 March", "Rain.", invented.photo(4, 3) if n == 1 else None) for n in range(3))
    pictures = tuple(invent() for invent in invented.EVERY_KIND.values())
    booklet = Booklet(Heading("Spring", "2026"), (Chapter("March", leaves),), pictures, "Yours.")
    pdf = PAINTER.booklet(booklet)
    assert pdf.startswith(b"%PDF-")
    assert pdf == PAINTER.booklet(booklet)


def test_every_word_reaches_the_booklet_and_photos_up_to_a_number() -> None:
    leaves = tuple(Leaf(f"day {n}", f"moment {n}", invented.photo(4, 3, n)) for n in range(60))
    chapters = (Chapter("one", leaves[:20]), Chapter("two", leaves[20:]))
    own, *pictures = booklet_sheets(Booklet(Heading("", ""), chapters, (invented.sky(3),)))
    assert {f"moment {n}" for n in range(60)} | {f"day {n}" for n in range(60)} <= words_in(own.fill)
    assert len(own.photos) == MOST_BOOKLET_PHOTOS
    assert [sheet.template for sheet in pictures] == ["sky"]


SECRET = "what somebody wrote"


class Refusing(Typesetter):
    """Fails as Typst does, which quotes what it was given."""

    def set(self, given: Mapping[str, bytes], output: Output = "png", per_inch: float = 72) -> bytes:
        raise typst.TypstError(SECRET, SECRET, [SECRET], [SECRET])


def test_what_could_not_be_set_is_not_told_to_the_log() -> None:
    with pytest.raises(NotPainted) as failed:
        Painter(Refusing()).paint(Postcard(Heading("", ""), SECRET))
    assert SECRET not in "".join(format_exception(failed.value))


def test_an_empty_booklet_is_one_all_the_same() -> None:
    assert PAINTER.booklet(Booklet(Heading("", ""), ())).startswith(b"%PDF-")
