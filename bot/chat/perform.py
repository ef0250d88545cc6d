"""Carries out acts: the only place that answers in a chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, TypeVar

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError

from bot.chat.acts import (
    Act,
    AskWhere,
    Leave,
    OneByOne,
    PutAway,
    React,
    Rebutton,
    Reword,
    Rows,
    Say,
    Show,
    Toast,
)
from bot.chat.transport import NotSent
from bot.domain.glimmer import MediumKind

log = logging.getLogger(__name__)
V = TypeVar("V")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PAUSES = (0.5, 2.0, 8.0)  # seconds between tries of what was surely not sent
SENDERS = {kind: (f"send_{kind.value}", kind.value) for kind in MediumKind}
"""The Bot API's method for each kind, and what it calls the file."""
BEYOND_EDITING = (
    *("message to edit not found", "message can't be edited", "message to react not found"),
    *("message_id_invalid", "there is no text in the message"),
)
"""They deleted the message, or it shows a picture: the words then come as a new one."""
WITHOUT_CAPTION = (MediumKind.STICKER, MediumKind.VIDEO_NOTE)


def markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """Inline buttons as Telegram wants them."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(b.label, callback_data=b.press.encode()) for b in row] for row in rows]
    )


class Performer:
    """Acts of one turn, in order, in one chat; ``options`` go with every message (Bot API, PTB)."""

    def __init__(self, bot: Bot, options: Mapping[str, Any] | None = None) -> None:
        self._bot, self._options = bot, options or {}

    async def deliver(self, act: Say | Show, chat_id: int) -> None:
        """One message, tried once. Raises TelegramError."""
        await self._one(act, chat_id, 0)

    async def perform(
        self, acts: Sequence[Act], chat_id: int, message_id: int = 0, query_id: str | None = None
    ) -> list[int]:
        """Carry out ``acts``; a pressed button is always answered. Raises TelegramError when refused.

        Ids of the messages that say something of it, as far as Telegram told them.
        """
        if query_id is not None:
            toast = next((act.text for act in acts if isinstance(act, Toast)), None)
            await self._answer(query_id, toast)
        said: list[int | None] = []
        for act in acts:
            if isinstance(act, OneByOne):
                await self._one_by_one(act, chat_id)
            else:
                said.append(await self._trying(lambda act=act: self._one(act, chat_id, message_id)))  # type: ignore[misc]  # bound now
        return [id_ for id_ in said if id_]

    async def _one_by_one(self, act: OneByOne, chat_id: int) -> None:
        async with aclosing(act.each):
            async for each in act.each:
                await self._trying(lambda each=each: self.deliver(each, chat_id))  # type: ignore[misc]  # bound now
                del each  # before the next is made

    async def _answer(self, query_id: str, toast: str | None) -> None:
        try:
            await self._trying(lambda: self._bot.answer_callback_query(query_id, text=toast))
        except BadRequest:
            log.debug("a button was answered too late")  # it was pressed while the bot was down

    async def _trying(self, call: Callable[[], Awaitable[V]]) -> V | None:
        """Try again what surely did not arrive; a lost answer is left alone, as it may have."""
        for pause in PAUSES:
            try:
                return await call()
            except NotSent:
                await asyncio.sleep(pause)
            except BadRequest as error:
                if "not modified" in str(error):
                    return None
                raise
            except NetworkError as error:
                log.warning("an answer may not have arrived (%s)", type(error).__name__)
                return None
        log.warning("an answer could not be sent: Telegram was not reached")
        return None

    async def _one(self, act: Act, chat_id: int, message_id: int) -> int | None:
        """The id of the message that says it, if any does."""
        match act:
            case Say():
                return await self._say(act, chat_id)
            case Show():
                await self._show(act, chat_id)
            case AskWhere() | PutAway():
                return await self._keyboard(act, chat_id)
            case Leave():
                await self._bot.leave_chat(chat_id)
            case Reword():
                return await self._reword(act, chat_id, message_id)
            case Rebutton() | React():
                await self._alter(act, chat_id, message_id)
            case Toast():
                pass  # said with the answer to the press
        return None

    async def _alter(self, act: Rebutton | React, chat_id: int, message_id: int) -> None:
        """What changes something about a message, but not its words; nothing, where that one is gone."""
        try:
            await self._altered(act, chat_id, message_id)
        except BadRequest as error:
            if not _beyond_editing(error):
                raise

    async def _altered(self, act: Rebutton | React, chat_id: int, message_id: int) -> None:
        match act:
            case Rebutton(rows, under):
                await self._bot.edit_message_reply_markup(
                    chat_id, under or message_id, reply_markup=markup(rows)
                )
            case React(theirs, emoji):
                await self._bot.set_message_reaction(chat_id, theirs, emoji)

    async def _reword(self, act: Reword, chat_id: int, message_id: int) -> int:
        try:
            await self._bot.edit_message_text(
                act.text,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=markup(act.rows),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            if not _beyond_editing(error):
                raise
            return await self._say(Say(act.text, act.rows), chat_id)
        return message_id

    async def _say(self, act: Say, chat_id: int) -> int:
        message = await self._bot.send_message(
            chat_id,
            act.text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(act.rows),
            reply_to_message_id=act.reply_to,
            allow_sending_without_reply=True if act.reply_to else None,
            link_preview_options=NO_PREVIEW,
            **self._options,
        )
        if act.then is not None:
            act.then(message.message_id)
        return message.message_id

    async def _show(self, act: Show, chat_id: int) -> None:
        for way in (ways := _ways(act)):
            try:
                message = await self._send_file(way, way.content, chat_id)
            except BadRequest:
                log.debug("shown another way")
                if way is ways[-1] and not act.gone:
                    raise
            else:
                if act.then is not None:
                    act.then(message.message_id)
                return
        await self._say(Say(f"{act.caption}\n\n{act.gone}".strip(), act.rows, then=act.then), chat_id)

    async def _send_file(self, act: Show, content: str | bytes, chat_id: int) -> Message:
        send, named = SENDERS[act.kind]
        options: dict[str, Any] = {**self._options, "reply_markup": markup(act.rows)}
        if act.kind not in WITHOUT_CAPTION:
            options |= {"caption": act.caption or None, "parse_mode": ParseMode.HTML}
        file = content if isinstance(content, str) else InputFile(content, filename=act.name or None)
        message: Message = await getattr(self._bot, send)(chat_id, **{named: file}, **options)
        return message

    async def _keyboard(self, act: AskWhere | PutAway, chat_id: int) -> int:
        keyboard: ReplyKeyboardMarkup | ReplyKeyboardRemove = ReplyKeyboardRemove()
        if isinstance(act, AskWhere):
            keyboard = ReplyKeyboardMarkup(
                [[KeyboardButton(act.share, request_location=True)], [KeyboardButton(act.leave)]],
                resize_keyboard=True,
                one_time_keyboard=True,
            )
        message = await self._bot.send_message(
            chat_id, act.text, parse_mode=ParseMode.HTML, reply_markup=keyboard
        )
        return message.message_id


def _beyond_editing(error: BadRequest) -> bool:
    return any(reason in str(error).lower() for reason in BEYOND_EDITING)


def _ways(act: Show) -> list[Show]:
    """By Telegram's id; by its bytes, as the id may be another bot's; as a file, as the bytes may be odd."""
    content = act.content if act.otherwise is None else act.otherwise
    ways = [act] if act.otherwise is None else [act, replace(act, content=content)]
    odd = not isinstance(content, str) and act.kind is not MediumKind.DOCUMENT
    return [*ways, replace(act, kind=MediumKind.DOCUMENT, content=content)] if odd else ways
