"""The next moments that are told are those that will come."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.manner import Manner
from bot.domain.person import Person
from bot.domain.rhythm import MOST_SLOTS, Moment, Rhythm, Slot, moment
from bot.services.choosing import Choosing, Tables
from bot.services.nudging import Nudging, Store
from bot.services.rhythms import Rhythms
from bot.storage.database import IN_MEMORY, open_database, to_text
from bot.storage.heavy import Heavy
from bot.storage.mutes import MuteTable
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.steps import Steps
from tests import words
from tests.fakes import GatedMessenger, StillClock

EVENING = Slot(time(20, 30))
NOON = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)
AFTER_NOON = NOON.replace(microsecond=250_000)
MINUTE = timedelta(minutes=1)


def test_what_comes_at_once_after_a_journey_is_told_first(tmp_path: Path) -> None:
    db = open_database(tmp_path / "a.db")
    people = People(db)
    rhythms = Rhythms(people, Nudges(db), Past(db))
    anna = rhythms.meet(1, "en", "Europe/Berlin", NOON)
    anna = rhythms.move(rhythms.ask_at(anna, [EVENING], NOON), "Europe/Berlin", NOON)
    in_tokyo = rhythms.move(anna, "Asia/Tokyo", AFTER_NOON)
    told = [nudge.due for nudge in rhythms.upcoming(in_tokyo, AFTER_NOON)]
    assert told[0] == people.next_at(1) == NOON
    assert len(told) == 3


@dataclass
class Scene:
    """One person who says nothing and never is asked less for it, from an instant on."""

    start: datetime

    def __post_init__(self) -> None:
        self.clock, self.messenger = StillClock(self.start), GatedMessenger()
        self.messenger.gate.set()
        self.db = open_database(IN_MEMORY)
        self.people, self.nudges, past = People(self.db), Nudges(self.db), Past(self.db)
        self.rhythms = Rhythms(self.people, self.nudges, past)
        tables = Tables(self.nudges, Heavy(self.db), MuteTable(self.db), Steps(self.db))
        choosing = Choosing(words.ours(), tables, {})
        store = Store(self.people, self.nudges, past)
        self.nudging = Nudging(store, self.rhythms, choosing, self.clock, self.messenger)
        anna = self.rhythms.meet(1, "en", "UTC", self.start)
        anna = replace(anna, manner=Manner(patience=None), placed=True)
        self.anna = self.rhythms.choose(anna, self.start)

    def asked_at(self, *slots: Slot) -> Person:
        self.anna = self.rhythms.ask_at(self.anna, slots, self.clock.now())
        return self.anna

    def told(self, count: int = 3) -> list[datetime]:
        return [nudge.due for nudge in self.rhythms.upcoming(self.anna, self.clock.now(), count)]

    async def until(self, end: datetime) -> list[datetime]:
        """Whatever is asked up to an instant, when it is."""
        since = self.clock.now()
        while (at := self._next_at()) is not None and at <= end:
            self.clock.at = max(at, self.clock.at)
            self.nudging.send_due(self.clock.now())
            await self.nudging.drain()
        self.clock.at = end
        rows = self.db.execute(
            "SELECT sent_at FROM nudges WHERE state = 'sent' AND sent_at > ? ORDER BY sent_at",
            [to_text(since)],
        )
        return [datetime.fromisoformat(row[0]) for row in rows.fetchall()]

    def _next_at(self) -> datetime | None:
        waiting = [nudge.due for nudge in self.nudges.held(1)]
        planned = self.people.next_at(1)
        return min([*waiting, *([planned] if planned else [])], default=None)


walls = st.integers(0, 24 * 4 - 1).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
days = st.just(frozenset(range(7))) | st.frozensets(st.integers(0, 6), min_size=1)
fixed = st.builds(lambda start, on: Slot(start, None, on), walls, days)
windows = st.tuples(walls, walls, days).filter(lambda one: one[0] != one[1]).map(lambda one: Slot(*one))
some_slots = st.lists(fixed | windows, min_size=1, max_size=MOST_SLOTS, unique_by=lambda slot: slot.key)


@settings(max_examples=25, deadline=None)
@given(some_slots, some_slots, st.integers(0, 7 * 24 * 60))
def test_what_is_told_is_what_is_sent_of_fixed_minutes_and_windows_side_by_side(before, after, minutes):
    async def live() -> None:
        scene = Scene(NOON)
        scene.asked_at(*before)
        told = scene.told()
        changed = NOON + minutes * MINUTE
        sent = await scene.until(changed)
        assert sent[:3] == told[: len(sent)]
        assert len(sent) >= len([at for at in told if at <= changed])
        scene.asked_at(*after)
        told = scene.told(6)
        assert (await scene.until(told[-1] if told else changed))[: len(told)] == told

    asyncio.run(live())


MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
AT_ELEVEN = MORNING.replace(hour=11)
HALF_PAST_TWELVE = MORNING.replace(hour=12, minute=30)
EARLY = Slot(time(8, 30))


def drawn_at(window: Slot) -> datetime:
    at = moment(window, MORNING.date(), Rhythm("UTC"), 1)
    assert at is not None
    return at


ALL_DAY = next(one for n in range(60) if drawn_at(one := Slot(time(9), time(18, n))) < AT_ELEVEN)
"""Its moment of that day is early."""


async def put_off() -> Scene:
    """It is eleven; the day's drawn moment came soon after half past eight and waits for half past twelve."""
    scene = Scene(MORNING)
    scene.asked_at(EARLY, ALL_DAY)
    await scene.until(AT_ELEVEN)
    assert [nudge.due for nudge in scene.nudges.held(1)] == [HALF_PAST_TWELVE]
    return scene


async def test_what_was_put_off_is_told_and_still_comes_after_any_other_change() -> None:
    scene = await put_off()
    assert scene.told(1) == [HALF_PAST_TWELVE]
    scene.anna = scene.rhythms.choose(replace(scene.anna, manner=Manner(True, patience=None)), AT_ELEVEN)
    assert scene.told(1) == [HALF_PAST_TWELVE]
    assert await scene.until(HALF_PAST_TWELVE + MINUTE) == [HALF_PAST_TWELVE]


async def test_what_was_put_off_for_a_time_that_is_not_chosen_any_more_does_not_come() -> None:
    scene = await put_off()
    scene.asked_at(Slot(time(21)))
    evening = MORNING.replace(hour=21)
    assert scene.told(1) == [evening]
    assert await scene.until(evening) == [evening]


async def test_a_window_that_is_changed_while_its_moment_waits_asks_once() -> None:
    scene = await put_off()
    scene.asked_at(EARLY, Slot(time(9), time(20)))
    told = [at for at in scene.told() if at.date() == MORNING.date()]
    assert await scene.until(MORNING.replace(hour=23)) == told
    assert len(told) <= 1


async def test_what_was_put_off_does_not_wake_who_has_travelled() -> None:
    scene = await put_off()
    scene.anna = scene.rhythms.move(scene.anna, "Pacific/Auckland", AT_ELEVEN)
    told = scene.told(1)
    morning = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)  # half past eight there
    assert told == [morning]
    assert await scene.until(morning) == [morning]


async def test_a_pause_that_is_taken_back_brings_back_what_was_put_off() -> None:
    scene = await put_off()
    paused = scene.rhythms.pause(scene.anna, MORNING.date() + timedelta(days=1), AT_ELEVEN)
    scene.anna = scene.rhythms.resume(paused, AT_ELEVEN + MINUTE)
    assert scene.told(1) == [HALF_PAST_TWELVE]
    assert await scene.until(HALF_PAST_TWELVE) == [HALF_PAST_TWELVE]


async def test_what_was_refused_and_waits_to_be_tried_again_keeps_up_with_changes() -> None:
    scene = Scene(MORNING)
    scene.asked_at(EARLY)
    at = MORNING.replace(hour=8, minute=30)
    await scene.until(at - MINUTE)
    scene.nudging.claim_some(at)
    (nudge,) = scene.nudges.held(1)
    scene.nudges.again(nudge.id, at + 5 * MINUTE)
    scene.clock.at = at + MINUTE
    assert scene.told(1) == [at + 5 * MINUTE]
    scene.anna = scene.rhythms.speak(scene.anna, "de", scene.clock.now())
    assert scene.told(1) == [at + 5 * MINUTE]
    scene.asked_at(EVENING)
    evening = MORNING.replace(hour=20, minute=30)
    assert await scene.until(evening) == [evening]


async def test_what_is_refused_after_its_time_was_given_up_is_not_tried_again() -> None:
    scene = Scene(MORNING)
    scene.asked_at(EARLY)
    at = MORNING.replace(hour=8, minute=30)
    scene.messenger.refuses = True
    scene.messenger.gate.clear()
    scene.clock.at = at
    scene.nudging.send_due(at)
    scene.asked_at(EVENING)
    scene.messenger.gate.set()
    await scene.nudging.drain()
    assert scene.nudges.held(1) == []
    scene.messenger.refuses = False
    evening = MORNING.replace(hour=20, minute=30)
    assert await scene.until(evening) == [evening]


def ending(scene: Scene, hour: int) -> Person:
    rhythm = replace(scene.anna.rhythm, day_end=time(hour))
    scene.anna = scene.rhythms.choose(replace(scene.anna, rhythm=rhythm), scene.clock.now())
    return scene.anna


@pytest.mark.parametrize(("first", "then"), [(4, 0), (0, 4)])
@pytest.mark.parametrize("hour", [0, 2])
async def test_a_slot_of_the_night_is_asked_once_a_night_wherever_the_day_ends(
    first: int, then: int, hour: int
) -> None:
    one = MORNING.replace(hour=1)
    nights = [one + timedelta(days=n) for n in range(1, 7)]
    scene = Scene(MORNING)
    ending(scene, first)
    scene.asked_at(Slot(time(1)))
    changed = nights[2].replace(hour=hour)
    sent = await scene.until(changed)
    for hour in (then, first, then):  # back and forth as well
        ending(scene, hour)
        told = scene.told(2)
    sent += await scene.until(nights[-1])
    assert sent == nights
    assert told == [night for night in nights if night > changed][:2]


async def test_quiet_hours_leave_a_window_what_is_left_of_it_and_change_no_more() -> None:
    scene = Scene(MORNING)
    window = Slot(time(10), time(18))
    scene.asked_at(window)
    scene.people.plan(1, window.key, Moment(window, MORNING.date(), MORNING.replace(hour=17, minute=47)))
    await scene.until(HALF_PAST_TWELVE)
    rhythm = replace(scene.anna.rhythm, quiet=(time(17), time(18)))
    here = moment(window, MORNING.date(), rhythm, 1)
    assert here is not None
    assert here < HALF_PAST_TWELVE
    scene.anna = scene.rhythms.choose(replace(scene.anna, rhythm=rhythm), HALF_PAST_TWELVE)
    (told,) = scene.told(1)
    assert HALF_PAST_TWELVE < told < MORNING.replace(hour=17)
    scene.clock.at = HALF_PAST_TWELVE + MINUTE
    scene.rhythms.replan(1, scene.clock.now())
    assert scene.told(1) == [told]
    assert await scene.until(told) == [told]


async def test_what_is_given_back_keeps_no_question_away() -> None:
    scene = Scene(MORNING)
    scene.asked_at(ALL_DAY)
    told = scene.told(1)
    row = [to_text(MORNING)] * 4
    scene.db.execute(
        "INSERT INTO nudges (person_id, slot, day, due_at, late_at, state, sent_at)"
        " VALUES (1, 'give:week', ?, ?, ?, 'sent', ?)",
        row,
    )
    assert scene.told(1) == told
