"""The operator's commands, as processes: one sentence, an exit code, and nothing broken."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import app
from bot.operating.check import Grade, look_over
from bot.services.custody import Custody
from bot.settings import Settings
from bot.storage.backup import dailies
from bot.storage.database import open_database

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOKEN = "1234567890:" + "o" * 35


def operated(folder: Path, *words: str, key: str = "", typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": TOKEN, "DATABASE_KEY": key}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_journal_is_copied_lost_and_put_back(tmp_path: Path) -> None:
    open_database(tmp_path / "glimmer.db").close()
    assert operated(tmp_path, "backup", "copy.db").returncode == 0
    (tmp_path / "glimmer.db").unlink()
    assert operated(tmp_path, "restore", "copy.db").returncode == 0
    assert operated(tmp_path, "check").returncode == 0


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
        (["backup", "copy.db"], "wrong", "is DATABASE_KEY right?"),
        (["restore", "nothing.db"], "", "no backup there"),
        (["encrypt"], "", "DATABASE_KEY"),
        (["rekey"], "", "DATABASE_KEY"),
        (["rekey"], "wrong", "is DATABASE_KEY right?"),
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
    return "\n".join(f.text for f in look_over(settings, now, list) if f.grade is grade)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    open_database(tmp_path / "glimmer.db").close()
    return Settings(telegram_token=TOKEN, database=tmp_path / "glimmer.db")


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
        ("INSERT INTO inbox VALUES (1, 1, '{}', '2026-11-24T10:00:00Z', 0, NULL)", "is the bot running"),
        ("INSERT INTO inbox VALUES (1, 1, '{}', '2026-11-24T11:59:00Z', 4, 'KeyError')", "(KeyError)"),
        ("INSERT INTO steps VALUES (5, 'times', '')", "refer to nothing in: steps"),
        ("INSERT INTO inbox_seen VALUES (1, 1, '2026-11-24T13:00:00Z')", "clock is behind"),
    ],
)
def test_what_is_wrong_in_the_journal_is_named(settings: Settings, sql: str, said: str) -> None:
    in_journal(settings, sql)
    assert said in found(settings, Grade.PROBLEM)


def test_a_search_index_that_lost_its_words_is_named(settings: Settings) -> None:
    with closing(open_database(settings.database)) as db:
        db.execute("INSERT INTO search (rowid, words) VALUES (1, 'blackbird')")
    in_journal(settings, "UPDATE search_content SET c0 = 'lark'")
    assert "search does not agree" in found(settings, Grade.PROBLEM)


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
