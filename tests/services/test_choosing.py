"""What a person is asked next, by the real service on a real file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.domain.glimmer import Said
from bot.domain.kinds import Category, Depth, Need, Season, Subject
from bot.domain.nudge import GRACE, Answer
from bot.domain.person import Person
from bot.domain.prompts import Prompt
from bot.domain.rhythm import Rhythm, Slot
from bot.domain.weight import Weight
from bot.library import Library
from bot.services.caring import Caring
from bot.services.choosing import Choosing, Tables
from bot.storage.database import open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.heavy import Heavy
from bot.storage.lookbacks import Lookbacks
from bot.storage.mutes import Countries, MuteTable
from bot.storage.nudges import Nudges
from bot.storage.people import People
from bot.storage.steps import Steps
from bot.storage.zones import latitudes
from tests import words

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WHOLE = words.ours()
ANNA = Person(1, "en", Rhythm("Europe/Berlin", (Slot(time(12)),)), joined=NOW - 30 * DAY)


def with_prompts(*prompts: Prompt) -> Library:
    return Library((replace(WHOLE.locale("en"), prompts=prompts),))


def prompt(number: int, category: Category = Category.SIGHT, **more: object) -> Prompt:
    values = {"id": f"{category}-{number:03}", "text": f"Invented wording {number} of {category}?", **more}
    return Prompt(category=category, **values)  # type: ignore[arg-type]  # of a Prompt, all of them


@dataclass
class Desk:
    """The service, opened on the file anew each time, as after a restart."""

    path: Path
    library: Library
    number: int = 0

    def __post_init__(self) -> None:
        self.db = open_database(self.path)
        self.nudges, self.mutes, self.heavy = Nudges(self.db), MuteTable(self.db), Heavy(self.db)
        self.choosing = Choosing(
            self.library, Tables(self.nudges, self.heavy, self.mutes, Steps(self.db)), latitudes()
        )
        People(self.db).save(ANNA, [])

    def asks(self, at: datetime, person: Person = ANNA) -> Prompt:
        """Choose, remember and deliver one prompt."""
        self.number += 1
        key, day = f"ask:{at}:{self.number}", at.date()
        self.nudges.claim(person.id, key, day, at, at + GRACE)
        nudge = self.nudges.find(person.id, key, day)
        assert nudge is not None
        choice = self.choosing.next(person, nudge.id, at)
        assert choice is not None
        self.nudges.sending(nudge, choice.prompt, choice.sent(at, day))
        self.nudges.sent(nudge.id, nudge.id, at)
        return choice.prompt


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "a.db", WHOLE)


@pytest.mark.parametrize(
    ("zone", "season"),
    [
        ("Europe/Berlin", Season.SUMMER),
        ("America/Argentina/Buenos_Aires", Season.WINTER),
        ("Australia/ACT", Season.WINTER),  # an older name
        ("Asia/Singapore", None),
        ("UTC", None),
    ],
)
def test_the_season_is_that_of_where_the_person_is(desk: Desk, zone: str, season: Season | None) -> None:
    person = replace(ANNA, rhythm=replace(ANNA.rhythm, zone=zone))
    assert desk.choosing.situation(person, NOW).season is season


def test_what_is_left_out_is_known_and_families_rest_on_their_days(desk: Desk) -> None:
    for muted in (Category.BODY, Subject.MONEY, Need.HEARING):
        desk.mutes.mute(ANNA.id, muted)
    now = desk.choosing.situation(ANNA, NOW)
    assert (now.muted, now.muted_subjects, now.lacking) == ({Category.BODY}, {Subject.MONEY}, {Need.HEARING})
    christmas = desk.choosing.situation(ANNA, datetime(2026, 12, 25, 12, tzinfo=UTC))
    assert christmas.muted_subjects == {Subject.MONEY, Subject.FAMILY}


def test_who_is_new_is_asked_lightly_and_slow_questions_keep_their_pace(desk: Desk) -> None:
    new = replace(ANNA, joined=NOW)
    first = [desk.asks(NOW + day * DAY, new) for day in range(14)]
    assert {asked.depth for asked in first} == {Depth.LIGHT}
    later = [desk.asks(NOW + day * DAY) for day in range(14, 84)]
    slow = [n for n, asked in enumerate(later) if asked.slow]
    assert len(slow) > 1
    assert all(b - a >= 7 for a, b in pairwise(slow))


def test_a_hard_day_makes_the_next_questions_tender_for_three_days(desk: Desk) -> None:
    said = Said(5, NOW, "words")
    glimmer_id, _ = Glimmers(desk.db).keep(ANNA.id, said, Filed(NOW.date()))
    caring = Caring(desk.heavy, Countries(desk.db), Lookbacks(desk.db), {})
    caring.hear(ANNA, glimmer_id, Weight.EXPLICIT, NOW)
    gentle = {Category.TENDER, Category.OPEN}
    assert {desk.asks(NOW + timedelta(hours=h)).category for h in (1, 30, 71)} <= gentle
    assert desk.asks(NOW + timedelta(hours=73)).category is not Category.TENDER


@pytest.mark.parametrize(
    ("weight", "hours"),
    [(Weight.EXPLICIT, 72), (Weight.UNSURE, 72), (Weight.MIXED, 38)],  # Berlin's next day ends 04:00 + 24 h
)
def test_how_long_questions_stay_gentle_goes_by_the_weight(desk: Desk, weight: Weight, hours: int) -> None:
    glimmer_id, _ = Glimmers(desk.db).keep(ANNA.id, Said(5, NOW, "words"), Filed(NOW.date()))
    Caring(desk.heavy, Countries(desk.db), Lookbacks(desk.db), {}).hear(ANNA, glimmer_id, weight, NOW)
    minute = timedelta(minutes=1)
    assert desk.choosing.situation(ANNA, NOW + timedelta(hours=hours) - minute).tender
    assert not desk.choosing.situation(ANNA, NOW + timedelta(hours=hours) + minute).tender


def test_after_nothing_today_comes_something_tender(desk: Desk) -> None:
    desk.asks(NOW)
    desk.nudges.answer(1, Answer.NOTHING)
    assert desk.choosing.situation(ANNA, NOW + DAY).tender


def test_what_was_declined_never_comes_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.db", with_prompts(*(prompt(n) for n in range(1, 4))))
    unwanted = desk.asks(NOW)
    desk.nudges.decline(ANNA.id, 1)
    asked = [desk.asks(NOW + day * DAY).id for day in range(1, 12)]
    assert unwanted.id not in asked


def test_what_was_declined_in_one_language_takes_nothing_from_another(tmp_path: Path) -> None:
    english = [prompt(n) for n in range(1, 4)]
    spanish = [replace(p, text=f"Otra cosa {n}", category=Category.HOME) for n, p in enumerate(english)]
    both = (
        replace(WHOLE.locale("en"), prompts=tuple(english)),
        replace(WHOLE.locale("es"), prompts=tuple(spanish)),
    )
    desk = Desk(tmp_path / "a.db", Library(both))
    unwanted = desk.asks(NOW)
    desk.nudges.decline(ANNA.id, 1)
    asked = [desk.asks(NOW + day * DAY, replace(ANNA, language="es")).id for day in range(1, 9)]
    assert unwanted.id in asked


def test_retired_prompts_neither_come_nor_count_for_how_long_the_others_rest(tmp_path: Path) -> None:
    used = [prompt(n) for n in range(1, 21)]
    retired = [prompt(n, retired=True) for n in range(21, 61)]
    one = Desk(tmp_path / "a.db", with_prompts(*used))
    other = Desk(tmp_path / "b.db", with_prompts(*used, *retired))
    assert [one.asks(NOW + d * DAY) for d in range(60)] == [other.asks(NOW + d * DAY) for d in range(60)]


def test_editing_adding_and_retiring_prompts_brings_none_back_early(tmp_path: Path) -> None:
    before = [prompt(n) for n in range(1, 21)]
    desk = Desk(tmp_path / "a.db", with_prompts(*before))
    asked = {desk.asks(NOW + day * DAY).id for day in range(8)}
    edited = [replace(p, text=f"Quite other words {n}?") for n, p in enumerate(before)]
    renumbered = [replace(p, id=f"sight-{n:03}") for n, p in enumerate(before, 101)]
    for update in (
        edited,
        renumbered,
        [*before, *(prompt(n) for n in range(21, 25))],
        [replace(p, retired=p.id.endswith("9")) for p in before],
    ):
        after = Desk(desk.path, with_prompts(*update))
        for nudge_id in range(100, 300):  # each draws anew
            choice = after.choosing.next(ANNA, nudge_id, NOW + 8 * DAY)
            assert choice is not None
            same = {old.id for old in before if old.text == choice.prompt.text or old.id == choice.prompt.id}
            assert not same & asked
