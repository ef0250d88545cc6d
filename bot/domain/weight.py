"""How much a message weighs: what decides how it is answered, and how long questions stay gentle."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bot.domain.care import Care, Tier, assess
from bot.domain.lines import Lexicon
from bot.domain.mixed import is_mixed


class Weight(StrEnum):
    """Of words that weigh something; most weigh nothing."""

    EXPLICIT = "explicit"  # a cry for help
    UNSURE = "unsure"  # a hard day, or more
    MIXED = "mixed"  # something hard beside something light


def weigh(text: str, care: Care, lexicon: Lexicon, foreign: Iterable[Care] = ()) -> Weight | None:
    """The weight of ``text``; None for most."""
    match assess(text, care, foreign):
        case Tier.EXPLICIT:
            return Weight.EXPLICIT
        case Tier.UNSURE:
            return Weight.MIXED if is_mixed(text, care, lexicon) else Weight.UNSURE
        case None:
            return None
