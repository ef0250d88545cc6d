"""Heavy and light in one message."""

import pytest

from bot.domain.mixed import is_mixed
from tests import words

EN = words.ours().locale("en")


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("I can't do this anymore. A blackbird sang on the gutter", True),
        ("What's the point... but the coffee smelled good", True),
        ("I can't do this anymore", False),
        ("I hate my life. Bad day at home", False),
        ("A blackbird sang on the gutter. Warm light", False),
        ("I can't do this anymore under this grey sky", False),
        ("", False),
    ],
)
def test_a_text_is_mixed_when_one_clause_is_heavy_and_another_light(text: str, mixed: bool) -> None:
    assert is_mixed(text, EN.care, EN.lexicon) is mixed
