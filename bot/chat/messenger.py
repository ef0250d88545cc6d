"""Brings nudges to people, in the lane behind the replies; what Telegram answers becomes an outcome."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat import giving, invite
from bot.chat.pacer import Behind, Lane
from bot.chat.perform import Performer, markup
from bot.chat.transport import NotSent
from bot.clock import Clock
from bot.domain.person import Person
from bot.library import Library
from bot.services.ports import (
    Delivered,
    Impossible,
    Invitation,
    Letter,
    Messenger,
    Outcome,
    Refused,
    Uncertain,
    Unreachable,
)

log = logging.getLogger(__name__)
SOON = timedelta(seconds=20)
FREE = 30  # messages a second (Bot API, allow_paid_broadcast)


class TelegramMessenger(Messenger):
    """The Messenger port on PTB. Beyond what is free, nudges are paid broadcast, as Telegram wants it."""

    def __init__(
        self, bot: ExtBot[Lane | Behind], library: Library, clock: Clock, per_second: int = FREE
    ) -> None:
        self._bot, self._library, self._clock = bot, library, clock
        self._paid = True if per_second > FREE else None

    async def nudge(self, person: Person, invitation: Invitation) -> Outcome:
        """Send the invitation with its buttons; never raises for what Telegram may answer."""
        locale = self._library.locale(person.language)
        try:
            message = await self._bot.send_message(
                person.id,
                invite.text(invitation),
                parse_mode=ParseMode.HTML,
                reply_markup=markup(invite.rows(invitation, locale)),
                **self._behind(person, invitation.until),
            )
        except TelegramError as error:
            return _failed(invitation.nudge_id, error)
        return Delivered(message.message_id)

    async def give(self, person: Person, letter: Letter) -> Outcome:
        """Send what is given back; what follows its first message is not tried again."""
        locale = self._library.locale(person.language)
        performer = Performer(self._bot, self._behind(person, letter.until))
        delivered: list[int] = []
        for act in giving.acts(letter, locale):
            try:
                await performer.deliver(replace(act, then=delivered.append), person.id)
            except TelegramError as error:
                outcome = _failed(letter.nudge_id, error)
                return Delivered(delivered[0]) if delivered else outcome
        return Delivered(delivered[0]) if delivered else Impossible()

    def _behind(self, person: Person, until: datetime) -> dict[str, Any]:
        return {
            "disable_notification": person.manner.silent,
            "allow_paid_broadcast": self._paid,
            "rate_limit_args": Behind(lambda: self._clock.now() >= until),
        }


def unreachable(error: TelegramError) -> bool:
    """Whether it says that the person blocked the bot, is gone, or was never there."""
    return isinstance(error, Forbidden) or (
        isinstance(error, BadRequest) and "chat not found" in error.message.lower()
    )


def _failed(nudge_id: int, error: TelegramError) -> Outcome:
    outcome = _outcome(error)
    log.info("nudge %d: %s (%s)", nudge_id, type(outcome).__name__, type(error).__name__)
    return outcome


def _outcome(error: TelegramError) -> Outcome:
    """What a refusal means (docs/faults.md)."""
    match error:
        case RetryAfter():
            wait = error._retry_after
            return Refused(max(wait, timedelta(seconds=1)))
        case NotSent():  # ServerRefused, a 5xx, among them
            return Refused(SOON)
        case _ if unreachable(error):
            return Unreachable()
        case BadRequest():  # before its base class: Telegram took a look and will never take it
            return Impossible()
        case NetworkError():
            return Uncertain()
        case _:
            return Impossible()
