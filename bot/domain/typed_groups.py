"""Which weekdays go with which times, as commas, lines and *and* part them; never a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

from bot.domain.slots import EVERY_DAY, Slot


class Part(IntEnum):
    """What stands between two things, the weakest first."""

    NOTHING = 0
    AND = 1
    COMMA = 2
    LINE = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A time or some weekdays, and what parts it from the item before."""

    what: Slot | frozenset[int]
    part: Part = Part.NOTHING


@dataclass(frozen=True, slots=True)
class Group:
    """Times and their weekdays; either may be missing."""

    part: Part
    times: tuple[Slot, ...] = ()
    days: frozenset[int] = frozenset()
    days_first: bool = False

    @property
    def plain(self) -> bool:
        """Times without weekdays."""
        return not self.days

    def with_days(self, days: frozenset[int], before: bool) -> Group:
        """With these weekdays as well, that stand before or behind it."""
        return replace(self, days=self.days | days, days_first=before)

    def takes(self, before: bool) -> bool:
        """Whether weekdays that stand before or behind it may be its own: it has none, or some there."""
        return self.plain or (self.days_first is before and self.days != EVERY_DAY)


def slots_of(items: Sequence[Item]) -> tuple[Slot, ...] | None:
    """The slots as they were typed, some perhaps twice; None if it is not clear which weekdays are whose.

    Parted by commas, lines or *and*, each group of times has the weekdays beside them, on whichever side
    (*and* does not part *weekdays 8:30 and 13:00*). Weekdays alone go to their neighbour, across whatever
    parts them least.
    """
    groups = [group for cut in _cut(items) for group in _in_pairs(cut)]
    if not all(group.times or group.days for group in groups):
        return None
    found = _with_lone_days(groups)
    if found is None or any(map(_unclear, found, found[1:], found[2:])):
        return None
    return tuple(replace(slot, days=group.days or EVERY_DAY) for group in found for slot in group.times)


def _cut(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Parted where something stands between two items, but for *and* between times that follow weekdays."""
    cut: list[Item] = []
    for item in items:
        after_days = cut and isinstance(cut[0].what, frozenset) and isinstance(cut[-1].what, Slot)
        least = Part.COMMA if after_days and isinstance(item.what, Slot) else Part.AND
        if cut and item.part >= least:
            yield cut
            cut = []
        cut.append(item)
    if cut:
        yield cut


def _in_pairs(cut: Sequence[Item]) -> Iterator[Group]:
    """Times and weekdays in turn, two by two; an empty group if one is left over."""
    runs = [list(run) for _, run in groupby(cut, lambda item: isinstance(item.what, Slot))]
    if len(runs) > 1 and len(runs) % 2:
        yield Group(Part.NOTHING)
        return
    for at in range(0, len(runs), 2):
        pair = [item for run in runs[at : at + 2] for item in run]
        times = tuple(item.what for item in pair if isinstance(item.what, Slot))
        days = frozenset(day for item in pair if isinstance(item.what, frozenset) for day in item.what)
        first = isinstance(pair[0].what, frozenset)
        yield Group(pair[0].part, times, days, first)


def _with_lone_days(groups: Sequence[Group]) -> list[Group] | None:
    """Without the groups that are weekdays alone: their neighbours have taken these; None if unclear."""
    found: list[Group] = []
    lone: list[Group] = []
    for at, group in enumerate((*groups, Group(Part.LINE))):
        if group.days and not group.times:
            lone.append(group)
            continue
        if lone:
            share = _shared(found, lone, groups[at : at + 2])
            if share is None:
                return None
            for days in lone[:share]:
                found[-1] = found[-1].with_days(days.days, before=False)
            for days in lone[share:]:
                group = group.with_days(days.days, before=True)
            lone = []
        found.append(group)
    return found[:-1]


def _shared(left: Sequence[Group], lone: Sequence[Group], right: Sequence[Group]) -> int | None:
    """How many of the lone weekdays go to the left; None if that is unclear."""
    to_left = bool(left) and left[-1].takes(before=False)
    to_right = bool(right) and right[0].takes(before=True)
    if to_left and to_right:
        parts = [*(group.part for group in lone), right[0].part]
        return parts.index(max(parts)) if parts.count(max(parts)) == 1 else None
    if to_left:
        return None if _one_of_many(left[-1], left[:-1][-1:], left[-1].part, lone[0].part) else len(lone)
    if not to_right or _one_of_many(right[0], right[1:], right[1].part if right[1:] else 0, right[0].part):
        return None
    return 0


def _one_of_many(near: Group, beyond: Sequence[Group], among: int, across: int) -> bool:
    """Whether the weekdays may be meant for more than the nearest time: *8:30, 13:00, weekdays*."""
    return near.plain and any(group.plain for group in beyond) and among <= across


def _unclear(one: Group, other: Group, last: Group) -> bool:
    """Whether an *and* may end a list that began before the comma: *weekdays 8:30, 13:00 and 21:00*."""
    goes_on = other.plain and other.part is Part.COMMA and last.plain and last.part is Part.AND
    return goes_on and one.days_first
