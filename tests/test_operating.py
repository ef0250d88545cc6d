"""The operator's commands: one sentence, an exit code, and nothing broken."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import app
from bot.domain.glimmer import LARGEST_COPY, Medium, MediumKind, Said
from bot.operating.asking import ask_telegram
from bot.operating.check import look_over
from bot.operating.findings import Grade
from bot.sandbox import Fault, Sandbox
from bot.services.custody import Custody
from bot.settings import Settings
from bot.storage.backup import dailies
from bot.storage.database import open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.media import Media
from bot.storage.search import Search
from tests.operated import Answer
from tests.operated import operated as typed_here
from tests.words import ours

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOKEN = "1234567890:" + "o" * 35


def operated(folder: Path, *words: str, key: str = "", typed: str = "", **more: str) -> Answer:
    return typed_here(folder, *words, typed=typed, TELEGRAM_TOKEN=TOKEN, DATABASE_KEY=key, **more)


def as_a_process(folder: Path, *words: str) -> int:
    """The exit code of ``python -m bot`` with those words."""
    environment = {"PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": TOKEN}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, cwd=folder, env=environment, timeout=60, check=False).returncode


def test_a_journal_is_copied_lost_and_put_back(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    assert as_a_process(tmp_path, "backup", "copy.db") == 0
    (tmp_path / "glimmer.db").unlink()
    assert as_a_process(tmp_path, "restore", "copy.db") == 0
    assert as_a_process(tmp_path, "check") == 0


def test_a_journal_is_encrypted_and_gets_another_key(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    assert operated(tmp_path, "encrypt", key="one").returncode == 0
    assert operated(tmp_path, "rekey", key="one", typed="two\n").returncode == 0
    for key, code in (("one", 1), ("", 1), ("two", 0)):
        assert operated(tmp_path, "check", key=key).returncode == code


@pytest.mark.parametrize(
    ("words", "key", "said"),
    [
        (["backup", "glimmer.db"], "", "a file of its own"),
        (["backup", "nowhere/copy.db"], "", "cannot be written"),
        (["backup", "copy.db"], "wrong", "it is not encrypted"),
        (["restore", "nothing.db"], "", "no backup there"),
        (["restore", "."], "", "FILE names a folder"),
        (["restore", "x" * 300], "", "FILE is no path"),
        (["backup", ""], "", "FILE names a folder"),
        (["backup", "x" * 250], "", "FILE is too long"),
        (["encrypt"], "", "DATABASE_KEY"),
        (["rekey"], "", "DATABASE_KEY"),
        (["rekey"], "wrong", "it is not encrypted"),
        (["backup", "letter.txt"], "", "no copy of a journal"),
    ],
)
def test_what_cannot_work_is_said_in_one_sentence(
    tmp_path: Path, words: list[str], key: str, said: str
) -> None:
    open_database(tmp_path / "glimmer.db").close()
    (tmp_path / "letter.txt").write_text("dear Ben")
    answer = operated(tmp_path, *words, key=key, typed="new\n")
    assert answer.returncode == 1
    assert said in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1
    assert (tmp_path / "letter.txt").read_text() == "dear Ben"


@pytest.mark.parametrize(("key", "said"), [("one", "with this DATABASE_KEY"), ("two", "with another key")])
def test_what_is_encrypted_already_is_said_to_be(tmp_path: Path, key: str, said: str) -> None:
    open_database(tmp_path / "glimmer.db", "one").close()
    answer = operated(tmp_path, "encrypt", key=key)
    assert answer.returncode == 1
    assert "encrypted already" in answer.stderr
    assert said in answer.stderr
    assert operated(tmp_path, "check", key="one").returncode == 0


@pytest.mark.parametrize("command", [["restore", "copy.db"], ["encrypt"], ["rekey"]])
def test_a_running_bot_is_not_pulled_from_under(tmp_path: Path, command: list[str]) -> None:
    open_database(tmp_path / "glimmer.db", "one").close()
    operated(tmp_path, "backup", "copy.db", key="one")
    with app.only_one(tmp_path / "glimmer.db"):
        answer = operated(tmp_path, *command, key="one", typed="two\n")
    assert answer.returncode == 1
    assert "stop it first" in answer.stderr


# -- what check finds ------------------------------------------------------------------------------


def found(settings: Settings, grade: Grade, now: datetime = NOW) -> str:
    return "\n".join(f.text for f in look_over(settings, now, list, lambda _: ours()) if f.grade is grade)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    open_database(tmp_path / "glimmer.db").close()
    return Settings(telegram_token=TOKEN, database=tmp_path / "glimmer.db")


def test_a_journal_whose_folder_is_missing_is_a_problem(tmp_path: Path) -> None:
    chosen = Settings(telegram_token=TOKEN, database=tmp_path / "nowhere" / "glimmer.db")
    assert "The folder of DATABASE does not exist" in found(chosen, Grade.PROBLEM)


def in_journal(settings: Settings, sql: str) -> None:
    with closing(Database(settings.database)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(sql)


def test_a_sound_journal_has_nothing_to_mend(settings: Settings) -> None:
    assert found(settings, Grade.PROBLEM) == ""
    assert "is whole" in found(settings, Grade.FINE)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            "INSERT INTO inbox (lane, body, received_at) VALUES (1, '{}', '2026-11-24T10:00:00Z')",
            "is the bot running",
        ),
        (
            "INSERT INTO inbox (lane, body, received_at, aside)"
            " VALUES (1, '{}', '2026-11-24T11:59:00Z', 'KeyError')",
            "(KeyError)",
        ),
        (
            "INSERT INTO steps (person_id, step, asked_at) VALUES (5, 'times', '')",
            "refer to nothing in: steps",
        ),
        ("INSERT INTO inbox_seen VALUES (1, 1, '2026-11-24T13:00:00Z')", "clock is behind"),
    ],
)
def test_what_is_wrong_in_the_journal_is_named(settings: Settings, sql: str, said: str) -> None:
    in_journal(settings, sql)
    assert said in found(settings, Grade.PROBLEM)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE search_content SET c0 = 'lark' WHERE id = 1",  # the index says what its words do not
        "DELETE FROM search WHERE rowid = 1",
        "UPDATE search SET words = 'lark' WHERE rowid = 1",
        "INSERT INTO search (rowid, words) VALUES (99, 'lark')",
    ],
)
def test_a_search_index_that_says_otherwise_is_named_and_put_right(settings: Settings, sql: str) -> None:
    with_files(settings, "a blackbird")
    assert "search index" not in found(settings, Grade.PROBLEM)
    in_journal(settings, sql)
    assert "--renew-search" in found(settings, Grade.PROBLEM)
    answer = operated(settings.database.parent, "check", "--renew-search")
    assert "put right in the search index: 1" in answer.stdout
    assert "search index" not in found(settings, Grade.PROBLEM)
    with closing(open_database(settings.database)) as db:
        assert len(Search(db).find(1, "blackbird", 9)) == 2
        assert Search(db).find(1, "lark", 9) == []


def test_a_damaged_file_is_named(settings: Settings) -> None:
    content = bytearray(settings.database.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    settings.database.write_bytes(content)
    assert "restore a backup" in found(settings, Grade.PROBLEM)


def test_what_others_may_read_is_named(settings: Settings) -> None:
    settings.database.chmod(0o644)
    assert "chmod 600" in found(settings, Grade.PROBLEM)


def test_what_is_wrong_around_the_journal_is_named(settings: Settings) -> None:
    assert "TELEGRAM_TOKEN" in found(replace(settings, telegram_token=""), Grade.PROBLEM)
    assert "set it right" in found(settings, Grade.PROBLEM, NOW.replace(year=1970))
    assert "time zones" in found(settings, Grade.NOTE, NOW + timedelta(days=900))
    assert "no journal yet" in found(replace(settings, database=Path("none.db")), Grade.NOTE)
    assert "Klingon" in "".join(f.text for f in look_over(settings, NOW, lambda: ["Klingon"]))


# -- files, and the token --------------------------------------------------------------------------


def with_files(settings: Settings, text: str = "") -> None:
    """One on its way, one that was given up."""
    in_journal(settings, "INSERT INTO people (id, language, zone, joined_at) VALUES (1, 'en', 'UTC', '')")
    with closing(open_database(settings.database)) as db:
        for number in (1, 2):
            photo = Medium(MediumKind.PHOTO, f"f{number}", f"u{number}")
            Glimmers(db).keep(1, Said(number, NOW, text, (photo,)), Filed(NOW.date()))
        wanted = Media(db).wanted(NOW, 0)
        assert wanted
        Media(db).again(wanted, None)


def test_files_that_were_given_up_are_tried_once_more_when_asked(settings: Settings) -> None:
    with_files(settings)
    assert "on their way: 1" in found(settings, Grade.FINE)
    assert "--retry-media" in found(settings, Grade.NOTE)
    answer = operated(settings.database.parent, "check", "--retry-media")
    assert answer.returncode == 0
    assert "while it runs: 1" in answer.stdout
    assert "on their way: 2" in found(settings, Grade.FINE)
    assert "--retry-media" not in found(settings, Grade.NOTE)


def test_a_file_that_is_too_large_is_not_said_to_be_here(settings: Settings) -> None:
    in_journal(settings, "INSERT INTO people (id, language, zone, joined_at) VALUES (1, 'en', 'UTC', '')")
    with closing(open_database(settings.database)) as db:
        film = Medium(MediumKind.VIDEO, "f1", "u1", size=LARGEST_COPY + 1)
        Glimmers(db).keep(1, Said(1, NOW, "", (film,)), Filed(NOW.date()))
    assert "over 20 MB, which only Telegram has: 1" in found(settings, Grade.NOTE)
    assert "voice notes are here" not in found(settings, Grade.FINE)
    assert "that only Telegram has: 1" in found(replace(settings, keep_media=False), Grade.NOTE)


def test_where_no_file_is_fetched_none_is_said_to_be_on_its_way(settings: Settings) -> None:
    with_files(settings)
    off = replace(settings, keep_media=False)
    assert "that only Telegram has: 2" in found(off, Grade.NOTE)
    assert "on their way" not in found(off, Grade.FINE)
    answer = operated(settings.database.parent, "check", "--retry-media", KEEP_MEDIA="no")
    assert (answer.returncode, "KEEP_MEDIA" in answer.stderr) == (1, True)


async def test_telegram_is_asked_about_the_token(settings: Settings) -> None:
    sandbox = Sandbox(token=TOKEN)
    async with sandbox.serving():
        here = replace(settings, telegram_api=sandbox.url)
        known = await ask_telegram(here)
        strange = await ask_telegram(replace(here, telegram_token=f"{TOKEN}x"))
        sandbox.faults.add(Fault.SERVER_ERROR, method="getMe")
        away = await ask_telegram(here)
    assert [answer.grade for answer in (known, strange, away)] == [Grade.FINE, Grade.PROBLEM, Grade.NOTE]
    assert TOKEN not in f"{known.text} {strange.text} {away.text}"


async def test_who_does_not_answer_is_not_waited_for(settings: Settings) -> None:
    silent = await asyncio.start_server(lambda _reader, _writer: asyncio.sleep(60), "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    answer = await ask_telegram(replace(settings, telegram_api=f"http://127.0.0.1:{port}"), patience=0.2)
    silent.close()
    assert (answer.grade, "cannot be reached" in answer.text) == (Grade.NOTE, True)


def test_a_network_that_is_down_is_no_fault_of_the_journal(settings: Settings) -> None:
    answer = operated(settings.database.parent, "check", "--ask-telegram", TELEGRAM_API="http://127.0.0.1:9")
    assert answer.returncode == 0
    assert "Telegram cannot be reached" in answer.stdout


# -- a copy each day -------------------------------------------------------------------------------


async def test_a_copy_is_made_each_day_and_only_once(settings: Settings) -> None:
    custody = Custody(settings.database, "", 2)
    for hours in (0, 1, 24, 25, 48):
        custody.tick(NOW + timedelta(hours=hours))
        await custody.drain()
    assert [path.name[-2:] for path in dailies(settings.database)] == ["25", "26"]


async def test_a_copy_that_fails_is_tried_again_in_an_hour(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    (settings.database.parent / "backups").write_text("in the way")
    custody = Custody(settings.database, "", 2)
    for minutes in (0, 1, 30):
        custody.tick(NOW + timedelta(minutes=minutes))
        await custody.drain()
    assert len(caplog.records) == 1
    (settings.database.parent / "backups").unlink()
    custody.tick(NOW + timedelta(minutes=61))
    await custody.drain()
    assert len(dailies(settings.database)) == 1
