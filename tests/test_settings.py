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
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read(written(tmp_path, line), {})


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
