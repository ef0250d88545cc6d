"""Where zones lie."""

import zoneinfo

import pytest

from bot.domain.kinds import Hemisphere
from bot.domain.seasons import hemisphere_in, latitude
from bot.storage.zones import latitudes, located


def test_every_zone_that_is_a_place_lies_somewhere() -> None:
    nowhere = zoneinfo.available_timezones() - located().keys()
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
