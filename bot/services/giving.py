"""Giving back unasked, at times a person chose: claimed when due, chosen when sent."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.domain.giving import (
    OFFERED_AFTER,
    RECAPS,
    Gift,
    Giving,
    gift_of,
    is_welcome,
    next_giving,
    period_of,
    usual,
)
from bot.domain.nudge import GRACE, Nudge
from bot.domain.person import Person
from bot.domain.remembering import AFTER_HARD
from bot.domain.rhythm import EVERY_DAY, grace_end
from bot.domain.spread import Among
from bot.domain.typed import Period
from bot.library import Library, Locale
from bot.services.giving_plans import GivingPlans
from bot.services.ports import Letter
from bot.services.recaps import Recaps
from bot.services.remember import Remember
from bot.storage.database import of_the_file
from bot.storage.givings import DueGiving, Givings, Planned
from bot.storage.heavy import Heavy
from bot.storage.lookbacks import Lookbacks
from bot.storage.nudges import Nudges
from bot.storage.past import Past
from bot.storage.people import People

log = logging.getLogger(__name__)
A_DAY = timedelta(days=1)
OFFER = "giving"
Naming = Callable[[Period, Person, Locale], Mapping[str, str]]
"""What lines about a period may name, in the person's language."""


@dataclass(frozen=True, slots=True)
class Given:
    """The tables that giving works on."""

    people: People
    givings: Givings
    nudges: Nudges
    past: Past
    heavy: Heavy
    lookbacks: Lookbacks


class GivingBack:
    """What is wanted, what is due, and what is in it."""

    def __init__(
        self, given: Given, recaps: Recaps, remember: Remember, library: Library, naming: Naming
    ) -> None:
        self._in, self._recaps, self._remember = given, recaps, remember
        self._library, self._naming = library, naming
        self._plans = GivingPlans(given.givings)

    # -- what is wanted ----------------------------------------------------------------------------

    def of(self, person: Person) -> dict[Gift, Planned]:
        """What they want, with its next moment."""
        return {planned.giving.gift: planned for planned in self._in.givings.of(person.id)}

    def choose(
        self, person: Person, gift: Gift, now: datetime, wall: time | None, day: int | None
    ) -> Planned:
        """They want it, at that wall time and weekday; what is None stays, or is a Sunday evening's."""
        known = self.of(person).get(gift)
        before = known.giving if known else usual(gift)
        weekly = gift in (Gift.WEEK, Gift.LOOK)
        days = before.days if day is None else frozenset({day})
        giving = Giving(gift, wall or before.wall, days if weekly else EVERY_DAY)
        moment = self._plans.first(person, giving, now)
        with self._in.people.atomic():
            for other in RECAPS if gift in RECAPS else ():
                self._in.givings.drop(person.id, other)  # one recap or the other
            self._in.givings.put(person.id, giving, moment)
            self._in.givings.offer_once(person.id, OFFER)
        return Planned(giving, moment)

    def stop(self, person: Person, gift: Gift) -> None:
        """They want it no more."""
        self._in.givings.drop(person.id, gift)

    def offer_now(self, person: Person) -> bool:
        """Whether to offer it: once, after the first seven moments, to who has not chosen anything."""
        givings = self._in.givings
        if givings.was_offered(person.id, OFFER) or not givings.has_kept(person.id, OFFERED_AFTER):
            return False
        return givings.offer_once(person.id, OFFER) and not givings.of(person.id)

    # -- what is due -------------------------------------------------------------------------------

    def claim_some(self, now: datetime, most: int) -> int:
        """Claim in one transaction what has come due; how many."""
        if not (due := self._in.givings.due(now, most)):
            return 0
        with self._in.people.atomic():
            for one in due:
                self._claim_or_put_aside(one, now)
        return len(due)

    def _claim_or_put_aside(self, due: DueGiving, now: datetime) -> None:
        """What is wrong with one takes no other with it, nor comes up again each second."""
        try:
            with self._in.people.atomic():
                self._claim(due, now)
        except Exception as error:
            if of_the_file(error):
                raise
            log.error("a giving of %d cannot be planned (%s)", due.person_id, type(error).__name__)
            tomorrow = replace(due.moment, day=due.moment.day + A_DAY, at=max(now, due.moment.at) + A_DAY)
            self._in.givings.put(due.person_id, due.giving, tomorrow)

    def _claim(self, due: DueGiving, now: datetime) -> None:
        person = self._in.people.get(due.person_id)
        if person is None:
            return
        moment, giving = due.moment, due.giving
        late = grace_end(moment, person.rhythm, GRACE)
        if now < late and is_welcome(person, moment.day, now, rests=False) and self._has_any(due):
            self._in.nudges.claim(person.id, giving.key, moment.day, moment.at, late)
        following = next_giving(giving, max(moment.at, now - GRACE), person.rhythm, person.id)
        self._in.givings.put(person.id, giving, following)

    def _has_any(self, due: DueGiving) -> bool:
        """For the same day in other years, whether there is one: most days nothing is due at all."""
        if due.giving.gift is not Gift.DAY:
            return True
        return self._in.lookbacks.any_of_date(due.person_id, due.moment.day)

    def letter(self, person: Person, nudge: Nudge, now: datetime) -> Letter | None:
        """What goes out for a claimed one; None if nothing does: there is nothing, or it is no day for it."""
        gift = gift_of(nudge.slot)
        rests = self._in.past.rests(person.id, nudge.day)
        if gift is None or not is_welcome(person, nudge.day, now, rests):
            return None
        return self._recap(person, nudge, gift) if gift in RECAPS else self._one(person, nudge, gift, now)

    def _recap(self, person: Person, nudge: Nudge, gift: Gift) -> Letter | None:
        locale, period = self._library.locale(person.language), period_of(gift, nudge.day)
        named = self._naming(period, person, locale)
        recap = self._recaps.recap(person, period, locale, named, among=Among.LIGHT)
        return Letter(nudge.id, nudge.day, period, recap, until=nudge.late) if recap.entries else None

    def _one(self, person: Person, nudge: Nudge, gift: Gift, now: datetime) -> Letter | None:
        if self._in.lookbacks.hard_since(person.id, nudge.day - AFTER_HARD):
            return None
        locale, rng = self._library.locale(person.language), random.Random(nudge.id)  # noqa: S311 - no secret
        look = self._remember.on_this_day if gift is Gift.DAY else self._remember.one
        found = look(person, locale, now, rng)
        return Letter(nudge.id, nudge.day, lookback=found, until=nudge.late) if found else None
