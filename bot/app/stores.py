"""Every table, opened once: the only place that knows how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from bot.storage.arrivals import Arrivals
from bot.storage.changes import Changes
from bot.storage.early import Early
from bot.storage.everything import Everything
from bot.storage.givings import Givings
from bot.storage.glimmers import Glimmers
from bot.storage.heavy import Heavy
from bot.storage.inbox import Inbox
from bot.storage.listing import Listing
from bot.storage.lookbacks import Lookbacks
from bot.storage.media import Media
from bot.storage.mutes import Countries, MuteTable
from bot.storage.nudges import Nudges
from bot.storage.outlines import Outlines
from bot.storage.past import Past
from bot.storage.people import People
from bot.storage.planned import Planned
from bot.storage.search import Search
from bot.storage.steps import Steps
from bot.storage.takeout import Takeout


@dataclass(frozen=True, slots=True)
class Stores:
    """What stands in the file, table by table."""

    arrivals: Arrivals
    changes: Changes
    countries: Countries
    early: Early
    everything: Everything
    givings: Givings
    glimmers: Glimmers
    heavy: Heavy
    inbox: Inbox
    listing: Listing
    lookbacks: Lookbacks
    media: Media
    mutes: MuteTable
    nudges: Nudges
    outlines: Outlines
    past: Past
    people: People
    planned: Planned
    search: Search
    steps: Steps
    takeout: Takeout

    @classmethod
    def of(cls, db: Database) -> Stores:
        """All of them over one connection."""
        return cls(
            Arrivals(db),
            Changes(db),
            Countries(db),
            Early(db),
            Everything(db),
            Givings(db),
            Glimmers(db),
            Heavy(db),
            Inbox(db),
            Listing(db),
            Lookbacks(db),
            Media(db),
            MuteTable(db),
            Nudges(db),
            Outlines(db),
            Past(db),
            People(db),
            Planned(db),
            Search(db),
            Steps(db),
            Takeout(db),
        )
