"""Fixtures of the library's tests."""

from pathlib import Path

import pytest

from tests.library.folder import write


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A folder with the locales en and xx, without fault."""
    write(tmp_path / "prompts", "en")
    return write(tmp_path / "prompts", "xx")
