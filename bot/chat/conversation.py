"""From an update to acts: PTB's handlers, each around one route, in one order."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.chat import about, answers, routes
from bot.chat.cry import cry
from bot.chat.messenger import unreachable
from bot.chat.outside import Door
from bot.chat.overtaken import Overtaken
from bot.chat.perform import Performer
from bot.chat.press import Press
from bot.chat.reading import said, where
from bot.chat.routes import Features
from bot.chat.turn import Handler, Turn
from bot.clock import Clock
from bot.library import Library
from bot.services.rhythms import Rhythms
from bot.storage.places import Places

log = logging.getLogger(__name__)
ONCE = filters.UpdateType.MESSAGE  # edits are another matter: they would be kept twice
ALONE = filters.ChatType.PRIVATE


@dataclass(frozen=True, slots=True)
class Conversation:
    """Meets people, and carries out what a route answers."""

    features: Features
    rhythms: Rhythms
    library: Library
    places: Places
    clock: Clock
    performer: Performer
    door: Door
    overtaken: Overtaken = field(default_factory=Overtaken)

    def attach(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Put the routes on the application, the first that fits being taken."""
        application.add_handlers(self._handlers())

    def _handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        f = self.features
        named: list[BaseHandler[Any, Any, Any]] = [
            CommandHandler(name, self._around(self._told(handler)), filters=ONCE & ALONE)
            for name, handler in routes.commands(f).items()
        ]
        return [
            ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(~ALONE & ONCE | filters.UpdateType.CHANNEL_POST, self.door.decline),
            *named,
            MessageHandler(ONCE & ALONE & filters.COMMAND, self._around(self._told(about.unknown))),
            MessageHandler(ONCE & ALONE & ~filters.StatusUpdate.ALL, self._around(self._message)),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE & ALONE, self._around(self._edited)),
            CallbackQueryHandler(self._around(self._pressed)),
        ]

    def _message(self, turn: Turn) -> Any:
        return answers.message(self.features, turn)

    def _edited(self, turn: Turn) -> Any:
        if self._met(turn):
            return answers.edited(self.features, turn)
        self.overtaken.wait(turn)
        return self.features.care.support(turn) if cry(turn) else []

    def _pressed(self, turn: Turn) -> Any:
        if not self._met(turn):
            return routes.unmet(self.features).get(turn.press.name, about.gone_briefly)(turn)
        answers.renew(self.features, turn)
        return self._anew(routes.presses(self.features).get(turn.press.name, about.gone))(turn)

    def _met(self, turn: Turn) -> bool:
        """Whether they ever wrote, and were not forgotten since: a press or an edit makes nobody new."""
        return self.rhythms.get(turn.person.id) is not None

    def _told(self, handler: Handler) -> Handler:
        """The handler of a command, unless a cry stands behind it: that is answered alone."""

        def handle(turn: Turn) -> Any:
            cried = answers.cried(self.features, turn)
            return self._anew(handler)(turn) if cried is None else cried

        return handle

    def _anew(self, handler: Handler) -> Handler:
        """The handler of what is no answer to a question, but something else."""

        def handle(turn: Turn) -> Any:
            answers.interrupt(self.features, turn)
            return handler(turn)

        return handle

    def _around(self, handler: Handler) -> Callable[[Update, Any], Any]:
        """A PTB callback: update → turn → route → acts, carried out."""

        async def callback(update: Update, _: object) -> None:
            if not self.door.opens(update):
                await self.door.decline(update)
                return
            turn = self._turn(update)
            for edit in self.overtaken.by(turn) if update.message else ():
                answers.edited(self.features, edit)  # it waits in the file for its message
            answered = handler(turn)
            acts = await answered if inspect.isawaitable(answered) else answered
            chat = update.effective_chat
            query = update.callback_query
            try:
                said = await self.performer.perform(
                    acts, chat.id if chat else turn.person.id, turn.message_id, query.id if query else None
                )
            except TelegramError as error:
                if not unreachable(error):
                    raise
                self.rhythms.reach(turn.person, False, turn.now)
            else:
                self.features.times.steps.asked_in(turn.person.id, said)

        return callback

    def _turn(self, update: Update) -> Turn:
        user, now = update.effective_user, self.clock.now()
        if user is None:
            raise LookupError("an update without a person")
        locale = self.library.locale(user.language_code)
        familiar = self.places.familiar(locale.code)
        zone = familiar[0].zone if familiar else "UTC"
        meet = self.rhythms.meet if update.message else self.rhythms.imagine
        person = meet(user.id, locale.code, zone, now)
        if not person.reachable:
            person = self.rhythms.reach(person, True, now)
        person, met = self.rhythms.hear(person, now)
        message, query = update.effective_message, update.callback_query
        text = (message.text or "") if message and not query else ""
        place = message.location if message and not query else None
        return Turn(
            update_id=update.update_id,
            person=person,
            locale=self.library.locale(person.language),
            now=now.astimezone(UTC),
            message_id=message.message_id if message else 0,
            typed=" ".join(text.split(maxsplit=1)[1:]).strip() if text.startswith("/") else "",
            said=said(message) if message and not query else None,
            press=Press.decode(query.data or "") if query else Press(""),
            place=(place.latitude, place.longitude) if place else where(query) if query else None,
            met=met,
        )

    async def _membership(self, update: Update, _: object) -> None:
        """They blocked the bot, or came back; where others are, it leaves."""
        changed = update.my_chat_member
        if changed is None or changed.chat.type != "private":
            await self.door.added(update)
            return
        if person := self.rhythms.get(changed.from_user.id):
            back = changed.new_chat_member.status not in ("kicked", "left")
            self.rhythms.reach(person, back, self.clock.now())
