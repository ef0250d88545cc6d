"""Times, days and lists in the person's own language (CLDR by Babel)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale as Cldr
from babel.core import get_global
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_time,
    get_day_names,
    get_month_names,
    match_skeleton,
)
from babel.lists import format_list

from bot.domain.person import Person
from bot.domain.rhythm import EVERY_DAY, Slot
from bot.library.locale import Locale

WEEKDAYS = frozenset(range(5))
NAMES = re.compile(r"E+|c{3,}|M{3,}|L{3,}")
"""The parts of a pattern that are names: weekday and month, also as they stand alone."""
AT_SEA = re.compile(r"(?:Etc/)?GMT(?:([+-])?(\d+))?")
SIGNS = {"+": "-", "-": "+"}
"""In the names of zones (POSIX) the west has a plus."""
SKELETON = {"c": "E", "L": "M"}


def cldr(locale: Locale) -> Cldr:
    """Babel's data for the locale."""
    return Cldr.parse(locale.code, sep="-")


def clock(wall: time, locale: Locale) -> str:
    """A wall time: 20:30, or 8:30 PM where that is usual."""
    return format_time(wall, "short", locale=cldr(locale)).replace("\u202f", "\u00a0")


def day(on: date, locale: Locale) -> str:
    """A day: Tuesday, November 24 (with the year only where a year is meant)."""
    return _dated(on, "MMMMEEEEd", locale.code)


def day_of_month(on: date, locale: Locale) -> str:
    """A day without its weekday: November 24."""
    return _dated(on, "MMMMd", locale.code)


def day_on_a_button(on: date, locale: Locale) -> str:
    """A day as short as it can be told from others: Tue, Nov 24."""
    return _dated(on, "MMMEd", locale.code)


def day_near(on: date, today: date, locale: Locale) -> str:
    """A day, with its year where that is another one than today's."""
    return day(on, locale) if on.year == today.year else long_day(on, locale)


def date_near(on: date, today: date, locale: Locale) -> str:
    """A day without its weekday, and with its year where that is another one than today's."""
    same = on.year == today.year
    return day_of_month(on, locale) if same else format_date(on, "long", locale=cldr(locale))


def long_day(on: date, locale: Locale) -> str:
    """A day with its year."""
    return format_date(on, "full", locale=cldr(locale))


def month(on: date, locale: Locale) -> str:
    """A month's name as it stands alone: November."""
    return str(get_month_names("wide", "stand-alone", cldr(locale))[on.month])


def short_months(locale: Locale) -> dict[int, str]:
    """Short names of months by number."""
    names = get_month_names("abbreviated", "stand-alone", cldr(locale))
    return {number: str(names[number]) for number in range(1, 13)}


def stretch(first: date, last: date, locale: Locale) -> str:
    """Days from the first to the last: Nov 24 – 30, 2026."""
    if first == last:
        return format_date(first, "long", locale=cldr(locale))
    return str(format_interval(first, last, "yMMMd", locale=cldr(locale)))


def short_day(on: date, locale: Locale, today: date) -> str:
    """A day for a button: Nov 24, with its year where that is another one than today's."""
    skeleton = "MMMd" if on.year == today.year else "yMMMd"
    return _dated(on, skeleton, locale.code)


@lru_cache(maxsize=4096)  # the same few days are written for everybody, and CLDR's patterns are slow to match
def _dated(on: date, skeleton: str, code: str) -> str:
    locale = Cldr.parse(code, sep="-")
    known = locale.datetime_skeletons
    nearest = skeleton if skeleton in known else match_skeleton(skeleton, known)
    pattern = str(known[nearest or "yMMMEd"])
    return format_date(on, _written_out(pattern, skeleton), locale=locale)


def _written_out(pattern: str, skeleton: str) -> str:
    """The pattern with names as long as the skeleton has them: CLDR has one for all lengths (UTS 35, 4)."""

    def longer(found: re.Match[str]) -> str:
        field = found[0][0]
        return field * max(len(found[0]), skeleton.count(SKELETON.get(field, field)))

    return NAMES.sub(longer, pattern)


def moment(at: datetime, person: Person, locale: Locale) -> str:
    """An instant in the person's local time: Tue, Nov 24, 20:30."""
    return _moment("MMMEd", at, person, locale)


def far_moment(at: datetime, person: Person, locale: Locale) -> str:
    """The same with its year: Tue, Jan 5, 2027, 20:30."""
    return _moment("yMMMEd", at, person, locale)


def _moment(skeleton: str, at: datetime, person: Person, locale: Locale) -> str:
    local = at.astimezone(ZoneInfo(person.rhythm.zone))
    return f"{format_skeleton(skeleton, local, locale=cldr(locale))}, {clock(local.time(), locale)}"


def slots(of: Sequence[Slot], locale: Locale) -> str:
    """Times as a list: 8:30, and 13:00 (Mon, Wed)."""
    return format_list([_slot(slot, locale) for slot in of], locale=cldr(locale))


def listed(items: Sequence[str], locale: Locale) -> str:
    """A list: birds, bread, and rain."""
    return format_list(items, locale=cldr(locale))


def _slot(slot: Slot, locale: Locale) -> str:
    wall = clock(slot.start, locale)
    if slot.end is not None:
        wall += f"–{clock(slot.end, locale)}"
    if slot.days == EVERY_DAY:
        return wall
    if slot.days == WEEKDAYS:
        names = get_day_names("abbreviated", locale=cldr(locale))
        return f"{wall} ({names[0]}–{names[4]})"
    names = get_day_names("abbreviated", locale=cldr(locale))
    return f"{wall} ({', '.join(names[number] for number in sorted(slot.days))})"


def language(code: str, locale: Locale) -> str:
    """A language's name: German; its code where CLDR does not know it."""
    return str(cldr(locale).languages.get(code, code))


def weekdays(locale: Locale) -> list[str]:
    """Short names from Monday on."""
    names = get_day_names("abbreviated", locale=cldr(locale))
    return [names[day] for day in range(7)]


def zone(name: str, locale: Locale) -> str:
    """A zone as people know it: its city, by its name in that language (CLDR), or how far it is from UTC."""
    if at_sea := AT_SEA.fullmatch(name):
        hours = int(at_sea[2] or 0)
        return f"UTC{SIGNS[at_sea[1]]}{hours}" if hours else "UTC"
    known = cldr(locale).time_zones
    older = get_global("zone_aliases").get(name, name)
    city = known.get(name, {}).get("city") or known.get(older, {}).get("city")
    return str(city or name.rsplit("/", 1)[-1].replace("_", " "))


def country(code: str, locale: Locale) -> str:
    """A country's name; its code where CLDR does not know it."""
    return str(cldr(locale).territories.get(code, code))
