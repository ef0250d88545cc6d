"""What is said when no question will come: why, and what brings the questions back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialog import talking

FOR_GOOD = {"en": "/pause for good", "de": "/pause für immer", "es": "/pause para siempre"}
EVENING = {"en": "Evening", "de": "Abends", "es": "Noche"}
languages = pytest.mark.parametrize("language", sorted(FOR_GOOD))


@languages
async def test_in_a_pause_for_good_only_resume_is_said_to_bring_them_back_and_does(
    tmp_path: Path, language: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(FOR_GOOD[language])
        assert "/resume" in anna.last()
        await anna.says("/times 9:00")
        assert "/resume" in anna.last()
        assert "/times" not in anna.last()
        await anna.says("/resume")
        assert "9:00" in anna.last()


@languages
async def test_without_any_time_only_times_is_said_to_bring_them_back_and_does(
    tmp_path: Path, language: str
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/times")
        await anna.presses(EVENING[language])
        await anna.says("/resume")
        assert "/times" in anna.last()
        assert "/resume" not in anna.last()
        await anna.says("/times 9:00")
        assert "9:00" in anna.last()


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "off"), ("en", "none"), ("de", "keine"), ("de", "nie"), ("es", "ninguna")]
)
@pytest.mark.parametrize("asked", [False, True])
async def test_who_wants_no_times_is_told_of_the_pause(
    tmp_path: Path, language: str, typed: str, asked: bool
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/times" if asked else "/start")
        await anna.says(typed if asked else f"/times {typed}")
        assert FOR_GOOD[language] in anna.last()
        assert anna.house.db.execute("SELECT COUNT(*) FROM glimmers").fetchone() == (0,)


@pytest.mark.parametrize(
    ("typed", "says"), [("7, 8, 9, 10, 11, 12, 13", "Six times"), ("25:99", "would work"), ("25-99", "8:30")]
)
async def test_numbers_that_are_no_times_are_no_moment_and_the_times_are_still_waited_for(
    tmp_path: Path, typed: str, says: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/times")
        await anna.says(typed)
        assert says in anna.last()
        assert anna.house.db.execute("SELECT COUNT(*) FROM glimmers").fetchone() == (0,)
        await anna.says("9:00")
        assert "I will ask next" in anna.last()


@languages
async def test_the_example_of_a_pause_without_end_can_be_typed(tmp_path: Path, language: str) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says("/pause banana")
        assert FOR_GOOD[language] in anna.last()
