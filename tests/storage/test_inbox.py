"""Nothing is lost on the way in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.database import IN_MEMORY, open_database
from bot.storage.inbox import Aside, Inbox, NotKept, lane_of

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from(
    ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction", "poll"]
)
PLACES = st.sampled_from(["chat", "from", "user", "id"])
RAW = st.dictionaries(KINDS, ANYTHING | st.dictionaries(PLACES, ANYTHING | st.dictionaries(PLACES, ANYTHING)))


@pytest.fixture
def inbox() -> Inbox:
    return Inbox(open_database(IN_MEMORY))


def raw(update_id: int, person: int = 7) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": person}, "text": "\ud83d rain"}}


def test_an_update_is_taken_in_once(inbox: Inbox) -> None:
    assert inbox.take_in([raw(1), raw(2, 8)], NOW) == [(1, 7), (2, 8)]
    assert inbox.take_in([raw(2, 8), raw(3)], NOW) == [(3, 7)]


def test_what_was_handled_comes_again_only_as_something_else(inbox: Inbox) -> None:
    db = inbox._db
    db.execute("INSERT INTO people (id, language, zone, joined_at) VALUES (7, 'en', 'UTC', '2026-01-01')")
    inbox.take_in([raw(1), raw(2, 8)], NOW)
    inbox.done(1)
    inbox.done(2)
    assert inbox.take_in([raw(1)], NOW) == []
    other = {**raw(1), "message": {"chat": {"id": 7}, "text": "of another server"}}
    assert inbox.take_in([other], NOW) == [(1, 7)]
    inbox.done(1)
    assert db.execute("SELECT person_id, update_id FROM handled").fetchall() == [(7, 1)]  # 8 is nobody here
    inbox.let_go(NOW + timedelta(days=2))
    assert inbox.take_in([other], NOW) == []
    inbox.let_go(NOW + timedelta(days=2, seconds=1))
    assert db.execute("SELECT count(*) FROM handled").fetchone() == (0,)


def test_what_was_taken_in_is_there_after_a_crash(tmp_path: Path) -> None:
    Inbox(open_database(tmp_path / "a.db")).take_in([raw(1)], NOW)  # and never closed
    again = Inbox(open_database(tmp_path / "a.db"))
    assert again.waiting() == [(1, 7)]
    assert again.body(1) == raw(1)
    assert again.next_offset(NOW) == 2


def test_a_batch_is_taken_in_whole_or_not_at_all(inbox: Inbox) -> None:
    with pytest.raises(NotKept, match="OverflowError"):
        inbox.take_in([raw(1), raw(2**70)], NOW)
    assert inbox.waiting() == []
    assert inbox.next_offset(NOW) is None


def test_an_empty_answer_changes_nothing(inbox: Inbox) -> None:
    inbox.take_in([raw(5)], NOW)
    assert inbox.take_in([], NOW + timedelta(days=5)) == []
    assert inbox.next_offset(NOW + timedelta(days=6)) is None


def test_ids_are_asked_for_by_number_until_six_days_of_silence(inbox: Inbox) -> None:
    inbox.take_in([raw(900)], NOW)
    assert inbox.next_offset(NOW + timedelta(days=5, hours=23)) == 901
    assert inbox.next_offset(NOW + timedelta(days=6)) is None


def test_a_server_that_counts_from_somewhere_lower_is_followed(inbox: Inbox) -> None:
    inbox.take_in([raw(900)], NOW)
    inbox.take_in([raw(20), raw(21)], NOW)
    assert inbox.next_offset(NOW) == 22


def test_what_was_handled_is_gone_and_what_was_set_aside_stops_nobody(inbox: Inbox) -> None:
    inbox.take_in([raw(1), raw(2), raw(3)], NOW)
    inbox.done(1)
    inbox.set_aside(2, "KeyError")
    assert inbox.waiting() == [(3, 7)]
    assert inbox.body(1) is None
    assert inbox.aside() == [Aside(2, "KeyError", NOW)]


def test_failures_are_counted_over_restarts(tmp_path: Path) -> None:
    first = Inbox(open_database(tmp_path / "a.db"))
    first.take_in([raw(1)], NOW)
    assert first.failed(1) == 1
    assert Inbox(open_database(tmp_path / "a.db")).failed(1) == 2


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"chat": {"id": 7}}},
        {"edited_message": {"chat": {"id": 7}}},
        {"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 9}}}},
        {"my_chat_member": {"chat": {"id": 7}, "from": {"id": 9}}},
        {"message_reaction": {"user": {"id": 7}, "chat": {"id": 9}}},
    ],
)
def test_an_update_runs_in_the_lane_of_its_person(update: dict[str, Any]) -> None:
    assert lane_of(update) == 7


@given(RAW)
def test_law_whatever_an_update_holds_it_is_kept_as_it_came(update: dict[str, Any]) -> None:
    inbox = Inbox(open_database(IN_MEMORY))
    update = {**update, "update_id": 1}
    assert inbox.take_in([update], NOW) == [(1, lane_of(update))]
    assert inbox.body(1) == update
