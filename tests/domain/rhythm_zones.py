"""Zones of the ``tzdata`` package, their changes, and an oracle that watches the wall clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, reset_tzpath

import pytest

from bot.domain import rhythm
from bot.domain.rhythm import Slot

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
QUARTERS = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
ODD = {
    "Pacific/Apia": date(2011, 12, 30),  # skipped
    "Australia/Lord_Howe": date(2026, 4, 5),  # half an hour
    "Africa/Cairo": date(2026, 4, 24),  # at midnight
    "Asia/Beirut": date(2026, 3, 29),  # at midnight
    "America/Santiago": date(2026, 9, 6),  # at midnight
    "America/Havana": date(2026, 11, 1),  # back to midnight
    "America/Nuuk": date(2026, 3, 28),  # 23:00 to 00:00
    "America/Scoresbysund": date(2026, 3, 28),
    "Africa/Casablanca": date(2026, 2, 15),  # Ramadan
    "Africa/El_Aaiun": date(2026, 3, 22),
    "Antarctica/Troll": date(2026, 10, 25),  # two hours
    "Europe/Berlin": date(2026, 10, 25),
    "America/New_York": date(2026, 3, 8),
    "Asia/Kathmandu": date(2028, 2, 29),  # leap day
}


@pytest.fixture(autouse=True, scope="module")
def package_zones() -> Iterator[None]:
    """The package's rules, whatever this machine has."""
    _forget_zones(())
    yield
    _forget_zones(None)


def _forget_zones(path: tuple[str, ...] | None) -> None:
    reset_tzpath(path)
    ZoneInfo.clear_cache()
    rhythm._zone.cache_clear()
    rhythm._span.cache_clear()


@cache
def distinct_zones() -> list[str]:
    """All zones of the package, one name for each set of rules."""
    root = files("tzdata")
    names = (root / "zones").read_text().split()
    rules = {
        root.joinpath("zoneinfo", *name.split("/")).read_bytes(): name for name in sorted(names, reverse=True)
    }
    return sorted(rules.values())


def offset(at: datetime, info: ZoneInfo) -> timedelta | None:
    return at.astimezone(info).utcoffset()


def changes(zone: str, first: int, last: int) -> Iterator[date]:
    """Dates (UTC) on or right after which the zone's offset changes; no zone changes twice in five days."""
    info = ZoneInfo(zone)
    at = datetime(first, 1, 1, tzinfo=UTC)
    while at.year <= last:
        following = at + 5 * DAY
        if offset(at, info) != offset(following, info):
            low = at
            while offset(low, info) == offset(low + DAY, info):
                low += DAY
            yield low.date()
        at = following


@dataclass(frozen=True)
class Minute:
    """A minute, what the wall clock shows at its beginning, and the local day it belongs to."""

    at: datetime
    wall: datetime
    day: date


def minutes(zone: str, middle: date, day_end: time, days: int = 3) -> list[Minute]:
    """Every minute around a date. A local day never goes back, and a date nobody lived has none."""
    info = ZoneInfo(zone)
    start = datetime.combine(middle - days * DAY, time(), UTC)
    walls = [
        (at, at.astimezone(info).replace(tzinfo=None))
        for at in (start + n * MINUTE for n in range(2880 * days))
    ]
    lived = {wall.date() for _, wall in walls}
    lead = timedelta(hours=day_end.hour, minutes=day_end.minute)
    found = []
    day = (walls[0][1] - lead).date()
    for at, wall in walls:
        here = (wall - lead).date()
        day = max(day, here) if here in lived or here < min(lived) else day
        found.append(Minute(at, wall, day))
    return found


def whole_days(scan: list[Minute]) -> dict[date, list[Minute]]:
    """The local days that lie wholly in the scan, with their minutes."""
    by_day: dict[date, list[Minute]] = {}
    for minute in scan:
        by_day.setdefault(minute.day, []).append(minute)
    return {day: by_day[day] for day in sorted(by_day)[1:-1]}


def expected(slot: Slot, day: list[Minute], day_end: time, lived: set[date]) -> datetime:
    """The fixed slot's moment by looking: the first minute that is that late, else the day's last."""
    on = day[0].day
    if slot.start < day_end:
        on = min(d for d in lived if d > on)
    wanted = datetime.combine(on, slot.start)
    return next((minute.at for minute in day if minute.wall >= wanted), day[-1].at)
