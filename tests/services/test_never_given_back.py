"""Laws: what is hidden, deleted, taken back, heavy or somebody else's appears nowhere that moments return.

Unsure and mixed words come back in a recap that somebody asks for, and never alone, unasked, below what came
unasked, on a card or on a garland; nothing else of their day comes back alone.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain

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
from bot.domain.spread import Among
from bot.domain.typed import Period
from bot.domain.weight import Weight
from bot.library import Library, Locale
from bot.pictures import Petals, Picture, Sky
from bot.services.giving import Given, GivingBack
from bot.services.picturing import Picturing
from bot.services.recaps import Recaps
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
EVER = Period("all", None, None)
OFTEN = "kettle blackbird bread lamp letter plums snow"
"""Words enough for a garland."""
FATES = (
    "kept",
    "kept",
    "kept",
    "hidden",
    "deleted",
    "taken back",
    "heavy",
    "heavy part",
    "hidden part",
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


DRAWN = [Moment("kept", ago, photo=not ago % 2) for ago in (3, 4, 400) for _ in range(3)]
"""So many on such days that every picture is drawn beside whatever else there is."""
AGOS = st.sampled_from((0, 1, 2, 5, 40, 365))
groups = st.sampled_from(FATES).flatmap(
    lambda fate: st.lists(st.builds(Moment, st.just(fate), AGOS, st.booleans()), min_size=1, max_size=4)
)
"""Of one fate, which often recurs on several days, and so do its words."""
moments = st.lists(groups, max_size=5).map(lambda some: [*chain(*some), *DRAWN])


@cache
def library() -> Library:
    return words.ours()


def mark(number: int) -> str:
    """A word that is this moment's alone."""
    return "mark" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


def word_of(fate: str) -> str:
    """A word that all moments of such a fate have, and no others."""
    return "fate" + chr(ord("a") + FATES.index(fate))


def may_come_back(number: int, all_of_them: list[Moment]) -> bool:
    day = all_of_them[number].ago
    hidden_days = {moment.ago for moment in all_of_them if moment.fate == "hidden day"}
    return all_of_them[number].fate in ASKED_FOR and day not in hidden_days


def may_come_alone(number: int, all_of_them: list[Moment]) -> bool:
    hard_days = {moment.ago for moment in all_of_them if moment.fate in HARD}
    return all_of_them[number].ago not in hard_days and may_come_back(number, all_of_them)


def may_come_unasked(number: int, all_of_them: list[Moment]) -> bool:
    """So may what stands for itself: on a card, or word by word on a garland."""
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
        self.remember = Remember(self.lookbacks, outlines, Changes(self.db), Media(self.db), steps)
        tables = Given(
            People(self.db), Givings(self.db), Nudges(self.db), Past(self.db), Heavy(self.db), self.lookbacks
        )
        self.giving = GivingBack(tables, self.recaps, self.remember, library(), periods.named)

    def shown(self) -> Iterator[str]:
        """Everything that any way of giving back shows, as text."""
        for period in (
            Period("week", TODAY - timedelta(days=6), TODAY + timedelta(days=1)),
            EVER,
        ):
            yield from self._told(period)
            yield from self.drawn(period)
        yield from self.alone()
        yield from self.unasked()

    def alone(self) -> Iterator[str]:
        """Everything that comes back by itself, or one at a time, as text."""
        for turn in range(8):
            for look in (self.remember.one, self.remember.on_this_day):
                yield repr(look(self.anna, self.locale, NOON, random.Random(turn)))
        yield from self._given((Gift.LOOK, Gift.DAY))

    def unasked(self) -> Iterator[str]:
        """Recaps that come by themselves with all that is below them, what can be a card, and garlands."""
        yield from self._given((Gift.WEEK, Gift.MONTH))
        for skip in range(0, 20, 5):
            for among in Among:
                yield repr(self.recaps.cards(self.anna, EVER, self.locale, skip, among))
                yield repr(self.recaps.recap(self.anna, EVER, self.locale, {}, skip, among).cards)
            yield repr(self.recaps.recap(self.anna, EVER, self.locale, {}, skip, Among.LIGHT))
        yield from self.drawn(EVER, Among.LIGHT)
        yield repr(self.picture(EVER, Kind.GARLAND))

    def _told(self, period: Period) -> Iterator[str]:
        for skip in range(0, 20, 5):
            recap = self.recaps.recap(self.anna, period, self.locale, {}, skip)
            yield repr(recap)
            yield "\n".join(retold.messages(recap, self.locale, TODAY))

    def picture(self, period: Period, kind: Kind, among: Among = Among.ALL) -> Picture | None:
        """As it is drawn when it is asked for."""
        return asyncio.run(self._drawing(period, among)).picture(kind)

    def drawn(self, period: Period, among: Among = Among.ALL) -> Iterator[str]:
        """All pictures of the period and its booklet, as text."""
        drawing = asyncio.run(self._drawing(period, among))
        pages = asyncio.run(self.picturing.pages(self.anna, period, self.locale, among))
        yield from (repr(drawing.picture(kind)) for kind in Kind)
        yield repr(drawing.booklet(pages, ""))

    def cards(self) -> Iterator[str]:
        """Everything that can be made a card, as text."""
        ids = [id_ for (id_,) in self.db.execute("SELECT id FROM glimmers").fetchall()]
        yield repr(self.recaps.cards_of(self.anna, ids))
        for id_ in ids:
            page = self.picturing.one(self.anna, id_, self.locale)
            yield repr(postcard(page, self.locale)) if page else ""

    async def _drawing(self, period: Period, among: Among) -> Drawing:
        stretch = await self.picturing.stretch(self.anna, period, TODAY, among)
        assert stretch is not None
        prints = await self.picturing.prints(self.anna, stretch, 24)
        return Drawing(stretch, period, self.anna, self.locale, prints)

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
            f"{mark(number)} {word_of(moment.fate)} {OFTEN} #smell",
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
        held, hidden = (int(moment.fate == f"{fate} part") for fate in ("heavy", "hidden"))
        where = [1000 + number, person, 1000 + number, to_text(NOON), day.isoformat(), held, hidden]
        db.execute(
            "INSERT INTO glimmers (id, person_id, message_id, said_at, day, text, held, hidden, part_of)"
            " VALUES (?, ?, ?, ?, ?, 'heavy', ?, ?, ?)",
            [*where, number + 1],
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
    allowed = {number for number in range(len(all_of_them)) if may(number, all_of_them)}
    fates = {all_of_them[number].fate for number in allowed}
    marked = [
        f"{moment.fate}: {mark(number)}"
        for number, moment in enumerate(all_of_them)
        if number not in allowed and mark(number) in text
    ]
    return marked + [fate for fate in sorted({*FATES} - fates) if word_of(fate) in text]


@settings(max_examples=30)
@given(moments)
def test_law_nothing_that_may_not_come_back_is_ever_shown(all_of_them: list[Moment]) -> None:
    journal = Journal(all_of_them)
    try:
        for text in journal.shown():
            assert not strays(text, all_of_them, may_come_back)
        for number in range(len(all_of_them)):
            page = journal.picturing.one(journal.anna, number + 1, journal.locale)
            assert (page is not None) == may_come_unasked(number, all_of_them)
            found = Search(journal.db).find(ANNA, mark(number), 5)
            assert bool(found) == may_come_back(number, all_of_them)
    finally:
        journal.db.close()


@settings(max_examples=30)
@given(moments)
def test_law_nothing_of_a_hard_day_comes_alone_and_no_words_that_may_weigh_unasked(
    all_of_them: list[Moment],
) -> None:
    journal = Journal(all_of_them)
    try:
        for text in journal.alone():
            assert not strays(text, all_of_them, may_come_alone)
        for text in (*journal.unasked(), *journal.cards()):
            assert not strays(text, all_of_them, may_come_unasked)
    finally:
        journal.db.close()


@settings(max_examples=30)
@given(moments)
def test_law_sky_and_petals_are_of_each_that_may_and_no_other(all_of_them: list[Moment]) -> None:
    journal = Journal(all_of_them)
    try:
        for among, may in ((Among.ALL, may_come_back), (Among.LIGHT, may_come_unasked)):
            allowed = sum(may(number, all_of_them) for number in range(len(all_of_them)))
            sky = journal.picture(EVER, Kind.SKY, among)
            petals = journal.picture(EVER, Kind.PETALS, among)
            assert isinstance(sky, Sky)
            assert isinstance(petals, Petals)
            assert len(sky.stars) == allowed
            assert {petal.count for petal in petals.petals if petal.count} == {allowed}
    finally:
        journal.db.close()


def test_what_may_come_back_does() -> None:
    """So that the laws above are not kept by showing nothing at all."""
    journal = Journal([*(Moment("kept", ago, True) for ago in (0, 1, 40, 365)), *DRAWN])
    for text in ("\n".join(journal.shown()), "\n".join(journal.drawn(EVER, Among.LIGHT))):
        assert all(mark(number) in text for number in range(4))
    for among in Among:
        assert all(journal.picture(EVER, kind, among) for kind in Kind)
    garland = repr(journal.picture(EVER, Kind.GARLAND))
    journal.db.close()
    assert word_of("kept") in garland
