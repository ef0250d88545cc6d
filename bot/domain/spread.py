"""Which moments of a period are shown: not the "best", but a few that lie far apart, page after page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.domain.kinds import Category
from bot.domain.themes import WORD

T = TypeVar("T")
PAGE = 5
BLOCK = 5 * PAGE
"""Moments that are weighed against each other; whole pages, so that each page needs one block only."""
SHORT = 30  # characters
PHOTO_EVERY = 8
"""Where there are pictures at all, one moment in so many has one, even if fewer of all do."""


@dataclass(frozen=True, slots=True)
class Outline:
    """As much of a glimmer as the choice needs.

    ``hour`` is by the clock where it was kept; None if only the day is known.
    """

    id: int
    day: date
    hour: int | None
    category: str | None = None
    length: int = 0
    picture: bool = False
    hard: bool = False
    """Its words may weigh more than they say: it is on no card, and nowhere unasked."""
    themes: frozenset[Category] = frozenset()
    words: str = ""
    """``themes`` and ``words`` are there once it was looked at."""


class Among(StrEnum):
    """Which moments a few are chosen from; the values stand in buttons."""

    ALL = ""
    LIGHT = "l"  # without what may weigh more than it says: for what came by itself, and all below it

    def of(self, outlines: Iterable[Outline]) -> list[Outline]:
        """Those of them."""
        return [outline for outline in outlines if self is Among.ALL or not outline.hard]


Looking = Callable[[Sequence[Outline]], Sequence[Outline]]
"""Adds to some what they are about and say."""


def unseen(outlines: Sequence[Outline]) -> Sequence[Outline]:
    """As they are."""
    return outlines


def looked_at(outline: Outline, text: str, themes: frozenset[Category]) -> Outline:
    """With its themes, and with the words of ``text`` as they are compared: without case or punctuation."""
    return replace(outline, themes=themes, words=" ".join(WORD.findall(text.casefold())) or text)


def spread(
    outlines: Sequence[Outline],
    skip: int = 0,
    most: int = PAGE,
    look: Looking = unseen,
    shown: Collection[int] = (),
) -> tuple[Outline, ...]:
    """At most ``most`` of ``outlines`` (oldest first) as they lie apart in days, themes, hours and shape.

    With ``skip`` the choice goes on where that many ended, so that turning pages shows each once. ``shown``
    are the ids of the page before: if moments were added or changed since, none of it comes again.
    Takes time for sorting, whatever ``skip`` is; ``look`` sees only what is weighed against each other.
    """
    order = _order(outlines)
    chosen: list[Outline] = []
    place = skip
    while len(chosen) < most and place < len(order):
        start = place - place % BLOCK
        block = _going_on(look(order[start : start + BLOCK]), place - start, shown)
        part = block[place - start : place - start + most - len(chosen)]
        chosen += [outline for outline in part if outline.id not in shown]
        place += len(part)
    return tuple(sorted(chosen, key=lambda o: (o.day, -1 if o.hour is None else o.hour, o.id)))


def is_short(outline: Outline) -> bool:
    """Whether it is a few words."""
    return 0 < outline.length < SHORT


def _has_picture(outline: Outline) -> bool:
    return outline.picture


SOUGHT: tuple[Callable[[Outline], bool], ...] = (_has_picture, is_short)
"""What each page shall have one of while there are any."""


def _order(outlines: Sequence[Outline]) -> list[Outline]:
    """Scattered, and with something short in the first block if there is anything short at all."""
    order = _scattered(outlines)
    first = next((place for place, o in enumerate(order) if is_short(o)), 0)
    if first >= BLOCK:
        into = max((n for n in range(BLOCK) if not order[n].picture), default=BLOCK - 1)
        order[into], order[first] = order[first], order[into]
    return order


def _scattered(outlines: Sequence[Outline]) -> list[Outline]:
    """All of them so that every beginning covers the whole time, pictures evenly among the words."""
    pictures = _halving([o for o in outlines if o.picture])
    words = _halving([o for o in outlines if not o.picture])
    gap = min(PHOTO_EVERY, len(outlines) / len(pictures)) if pictures else 1.0
    keyed = [(place * gap, 0, o) for place, o in enumerate(pictures)]
    share = gap / (gap - 1) if pictures and gap > 1 else 1.0
    keyed += [(place * share, 1, o) for place, o in enumerate(words)]
    return [o for _, _, o in sorted(keyed, key=lambda k: k[:2])]


def _halving(items: Sequence[T]) -> list[T]:
    """In the order in which halving again and again meets them (van der Corput, base 2)."""
    bits = max(len(items) - 1, 0).bit_length()
    places = (int(f"{number:0{bits}b}"[::-1], 2) for number in range(1 << bits)) if bits else iter((0,))
    return [items[place] for place in places if place < len(items)]


def _going_on(block: Sequence[Outline], place: int, shown: Collection[int]) -> list[Outline]:
    """The block as pages, those of it that were ``shown`` last standing just before ``place``."""
    before = [outline for outline in block if outline.id in shown]
    others = _unlike([outline for outline in block if outline.id not in shown])
    begins = max(place - len(before), 0)
    return [*others[:begins], *before, *others[begins:]]


def _unlike(block: Sequence[Outline]) -> list[Outline]:
    """The block so that each page of it is varied: the next is the least like those on its page."""
    left, order = list(block), []
    page: list[Outline] = []
    while left:
        able = _needed(left, page)
        nearest = min(able, key=lambda i: (*_nearness(left[i], page), i))
        page.append(left.pop(nearest))
        if len(page) == PAGE or not left:
            order += page
            page = []
    return order


def _needed(left: Sequence[Outline], page: Sequence[Outline]) -> Sequence[int]:
    """Places of what may be next: of anything, until the page has only room for what it still lacks."""
    lacks = [sought for sought in SOUGHT if not any(map(sought, page)) and any(map(sought, left))]
    if not lacks or len(page) + len(lacks) < PAGE:
        return range(len(left))
    return [place for place, outline in enumerate(left) if any(sought(outline) for sought in lacks)]


def _nearness(one: Outline, page: Sequence[Outline]) -> tuple[int, int]:
    """How many of the page say the same, and how alike it is to all of them."""
    same = sum(one.words == other.words for other in page) if one.words else 0
    return same, sum(_likeness(one, other) for other in page)


def _likeness(one: Outline, other: Outline) -> int:
    return (
        4 * (one.day == other.day)
        + 2 * _share_a_theme(one, other)
        + _are_near_in_the_day(one, other)
        + 2 * (one.picture == other.picture)
        + (is_short(one) == is_short(other))
    )


def _are_near_in_the_day(one: Outline, other: Outline) -> bool:
    """Whether an hour at most lies between them, over midnight as well."""
    return one.hour is not None and other.hour is not None and (one.hour - other.hour + 1) % 24 <= 2


def _share_a_theme(one: Outline, other: Outline) -> bool:
    asked = one.category is not None and one.category == other.category
    return asked or bool(one.themes & other.themes)
