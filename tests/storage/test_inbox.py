"""Nothing is lost on the way in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Inbox

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def raw(update_id: int, person: int = 7) -> dict[str, object]:
    return {"update_id": update_id, "message": {"chat": {"id": person}, "text": "\ud83d rain"}}


def test_an_update_is_taken_in_once() -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    assert inbox.take_in([raw(1), raw(2, 8)], NOW) == [(1, 7), (2, 8)]
    assert inbox.take_in([raw(2, 8), raw(3)], NOW) == [(3, 7)]


def test_what_was_taken_in_is_there_after_a_crash(tmp_path: Path) -> None:
    Inbox(open_database(tmp_path / "a.db")).take_in([raw(1)], NOW)  # and never closed
    again = Inbox(open_database(tmp_path / "a.db"))
    assert again.waiting() == [(1, 7)]
    assert again.body(1) == raw(1)
    assert again.next_offset(NOW) == 2


def test_after_a_week_of_silence_ids_may_begin_anew() -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    inbox.take_in([raw(900)], NOW)
    assert inbox.next_offset(NOW + timedelta(days=7)) is None


def test_what_was_handled_is_gone_and_what_was_set_aside_stops_nobody() -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    inbox.take_in([raw(1), raw(2)], NOW)
    inbox.done(1)
    inbox.set_aside(2, "KeyError")
    assert inbox.waiting() == []
    assert [(a.update_id, a.problem) for a in inbox.aside()] == [(2, "KeyError")]
