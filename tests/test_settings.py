"""Settings say what is wrong in one sentence that names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import READERS, Settings, SettingsError, read, with_token

TOKEN = "123456789:" + "a" * 35


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_with_a_token_is_enough(tmp_path: Path) -> None:
    settings = with_token(read(written(tmp_path, f"TELEGRAM_TOKEN={TOKEN}\n"), {}))
    assert settings.telegram_token == TOKEN
    assert TOKEN not in repr(settings)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("TELEGRAM_TOKEN=hello", "TELEGRAM_TOKEN"),
        ("TOKEN=1", "TOKEN"),
        ("MESSAGES_PER_SECOND=lots", "MESSAGES_PER_SECOND"),
        ("MESSAGES_PER_SECOND=5000", "MESSAGES_PER_SECOND"),
        ("ALLOWED_USERS=anna", "ALLOWED_USERS"),
        ("KEEP_MEDIA=maybe", "KEEP_MEDIA"),
        ("PROMPTS=nowhere", "PROMPTS"),
        ("LOCALE=English", "LOCALE"),
        ("LOG_LEVEL=loud", "LOG_LEVEL"),
        ("TELEGRAM_API=localhost", "TELEGRAM_API"),
        ("TELEGRAM_API=http://127.0.0.1:99999", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://127.0.0.1:0", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://127.0.0.1:", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://127.0.0.1:x", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://[::1", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://:80", "TELEGRAM_API must be the root"),
        ("TELEGRAM_API=http://a..b", "TELEGRAM_API must be the root"),
        ("DATABASE=.", "DATABASE names a folder"),
        ("DATABASE=..", "DATABASE names a folder"),
        ("DATABASE=/", "DATABASE names a folder"),
        ("DATABASE=journal/", "DATABASE names a folder"),
        (f"DATABASE={'x' * 300}", "DATABASE is no path"),
        (f"DATABASE={'é' * 120}", "DATABASE is too long"),
        ("DATABASE=a\0b", "DATABASE is no path"),
        (f"PROMPTS={'x' * 300}", "PROMPTS is no path"),
        ("PROMPTS=a\0b", "PROMPTS is no path"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read(written(tmp_path, line), {})


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8081",
        "http://[::1]:8081/",
        "https://bücher.example",
        "http://telegram-bot-api:65535/a",
    ],
)
def test_a_root_of_a_server_may_have_a_port_and_a_path(tmp_path: Path, url: str) -> None:
    assert read(written(tmp_path, f"TELEGRAM_API={url}\n"), {}).telegram_api == url.rstrip("/")


def test_a_link_to_itself_is_no_journal(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(SettingsError, match="DATABASE is no path"):
        read(written(tmp_path, f"DATABASE={tmp_path / 'loop' / 'glimmer.db'}\n"), {})


@pytest.mark.parametrize(
    "line", ["LOG_LEVEL DEBUG", "DATABASE_KEY", "DATABASE_KEY secret", "DATABASE_KEY='secret"]
)
def test_a_line_that_cannot_be_read_is_named_by_its_number_and_never_quoted(
    tmp_path: Path, line: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        read(written(tmp_path, f"# mine\n\nKEEP_MEDIA=yes\n\n{line}\nLOCALE=en\n"), {})
    assert "Line 5 " in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "DEBUG" not in str(raised.value)


@pytest.mark.parametrize("line", ["export LOCALE=de", "LOCALE = de # mine", "LOCALE='de'", "\ufeffLOCALE=de"])
def test_a_line_may_be_written_as_shells_do(tmp_path: Path, line: str) -> None:
    assert read(written(tmp_path, f"{line}\n"), {}).locale == "de"


def test_without_a_token_the_way_to_one_is_told() -> None:
    with pytest.raises(SettingsError, match="BotFather"):
        with_token(Settings())


def test_the_example_names_every_setting_and_no_other() -> None:
    lines = Path(".env.example").read_text(encoding="utf-8").splitlines()
    named = {
        line.lstrip("# ").partition("=")[0]
        for line in lines
        if "=" in line and line.lstrip("# ")[:1].isupper()
    }
    assert named == set(READERS)
