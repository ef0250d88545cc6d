"""The use cases, built over the tables; what they need from outside is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.app.stores import Stores
from bot.chat import periods
from bot.library import Library
from bot.services.asking import Asking
from bot.services.browsing import Browsing, Shelves
from bot.services.caring import Caring
from bot.services.choosing import Choosing, Tables
from bot.services.giving import Given, GivingBack
from bot.services.giving_plans import GivingPlans
from bot.services.journal import Journal
from bot.services.picturing import Picturing
from bot.services.postponing import Postponing
from bot.services.recaps import Recaps
from bot.services.receipts import Receipts
from bot.services.remember import Remember
from bot.services.rhythms import Rhythms
from bot.services.subjects import Subjects
from bot.storage.zones import latitudes, located


@dataclass(frozen=True, slots=True)
class Services:
    """What a conversation can ask for."""

    rhythms: Rhythms
    choosing: Choosing
    asking: Asking
    postponing: Postponing
    caring: Caring
    journal: Journal
    browsing: Browsing
    receipts: Receipts
    subjects: Subjects
    recaps: Recaps
    picturing: Picturing
    remember: Remember
    giving: GivingBack

    @classmethod
    def over(cls, s: Stores, library: Library, began: datetime) -> Services:
        """All of them over the tables; this run ``began`` then (aware UTC)."""
        rhythms = Rhythms(s.people, s.nudges, s.past, GivingPlans(s.givings))
        choosing = Choosing(library, Tables(s.nudges, s.heavy, s.mutes, s.steps), latitudes())
        caring = Caring(s.heavy, s.countries, s.lookbacks, located())
        recaps = Recaps(s.outlines, s.steps, s.media)
        remember = Remember(s.lookbacks, s.outlines, s.changes, s.media, s.steps)
        shelves = Shelves(
            s.glimmers, s.changes, s.media, s.listing, s.search, s.everything, s.outlines, s.lookbacks
        )
        given = Given(s.people, s.givings, s.nudges, s.past, s.heavy, s.lookbacks)
        return cls(
            rhythms,
            choosing,
            Asking(s.nudges, rhythms, choosing),
            Postponing(s.nudges, rhythms, caring),
            caring,
            Journal(s.glimmers, s.changes, s.early, s.nudges, s.steps, caring, began),
            Browsing(shelves),
            Receipts(s.glimmers, s.changes, s.nudges),
            Subjects(choosing),
            recaps,
            Picturing(s.outlines, s.media),
            remember,
            GivingBack(given, recaps, remember, library, periods.named),
        )
