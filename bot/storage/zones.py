"""Zones: which there are, and where they lie, by the tables that tzdata carries, read once."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bot.domain.kinds import Hemisphere
from bot.domain.seasons import hemisphere_said, latitude

TABLES = ("zone1970.tab", "zone.tab")
"""Country codes, coordinates and zone; the second has one country per zone and more zones."""


@dataclass(frozen=True, slots=True)
class Located:
    """A zone's principal city: degrees, south negative, and the country (ISO 3166) it is in."""

    latitude: float
    country: str


NOWHERE = "UTC"
"""The guess for what nobody knows any more."""
NO_PLACE = frozenset({"Factory"})
"""In the package's list, and no clock of anybody's."""


def go_by_package() -> None:
    """Let zones follow the package's rules, whatever the machine has: the same everywhere."""
    if zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(to=())
        zoneinfo.ZoneInfo.clear_cache()


@cache
def names() -> frozenset[str]:
    """All names that can be used."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split()) - NO_PLACE


def usable(zone: str) -> str:
    """The zone, or ``NOWHERE`` if nobody knows it any more."""
    return zone if zone in names() else NOWHERE


@cache
def located() -> Mapping[str, Located]:
    """By zone name, older names included; zones that are no place (UTC, Etc/…) are missing."""
    found = {zone: place for table in TABLES for zone, place in _read(table)}
    renamed = {old: found[now] for now, old in _links() if now in found and old not in found}
    return MappingProxyType(found | renamed)


@cache
def latitudes() -> Mapping[str, float]:
    """By zone name."""
    return MappingProxyType({zone: place.latitude for zone, place in located().items()})


def seasons_said(zone: str) -> Hemisphere:
    """Whose seasons people of that zone name; those of a zone that lies nowhere (UTC) name none."""
    place = located().get(zone)
    return hemisphere_said(place.latitude, place.country) if place else Hemisphere.TROPICS


def _lines(name: str) -> list[str]:
    text = (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _read(table: str) -> Iterator[tuple[str, Located]]:
    for line in _lines(table):
        countries, coordinates, zone, *_ = line.split("\t")
        yield zone, Located(latitude(coordinates), countries[:2])


def _links() -> Iterator[tuple[str, str]]:
    """Today's name and an older one."""
    for line in _lines("tzdata.zi"):
        if line.startswith("L "):
            _, now, old = line.split()
            yield now, old
