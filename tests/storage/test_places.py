"""Where people say they are, and the clock that follows from it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.vocabulary import Vocabulary
from bot.storage import zones
from bot.storage.places import Places
from tests import words
from tests.lending import lend_cities

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANSWERS = {
    # What people answer, and the zone that is taken; in brackets the first of those that are offered.
    "en": """
        London Europe/London; Ireland Europe/Dublin; India Asia/Kolkata; Lebanon Asia/Beirut
        Peru America/Lima; germany Europe/Berlin; japan Asia/Tokyo; Cuba America/Havana
        Norway Europe/Oslo; Poland Europe/Warsaw; Jamaica America/Jamaica; France Europe/Paris
        UK Europe/London; England Europe/London; Turkey Europe/Istanbul; New Zealand Pacific/Auckland
        Singapore Asia/Singapore; California America/Los_Angeles; nyc America/New_York
        Spain [Europe/Madrid Atlantic/Canary]; Portugal [Europe/Lisbon Atlantic/Azores]
        U.S.A. [America/New_York America/Los_Angeles America/Chicago America/Phoenix America/Denver]
        Canada [America/Toronto America/Edmonton]; Mexico [America/Mexico_City America/Tijuana]
        Georgia [Asia/Tbilisi Europe/Moscow America/New_York]
        Washington [America/Los_Angeles America/New_York]
        Australia [Australia/Sydney Australia/Brisbane Australia/Perth]; Ontario America/Toronto
        Roma Europe/Rome; Rome Europe/Rome; Paris Europe/Paris; Paris, Texas America/Chicago
        Bombay Asia/Kolkata; Springfield [America/Chicago America/New_York]; Nottingham Europe/London
        Zurich Europe/Zurich; EST America/New_York; pst America/Los_Angeles
        BST [Europe/London Asia/Dhaka]; GMT [Europe/London]; MST [America/Denver America/Phoenix]
        CET [Europe/Berlin Europe/Paris]; Pacific time America/Los_Angeles; Europe/Berlin Europe/Berlin
        asia/calcutta Asia/Calcutta; UTC UTC; the kettle -; tea -; EST5EDT -
        London, Ontario America/Toronto; London, ON America/Toronto; London, Ontario, Canada America/Toronto
        london, england, uk Europe/London; London, Europe/London; Sydney, Nova Scotia America/Glace_Bay
        Sydney, NS America/Glace_Bay; Sydney, NSW Australia/Sydney; Kingston, Ontario America/Toronto
        Perth, Scotland Europe/London; Perth, WA Australia/Perth; Vancouver, WA America/Los_Angeles
        Salem, MA America/New_York; Paris, Île-de-France, France Europe/Paris
        Springfield, USA [America/Chicago America/New_York]; Ontario, CA America/Los_Angeles
        Ontario, Canada America/Toronto; England, UK Europe/London
        Texas, USA [America/Chicago America/Denver]
        Berlin, New Hampshire [America/New_York]; Cairo, Illinois [America/Chicago]
        Cairo, IL [Asia/Jerusalem America/Chicago]; Delhi, Ontario [America/Toronto America/Winnipeg]
        Munich, the river -; Nice, the rain stopped -; tea, Germany -
        """,
    "es": """
        España [Europe/Madrid Atlantic/Canary]; México [America/Mexico_City America/Tijuana]
        Chile [America/Santiago America/Punta_Arenas]; Colombia America/Bogota; Perú America/Lima
        Argentina America/Argentina/Buenos_Aires; Cuba America/Havana; Guatemala America/Guatemala
        Uruguay America/Montevideo; Venezuela America/Caracas; Bolivia America/La_Paz
        panama America/Panama; Costa Rica America/Costa_Rica; República Dominicana America/Santo_Domingo
        El Salvador America/El_Salvador; EE.UU. [America/New_York America/Los_Angeles]
        Estados Unidos [America/New_York America/Los_Angeles]; Inglaterra Europe/London
        Alemania Europe/Berlin; Francia Europe/Paris; Irlanda Europe/Dublin; Canarias Atlantic/Canary
        Tenerife Atlantic/Canary; Cataluña Europe/Madrid; Madrid Europe/Madrid; Sevilla Europe/Madrid
        Barcelona [Europe/Madrid America/Caracas]; Valencia [Europe/Madrid America/Caracas]
        Toledo [Europe/Madrid America/New_York]; Córdoba [Europe/Madrid America/Argentina/Cordoba]
        Mérida [Europe/Madrid America/Merida]; Santiago [America/Santiago America/Santo_Domingo]
        La Paz America/La_Paz; bogota America/Bogota; CDMX America/Mexico_City
        Guadalajara America/Mexico_City; Ciudad de México America/Mexico_City; Londres Europe/London
        Nueva York America/New_York; Roma Europe/Rome; Florencia [Europe/Rome America/Bogota]
        Múnich Europe/Berlin; Praga Europe/Prague; EST America/New_York; la tetera -
        Londres, Canadá America/Toronto; Guadalajara, Jalisco America/Mexico_City
        Guadalajara, España Europe/Madrid; Córdoba, Veracruz America/Mexico_City
        Mérida, Extremadura Europe/Madrid; Mérida, Yucatán America/Merida
        Toledo, Castilla-La Mancha Europe/Madrid; Toledo, Ohio America/New_York; Toledo, la calma -
        """,
    "de": """
        Deutschland Europe/Berlin; Österreich Europe/Vienna; Schweiz Europe/Zurich
        die Schweiz Europe/Zurich; Türkei Europe/Istanbul; Indien Asia/Kolkata; Irland Europe/Dublin
        Libanon Asia/Beirut; Großbritannien Europe/London; England Europe/London
        Schottland Europe/London; Holland Europe/Amsterdam; USA [America/New_York America/Los_Angeles]
        Amerika [America/New_York America/Los_Angeles]; Spanien [Europe/Madrid Atlantic/Canary]
        Mallorca Europe/Madrid; Teneriffa Atlantic/Canary; Bayern Europe/Berlin; Tirol Europe/Vienna
        Kalifornien America/Los_Angeles; Hongkong Asia/Hong_Kong; Berlin Europe/Berlin
        Wien Europe/Vienna; munchen Europe/Berlin; Köln Europe/Berlin; Zürich Europe/Zurich
        Genf Europe/Zurich; Rom Europe/Rome; Roma Europe/Rome; Mailand Europe/Rome; Prag Europe/Prague
        Kiew Europe/Kyiv; Moskau Europe/Moscow; Warschau Europe/Warsaw; Lissabon Europe/Lisbon
        Nizza Europe/Paris; Straßburg Europe/Paris; Bozen Europe/Rome; Frankfurt Europe/Berlin
        Essen Europe/Berlin; Meran [Europe/Rome]; Halle [Europe/Berlin Europe/Brussels]
        EST America/New_York; MEZ [Europe/Berlin Europe/Vienna]; CET [Europe/Berlin Europe/Paris]
        Moskau, Idaho America/Los_Angeles; Neapel, Florida America/New_York; Neapel, Italien Europe/Rome
        Halle, Sachsen-Anhalt Europe/Berlin; Sydney, Neuschottland America/Glace_Bay
        Essen, endlich warm -; der Wasserkocher -
        """,
}  # fmt: skip
EACH = [
    (language, *answer.strip().rpartition(" [" if "[" in answer else " ")[::2])
    for language, answers in ANSWERS.items()
    for line in answers.strip().splitlines()
    for answer in line.split(";")
]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder: Path = tmp_path_factory.mktemp("places")
    lend_cities(folder)
    return Places(folder / "places.db")


@pytest.mark.parametrize(("language", "answer", "meant"), EACH)
def test_what_people_answer_gives_their_clock_or_is_asked_about(
    places: Places, language: str, answer: str, meant: str
) -> None:
    speech = words.ours().locale(language).vocabulary
    found = places.named(answer, language, NOW, speech)
    first = [place.zone for place in found.places]
    if meant == "-":
        assert not first
    elif meant.endswith("]"):
        wanted = meant[:-1].split()
        assert (found.sure, first[: len(wanted)]) == (False, wanted)
    else:
        assert (found.sure, first[0]) == (True, meant)


def test_each_language_has_many_answers() -> None:
    assert all(sum(language == of for of, *_ in EACH) >= 40 for language in ANSWERS)


@pytest.mark.parametrize("language", ANSWERS)
def test_every_place_that_is_known_by_another_name_has_a_clock(places: Places, language: str) -> None:
    speech = words.ours().locale(language).vocabulary
    for name, codes in speech.places.items():
        assert places.named(name, language, NOW, speech).places, name
        assert all("/" not in code or code in zones.names() for code in codes), name


@pytest.mark.parametrize("language", ANSWERS)
def test_every_region_holds_a_city(places: Places, language: str) -> None:
    for name, codes in words.ours().locale(language).vocabulary.regions.items():
        for code in codes:
            own = Vocabulary(places={"here": (code,)})
            found = places.named("here", language, NOW, own).places
            assert found, name
            assert "/" in code or found[0].country == code[:2], name


@pytest.mark.parametrize("language", ANSWERS)
def test_no_zone_without_summer_time_is_taken_for_letters(places: Places, language: str) -> None:
    speech = words.ours().locale(language).vocabulary
    for letters in ("EST", "MST", "HST", "CET", "EET", "WET", "MET", "GMT", "GMT0", "Zulu", "UCT"):
        assert all("/" in place.zone for place in places.named(letters, language, NOW, speech).places)
