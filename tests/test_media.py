"""The bytes of pictures and voice notes come into the journal, and stay wanted until they do."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from bot.clock import ShiftedClock
from bot.domain.glimmer import Medium, MediumKind, Said
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.sandbox import Fault
from bot.services.media import AT_ONCE, PAUSES, MediaKeeping
from bot.services.ports import Fetched, Files, Impossible, Refused
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.media import Media, Undownloaded
from bot.storage.people import People
from tests.dialog import START, Dialog, talking


async def fetched(anna: Dialog) -> None:
    await anna.house.tick()
    await anna.house.media.drain()


def contents(anna: Dialog) -> list[bytes | None]:
    return [row[0] for row in anna.house.db.execute("SELECT bytes FROM media ORDER BY id")]


async def test_what_is_sent_is_copied_into_the_journal(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_album([b"one", b"two", b"three", b"four"], "four of them")
        anna.person.sends_voice(b"hum")
        await anna.settles()
        await fetched(anna)
        await fetched(anna)
        assert contents(anna) == [b"one", b"two", b"three", b"four", b"hum"]
        assert Media(anna.house.db).undownloaded() == Undownloaded(waiting=0, failing=0, given_up=0)


async def test_a_failed_download_is_tried_again_later(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="getFile", times=1)
        anna.person.sends_photo(b"light")
        await anna.settles()
        await fetched(anna)
        assert contents(anna) == [None]
        assert Media(anna.house.db).undownloaded().failing == 1
        await fetched(anna)
        assert contents(anna) == [None]
        anna.clock.move_to(START + PAUSES[0] + timedelta(seconds=30))
        await fetched(anna)
        assert contents(anna) == [b"light"]


async def test_what_telegram_no_longer_has_is_given_up_and_seen(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.sandbox.faults.add(Fault.CHAT_NOT_FOUND, method="getFile")  # a 400 as any other
        anna.person.sends_photo(b"light")
        await anna.settles()
        await fetched(anna)
        assert Media(anna.house.db).undownloaded() == Undownloaded(waiting=0, failing=0, given_up=1)
        assert Media(anna.house.db).retry(START) == 1
        assert Media(anna.house.db).undownloaded().waiting == 1


class NeverNow(Files):
    """Telegram is down for as long as it lasts."""

    async def fetch(self, file_id: str) -> Fetched | Refused | Impossible:
        return Refused(timedelta())


async def test_it_is_tried_for_a_week_and_then_given_up(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.sandbox.faults.add(Fault.SERVER_ERROR, method="getFile")
        anna.person.sends_photo(b"light")
        await anna.settles()
        clock = ShiftedClock()
        media = Media(anna.house.db)
        keeping = MediaKeeping(media, NeverNow(), clock)
        for day in range(12):
            for minute in range(0, 24 * 60, 20):
                clock.move_to(START + timedelta(days=day, minutes=minute))
                keeping.fetch_due(clock.now())
                await keeping.drain()
            if day == 6:
                assert media.undownloaded().failing == 1
        assert media.undownloaded().given_up == 1


class Tape(Files):
    """Notes what is asked for, and has all of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def fetch(self, file_id: str) -> Fetched | Refused | Impossible:
        self.asked.append(file_id)
        return Fetched(b"film")


def wanting(db: Database, person_id: int, files: int, at: datetime = START) -> None:
    """So many films of theirs to be fetched."""
    People(db).save(Person(person_id, "en", Rhythm("UTC", ()), joined=at), [])
    for n in range(files):
        film = Medium(MediumKind.VIDEO, f"{person_id}-{n}", f"u{n}")
        Glimmers(db).keep(person_id, Said(n + 1, at, "", (film,)), Filed(at.date()))


async def test_people_take_turns_however_much_one_of_them_sent() -> None:
    db = open_database(IN_MEMORY)
    clock, tape = ShiftedClock(), Tape()
    clock.move_to(START + timedelta(minutes=1))
    wanting(db, 5, 1000)
    keeping = MediaKeeping(Media(db), tape, clock)
    keeping.fetch_due(clock.now())
    for person_id in (3, 9):
        wanting(db, person_id, 2, START + timedelta(seconds=30))
    await keeping.drain()
    assert set(tape.asked[AT_ONCE : AT_ONCE + 6]) >= {"3-0", "3-1", "9-0", "9-1"}
    assert len(tape.asked) == 1004
    assert Media(db).undownloaded() == Undownloaded(waiting=0, failing=0, given_up=0)


class Held(Files):
    """Has everything, and hands it out when told to."""

    def __init__(self) -> None:
        self.asked, self.told = asyncio.Event(), asyncio.Event()

    async def fetch(self, file_id: str) -> Fetched | Refused | Impossible:
        self.asked.set()
        await self.told.wait()
        return Fetched(file_id.encode())


async def test_who_hurries_has_theirs_first_and_does_not_wait_for_ever() -> None:
    db = open_database(IN_MEMORY)
    clock, tape, held = ShiftedClock(), Tape(), Held()
    clock.move_to(START)
    for person_id in (3, 5):
        wanting(db, person_id, 2)
    await MediaKeeping(Media(db), tape, clock).hurry(5, START)
    assert tape.asked[0] == "5-0"
    assert not Media(db).wanted_of(5, START)
    wanting(db, 9, 1)
    keeping = MediaKeeping(Media(db), held, clock, hurry=0)
    await keeping.hurry(9, START)
    assert Media(db).wanted_of(9, START)
    held.told.set()
    await keeping.drain()
    assert not Media(db).wanted_of(9, START)


async def test_a_file_whose_moment_is_deleted_meanwhile_is_not_taken_for_anothers() -> None:
    for outcome in (Fetched(b"5-0"), Impossible()):
        db = open_database(IN_MEMORY)
        clock, held = ShiftedClock(), Held()
        clock.move_to(START)
        wanting(db, 5, 1)
        media = Media(db)
        wanted = media.wanted(START, 0)
        assert wanted
        assert Changes(db).delete(5, wanted.glimmer_id)
        wanting(db, 9, 1)
        MediaKeeping(media, held, clock)._record(wanted, outcome)
        assert db.execute("SELECT person_id, bytes, tries FROM media").fetchall() == [(9, None, 0)]
        assert media.undownloaded().waiting == 1


async def test_a_picture_that_is_replaced_while_it_is_fetched_gives_way_to_the_new_one() -> None:
    db = open_database(IN_MEMORY)
    clock, held = ShiftedClock(), Held()
    clock.move_to(START)
    wanting(db, 5, 1)
    keeping = MediaKeeping(Media(db), held, clock)
    keeping.fetch_due(clock.now())
    await held.asked.wait()
    other = Said(1, START, "", (Medium(MediumKind.VIDEO, "new", "new"),), edited=START + timedelta(seconds=1))
    Changes(db).edit(5, 1, other, START)
    held.told.set()
    await keeping.drain()
    keeping.fetch_due(clock.now())
    await keeping.drain()
    assert db.execute("SELECT unique_id, bytes FROM media").fetchall() == [("new", b"new")]
