"""What comes back by itself at times a person chose: a recap, one of theirs, the same day in other years."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.lines import Span
from bot.domain.person import Person
from bot.domain.planning import Past, after_change, still_due
from bot.domain.rhythm import EVERY_DAY, Moment, Rhythm, Slot, in_quiet, next_moment, quiet_at
from bot.domain.typed import Period

PREFIX = "give:"
LONGEST_MONTH = 31
DAY = timedelta(days=1)
EVENING = time(18)
MORNING = time(9)
WEDNESDAY, SUNDAY = 2, 6
OFFERED_AFTER = 7
"""Moments after which it is offered, once, to have some of them back."""


class Gift(StrEnum):
    """The four kinds; the values stand in the file and in buttons."""

    WEEK = "week"  # a recap of the last seven days
    MONTH = "month"  # a recap of the month before, on the first
    LOOK = "look"  # one of theirs, once a week
    DAY = "day"  # one of the same date in another year, where there is one


RECAPS = (Gift.WEEK, Gift.MONTH)


@dataclass(frozen=True, slots=True)
class Giving:
    """One kind at a wall time; ``days`` are weekdays, for the kinds that come once a week."""

    gift: Gift
    wall: time = EVENING
    days: frozenset[int] = EVERY_DAY

    @property
    def key(self) -> str:
        """What a nudge for it has in place of a slot's key."""
        return f"{PREFIX}{self.gift.value}"

    @property
    def slot(self) -> Slot:
        """When it would come if every such day were one of its days."""
        return Slot(self.wall, days=self.days)

    def falls_on(self, day: date) -> bool:
        """Whether that local day is one of its days."""
        return self.gift is not Gift.MONTH or day.day == 1

    def is_held_back(self, rhythm: Rhythm) -> bool:
        """Whether its time lies in the quiet hours: then it does not come."""
        return quiet_at(self.wall, rhythm)


def usual(gift: Gift) -> Giving:
    """When it comes unless its person chooses another time: each kind at a time of its own."""
    match gift:
        case Gift.WEEK:
            return Giving(gift, days=frozenset({SUNDAY}))
        case Gift.MONTH:
            return Giving(gift)
        case Gift.LOOK:
            return Giving(gift, days=frozenset({WEDNESDAY}))
        case Gift.DAY:
            return Giving(gift, MORNING)


def gift_of(key: str) -> Gift | None:
    """Of a nudge's key; None if it is not for a gift."""
    kind = key.removeprefix(PREFIX)
    return Gift(kind) if key.startswith(PREFIX) and kind in set(Gift) else None


def next_giving(
    giving: Giving, after: datetime, rhythm: Rhythm, seed: int, given: Collection[date] = ()
) -> Moment | None:
    """Its first moment after an instant (aware UTC) on a day without one yet; None if it is held back."""
    if giving.is_held_back(rhythm):
        return None
    exact = replace(rhythm, slots=(), jitter=0)
    found = next_moment(giving.slot, after, exact, seed)
    for _ in range(2 * LONGEST_MONTH):
        if found is None or (giving.falls_on(found.day) and found.day not in given):
            return found
        found = next_moment(giving.slot, found.at, exact, seed)
    return None


@dataclass(frozen=True, slots=True)
class Before:
    """What was planned for a giving, and the local days on which it came already."""

    planned: Moment | None = None
    given: frozenset[date] = frozenset()


def planned_anew(
    giving: Giving, before: Before, rhythm: Rhythm, after: datetime, now: datetime, seed: int
) -> Moment | None:
    """After any change but of the zone: what came due just now stays due, else the first after ``after``."""
    due = still_due(_past(giving, before), now) if after == now else None
    return due or next_giving(giving, after, rhythm, seed, before.given)


def planned_after_travel(
    giving: Giving, before: Before, rhythm: Rhythm, now: datetime, seed: int
) -> Moment | None:
    """For who has another zone since ``now``: a day's moment is neither lost on the way nor doubled."""
    exact = replace(rhythm, slots=(), jitter=0)
    found = after_change(giving.slot, _past(giving, before), exact, now, seed)
    fits = found is not None and giving.falls_on(found.day) and found.day not in before.given
    if fits and not giving.is_held_back(rhythm):
        return found
    return next_giving(giving, now, rhythm, seed, before.given)


def _past(giving: Giving, before: Before) -> Past:
    return Past(before.planned, frozenset((giving.slot.key, day) for day in before.given))


def is_welcome(person: Person, day: date, now: datetime, rests: bool) -> bool:
    """Whether anything is given now: not in a pause, a rest or quiet hours, nor on a day they left alone."""
    paused = person.paused_until is not None and day < person.paused_until
    away = not person.reachable or person.resting
    return not (away or paused or rests or in_quiet(now, person.rhythm))


def period_of(gift: Gift, day: date) -> Period:
    """What a recap that comes on that local day is about."""
    if gift is Gift.MONTH:
        first = day.replace(day=1)
        return Period(Span.MONTH.value, (first - DAY).replace(day=1), first)
    return Period(Span.WEEK.value, day - 6 * DAY, day + DAY)
