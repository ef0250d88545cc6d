"""Everything can be taken away, whole, by its person only."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.chat.acts import Say
from bot.chat.export import Export
from bot.chat.turn import Turn
from bot.domain.carried import Carried
from bot.domain.glimmer import LARGEST_COPY, LARGEST_FETCH
from bot.sandbox import Fault
from bot.services.exporting import Exporting, Words, formats
from bot.storage.takeout import Takeout
from tests.archives import exported, glimmers_in, parcels
from tests.dialog import START, Dialog, talking

PLAIN = Words("Glimmers", str, "{}: {}".format)


async def settled(anna: Dialog) -> None:
    await anna.settles()
    await anna.house.tick()
    await anna.house.media.drain()


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def test_words_and_pictures_are_in_the_archive(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird #garden\non the gutter")
        anna.person.sends_album([b"one picture", b"another picture"], "two of them")
        anna.person.sends_voice(b"a voice")
        await settled(anna)
        archive = await exported(anna)
        with ZipFile(BytesIO(archive)) as opened:
            assert opened.testzip() is None
            contents = {name: opened.read(name) for name in opened.namelist()}
    bird, album, voice = glimmers_in(archive)
    assert bird["text"] == "a blackbird #garden\non the gutter"
    assert bird["day"] == "2026-11-24"
    assert album["text"] == "two of them"
    files = album["files"] + voice["files"]
    assert [contents[file["path"]] for file in files] == [b"one picture", b"another picture", b"a voice"]
    assert "> a blackbird #garden\n> on the gutter\n" in contents["glimmers.md"].decode()
    assert "Tuesday, November 24, 2026" in contents["glimmers.md"].decode()
    rows = list(csv.DictReader(StringIO(contents["glimmers.csv"].decode("utf-8-sig"), newline="")))
    assert rows[0]["text"] == "a blackbird #garden\non the gutter"
    assert rows[0]["tags"] == "garden"


WHERE = {"latitude": -33.8, "longitude": 151.0}
VENUE = {"location": WHERE, "title": "The Old <Bakery>", "address": "1 Invented Lane"}


@pytest.mark.parametrize(
    ("language", "asides"),
    [
        ("en", "- from Aunt & Olga\n- about: rain\n\n"),
        ("es", "- de Aunt & Olga\n- sobre: rain\n\n"),
        ("de", "- von Aunt & Olga\n- zu: rain\n\n"),
    ],
)
async def test_what_belongs_to_words_is_read_beside_them(tmp_path: Path, language: str, asides: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Aunt & Olga"}
        quote = {"quote": {"text": "rain", "position": 0}, "forward_origin": origin, "text": "a letter"}
        anna.person._send(quote, None)
        anna.person._send({"venue": VENUE, "location": WHERE}, None)
        await anna.settles()
        anna.house.db.execute(
            "UPDATE glimmers SET tags = 'home', spot = '-33.80000, 151.00000' WHERE place <> ''"
        )
        archive = await exported(anna)
    with ZipFile(BytesIO(archive)) as opened:
        read, table = (opened.read(f"glimmers.{ending}").decode("utf-8-sig") for ending in ("md", "csv"))
    assert f"> a letter\n\n{asides}" in f"{read}\n"
    assert "The Old <Bakery>, 1 Invented Lane\n- -33.80000, 151.00000\n- #home\n" in read
    rows = list(csv.DictReader(StringIO(table, newline="")))
    assert (rows[0]["origin"], rows[0]["quote"]) == ("Aunt & Olga", "rain")
    assert (rows[1]["coordinates"], rows[1]["tags"]) == ("'-33.80000,151.00000", "home")


async def test_a_formula_is_no_formula_any_more(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says('=HYPERLINK("http://example.org")')
        archive = await exported(anna)
    with ZipFile(BytesIO(archive)) as opened:
        assert "\"'=HYPERLINK(" in opened.read("glimmers.csv").decode()


async def test_what_was_taken_back_is_handed_over_and_said_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.presses("Undo")
        archive = await exported(anna)
    assert glimmers_in(archive)[0]["taken_back"] is True
    with ZipFile(BytesIO(archive)) as opened:
        assert b"blackbird" not in opened.read("glimmers.md") + opened.read("glimmers.csv")


async def test_nobody_gets_anothers_moments(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        other = anna.sandbox.person("Berta")
        other.says("a lark")
        other.sends_photo(b"her picture", "hers")
        await settled(anna)
        await anna.says("/export")
        assert "nothing to take away" in anna.last()
        await anna.says("a blackbird")
        archive = await exported(anna)
    assert [glimmer["text"] for glimmer in glimmers_in(archive)] == ["a blackbird"]
    assert b"her picture" not in archive


async def test_a_disk_with_no_room_is_said_so_and_nothing_is_left_half_done(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        nowhere = Export(Exporting(Takeout(anna.house.db), tmp_path / "nowhere"))
        (said,) = await nowhere.command(Turn(1, person, anna.house.library.locale("en"), START))
    assert isinstance(said, Say)
    assert said.text.startswith("All of it is still here")


async def test_no_file_is_left_and_none_had_a_name(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        before = names_in(tmp_path)
        await exported(anna)
        assert names_in(tmp_path) == before


async def test_what_does_not_fit_one_archive_goes_into_several_each_complete(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for n in range(4):
            anna.person.sends_photo(bytes([n]) * 40_000, f"picture {n}")
        anna.person.sends_album([bytes([9, n]) * 20_000 for n in range(5)], "five at once")
        await settled(anna)
        takeout = Takeout(anna.house.db)
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        given = await Exporting(takeout, tmp_path, 100_000).export(person, PLAIN, START)
        archives = [parcel.file.read() for parcel in given]
    assert [parcel.name for parcel in given][:2] == ["glimmers-2026-11-24.zip", "glimmers-2026-11-24-2.zip"]
    assert max(map(len, archives)) <= 100_000
    pictures = [file["path"] for archive in archives for g in glimmers_in(archive) for file in g["files"]]
    assert len(set(pictures)) == len(pictures) == 9
    texts = {glimmer["text"] for archive in archives for glimmer in glimmers_in(archive)}
    assert texts == {*(f"picture {n}" for n in range(4)), "five at once"}


async def test_the_largest_file_that_is_kept_fits_an_archive_that_can_be_fetched(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_document(
            b"x" * LARGEST_COPY, "film.mp4", caption="".join(map(chr, range(900, 1900)))
        )
        await settled(anna)
        archive = await exported(anna)
    assert glimmers_in(archive)[0]["files"][0]["size"] == LARGEST_COPY
    assert len(archive) <= LARGEST_FETCH


async def test_a_refused_upload_is_sent_again_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="sendDocument", times=1)
        archive = await exported(anna)
        assert len(await parcels(anna)) == 1
    assert len(glimmers_in(archive)) == 1


def test_the_schema_is_documented_field_by_field() -> None:
    page = (Path(__file__).parent.parent / "docs" / "export.md").read_text(encoding="utf-8")
    example = Carried("0" * 14, START, START.date(), "")
    for name in formats._object(example):
        assert f"`{name}`" in page, name
