"""Bringing moments in: shown first, then all of it or nothing, and twice is once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bot.domain.carried import Carried
from bot.domain.found import Place
from bot.domain.glimmer import LARGEST_COPY
from bot.sandbox import Fault
from bot.sandbox.images import png
from bot.services.exporting import Exporting, Words, formats
from bot.services.importing.reading import read
from bot.storage.takeout import Takeout
from tests.archives import exported, glimmers_in
from tests.crying import CODES, cries, in_every_locale, talk
from tests.dialog import START, Dialog, talking
from tests.services.test_importing import ours, zipped

TABLE = b"date,text\n2024-03-07,the kettle #quiet\n2024-03-08,warm light\n"
JPEG = b"\xff\xd8\xff picture"


async def sends(anna: Dialog, data: bytes, name: str = "moments.csv") -> None:
    anna.person.sends_document(data, name)
    await anna.settles()


async def brings(anna: Dialog, data: bytes) -> None:
    await anna.says("/import")
    await sends(anna, data)
    await anna.presses("Bring it in")


def kept(anna: Dialog) -> list[str]:
    rows = anna.house.db.execute("SELECT text FROM glimmers ORDER BY day, id").fetchall()
    return [row[0] for row in rows]


async def test_a_table_comes_in_after_a_look_at_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, TABLE)
        assert "Moments: 2" in anna.last()
        assert "Thursday, March 7, 2024" in anna.last()
        assert kept(anna) == []
        await anna.presses("Bring it in")
        assert "New moments: 2" in anna.last()
        assert kept(anna) == ["the kettle #quiet", "warm light"]
        await anna.says("/search kettle")
        assert "kettle" in anna.last()


async def test_a_second_tap_leaves_the_words_that_it_is_in(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, TABLE)
        found = anna.person.chat[-1]
        for _ in range(2):
            anna.person.presses(found, "Bring it in")
        await anna.settles()
        assert "New moments: 2" in anna.last()
        assert anna.person.answers[-1].text == (
            "Nothing waits to come in any more. If there is another file, just send it."
        )


@in_every_locale
async def test_what_was_found_shows_the_first_words_but_no_cry(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as chat:
        await chat.anna.says("/import")
        table = f'2024-03-01,"{cries(code)[0]}"\n2024-03-07,"the <kettle>, {"and " * 100}"\n2024-03-08,moss\n'
        await sends(chat.anna, table.encode())
        assert ": 3," in chat.anna.last()
        assert "the <kettle>, and and" in chat.anna.last()
        assert cries(code)[0] not in chat.anna.last()
        assert "moss" not in chat.anna.last()


async def test_twice_changes_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, TABLE)
        await anna.says("/import")
        await sends(anna, TABLE)
        assert "already" in anna.last()
        await brings(anna, TABLE + b"2024-03-09,a lark\n")
        assert "New moments: 1" in anna.last()
        assert kept(anna) == ["the kettle #quiet", "warm light", "a lark"]


async def test_who_thinks_better_of_it_gets_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, TABLE)
        await anna.presses("Leave it")
        assert anna.last() == "Left as it was."
        assert kept(anna) == []


async def test_a_document_that_nobody_asked_for_is_a_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await sends(anna, TABLE)
        assert kept(anna) == [""]


async def test_words_instead_of_a_file_are_a_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await anna.says("a blackbird")
        assert kept(anna) == ["a blackbird"]


async def test_what_is_refused_says_so_and_another_file_may_follow(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, b"hello")
        assert "do not know that kind of file" in anna.last()
        await sends(anna, b"date,text\n2024-03-07,tea\nsoon,tea\n")
        assert "row 3" in anna.last()
        await sends(anna, TABLE)
        await anna.presses("Bring it in")
        assert len(kept(anna)) == 2


async def test_a_file_that_telegram_does_not_hand_over_is_asked_for_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="getFile", times=1)
        await sends(anna, TABLE)
        assert "once more" in anna.last()
        await sends(anna, TABLE)
        assert "Moments: 2" in anna.last()


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.house.db.execute(
            "CREATE TRIGGER full BEFORE INSERT ON glimmers WHEN new.text = 'warm light'"
            " BEGIN SELECT raise(ABORT, 'full'); END"
        )
        await brings(anna, TABLE)
        assert kept(anna) == []


@in_every_locale
async def test_a_cry_in_whatever_language_is_kept_and_not_given_back(tmp_path: Path, code: str) -> None:
    async with talk(tmp_path, code) as chat:
        anna, said = chat.anna, [cries(other)[0] for other in CODES]
        await anna.says("/import")
        await sends(anna, TABLE + "".join(f'2024-03-09,"{cry}"\n' for cry in said).encode())
        await chat.presses("import-yes")
        assert kept(anna) == ["the kettle #quiet", "warm light", *said]
        shown = await chat.recap()
        assert "warm light" in shown
        assert not [cry for cry in said if cry in shown]


def comparable(glimmers: list[dict[str, Any]]) -> list[Mapping[str, Any]]:
    """Without what a journal gives anew: the names in the archive."""
    for glimmer in glimmers:
        for file in glimmer["files"]:
            file["path"] = bool(file["path"])
    return glimmers


WHERE = {"latitude": -33.8, "longitude": 151.0}
VENUE = {"location": WHERE, "title": "The Old Bakery", "address": "1 Invented Lane"}


async def full_journal(anna: Dialog) -> bytes:
    """Everything that a glimmer can have, on some of them."""
    await anna.says("one of a day that is over")
    await anna.says("/remember")
    await anna.presses("Keep near")
    await anna.presses("Hide that day")
    await anna.at(START + timedelta(days=1))
    await anna.says("/timezone Europe/London")
    await anna.says("/nudge")
    await anna.says("an answer to that")
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "https://example.org/"}
    anna.person._send({"text": "'= a blackbird #garden", "entities": [link]}, None)
    anna.person.sends_album([JPEG, JPEG + b"2"], "two of them")
    anna.person.sends_voice(b"OggS voice")
    anna.person.forwards("from a friend", "Nobody")
    await anna.settles()
    anna.person._send({"venue": VENUE, "location": WHERE}, None)
    await anna.settles()
    await anna.presses("Keep the exact spot")
    soup = anna.person.says("warm soup")
    await anna.settles()
    await anna.presses("Add to the last one")
    edited = anna.person.says("before", reply_to=soup, quote="soup")
    anna.person.edits(edited, "after, and I can't do this anymore")
    await anna.settles()
    await anna.says("I want to die")
    await anna.says("/list")
    await anna.presses("after, and")
    await anna.presses("Tags")
    await anna.says("kitchen")
    await anna.presses("Leave out")
    anna.house.db.execute("UPDATE glimmers SET hourless = 1 WHERE text = 'warm soup'")
    await anna.says("not this one")
    await anna.presses("Undo")
    await anna.house.tick()
    await anna.house.media.drain()
    return await exported(anna)


@pytest.mark.parametrize("key", ["", "a key"])
async def test_what_was_taken_away_comes_back_as_it_was(tmp_path: Path, key: str) -> None:
    async with talking(tmp_path / "a.db", key=key) as anna:
        archive = await full_journal(anna)
        await anna.says("/import")
        await sends(anna, archive, "glimmers.zip")
        assert "already" in anna.last()
        await anna.says("/forget")
        await anna.presses("Forget everything")
        await brings(anna, archive)
        assert f"New moments: {len(glimmers_in(archive))}" in anna.last()
        again = await exported(anna)
    assert comparable(glimmers_in(again)) == comparable(glimmers_in(archive))
    for name, usual in formats._object(Carried("0" * 14, START, START.date(), "")).items():
        assert any(glimmer[name] != usual for glimmer in glimmers_in(archive)), name


async def test_a_day_that_was_hidden_stays_so_until_its_person_shows_it(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a hard day's moment")
        await anna.says("/remember")
        await anna.presses("Hide that day")
        archive = await exported(anna)
        await anna.says("/forget")
        await anna.presses("Forget everything")
        await brings(anna, archive)
        await anna.says("/remember")
        assert not any("hard day" in text for text in anna.texts()[-1:])
        anna.house.db.execute("DELETE FROM hidden_days")
        await brings(anna, TABLE)
        await brings_nothing(anna, archive)
        assert anna.house.db.execute("SELECT COUNT(*) FROM hidden_days").fetchone()[0] == 0


@pytest.mark.parametrize("spot", ["48.10000,11.50000", "48.10000, 11.50000", "48, 11"])
def test_coordinates_are_read_with_and_without_a_space(spot: str) -> None:
    (entry,) = read(ours(coordinates=spot), Place("Europe/Berlin", time(4))).entries
    assert entry.spot == ", ".join(spot.replace(" ", "").split(","))


async def test_a_future_weight_makes_no_day_quiet(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, ours(at="2090-01-01T12:00:00Z", day="2090-01-01", weight="explicit"))
        days = anna.house.db.execute("SELECT day FROM heavy_moments").fetchall()
        assert days == [(START.date().isoformat(),)]


async def test_another_bot_takes_it_in_and_gives_the_same_keys(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    async with talking(tmp_path / "one" / "a.db") as anna:
        archive = await full_journal(anna)
    async with talking(tmp_path / "two" / "a.db") as anna:
        anna.clock.move_to(START + timedelta(days=1))  # two bots, so ids alone say nothing
        await anna.says("something said here first")
        await brings(anna, archive)
        await brings_nothing(anna, archive)
        there = glimmers_in(await exported(anna))
    assert {glimmer["id"] for glimmer in there} > {glimmer["id"] for glimmer in glimmers_in(archive)}


async def brings_nothing(anna: Dialog, archive: bytes) -> None:
    await anna.says("/import")
    await sends(anna, archive, "glimmers.zip")
    assert "already" in anna.last()


@pytest.mark.parametrize("language", ["en", "es", "de"])
async def test_what_is_exported_for_reading_can_be_brought_in_too(tmp_path: Path, language: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("a blackbird")
        anna.clock.move_to(START + timedelta(days=1, minutes=7))
        await anna.says("> quoted\n\nwarm light")
        anna.person.sends_document(b"x" * (LARGEST_COPY + 1), "film.mp4", caption="a film")
        await anna.settles()
        archive = await exported(anna)
        known = anna.house.people.get(anna.person.id)
    assert known
    with ZipFile(BytesIO(archive)) as opened:
        read_out = opened.read("glimmers.md")
    found = read(read_out, Place(known.rhythm.zone, time(4)))
    assert [(entry.day, entry.at, entry.text) for entry in found.entries] == [
        (date(2026, 11, 24), START, "a blackbird"),
        (date(2026, 11, 25), START + timedelta(days=1, minutes=7), "> quoted\n\nwarm light"),
        (date(2026, 11, 25), START + timedelta(days=1, minutes=7), "a film"),
    ]


def day_one(photo: bytes) -> bytes:
    entry = {"uuid": "A1", "creationDate": "2024-03-08T12:00:00Z", "text": "warm light"}
    journal = {"entries": [entry | {"photos": [{"md5": "c0ffee"}]}]}
    return zipped(Journal__json=json.dumps(journal), photos___c0ffee__jpeg=photo)


@pytest.mark.parametrize(("photo", "shown"), [(png(), "photo"), (JPEG, "document"), (b"odd", "document")])
async def test_a_picture_from_elsewhere_can_be_shown_and_an_odd_one_as_a_file(
    tmp_path: Path, photo: bytes, shown: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, day_one(photo))
        assert "New moments: 1" in anna.last()
        await anna.says("/remember")
        assert any(shown in message for message in anna.person.chat if message["from"]["is_bot"])
        assert not anna.house.inbox.aside()


async def in_parcels(anna: Dialog, most: int) -> list[bytes]:
    """What ``/export`` would give if a parcel held so many bytes."""
    person = anna.house.people.get(anna.person.id)
    assert person
    exporting = Exporting(Takeout(anna.house.db), None, most)
    words = Words("Glimmers", str, "{}: {}".format, str)
    return [parcel.content async for parcel in exporting.export(person, words, START)]


async def parted_journal(anna: Dialog) -> list[bytes]:
    """A journal in several parcels, one album going on in the next."""
    for number in range(4):
        await anna.says(f"moment {number}")
    anna.person.sends_album([JPEG + b"1" * 3000, JPEG + b"2" * 3000, JPEG + b"3" * 3000], "three of them")
    await anna.settles()
    await anna.house.tick()
    await anna.house.media.drain()
    parcels = await in_parcels(anna, 8000)
    assert len(parcels) >= 3
    return parcels


async def empties(anna: Dialog) -> None:
    await anna.says("/forget")
    await anna.presses("Forget everything")
    await anna.says("/import")


def contents(archive: bytes) -> list[tuple[str, int]]:
    return [(glimmer["text"], len(glimmer["files"])) for glimmer in glimmers_in(archive)]


async def test_files_that_are_sent_together_come_in_together(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        parcels = await parted_journal(anna)
        before = await exported(anna)
        await empties(anna)
        for number, parcel in enumerate(parcels):
            anna.person.sends_document(parcel, f"glimmers-{number}.zip")
        await anna.settles()
        assert f"{len(parcels)} files" in anna.last()
        assert kept(anna) == []
        await anna.presses("Bring it in")
        assert "New moments: 5" in anna.last()
        assert contents(await exported(anna)) == contents(before)
        await anna.presses("Bring it in")  # under the file before
        assert "Nothing waits" in anna.person.answers[-1].text


@pytest.mark.parametrize("step", [1, -1], ids=["in order", "the other way round"])
async def test_what_belongs_together_is_together_again_in_whatever_order_it_comes(
    tmp_path: Path, step: int
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("first of all")
        anna.clock.move_to(START + timedelta(hours=1))
        anna.person.sends_photo(JPEG + b"0" * 4000, "the whole")
        await anna.settles()
        for number in range(3):
            anna.clock.move_to(START + timedelta(hours=1, seconds=number + 1))
            anna.person.sends_photo(JPEG + b"%d" % number * 4000, f"part {number}")
            await anna.settles()
            await anna.presses("Add to the last one")
        await anna.house.tick()
        await anna.house.media.drain()
        before = await exported(anna)
        parcels = await in_parcels(anna, 8000)
        assert len(parcels) >= 3
        await empties(anna)
        for parcel in parcels[::step]:
            await sends(anna, parcel, "glimmers.zip")
            await anna.presses("Bring it in")
        assert comparable(glimmers_in(await exported(anna))) == comparable(glimmers_in(before))


async def test_what_was_made_two_again_stays_two_when_it_comes_in_once_more(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("another")
        anna.clock.move_to(START + timedelta(hours=1))
        await anna.says("the whole")
        await anna.says("a part")
        await anna.presses("Add to the last one")
        archive = await exported(anna)
        await empties(anna)
        await brings(anna, archive)
        anna.house.db.execute("UPDATE glimmers SET part_of = NULL")
        anna.house.db.execute("DELETE FROM glimmers WHERE text = 'another'")
        await brings(anna, archive)
        assert not any(glimmer["part_of"] for glimmer in glimmers_in(await exported(anna)))


async def test_files_come_in_one_after_the_other_with_no_further_word(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        parcels = await parted_journal(anna)
        before = await exported(anna)
        await empties(anna)
        for parcel in parcels:
            await sends(anna, parcel, "glimmers.zip")
            await anna.presses("Bring it in")
        assert contents(await exported(anna)) == contents(before)
        assert len(kept(anna)) == 5


async def test_after_bringing_in_a_document_of_another_kind_is_a_moment(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await brings(anna, TABLE)
        await sends(anna, b"\xff\xfe\xfd", "letter.pdf")
        assert kept(anna)[-1] == ""
        assert len(kept(anna)) == 3


async def test_a_moment_in_between_leaves_the_file_waiting(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, TABLE)
        await anna.says("a blackbird")
        await sends(anna, b"hello")
        assert "do not know that kind of file" in anna.last()
        await anna.presses("Bring it in")
        assert len(kept(anna)) == 3


async def test_one_file_that_is_not_handed_over_leaves_the_others_to_come(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/import")
        await sends(anna, TABLE)
        await sends(anna, b"date,text\n2024-03-09,a lark\n")
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="getFile", times=1)
        await anna.presses("Bring it in")
        assert "once more" in anna.last()
        await anna.presses("Bring it in")
        assert sorted(kept(anna)) == ["a lark", "the kettle #quiet", "warm light"]


async def test_bytes_that_only_the_archive_has_come_in(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        archive = await full_journal(anna)
        anna.house.db.execute("UPDATE media SET bytes = NULL, tries = 9 WHERE kind = 'photo'")
        await brings(anna, archive)
        assert "New moments: 0" in anna.last()
        assert contents(await exported(anna)) == contents(archive)
        missing = anna.house.db.execute("SELECT COUNT(*) FROM media WHERE bytes IS NULL").fetchone()[0]
        assert missing == 0
