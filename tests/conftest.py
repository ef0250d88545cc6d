"""What all tests share."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.process import RUNNING

# A busy machine is no fault of the code: laws are about values, timings live in benchmarks/. What is tried is
# the same each time, so that no change is refused by chance; HYPOTHESIS=seek looks elsewhere, and further.
settings.register_profile(
    "calm", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None
)
settings.register_profile("seek", settings.get_profile("calm"), derandomize=False, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS", "calm"))

LONG = ("test_process", "test_clock", "test_strangers", "test_canary", "test_nudge_storm", "test_encrypted")
"""They wait for processes and minutes, or go everywhere: begun early, they hold up nobody at the end."""
BETWEEN = 12
"""So many others come between two of them, so that not all hands wait at once."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long = sorted((item for item in items if _place(item) < len(LONG)), key=_place)
    others = iter([item for item in items if _place(item) == len(LONG)])
    items[:] = [*chain.from_iterable((item, *islice(others, BETWEEN)) for item in long), *others]


def _place(item: pytest.Item) -> int:
    stem = Path(item.path).stem
    return LONG.index(stem) if stem in LONG else len(LONG)


@pytest.fixture(autouse=True)
def _nobody_is_left_running() -> Iterator[None]:
    """A bot whose test failed half way would go on asking where another test's sandbox may soon be."""
    yield
    while RUNNING:
        if (process := RUNNING.pop()).returncode is None:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)


def pytest_collection_finish() -> None:
    """What is there for good need not be looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
