"""Laws: what is hidden, deleted, taken back, heavy or somebody else's appears nowhere that moments return.

Unsure and mixed words come back in a recap that somebody asks for, and never alone, unasked or on a card;
nothing else of their day comes back alone.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.chat import giving as giving_chat
from bot.chat import periods, retold
from bot.chat.drawing import Drawing, Kind, postcard
from bot.domain.giving import Gift, Giving
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.person import Person
from bot.domain.rhythm import Rhythm
from bot.domain.typed import Period
from bot.domain.weight import Weight
from bot.library import Library, Locale
from bot.pictures import Sky
from bot.services.giving import Given, GivingBack
from bot.services.picturing import Picturing
from bot.services.recaps import Among, Recaps
from bot.services.remember import Remember
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, open_database, to_text
from bot.storage.givings import Givings
from bot.storage.heavy import Heavy
from bot.storage.lookbacks import Lookbacks
from bot.storage.media import Media
from bot.storage.nudges import Nudges
from bot.storage.outlines import Outlines
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.search import Search
from bot.storage.steps import Steps
from tests import words

ANNA, BEN = 1, 2
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOON.date()
PHOTO = b"\xff\xd8\xffphoto of "
FATES = (
    "kept",
    "kept",
    "kept",
    "hidden",
    "deleted",
    "taken back",
    "heavy",
    "heavy part",
    "hidden day",
    "Ben's",
    "unsure",
    "mixed",
    "mixed part",
    "cry deleted",
    "cry undone",
    "unsure deleted",
    "unsure undone",
    "mixed deleted with its whole",
    "released and deleted",
)
GONE = {
    "cry deleted": Weight.EXPLICIT,
    "cry undone": Weight.EXPLICIT,
    "unsure deleted": Weight.UNSURE,
    "unsure undone": Weight.UNSURE,
    "mixed deleted with its whole": Weight.MIXED,
    "released and deleted": Weight.EXPLICIT,
}
"""What weighed and was taken back or deleted; none of it may be found again."""
HARD = frozenset({"heavy", "heavy part", "unsure", "mixed", "mixed part", *GONE} - {"released and deleted"})
"""Such moments make a hard day."""
WEIGHTS = {"unsure": Weight.UNSURE, "mixed": Weight.MIXED, "mixed part": Weight.MIXED, **GONE}
ASKED_FOR = frozenset({"kept", "unsure", "mixed", "mixed part"})
"""Such moments are in a recap that somebody asks for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What became of a moment, on which day, and whether it came with a photo."""

    fate: str
    ago: int
    photo: bool


moments = st.lists(
    st.builds(Moment, st.sampled_from(FATES), st.sampled_from((0, 1, 2, 5, 40, 365)), st.booleans()),
    max_size=14,
)


@cache
def library() -> Library:
    return words.ours()


def mark(number: int) -> str:
    """A word that is this moment's alone."""
    return "mark" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


def may_come_back(number: int, all_of_them: list[Moment]) -> bool:
    day = all_of_them[number].ago
    hidden_days = {moment.ago for moment in all_of_them if moment.fate == "hidden day"}
    return all_of_them[number].fate in ASKED_FOR and day not in hidden_days


def may_come_alone(number: int, all_of_them: list[Moment]) -> bool:
    hard_days = {moment.ago for moment in all_of_them if moment.fate in HARD}
    return all_of_them[number].ago not in hard_days and may_come_back(number, all_of_them)


def may_come_unasked(number: int, all_of_them: list[Moment]) -> bool:
    return all_of_them[number].fate == "kept" and may_come_back(number, all_of_them)


class Journal:
    """Anna's journal with those moments in it, and all that gives them back."""

    def __init__(self, all_of_them: list[Moment]) -> None:
        self.db = open_database(IN_MEMORY)
        for person in (ANNA, BEN):
            self.db.execute(
                "INSERT INTO people (id, language, zone, joined_at) VALUES (?, 'en', 'UTC', ?)",
                [person, to_text(NOON - timedelta(days=900))],
            )
        for number, moment in enumerate(all_of_them):
            keep(self.db, number, moment)
        self.anna = Person(ANNA, "en", Rhythm("UTC"), datetime(2020, 1, 1, tzinfo=UTC))
        self.locale: Locale = library().locale("en")
        outlines, steps = Outlines(self.db), Steps(self.db)
        self.lookbacks = Lookbacks(self.db)
        self.recaps = Recaps(outlines, steps, Media(self.db))
        self.picturing = Picturing(outlines, Media(self.db))
        self.remember = Remember(self.lookbacks, Changes(self.db), Media(self.db), steps)
        tables = Given(
            People(self.db), Givings(self.db), Nudges(self.db), Past(self.db), Heavy(self.db), self.lookbacks
        )
        self.giving = GivingBack(tables, self.recaps, self.remember, library(), periods.named)

    def shown(self) -> Iterator[str]:
        """Everything that any way of giving back shows, as text."""
        for period in (
            Period("week", TODAY - timedelta(days=6), TODAY + timedelta(days=1)),
            Period("all", None, None),
        ):
            yield from self._told(period)
            yield from asyncio.run(self._drawn(period))
        yield from self.alone()
        yield from self.unasked()

    def alone(self) -> Iterator[str]:
        """Everything that comes back by itself, or one at a time, as text."""
        for turn in range(8):
            for look in (self.remember.one, self.remember.on_this_day):
                yield repr(look(self.anna, self.locale, NOON, random.Random(turn)))
        yield from self._given((Gift.LOOK, Gift.DAY))

    def unasked(self) -> Iterator[str]:
        """Recaps that come by themselves with the pages below them, and what is offered as a card."""
        yield from self._given((Gift.WEEK, Gift.MONTH))
        period = Period("all", None, None)
        for skip in range(0, 20, 5):
            for among in Among:
                yield repr(self.recaps.cards(self.anna, period, self.locale, skip, among))
                yield repr(self.recaps.recap(self.anna, period, self.locale, {}, skip, among).cards)
            yield repr(self.recaps.recap(self.anna, period, self.locale, {}, skip, Among.LIGHT))

    def _told(self, period: Period) -> Iterator[str]:
        for skip in range(0, 20, 5):
            recap = self.recaps.recap(self.anna, period, self.locale, {}, skip)
            yield repr(recap)
            yield "\n".join(retold.messages(recap, self.locale, TODAY))

    async def _drawn(self, period: Period) -> list[str]:
        stretch = await self.picturing.stretch(self.anna, period, TODAY)
        if stretch is None:
            return []
        prints = await self.picturing.prints(self.anna, stretch, 24)
        drawing = Drawing(stretch, period, self.anna, self.locale, prints)
        pages = await self.picturing.pages(self.anna, period, self.locale)
        pictures = [drawing.picture(kind) for kind in Kind]
        cards = [postcard(page, self.locale) for page in pages]
        return [*map(repr, pictures), *map(repr, cards), repr(drawing.booklet(pages, ""))]

    def _given(self, gifts: Iterable[Gift]) -> Iterator[str]:
        for number, gift in enumerate(gifts):
            nudge = Nudge(number, ANNA, Giving(gift).key, TODAY, NOON, NudgeState.DUE)
            letter = self.giving.letter(self.anna, nudge, NOON)
            yield repr(letter)
            yield repr(giving_chat.acts(letter, self.locale)) if letter else ""


def keep(db: Database, number: int, moment: Moment) -> None:
    """Written as it would be, and what became of it."""
    person = BEN if moment.fate == "Ben's" else ANNA
    day = TODAY - timedelta(days=moment.ago)
    db.execute(
        "INSERT INTO glimmers (id, person_id, message_id, said_at, day, text, held, hidden, taken_back)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            number + 1,
            person,
            number + 1,
            to_text(NOON - timedelta(days=moment.ago)),
            day.isoformat(),
            f"{mark(number)} and rain on the roof",
            int(moment.fate == "heavy"),
            int(moment.fate == "hidden"),
            int(moment.fate == "taken back"),
        ],
    )
    if moment.photo:
        db.execute(
            "INSERT INTO media (glimmer_id, message_id, kind, file_id, unique_id, bytes)"
            " VALUES (?, ?, 'photo', ?, ?, ?)",
            [number + 1, number + 1, mark(number), mark(number), PHOTO + mark(number).encode()],
        )
    part = moment.fate.endswith(("part", "whole"))
    if part:
        held = int(moment.fate == "heavy part")
        db.execute(
            "INSERT INTO glimmers (id, person_id, message_id, said_at, day, text, held, part_of)"
            " VALUES (?, ?, ?, ?, ?, 'heavy', ?, ?)",
            [1000 + number, person, 1000 + number, to_text(NOON), day.isoformat(), held, number + 1],
        )
    if moment.fate in WEIGHTS:
        weighty, coming = 1000 + number if part else number + 1, day + timedelta(days=1)
        Heavy(db).note(person, weighty, WEIGHTS[moment.fate], coming, NOON - timedelta(days=moment.ago))
    if moment.fate == "hidden day":
        db.execute("INSERT OR IGNORE INTO hidden_days VALUES (?, ?)", [person, day.isoformat()])
    if moment.fate == "released and deleted":
        Heavy(db).release(person, number + 1)
    if "deleted" in moment.fate:
        Changes(db).delete(person, number + 1)
    if "undone" in moment.fate:
        Changes(db).take_back(person, number + 1)


def strays(text: str, all_of_them: list[Moment], may: Callable[[int, list[Moment]], bool]) -> list[str]:
    return [
        f"{moment.fate}: {mark(number)}"
        for number, moment in enumerate(all_of_them)
        if not may(number, all_of_them) and mark(number) in text
    ]


@settings(max_examples=60)
@given(moments)
def test_law_nothing_that_may_not_come_back_is_ever_shown(all_of_them: list[Moment]) -> None:
    journal = Journal(all_of_them)
    try:
        for text in journal.shown():
            assert not strays(text, all_of_them, may_come_back)
        for number in range(len(all_of_them)):
            page = journal.picturing.one(journal.anna, number + 1, journal.locale)
            assert (page is not None) == may_come_back(number, all_of_them)
            found = Search(journal.db).find(ANNA, mark(number), 5)
            assert bool(found) == may_come_back(number, all_of_them)
    finally:
        journal.db.close()


@settings(max_examples=60)
@given(moments)
def test_law_nothing_of_a_hard_day_comes_alone_and_no_words_that_may_weigh_unasked(
    all_of_them: list[Moment],
) -> None:
    journal = Journal(all_of_them)
    try:
        for text in journal.alone():
            assert not strays(text, all_of_them, may_come_alone)
        for text in journal.unasked():
            assert not strays(text, all_of_them, may_come_unasked)
    finally:
        journal.db.close()


@settings(max_examples=30)
@given(moments)
def test_law_a_sky_has_a_star_for_each_that_may_and_no_other(all_of_them: list[Moment]) -> None:
    journal = Journal(all_of_them)
    period = Period("all", None, None)
    try:
        stretch = asyncio.run(journal.picturing.stretch(journal.anna, period, TODAY))
        sky = Drawing(stretch, period, journal.anna, journal.locale).picture(Kind.SKY) if stretch else None
        allowed = sum(may_come_back(number, all_of_them) for number in range(len(all_of_them)))
        assert (len(sky.stars) if isinstance(sky, Sky) else 0) == allowed
    finally:
        journal.db.close()


def test_what_may_come_back_does() -> None:
    """So that the law above is not kept by showing nothing at all."""
    journal = Journal([Moment("kept", ago, True) for ago in (0, 1, 40, 365)])
    text = "\n".join(journal.shown())
    journal.db.close()
    assert all(mark(number) in text for number in range(4))
