"""``/recap``, pictures, postcards and booklets, as transcripts through every branch."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.chat import periods
from bot.chat.press import Press, packed, unpacked
from bot.domain.glimmer import Said
from bot.domain.lines import Part, Span
from bot.domain.typed import Period
from bot.pictures import HEIGHT, WIDTH
from bot.services.picturing import MOST_ENTRIES, Picturing, garland
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.media import Media
from bot.storage.outlines import Outlines
from bot.storage.steps import Steps
from tests import words
from tests.dialog import START, Dialog, talking
from tests.pictures.invented import photo

LINES = (
    "the kettle, just before it sings",
    "a blackbird on the gutter",
    "warm bread, the smell of it on the stairs",
    "the cool side of the pillow",
    "light on the kitchen wall",
    "soup with pepper",
    "the cat asleep on the laundry",
    "rain on the roof",
    "the neighbour waved",
)


EARLIER = 1_000_000
"""Ids of messages that were sent before the chat began."""


async def kept(anna: Dialog, count: int, every: timedelta = timedelta(days=1)) -> None:
    """So many moments, the last of them an hour ago."""
    await anna.says("/timezone UTC")
    await anna.says("/pause for good")
    glimmers = Glimmers(anna.house.db)
    for number in range(count):
        at = START - every * (count - 1 - number) - timedelta(hours=1 + number % 5)
        text = f"{LINES[number % len(LINES)]}, {number}"
        glimmers.keep(anna.person.id, Said(EARLIER + number, at, text), Filed(at.date()))
    anna.house.db.execute("INSERT OR IGNORE INTO offers VALUES (?, 'giving')", [anna.person.id])


def newest(anna: Dialog) -> dict[str, Any]:
    """The bot's newest message."""
    return next(m for m in reversed(anna.person.chat) if m["from"]["is_bot"])


def labels(anna: Dialog) -> list[str]:
    rows = newest(anna).get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def content(anna: Dialog, kind: str) -> bytes:
    """The bytes of the newest picture or file."""
    found = newest(anna)[kind]
    file_id = (found[-1] if isinstance(found, list) else found)["file_id"]
    files = anna.sandbox.world.files
    return files.data(files.find(file_id))


def shown(anna: Dialog) -> Image.Image:
    """The newest picture, which is of the promised size."""
    image = Image.open(io.BytesIO(content(anna, "photo")))
    assert image.size == (WIDTH, HEIGHT)
    return image


async def test_with_nothing_at_all_it_says_so_and_offers_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/recap week")
        assert "nothing to give back yet" in anna.last()
        assert labels(anna) == []


async def test_an_empty_stretch_offers_an_older_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 1)
        await anna.says("/recap 2020")
        assert labels(anna) == ["One of mine"]
        await anna.presses("One of mine")
        assert LINES[0] in anna.last()


async def test_one_or_two_stand_for_themselves(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 2)
        await anna.says("/recap week")
        assert all(f"{line}, {n}" in anna.last() for n, line in enumerate(LINES[:2]))
        assert labels(anna) == ["Postcard"]


async def test_a_few_come_with_a_card_of_one_of_them(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 4)
        await anna.says("/recap week")
        assert "A card with your words" in newest(anna)["caption"]
        shown(anna)
        assert labels(anna) == ["Pictures", "Postcard", "Save as PDF"]


async def test_seven_come_with_their_sky_and_five_of_them_in_words(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 7)
        await anna.says("/recap week")
        assert "as a night sky" in newest(anna)["caption"]
        shown(anna)
        assert labels(anna) == ["Another five", "Pictures", "Postcard", "Save as PDF"]
        said = anna.texts()[-2]
        assert sum(line in said for line in LINES) == 5
        assert "7" not in said.replace(", 7", "")
        await anna.presses("Another five")
        assert sum(line in anna.last() for line in LINES) == 2


async def test_how_many_there_are_is_told_at_the_end_to_who_asks(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 9)
        await anna.says("/recap all")
        assert "How many are there?" not in labels(anna)
        await anna.presses("Another five")
        await anna.presses("How many are there?")
        assert anna.last() == "9 moments."


async def test_what_was_said_often_is_shown_once_beside_what_was_said_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/pause for good")
        once = ["a blackbird", "the cool pillow", "soup with pepper", "light on the wall"]
        for number in range(16):
            anna.clock.move_to(START + timedelta(days=number))
            await anna.says(
                once[number // 4] if number % 4 == 3 else "Coffee in the sun" + "." * (number % 2)
            )
        await anna.says("/recap all")
        said = next(text for text in reversed(anna.texts()) if "Coffee" in text)
        assert said.count("Coffee in the sun") == 1
        assert all(line in said for line in once)


@pytest.mark.parametrize("meanwhile", ["/language de", "a wren, 99", ""])
@pytest.mark.parametrize("count", [12, 20, 30])
async def test_buttons_mean_the_page_they_stand_below_whatever_came_meanwhile(
    tmp_path: Path, meanwhile: str, count: int
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, count)
        await anna.says("/recap all")
        below, first = newest(anna), numbers(anna.texts()[-2])
        if meanwhile:
            await anna.says(meanwhile)
        else:
            some = "UPDATE glimmers SET text = 'my mother laughed, ' || (id - 1) WHERE id % 3 = 0"
            anna.house.db.execute(some)
        anna.person.presses(below, "Another five")
        await anna.settles()
        second = numbers(anna.last())
        assert len(second) == 5
        assert not first & second
        anna.person.presses(below, "Postcard")
        await anna.settles()
        days = {(START - timedelta(days=count - 1 - number)).day for number in first}
        assert {int(re.findall(r"\d+", label)[0]) for label in labels(anna)} == days


def numbers(said: str) -> set[int]:
    """Which of the moments stand there."""
    return {int(number) for number in re.findall(r", (\d+)(?:<|\n|$)", said)}


async def test_after_forgetting_an_old_button_has_had_its_day(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 7)
        await anna.says("/recap all")
        anna.house.db.execute("DELETE FROM glimmers")
        await anna.presses("Another five")
        assert anna.person.answers[-1].text == "This button has had its day."


def test_five_ids_fit_a_button_of_the_longest_stretch() -> None:
    ids = range(2_000_000_000, 2_000_000_005)
    period = Period("stretch", START.date() - timedelta(days=400), START.date())
    data = Press.of("five", *periods.carried(period), 99_995, "", packed(ids)).encode()
    assert unpacked(Press.decode(data).word(5)) == tuple(ids)
    assert periods.pressed(Press.decode(data)) == period


async def test_an_old_button_that_leads_past_the_end_says_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 7)
        await anna.says("/recap all")
        anna.house.db.execute("DELETE FROM glimmers WHERE id > 3")
        await anna.presses("Another five")
        assert "That is all there is" in anna.last()


@pytest.mark.parametrize(
    ("asked", "told"), [("/recap total", "3 moments."), ("/recap how many in 2020", "nothing")]
)
async def test_a_total_is_told_to_who_asks(tmp_path: Path, asked: str, told: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 3)
        await anna.says(asked)
        assert told in anna.last()


async def test_what_the_entries_bear_out_is_said_and_nothing_else(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/pause for good")
        for number in range(8):
            anna.clock.move_to(START - timedelta(days=number) + timedelta(hours=7))
            await anna.says(f"a blackbird on the gutter, {number}")
        await anna.says("/recap all")
        assert "Animals keep turning up." in anna.texts()[-2]


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("last month", True),
        ("2026-10", True),
        ("since october", True),
        ("this season", True),
        ("year", True),
        ("yesterday", False),
        ("2019", False),
    ],
)
async def test_periods_are_understood(tmp_path: Path, asked: str, there: bool) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 1)
        anna.house.db.execute("UPDATE glimmers SET day = '2026-10-14', said_at = '2026-10-14T10:00:00Z'")
        await anna.says(f"/recap {asked}")
        assert (LINES[0] in anna.last()) == there


def whole_lines(code: str) -> set[str]:
    """What is only true of a whole week, month, season or year."""
    found = {line.text for line in words.ours().locale(code).recap_lines if line.whole}
    assert found
    return found


async def heads(anna: Dialog, asked: str, times: int = 3) -> tuple[set[str], set[str]]:
    """First and last lines of that recap, when it is asked for again and again."""
    first, last = set(), set()
    for _ in range(times):
        before = len(anna.person.chat)
        await anna.says(f"/recap {asked}")
        said = next(m["text"] for m in anna.person.chat[before:] if m["from"]["is_bot"] and "text" in m)
        first.add(said.split("\n")[0])
        last.add(said.split("\n")[-1])
    return first, last


@pytest.mark.parametrize(
    ("language", "open_ended"),
    [
        ("en", ("since june", "last 90 days", "autumn", "month", "2026")),
        ("de", ("seit juni", "letzte 90 tage", "herbst", "monat", "2026")),
        ("es", ("desde junio", "últimos 90 días", "otoño", "mes", "2026")),
    ],
)
async def test_what_is_not_over_is_never_called_whole(
    tmp_path: Path, language: str, open_ended: tuple[str, ...]
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await kept(anna, 60, every=timedelta(days=4))
        await anna.says("/timezone Berlin")
        locale = words.ours().locale(language)
        season = locale.say("season-autumn")
        whole = {line.format(season=season, month="", year="2026") for line in whole_lines(language)}
        for asked in open_ended:
            first, last = await heads(anna, asked)
            assert not (first | last) & whole
        since = {line.text for line in locale.recap_lines if line.span is Span.SINCE}
        assert (await heads(anna, open_ended[0]))[0] <= since


async def test_a_whole_year_may_be_called_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 30, every=timedelta(days=20))
        assert (await heads(anna, "2025", times=20))[0] & whole_lines("en")


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "since june", "Since June 1 (Jun 1\u2009–\u2009Nov 24, 2026)"),
        ("de", "seit juni", "Seit dem 1. Juni ("),
        ("es", "desde junio", "Desde el 1 de junio ("),
        ("en", "last 90 days", "A stretch of days ("),
        ("de", "letzte 90 tage", "Eine Reihe von Tagen ("),
        ("es", "últimos 90 días", "Un tramo de días ("),
        ("en", "2026", "The year (2026)"),
        ("es", "verano", "Verano ("),
    ],
)
async def test_a_picture_is_called_what_it_is_of(
    tmp_path: Path, language: str, asked: str, title: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await kept(anna, 30, every=timedelta(days=7))
        await anna.says("/timezone Berlin")
        await anna.says(f"/recap {asked}")
        assert newest(anna)["caption"].startswith(title)


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "since 2020", "Since January 1, 2020 ("),
        ("de", "seit 2020", "Seit dem 1. Januar 2020 ("),
        ("es", "desde 2020", "Desde el 1 de enero de 2020 ("),
    ],
)
async def test_since_another_year_names_that_year(
    tmp_path: Path, language: str, asked: str, title: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await kept(anna, 30, every=timedelta(days=90))
        await anna.says(f"/recap {asked}")
        assert newest(anna)["caption"].startswith(title)


async def test_in_the_tropics_a_season_by_name_is_misread(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 9, every=timedelta(days=20))
        await anna.says("/timezone Bogota")
        await anna.says("/recap summer")
        assert "could not read" in anna.last()


async def test_a_last_line_that_gave_way_to_a_remark_was_not_said(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        await anna.says("/pause for good")
        for number in range(8):
            anna.clock.move_to(START - timedelta(days=number) + timedelta(hours=7))
            await anna.says(f"a blackbird on the gutter, {number}")
        await anna.says("/recap all")
        assert "Animals keep turning up." in anna.texts()[-2]
        outros = {line.id for line in words.ours().locale("en").recap_lines if line.part is Part.OUTRO}
        assert not outros & set(Steps(anna.house.db).heard(anna.person.id))


async def test_without_a_period_it_asks_which(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 1)
        await anna.says("/recap")
        assert labels(anna) == ["Today", "This week", "This month", "This season", "This year", "All of it"]
        await anna.presses("This season")
        assert LINES[0] in anna.last()


async def test_a_whole_month_is_called_by_its_name(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="de") as anna:
        await kept(anna, 9)
        await anna.says("/recap 2026-11")
        assert newest(anna)["caption"].startswith("November (2026) als Nachthimmel")


async def test_every_picture_there_is_enough_for_can_be_drawn_both_ways(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 40, every=timedelta(days=8))
        anna.person.sends_photo(photo(320, 240), caption="low sun")
        await anna.settles()
        await anna.house.tick()
        await anna.house.media.drain()
        await anna.says("/recap all")
        await anna.presses("Pictures")
        offered = labels(anna)
        assert offered == [
            *("Night sky", "Year of lights", "Day clock", "Five senses", "Photos", "Words that came back"),
        ]
        for label in offered:
            await anna.presses(label)
            dark = shown(anna).convert("L").resize((1, 1)).getpixel((0, 0))
            assert newest(anna)["caption"]
            await anna.presses("In light colours")
            light = shown(anna).convert("L").resize((1, 1)).getpixel((0, 0))
            assert isinstance(dark, int)
            assert isinstance(light, int)
            assert light > dark
            await anna.presses("Without words")
            with_words = content(anna, "photo")
            await anna.presses("With words")
            assert content(anna, "photo") != with_words


async def test_photos_are_there_as_long_as_any_is_whichever_is_not(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 1)
        for number in range(9):
            anna.person.sends_photo(photo(32, 24), caption=f"picture {number}")
            await anna.settles()
        await anna.house.tick()
        await anna.house.media.drain()
        db = anna.house.db
        db.execute(
            "UPDATE media SET bytes = NULL WHERE id NOT IN (SELECT id FROM media ORDER BY id DESC LIMIT 4)"
        )
        db.execute("UPDATE media SET bytes = x'00' WHERE id = (SELECT max(id) - 3 FROM media)")
        await anna.says("/recap all")
        await anna.presses("Pictures")
        assert "Photos" in labels(anna)
        await anna.presses("Photos")
        shown(anna)
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        picturing = Picturing(Outlines(db), Media(db))
        stretch = await picturing.stretch(person, Period("all", None, None), anna.clock.now().date())
        assert stretch is not None
        found = [len(await picturing.prints(person, stretch, most)) for most in (0, 1, 2, 3, 9)]
    assert found == [0, 1, 2, 3, 3]


async def test_a_word_that_weighs_hangs_in_no_garland(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 40, every=timedelta(days=8))
        for day in range(3):
            anna.clock.move_to(START + timedelta(days=day))
            await anna.says("I feel so worthless today, but the tea was warm")
        picturing = Picturing(Outlines(anna.house.db), Media(anna.house.db))
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        stretch = await picturing.stretch(person, Period("all", None, None), anna.clock.now().date())
        assert stretch is not None
        assert sum("worthless" in glimmer.text for glimmer in stretch.glimmers) == 3
        hung = {lantern.word for lantern in garland(stretch, words.ours().locale("en"))}
        assert "kettle" in hung
        assert "worthless" not in hung


async def test_the_pictures_of_little_are_few(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 3)
        await anna.says("/recap week")
        await anna.presses("Pictures")
        assert labels(anna) == ["Night sky", "Day clock"]


async def test_a_postcard_is_of_one_of_those_that_were_shown(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 3)
        await anna.says("/recap week")
        await anna.presses("Postcard")
        begin = [label.split(" · ")[1].rstrip("…").rstrip() for label in labels(anna)]
        assert all(f"{LINES[n]}, {n}".startswith(text) for n, text in enumerate(begin))
        await anna.presses("blackbird")
        first = content(anna, "photo")
        shown(anna)
        await anna.presses("In dark colours")
        assert content(anna, "photo") != first


async def test_a_moment_that_was_opened_can_be_a_postcard_unless_it_stays_away(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 1)
        await anna.says("/list")
        await anna.presses("kettle")
        await anna.presses("Postcard")
        shown(anna)
        before = len(anna.person.chat)
        await anna.presses("Leave out of look-backs")
        await anna.presses("In dark colours")
        assert len(anna.person.chat) == before


async def test_a_booklet_holds_the_period_to_print(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 12, every=timedelta(days=9))
        await anna.says("/recap year")
        await anna.presses("Save as PDF")
        assert content(anna, "document").startswith(b"%PDF")
        assert newest(anna)["document"]["file_name"].endswith(".pdf")
        assert "in your own words" in newest(anna)["caption"]
        assert "/export" not in newest(anna)["caption"]


@pytest.mark.parametrize("language", ["en", "de", "es"])
async def test_a_booklet_without_room_for_all_says_that_it_is_a_choice(tmp_path: Path, language: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await kept(anna, MOST_ENTRIES + 1, every=timedelta(hours=7))
        await anna.says("/recap all")
        await anna.presses("PDF")
        assert newest(anna)["caption"] == words.ours().locale(language).say("booklet-done-some")
        assert "/export" in newest(anna)["caption"]


async def test_a_moment_of_many_pages_is_given_back_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone UTC")
        for letter in "abc":
            await anna.says(f"{letter}<&" * 1300)
        await anna.says("/recap today")
        said = "".join(anna.texts()[-8:])
        assert all(said.count(f"{letter}<&") == 1300 for letter in "abc")


async def test_a_button_of_a_period_that_is_none_does_no_harm(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 3)
        await anna.says("/recap week")
        message = newest(anna)
        for data in (
            *("pictures|week|x|y", "picture|sky|week|2026-13-01||d|words", "picture|moon|all|||d|words"),
            *("postcards|", "postcard|0|d|words", "postcard|x", "booklet|all|2020-01-01|2019-01-01"),
            *("pictures|century||", "recap-total|week", "recap-more|", "gift|", "gift-at|week|day|9"),
        ):
            anna.sandbox.world.press(anna.person._chat, message, data)
            anna.sandbox.world.commit()
            await anna.settles()
        assert anna.house.inbox.aside() == []


@pytest.mark.parametrize(
    ("kind", "start", "called"),
    [("season", "2026-08-27", "A part of the year ("), ("year", "2026-06-01", "The year (")],
)
async def test_an_older_button_of_a_stretch_still_works(
    tmp_path: Path, kind: str, start: str, called: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 30, every=timedelta(days=7))
        await anna.says("/recap all")
        for data in (
            f"picture|sky|{kind}|{start}|2026-11-25|d|words",
            f"recap-more|{kind}|{start}|2026-11-25|5",
            f"pictures|{kind}|{start}|2026-11-25",
            f"postcards|{kind}|{start}|2026-11-25|5",
            f"recap-more|{kind}|{start}|2026-11-25|5|l",
        ):
            anna.sandbox.world.press(anna.person._chat, newest(anna), data)
            anna.sandbox.world.commit()
            await anna.settles()
            assert labels(anna)
            if data.startswith("picture|"):
                assert newest(anna)["caption"].startswith(called)
        assert sum(line in anna.last() for line in LINES) >= 4


async def test_a_day_that_is_over_is_not_today(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 3)
        anna.clock.move_to(datetime(2027, 3, 1, 12, tzinfo=UTC))
        for _ in range(4):
            await anna.says("/recap 2026-11-24")
            assert "so far" not in anna.last()
            assert "this morning" not in anna.last()


async def test_a_picture_begins_with_the_first_moment_and_ends_today(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 12)
        await anna.says("/recap 2026")
        await anna.presses("Pictures")
        assert "Year of lights" not in labels(anna)
        await anna.says("/recap since june")
        assert "Nov 13\u2009–\u200924, 2026" in newest(anna)["caption"]


async def test_a_card_tells_its_words_to_who_does_not_see_it_and_nothing_without_words(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await kept(anna, 4)
        await anna.says("/recap week")
        assert any(line in newest(anna)["caption"] for line in LINES)
        await anna.presses("Postcard")
        await anna.presses("blackbird")
        assert "a blackbird on the gutter, 1" in newest(anna)["caption"]
        await anna.presses("Without words")
        assert newest(anna)["caption"] == "A small shape in its own light, without words."
