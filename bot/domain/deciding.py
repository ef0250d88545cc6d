"""Whether a nudge goes out when its moment has come: from values alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain import ladder
from bot.domain.lines import Stage
from bot.domain.manner import AfterWriting
from bot.domain.nudge import Nudge
from bot.domain.person import Person
from bot.domain.rhythm import Moment, Slot, day_span, in_quiet, window

AFTER_WRITING = timedelta(hours=3)
APART = timedelta(hours=4)
"""What a drawn moment keeps from the nudge before it."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What became of the nudges before: instants aware UTC, days local.

    ``unanswered`` of those that nobody asked for, ``last_day`` of the latest of them; ``last_at``
    when anything was asked last; ``wrote_at`` when they wrote last, but for what they said while
    meeting, and ``began_at``: when they answered the first invitation, within three hours of it. That
    holds back no minute that was promised then. ``rests`` after *nothing today* or something heavy that day.
    """

    unanswered: int = 0
    last_day: date | None = None
    last_at: datetime | None = None
    wrote_at: datetime | None = None
    began_at: datetime | None = None
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """It goes out: as a prompt, or with a re-invitation of that stage in its place."""

    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class PutOff:
    """It goes out later on the same day (aware UTC)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Skip:
    """It does not go out."""


Verdict = Send | PutOff | Skip


def decide(person: Person, nudge: Nudge, lately: Lately, now: datetime) -> Verdict:
    """What becomes of a due nudge. One put off is sent; it is let go when its person says so or writes."""
    if not person.reachable or person.resting or in_quiet(now, person.rhythm):
        return Skip()
    if not nudge.of_a_slot:
        return Send()
    if lately.rests or (person.paused_until is not None and nudge.day < person.paused_until):
        return Skip()
    at = ladder.step(lately.unanswered, person.manner.patience)
    if _wrote_just_now(person, nudge, lately, now) or not ladder.allows(at, lately.last_day, nudge.day):
        return Skip()
    return _apart(person, nudge, lately, now) or Send(at.stage)


def _wrote_just_now(person: Person, nudge: Nudge, lately: Lately, now: datetime) -> bool:
    drawn = Slot.parse_key(nudge.slot).end is not None
    wrote = [at for at in (lately.wrote_at, lately.began_at if drawn else None) if at]
    match person.manner.after_writing:
        case AfterWriting.HOURS:
            return any(abs(now - at) < AFTER_WRITING for at in wrote)  # or a clock ran ahead
        case AfterWriting.DAY:
            start, end = day_span(nudge.day, person.rhythm.zone, person.rhythm.day_end)
            return any(start <= at < end for at in wrote)
        case AfterWriting.ALWAYS:
            return False


def _apart(person: Person, nudge: Nudge, lately: Lately, now: datetime) -> Verdict | None:
    """A drawn moment too near the last nudge moves on within its window of that day, or is let go."""
    slot = Slot.parse_key(nudge.slot)
    if slot.end is None or lately.last_at is None or abs(now - lately.last_at) >= APART:
        return None
    free = lately.last_at + APART
    stretches = window(slot, nudge.day, person.rhythm)
    at = next((max(free, first) for first, last in stretches if max(free, first) < last), None)
    return PutOff(at) if at and not in_quiet(at, person.rhythm) else Skip()


def moment_of(nudge: Nudge, at: datetime) -> Moment:
    """The nudge's slot and day at another instant."""
    return Moment(Slot.parse_key(nudge.slot), nudge.day, at)
