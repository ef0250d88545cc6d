"""Cities and zones, offline. The list stands in a file of its own beside the journal; it can be deleted."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

import tzfpy

from bot.domain.vocabulary import Vocabulary
from bot.storage import lands, zones
from bot.storage.cities import VERSION, fill
from bot.storage.database import IN_MEMORY, make_private
from bot.storage.lands import fold
from bot.storage.namesakes import (
    KNOWN_BY_OTHERS,
    Found,
    Place,
    first_of_zones,
    lies_in,
    of_zone,
    spelled,
    weighed,
)

MEANT = 50_000  # inhabitants of a city that may be meant, too, where a bigger one has the same name
MOST, LONGEST = 6, 100
HERE, FAR = 0.13, 0.54  # degrees of latitude
KNOWN = (
    # The cities first offered, by language; where none is named, the biggest of its country.
    ("en", ("London", "New York City", "Los Angeles", "Toronto", "Sydney", "Delhi")),
    ("es", ("Madrid", "Mexico City", "Bogotá", "Buenos Aires", "Santiago", "Lima")),
    ("de", ("Berlin", "Vienna", "Zürich")),
)
SILENT = Vocabulary()
COLUMNS = "c.country, c.zone, c.population, c.region, c.id, c.name"


class Places:
    """Finds zones by name, by location and by what time it is there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    def prepare(self) -> None:
        """Make the list of cities where there is none yet: two seconds' work, made for another thread."""
        if self._path != IN_MEMORY:
            self._opened().close()

    @property
    def _rows(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = self._opened()
        return self._db

    def _opened(self) -> sqlite3.Connection:
        if self._path != IN_MEMORY:
            make_private(self._path)
        db = sqlite3.connect(str(self._path))
        if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            fill(db)
        return db

    def named(self, text: str, language: str, now: datetime, speech: Vocabulary = SILENT) -> Found:
        """Zones by their IANA names, countries and states, cities: whichever is called so, in that order.

        ``speech`` knows what else people call them. What follows a comma is a country or a part of one; if
        it is none that is known, nothing is found.
        """
        zone = next((z for z in zones.names() if z.casefold() == text.strip().casefold()), "")
        if "/" in zone or zone == "UTC":
            return Found((of_zone(zone),), True)
        name, *behind = text.split(",")
        wanted, behind = fold(name), [part for part in behind if fold(part)]
        if not wanted or len(text) > LONGEST:
            return Found()
        codes = speech.place(text)
        if behind and not codes:
            around = [(*speech.region(part), *lands.around(part, language)) for part in behind]
            return self._within([codes for codes in around if codes], name.strip(), language, now, speech)
        codes = codes or lands.called(wanted, language)
        cities = self._cities(name.strip(), language)
        if codes:
            big = [city for city in cities if city.population >= KNOWN_BY_OTHERS and fold(city.own) == wanted]
            meant = [*self._lands(codes, language, now), *(big if lands.only_states(codes) else [])]
            return Found(tuple(meant), len({place.zone for place in meant}) == 1)
        return weighed(cities, wanted, language)

    def _within(
        self, within: Sequence[Sequence[str]], name: str, language: str, now: datetime, speech: Vocabulary
    ) -> Found:
        """What is called so there, in whatever language; else the clocks there are, to choose from."""
        cities = self._cities(name, language)
        codes = speech.place(name) or lands.called(fold(name), language)
        if not within or not (cities or codes):
            return Found()
        for wanted, called in self._spellings(name, cities, self._lands(codes, language, now), language):
            if inside := [place for place in called if lies_in(place, within)]:
                found = weighed(inside, wanted, language)
                return Found(found.places, found.sure or len(found.places) == 1)
        return Found(tuple(self._lands(within[0], language, now)))

    def _spellings(
        self, name: str, cities: Sequence[Place], lands_: Sequence[Place], language: str
    ) -> Iterator[tuple[str, Sequence[Place]]]:
        """Each way to read the name; last, as what those call themselves that others call so."""
        yield fold(name), cities
        yield fold(name), lands_
        for own in dict.fromkeys(city.own for city in cities[:MOST]):
            yield fold(own), self._cities(own, language)

    def _cities(self, name: str, language: str) -> list[Place]:
        """Cities that are called so by anybody, the biggest first, spelled as the person would."""
        found = self._places(
            f"SELECT n.written, {COLUMNS} FROM names n JOIN cities c USING (id)"  # noqa: S608 - constants
            " WHERE n.name = ? ORDER BY c.population DESC, c.id LIMIT 100",
            [fold(name)],
        )
        return spelled(found, name, language)

    def _lands(self, codes: Iterable[str], language: str, now: datetime) -> list[Place]:
        """Zones; a country or state itself where it has one clock, else the biggest city on each of them."""
        found: list[Place] = []
        for code in codes:
            inside = [of_zone(code)] if "/" in code else self._inside(code, now)
            if len(inside) == 1 and "/" not in code and (name := lands.name_of(code, language)) != code:
                region = code if code.startswith(lands.STATE) else ""
                inside = [Place(name, code[:2], inside[0].zone, inside[0].population, region, own=name)]
            found += inside
        return first_of_zones(found)

    def _inside(self, code: str, now: datetime) -> list[Place]:
        column = "region" if "-" in code else "country"
        biggest = self._places(
            "SELECT name, country, zone, MAX(population), region, id, name FROM cities"  # noqa: S608 - constants
            f" WHERE {column} = ? GROUP BY zone ORDER BY 4 DESC",
            [code],
        )
        clocks = lands.clocks([place.zone for place in biggest], now)
        return [place for place in biggest if place.zone in clocks]

    def same_named(self, place: Place) -> list[Place]:
        """Other cities of some size with its name, in other zones."""
        found = self._places(
            f"SELECT c.name, {COLUMNS} FROM cities c WHERE c.folded = ? AND c.population >= ?"  # noqa: S608 - constants
            " AND c.zone <> ? ORDER BY c.population DESC",
            [fold(place.name), MEANT, place.zone],
        )
        return first_of_zones(found)

    def city(self, id_: int) -> Place | None:
        """The city with that number."""
        found = self._places(f"SELECT c.name, {COLUMNS} FROM cities c WHERE c.id = ?", [id_])  # noqa: S608 - constants
        return found[0] if found else None

    def close_to(self, text: str) -> list[Place]:
        """Cities spelled nearly so; or just so, where what stands behind a comma is not known."""
        name, comma, _ = text.partition(",")
        if comma:
            return first_of_zones(self._cities(name.strip(), ""))[:3]
        wanted = fold(text)
        if not 3 <= len(wanted) <= 40:
            return []
        rows = self._rows.execute(
            "SELECT folded FROM cities WHERE substr(folded, 1, 1) = ? AND population > 100000", [wanted[0]]
        )
        near = get_close_matches(wanted, [row[0] for row in rows], n=3, cutoff=0.75)
        return first_of_zones(place for name in near for place in self._cities(name, ""))[:3]

    def at(self, latitude: float, longitude: float) -> str | None:
        """The zone of a location."""
        zone = tzfpy.get_tz(longitude, latitude)
        return zone if zone in zones.names() else None

    def near(self, latitude: float, longitude: float) -> Place | None:
        """The biggest city within some 15 km, else the nearest within some 60."""
        stretch = max(math.cos(math.radians(latitude)), 0.1)  # a degree of longitude, in those of latitude
        rows = self._rows.execute(
            "SELECT id, population, abs(latitude - ?) + abs(longitude - ?) * ? AS distance FROM cities"
            " WHERE latitude BETWEEN ? AND ? AND distance < ? ORDER BY distance",
            [latitude, longitude, stretch, latitude - FAR, latitude + FAR, FAR],
        ).fetchall()
        here = [row for row in rows if row[2] < HERE]
        found = max(here, key=lambda row: row[1]) if here else next(iter(rows), None)
        return self.city(found[0]) if found else None

    def with_offset(self, offset: timedelta, now: datetime, language: str) -> list[Place]:
        """The best-known cities that are so far from UTC now, those of the language's countries first."""
        rows = self._places(
            "SELECT name, country, zone, MAX(population), region, id, name FROM cities"
            " GROUP BY zone ORDER BY 4 DESC",
            [],
        )
        fitting = [p for p in rows if now.astimezone(ZoneInfo(p.zone)).utcoffset() == offset]
        home = lands.home(language)
        return sorted(fitting, key=lambda p: p.country not in home)[:MOST]

    def familiar(self, language: str) -> list[Place]:
        """A few big cities where the language is spoken."""
        names = dict(KNOWN).get(language.split("-")[0], ())
        known = [place for name in names for place in self._cities(name, language)[:1]]
        return known or self._biggest(language)

    def _biggest(self, language: str) -> list[Place]:
        marks = lands.home(language) or ["GB"]
        holes = ",".join("?" * len(marks))
        return first_of_zones(
            self._places(
                f"SELECT c.name, {COLUMNS} FROM cities c WHERE country IN ({holes})"  # noqa: S608 - holes
                " ORDER BY population DESC LIMIT 20",
                marks,
            )
        )[:4]

    def zone_exists(self, name: str) -> bool:
        """Whether it is an IANA name."""
        return name in zones.names()

    def _places(self, sql: str, values: Sequence[str | int]) -> list[Place]:
        return [Place(*row) for row in self._rows.execute(sql, values)]
