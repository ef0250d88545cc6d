"""The house: everything that runs, what every tick sees to, and how fast it goes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from inspect import isawaitable
from typing import Any

from sqlite_utils import Database
from telegram.ext import Application

from bot.chat.dispatch import PAUSES, Dispatcher
from bot.chat.intake import Poller
from bot.chat.pacer import CHAT_GAP
from bot.chat.studio import Studio
from bot.chat.transport import Timeouts
from bot.clock import Clock
from bot.library import Library
from bot.services.custody import Custody
from bot.services.foreseeing import Foreseeing
from bot.services.media import MediaKeeping
from bot.services.nudging import Nudging
from bot.services.replanning import Replanning
from bot.storage.inbox import Inbox
from bot.storage.people import People
from bot.storage.places import Places

log = logging.getLogger(__name__)
Ptb = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class House:
    """Everything that runs."""

    application: Ptb
    db: Database
    poller: Poller
    dispatcher: Dispatcher
    inbox: Inbox
    nudging: Nudging
    replanning: Replanning
    foreseeing: Foreseeing
    media: MediaKeeping
    custody: Custody
    studio: Studio
    people: People
    places: Places
    library: Library
    clock: Clock
    commands: tuple[str, ...]
    chores: tuple[Callable[[datetime], object], ...]
    """What every tick sees to; each is given the time (aware UTC)."""

    async def tick(self) -> None:  # a coroutine: APScheduler runs anything else in a thread
        """Ask the database what is due. A chore that fails is tried at the next tick, and stops no other."""
        now = self.clock.now()
        for chore in self.chores:
            try:
                if (more := chore(now)) is not None and isawaitable(more):
                    await more
            except Exception as error:  # APScheduler would log a traceback each second
                log.error("%s waits (%s); is the disk full?", chore.__qualname__, type(error).__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: of a long poll, between messages into one chat, between tries of what failed, for an answer.

    Tests and benchmarks are quicker.
    """

    poll: int = 30
    chat_gap: float = CHAT_GAP
    tries: tuple[float, ...] = PAUSES
    answers: Timeouts | None = None
