"""Looking through the journal, and changing what stands in it. Nothing of anybody else's is ever found."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.glimmer import Glimmer, tags_of
from bot.domain.person import Person
from bot.services.cards import can_be_card
from bot.storage.changes import Changes
from bot.storage.everything import Everything
from bot.storage.glimmers import Glimmers
from bot.storage.listing import Listing, Place
from bot.storage.lookbacks import Lookbacks
from bot.storage.media import Kept, Media
from bot.storage.outlines import Outlines
from bot.storage.search import Search

PAGE = 6
LONGEST_QUERY = 200  # characters


@dataclass(frozen=True, slots=True)
class Page:
    """Glimmers, newest day first, and whether there are others on either side."""

    glimmers: tuple[Glimmer, ...]
    newer: bool
    older: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A glimmer with all that belongs to it.

    ``away``: it does not come back, as it was left out, is heavy, or lies on a day that was hidden.
    """

    glimmer: Glimmer
    files: tuple[Kept, ...]
    away: bool
    day_hidden: bool
    card: bool
    """Whether it can be one, and may stand alone."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The tables that browsing works on."""

    glimmers: Glimmers
    changes: Changes
    media: Media
    listing: Listing
    search: Search
    everything: Everything
    outlines: Outlines
    lookbacks: Lookbacks


class Browsing:
    """Pages, finds, opens and changes."""

    def __init__(self, shelves: Shelves) -> None:
        self._in = shelves

    def older(self, person: Person, than: Place) -> Page:
        """The page that goes back from there."""
        found = self._in.listing.older(person.id, than, PAGE + 1)
        return self._page(person, tuple(found[:PAGE]), older=len(found) > PAGE)

    def newer(self, person: Person, than: Place) -> Page:
        """The page that leads up to there; the newest one if there are too few for a whole one."""
        found = self._in.listing.newer(person.id, than, PAGE)
        if len(found) < PAGE:
            return self.older(person, END)
        return self._page(person, tuple(found), older=True)

    def _page(self, person: Person, glimmers: tuple[Glimmer, ...], older: bool) -> Page:
        newer = bool(glimmers) and bool(self._in.listing.newer(person.id, place_of(glimmers[0]), 1))
        return Page(glimmers, newer, older)

    def find(self, person: Person, asked: str, skip: int) -> Page:
        """What holds all of ``asked``, those after the first ``skip``."""
        found = self._in.search.find(person.id, asked[:LONGEST_QUERY], PAGE + 1, skip)
        return Page(tuple(found[:PAGE]), newer=skip > 0, older=len(found) > PAGE)

    def left_out(self, person: Person, asked: str) -> bool:
        """Whether something that was left out, or is heavy, holds it, too."""
        return self._in.search.left_out(person.id, asked[:LONGEST_QUERY])

    def open(self, person: Person, glimmer_id: int) -> Opened | None:
        """The whole glimmer that this one is or was added to; None if it is not theirs or was taken back."""
        glimmer = self._in.glimmers.get(person.id, glimmer_id)
        if glimmer is not None and glimmer.part_of is not None:
            glimmer = self._in.glimmers.get(person.id, glimmer.part_of)
        if glimmer is None or glimmer.taken_back:
            return None
        files = tuple(self._in.media.of(person.id, glimmer.id))
        outlines = self._in.outlines
        away = not outlines.may_return(person.id, glimmer.id)
        alone = not away and not outlines.is_hard(person.id, glimmer.id)
        day_hidden = self._in.lookbacks.is_hidden(person.id, glimmer.day)
        return Opened(glimmer, files, away, day_hidden, alone and can_be_card(glimmer, files))

    def reword(self, person: Person, glimmer_id: int, text: str, now: datetime, by: int) -> bool:
        """Other words for the whole of it, those of the message ``by``; the ones before can be had back.

        False if it is not theirs.
        """
        return self._in.changes.reword(person.id, glimmer_id, text, now, by)

    def unword(self, person: Person, glimmer_id: int) -> bool:
        """Back to the earlier wording; False if it is gone."""
        return self._in.changes.unword(person.id, glimmer_id)

    def move(self, person: Person, glimmer_id: int, day: date) -> bool:
        """To another local day; False if it is not theirs."""
        return self._in.changes.move(person.id, glimmer_id, day)

    def tag(self, person: Person, glimmer_id: int, words: str) -> tuple[str, ...]:
        """Add tags, or drop those with a minus; the tags it has then, empty if it is not theirs."""
        found = self.open(person, glimmer_id)
        if found is None:
            return ()
        self._in.changes.tag(person.id, found.glimmer.id, tags_of(words, found.glimmer.added_tags))
        again = self.open(person, glimmer_id)
        return again.glimmer.tags if again else ()

    def leave_out(self, person: Person, glimmer_id: int) -> bool:
        """Never give it back; False if it is not theirs."""
        return self._in.changes.hide(person.id, glimmer_id)

    def let_in(self, person: Person, glimmer_id: int) -> Opened | None:
        """It may be given back, whatever was heard in it, and so may its day; as it was, or None if gone."""
        found = self.open(person, glimmer_id)
        if found is not None:
            self._in.changes.let_in(person.id, found.glimmer.id)
            self._in.lookbacks.show_day(person.id, found.glimmer.day)
        return found

    async def delete(self, person: Person, glimmer_id: int) -> bool:
        """For ever, down to the search index; others are served meanwhile. False if it is not theirs."""
        deleted = self._in.changes.delete(person.id, glimmer_id)
        for _ in self._in.everything.scrub_search() if deleted else ():
            await asyncio.sleep(0)
        return deleted


END = Place(date.max, 0)
"""After everything."""


def place_of(glimmer: Glimmer) -> Place:
    """Where it stands."""
    return Place(glimmer.day, glimmer.id)
