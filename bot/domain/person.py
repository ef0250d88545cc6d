"""A person: who they are to the bot is little more than their rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.manner import AS_GIVEN, Manner
from bot.domain.rhythm import Rhythm


class Acknowledge(StrEnum):
    """How a kept glimmer is answered."""

    WORDS = "words"
    REACTION = "reaction"
    SILENCE = "silence"


FOR_GOOD = date.max
"""``paused_until`` of somebody who wants no nudges until they say so."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who talks to the bot in a private chat.

    ``id`` is Telegram's user id; ``paused_until`` the first local day on which nudges come again;
    ``joined`` is aware UTC; ``reachable`` is false once Telegram says that they blocked the bot;
    ``placed`` is false while the zone is only a guess from their language; ``resting`` is true after
    the last message into a long silence, until a word from them.
    """

    id: int
    language: str
    rhythm: Rhythm
    joined: datetime
    acknowledge: Acknowledge = Acknowledge.WORDS
    paused_until: date | None = None
    reachable: bool = True
    placed: bool = False
    manner: Manner = AS_GIVEN
    resting: bool = False
