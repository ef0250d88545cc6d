"""Where zones lie."""

import zoneinfo
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from bot.domain.kinds import Hemisphere
from bot.domain.seasons import hemisphere_in, latitude
from bot.storage.zones import go_by_package, latitudes, located, names


def test_every_zone_that_is_a_place_lies_somewhere() -> None:
    nowhere = names() - located().keys()
    places = {zone for zone in nowhere if "/" in zone and not zone.startswith("Etc/")}
    assert places == set()


@pytest.mark.parametrize(
    ("zone", "hemisphere"),
    [
        ("Europe/Oslo", Hemisphere.NORTH),
        ("Asia/Calcutta", Hemisphere.TROPICS),
        ("Pacific/Auckland", Hemisphere.SOUTH),
        ("Etc/GMT+5", Hemisphere.TROPICS),
    ],
)
def test_zones_have_their_hemisphere(zone: str, hemisphere: Hemisphere) -> None:
    assert hemisphere_in(zone, latitudes()) is hemisphere


def test_coordinates_are_read_to_the_second_and_nonsense_is_refused() -> None:
    assert latitude("-3436-05827") == pytest.approx(-34.6)
    assert latitude("+404251-0740023") == pytest.approx(40.7142, abs=1e-3)
    with pytest.raises(ValueError, match="no coordinates"):
        latitude("north")


@pytest.mark.parametrize("name", ["localtime", "Factory", "posixrules", "posix/Europe/Berlin", "right/UTC"])
def test_what_is_no_place_or_only_this_machines_is_no_zone(name: str) -> None:
    assert name not in names()


def test_zones_follow_the_package_whatever_the_machine_has() -> None:
    zoneinfo.reset_tzpath()
    go_by_package()
    assert zoneinfo.TZPATH == ()
    assert all(zoneinfo.ZoneInfo(name).key == name for name in names())
    berlin = files("tzdata") / "zoneinfo" / "Europe" / "Berlin"
    with berlin.open("rb") as rules:
        ours = zoneinfo.ZoneInfo.from_file(rules)
    at = datetime(2026, 7, 1, tzinfo=UTC)
    assert at.astimezone(ours).utcoffset() == at.astimezone(zoneinfo.ZoneInfo("Europe/Berlin")).utcoffset()
