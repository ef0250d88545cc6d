"""Everything can be taken away, whole, by its person only."""

from __future__ import annotations

import csv
import os
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.domain.carried import Carried
from bot.domain.glimmer import LARGEST_COPY, LARGEST_FETCH
from bot.sandbox import Fault
from bot.services.exporting import Exporting, Words, formats
from bot.services.exporting.export import AT_ONCE
from bot.storage.takeout import Takeout
from tests.archives import exported, glimmers_in, parcels
from tests.dialog import START, Dialog, talking

PLAIN = Words("Glimmers", str, "{}: {}".format, str)


async def settled(anna: Dialog) -> None:
    await anna.settles()
    await anna.house.tick()
    await anna.house.media.drain()


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


class Watched(Takeout):
    """Notes what stands in any open file, with a name or without, while pictures are packed."""

    seen: bytes = b""

    def content(self, person_id: int, row: int) -> bytes:
        """As ever."""
        for fd in Path("/proc/self/fd").iterdir():
            if fd.is_file():  # no socket, no pipe
                with os.fdopen(os.open(fd, os.O_RDONLY), "rb") as file:
                    self.seen += file.read()
        return super().content(person_id, row)


async def test_no_open_file_holds_what_an_encrypted_journal_keeps_while_it_is_taken_away(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db", key="a key") as anna:
        anna.person.sends_album([b"zwitscherkanarie", b"blackbird"], "two of them")
        await settled(anna)
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        takeout = Watched(anna.house.db)
        (parcel,) = [each async for each in Exporting(takeout, None).export(person, PLAIN, START)]
    assert takeout.seen
    assert b"zwitscherkanarie" not in takeout.seen
    assert b"glimmers.json" not in takeout.seen
    assert b"zwitscherkanarie" in parcel.content


async def test_what_just_came_is_fetched_before_it_is_taken_away(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_photo(b"a wall in the sun", "light")
        archive = await exported(anna)
        assert "not here yet" not in captions(anna)[-1]
    assert b"a wall in the sun" in archive


MISSING = {
    "en": ("not here yet (1)", "[a picture, not here yet]", "[a file, only with Telegram]"),
    "es": ("aún sin llegar (1)", "[una foto, aún sin llegar]", "[un archivo, solo en Telegram]"),
    "de": ("noch nicht hier (1)", "[ein Bild, noch nicht hier]", "[eine Datei, nur bei Telegram]"),
}


def captions(anna: Dialog) -> list[str]:
    return [
        message["caption"] for message in anna.person.chat if "document" in message and "caption" in message
    ]


@pytest.mark.parametrize("language", MISSING)
async def test_what_could_not_be_fetched_is_named_wherever_it_is_looked_for(
    tmp_path: Path, language: str
) -> None:
    said, awaited, elsewhere = MISSING[language]
    async with talking(tmp_path / "a.db", language=language) as anna:
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="getFile", times=1)
        anna.person.sends_photo(b"light")
        await settled(anna)
        anna.person.sends_document(b"x" * (LARGEST_COPY + 1), "film.mp4")
        await anna.settles()
        archive = await exported(anna)
        assert said in captions(anna)[-1]
        assert "Telegram (1)" in captions(anna)[-1]
        await anna.says("/forget")
        assert said in anna.last()
    photo, film = (glimmer["files"][0] for glimmer in glimmers_in(archive))
    assert (photo["path"], photo["awaited"], film["path"], film["awaited"]) == ("", True, "", False)
    with ZipFile(BytesIO(archive)) as opened:
        lines = opened.read("glimmers.md").decode().splitlines()
    assert awaited in lines
    assert elsewhere in lines


async def test_where_nothing_is_fetched_nothing_is_said_to_come_yet(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", keep_media=False) as anna:
        anna.person.sends_photo(b"light")
        archive = await exported(anna)
        assert "only with Telegram (1)" in captions(anna)[-1]
        assert "not here yet" not in captions(anna)[-1]
    assert not glimmers_in(archive)[0]["files"][0]["awaited"]


async def test_an_archive_that_cannot_be_sent_keeps_nobody_elses_from_being_made(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        anna.sandbox.faults.add(Fault.CHAT_NOT_FOUND, method="sendDocument", times=2 * AT_ONCE)
        for _ in range(2 * AT_ONCE):
            await anna.says("/export")
        assert len(glimmers_in(await exported(anna))) == 1


async def test_what_does_not_fit_one_archive_goes_into_several_each_complete(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for n in range(4):
            anna.person.sends_photo(bytes([n]) * 40_000, f"picture {n}")
        anna.person.sends_album([bytes([9, n]) * 20_000 for n in range(5)], "five at once")
        await settled(anna)
        takeout = Takeout(anna.house.db)
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        given = [each async for each in Exporting(takeout, None, 100_000).export(person, PLAIN, START)]
        archives = [parcel.content for parcel in given]
    assert [parcel.alone for parcel in given] == [False] * len(given)
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
