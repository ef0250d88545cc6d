"""Who and what is not let in: strangers, groups and channels. Nothing about them is kept."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Chat, ChatMember, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden

from bot.chat.acts import Act, Leave, Say
from bot.chat.perform import Performer
from bot.library import Library

log = logging.getLogger(__name__)
PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED)


@dataclass(frozen=True, slots=True)
class Door:
    """Asked before anybody is met. ``allowed`` are user ids; empty: everybody's."""

    allowed: frozenset[int]
    library: Library
    performer: Performer

    def opens(self, update: Update) -> bool:
        """Whether it is from somebody who may come in, in a chat of their own."""
        chat, user = update.effective_chat, update.effective_user
        if user is None or (chat is not None and chat.type != ChatType.PRIVATE):
            return False
        return self.knows(user.id)

    def knows(self, user_id: int) -> bool:
        """Whether that user may come in."""
        return not self.allowed or user_id in self.allowed

    async def added(self, update: Update) -> None:
        """The bot was added where others are, or taken out of there."""
        changed = update.my_chat_member
        if changed and changed.new_chat_member.status in PRESENT:
            await self.decline(update)

    async def decline(self, update: Update, _: object = None) -> None:
        """Say why not, and leave where others are, whether or not it could be said."""
        chat, user, query = update.effective_chat, update.effective_user, update.callback_query
        to = chat.id if chat else user.id if user else 0
        for act in self._answer(chat, user.language_code if user else None):
            try:
                await self.performer.perform([act], to, query_id=query.id if query else None)
            except (BadRequest, Forbidden) as error:
                log.debug("nothing can be done there (%s)", type(error).__name__)

    def _answer(self, chat: Chat | None, language: str | None) -> Sequence[Act]:
        locale = self.library.locale(language)
        if chat is None or chat.type == ChatType.PRIVATE:
            return [Say(locale.say("stranger"))]
        return [Leave()] if chat.type == ChatType.CHANNEL else [Say(locale.say("group")), Leave()]
