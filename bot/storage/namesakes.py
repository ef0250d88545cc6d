"""Places of one name: which of them is meant, and how it is spelled."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass

from bot.storage import lands, zones
from bot.storage.lands import fold

KNOWN_BY_OTHERS = 100_000  # inhabitants of a city that is known by a name that is not its own
OUTSHINES = 5  # so many times as many inhabitants as the next of that name, and it is the one that is meant
MOST = 8
LETTERS = {"es": frozenset("áéíóúüñ"), "de": frozenset("äöüß")}
"""Besides those of English."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city; ``country`` is ISO 3166, ``zone`` an IANA name, ``region`` a part of the country
    (GeoNames' code: US-OR, CA-08).

    ``id`` is 0 where only the zone is known; ``own`` is what the city calls itself.
    """

    name: str
    country: str
    zone: str
    population: int
    region: str = ""
    id: int = 0
    own: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a name may mean, each on a clock of its own; ``sure``: the first of them is meant."""

    places: tuple[Place, ...] = ()
    sure: bool = False


def of_zone(zone: str) -> Place:
    """The city that a zone is named after."""
    name = zone.rsplit("/", 1)[-1].replace("_", " ")
    located = zones.located().get(zone)
    return Place(name, located.country if located else "", zone, 0, own=name)


def first_of_zones(places: Iterable[Place]) -> list[Place]:
    """The first of each zone."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.zone, place)
    return list(first.values())[:MOST]


def spelled(found: Sequence[Place], typed: str, language: str) -> list[Place]:
    """Each city once: by its own name if that is what was typed, else in the spelling nearest to it."""
    letters = LETTERS.get(language.split("-")[0], frozenset())

    def oddness(place: Place) -> tuple[bool, bool, bool, bool, str]:
        strange = {c for c in place.name.casefold() if not c.isascii()} - letters
        return place.name != place.own, place.name != typed, bool(strange), place.name.isascii(), place.name

    each: dict[int, Place] = {}
    for place in found:
        known = each.setdefault(place.id, place)
        each[place.id] = min(known, place, key=oddness)
    return list(each.values())


def weighed(cities: Sequence[Place], wanted: str, language: str) -> Found:
    """The biggest if it outshines the others and is known by that name; else those near home come first."""
    bearing = {city.id for city in cities if fold(city.own) == wanted}
    known = [city for city in cities if city.id in bearing or city.population >= KNOWN_BY_OTHERS]
    places = first_of_zones(known or cities)
    if not places:
        return Found()
    home = lands.home(language)
    if known and _outshines(places[0], places[1:], bearing, home):
        return Found(tuple(places), True)
    return Found(tuple(sorted(places, key=lambda place: place.country not in home)))


def _outshines(first: Place, others: Sequence[Place], bearing: Container[int], home: Container[str]) -> bool:
    """Much bigger than any other, and no other bears the name alone, or in the country of the language."""
    return all(
        first.population >= OUTSHINES * other.population
        and (first.id in bearing or other.id not in bearing)
        and (first.country in home or other.country not in home or other.population < KNOWN_BY_OTHERS)
        for other in others
    )


def lies_in(place: Place, within: Sequence[Collection[str]]) -> bool:
    """Whether it lies in one of each: countries, their regions, zones."""
    return all(place.country in codes or place.region in codes or place.zone in codes for codes in within)
