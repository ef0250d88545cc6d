"""What the operator hears of their own prompt files, and of a preview that cannot be given."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest

from bot import app, cli
from bot.library import Library

GOOD = """schema = 1
license = "CC0-1.0"
prompts = [
  { id = "ours-001", slots = ["any"], depth = "light", text = "A shed corner that was all right?" },
]
"""


def runs(monkeypatch: pytest.MonkeyPatch, command: str, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["glimmer", "prompts", command, *options])
    try:
        return cli.main()
    except SystemExit as end:
        return int(end.code or 0)


def previews(monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    return runs(monkeypatch, "preview", *options)


def test_the_check_names_what_would_be_left_out_of_the_operators_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROMPTS", str(tmp_path))
    (tmp_path / "sight.toml").write_text(GOOD, encoding="utf-8")
    assert runs(monkeypatch, "check") == 0
    assert capsys.readouterr().out.splitlines() == ["prompts/ is in order", f"{tmp_path} is in order"]
    (tmp_path / "sight.toml").write_text(GOOD.replace("right?", "right!"), encoding="utf-8")
    assert runs(monkeypatch, "check") == 1
    said = capsys.readouterr()
    assert said.err.startswith("PROMPTS: sight.toml:4 is left out: the text has an exclamation mark.")
    assert said.out == "prompts/ is in order\n"


def test_a_preview_mixes_in_the_operators_files_and_says_which_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROMPTS", str(tmp_path))
    (tmp_path / "sight.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "sound.toml").write_text("nonsense", encoding="utf-8")
    assert previews(monkeypatch, "--days", "730") == 0
    said = capsys.readouterr()
    assert "A shed corner that was all right?" in said.out
    assert said.err.startswith("PROMPTS: sound.toml:1 is left out: ")


def test_a_bad_file_of_the_operators_is_named_with_line_and_reason_and_the_rest_is_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sight.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "sound.toml").write_text(
        GOOD.replace("ours-001", "ours-002") + "nonsense\n", encoding="utf-8"
    )
    library = Library.load(app.prompts_folder(), tmp_path)
    with caplog.at_level(logging.WARNING):
        cli._tell_refused(library)
    assert "ours-001" in {prompt.id for prompt in library.locale("en").prompts}
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("PROMPTS: sound.toml:6 is left out: ")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--per-day", "4"), "--per-day must be 1 to 3, not 4"),
        (("--per-day", "0"), "--per-day must be 1 to 3, not 0"),
        (("--locale", "xx"), "--locale must be one of en, de, es, not xx"),
        (("--days", "-1"), "--days must be 1 to 3660, not -1"),
        (("--days", "many"), "'many' is not a valid integer"),
    ],
)
def test_a_preview_that_cannot_be_given_says_why_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    named: str,
) -> None:
    assert previews(monkeypatch, *options) != 0
    said = capsys.readouterr()
    assert named in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_a_preview_as_json_is_one_object_per_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert previews(monkeypatch, "--days", "3", "--per-day", "2", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["day"] for row in rows] == [1, 1, 2, 2, 3, 3]
    assert all(set(row) == {"day", "id", "category", "text"} for row in rows)
