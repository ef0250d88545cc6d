"""Foreseeing: what goes out and when, of all that comes, if nothing more is said until then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from heapq import heapify, heappop, heappush

from bot.domain.deciding import Lately, PutOff, Send, decide
from bot.domain.nudge import Nudge
from bot.domain.person import Person

Rank = tuple[bool, int, datetime, str]


def foreseen(
    person: Person, sources: Iterable[Iterable[Nudge]], lately: Callable[[date], Lately]
) -> Iterator[Nudge]:
    """Those that go out, in order; ``due`` is when they do (aware UTC).

    Each source is in order; ``lately`` is what is known now for a local day. What goes out is the nudge
    before what follows, and taken for answered: who is told of it is there.
    """
    streams = [iter(source) for source in sources]
    queue = [(one.due, _rank(one), n, one) for n, stream in enumerate(streams) for one in _next(stream)]
    heapify(queue)
    last_at: datetime | None = None
    last_day: date | None = None
    while queue:
        _, rank, n, nudge = heappop(queue)
        now = lately(nudge.day)
        known = replace(now, last_at=last_at or now.last_at, last_day=last_day or now.last_day)
        match decide(person, nudge, known, nudge.due):
            case PutOff(at):
                heappush(queue, (at, rank, n, replace(nudge, due=at)))
                continue
            case Send():
                yield nudge
                last_at, last_day = nudge.due, nudge.day if nudge.of_a_slot else last_day
        for following in _next(streams[n]):
            heappush(queue, (following.due, _rank(following), n, following))


def _next(stream: Iterator[Nudge]) -> Iterator[Nudge]:
    """The next of a stream, if there is one."""
    for nudge in stream:
        yield nudge
        return


def _rank(nudge: Nudge) -> Rank:
    """Of what is due together, which goes first: what was claimed first, or will be (it has no id yet)."""
    return not nudge.id, nudge.id, nudge.due, nudge.slot
