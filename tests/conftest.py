"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: laws are about values, timings live in benchmarks/.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

WAITING = ("test_process", "test_nudge_storm", "test_storm", "test_clock", "test_demo", "test_operating")
"""They wait for processes and minutes more than they work: begun first, they hold up nobody at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: Path(item.path).stem not in WAITING)
