"""What stands behind /settings and /language."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.person import Acknowledge
from tests.dialog import talking


@pytest.mark.parametrize(
    ("language", "typed", "how"),
    [
        ("en", "heart", Acknowledge.REACTION),
        ("en", "A few words", Acknowledge.WORDS),
        ("es", "corazon", Acknowledge.REACTION),
        ("de", "Stille", Acknowledge.SILENCE),
    ],
)
async def test_how_moments_are_answered_can_be_typed(
    tmp_path: Path, language: str, typed: str, how: Acknowledge
) -> None:
    async with talking(tmp_path / "a.db", language=language) as anna:
        await anna.says(f"/settings {typed}")
        person = anna.house.people.get(anna.person.id)
        assert person is not None
        assert person.acknowledge is how


async def test_a_page_can_be_typed_and_what_is_no_setting_is_told_what_would_work(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/settings times")
        assert "When may I ask" in anna.last()
        await anna.says("/settings sparkles")
        assert any("/settings heart" in text for text in anna.texts())
        assert "How it is set" in anna.last()


async def test_a_pause_that_is_over_is_none(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/pause 3 days")
        anna.clock.move_to(datetime(2026, 11, 26, 12, tzinfo=UTC))
        await anna.says("/settings")
        assert "Pause: until Friday" in anna.last()
        anna.clock.move_to(datetime(2026, 11, 27, 12, tzinfo=UTC))
        await anna.says("/settings")
        assert "Pause: none" in anna.last()


@pytest.mark.parametrize(
    ("typed", "part"),
    [("de", "Deutsch"), ("German", "Deutsch"), ("español", "En español"), ("klingon", "do not speak that")],
)
async def test_a_language_is_known_by_code_and_name(tmp_path: Path, typed: str, part: str) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says(f"/language {typed}")
        assert part in anna.last()
