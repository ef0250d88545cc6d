"""Edits, deletions, reactions and answers to pressed buttons, and when they are refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
import telegram

from bot.sandbox import ImpossibleError, Person, Wire, png
from tests.sandbox.conftest import HandClock
from tests.sandbox.wires import Caller

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
OTHER_KEYBOARD = {"inline_keyboard": [[{"text": "No", "callback_data": "n"}]]}


@pytest.fixture
async def question(call: Caller, anna: Person) -> Wire:
    """A message of the bot with a button."""
    sent: Wire = await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup=KEYBOARD)
    return sent


def place(message: Wire) -> Wire:
    return {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}


async def test_an_edit_is_seen_and_takes_an_unmentioned_keyboard_away(
    call: Caller, anna: Person, question: Wire
) -> None:
    await call.done("editMessageText", **place(question), text="!")
    seen = await anna.sees_edit(question)
    assert seen["text"] == "!" and "reply_markup" not in seen and "edit_date" in seen


async def test_a_keyboard_alone_is_edited_without_an_edit_date(call: Caller, question: Wire) -> None:
    edited = await call.done("editMessageReplyMarkup", **place(question), reply_markup=OTHER_KEYBOARD)
    assert edited["reply_markup"] == OTHER_KEYBOARD and "edit_date" not in edited
    assert "reply_markup" not in await call.done("editMessageReplyMarkup", **place(question))


async def test_edits_that_change_nothing_are_refused(call: Caller, question: Wire) -> None:
    same = place(question) | {"reply_markup": KEYBOARD}
    assert "message is not modified" in await call.refused("editMessageText", **same, text=" ? ")
    assert "message is not modified" in await call.refused("editMessageReplyMarkup", **same)


async def test_captions_and_media_are_edited_where_there_are_any(
    bot: telegram.Bot, anna: Person, call: Caller, question: Wire
) -> None:
    sent = await bot.send_photo(anna.id, png(), caption="before")
    assert (await sent.edit_caption("after")).caption == "after"
    assert (await sent.edit_media(telegram.InputMediaDocument(b"pages"))).document is not None
    assert "there is no text" in await call.refused(
        "editMessageText", chat_id=anna.id, message_id=sent.message_id, text="x"
    )
    assert "there is no caption" in await call.refused("editMessageCaption", **place(question), caption="x")


async def test_the_bot_edits_only_its_own_messages(call: Caller, greeting: Wire) -> None:
    refused = await call.refused("editMessageText", **place(greeting), text="x")
    assert refused == "Bad Request: message can't be edited"
    nowhere = place(greeting) | {"message_id": 77}
    assert (
        await call.refused("editMessageText", **nowhere, text="x") == "Bad Request: message to edit not found"
    )


async def test_either_sides_messages_are_deleted_for_48_hours(
    call: Caller, clock: HandClock, anna: Person, greeting: Wire, question: Wire
) -> None:
    await call.done("deleteMessage", **place(greeting))
    await anna.sees_deletion(greeting)
    assert "message to delete not found" in await call.refused("deleteMessage", **place(greeting))
    clock.goes_on(timedelta(hours=48, seconds=1))
    assert "message can't be deleted" in await call.refused("deleteMessage", **place(question))


async def test_many_are_deleted_at_once_and_missing_ones_passed_over(
    call: Caller, anna: Person, greeting: Wire, question: Wire
) -> None:
    await call.done("deleteMessages", chat_id=anna.id, message_ids=[1, 2, 50])
    assert anna.chat == []
    assert "1-100" in await call.refused("deleteMessages", chat_id=anna.id, message_ids=[])


async def test_a_press_is_answered_once(call: Caller, anna: Person, question: Wire) -> None:
    pressed = anna.presses(question, "Yes")
    await call.done("answerCallbackQuery", callback_query_id=pressed, text="kept", show_alert=True)
    answer = await anna.sees_answer(pressed)
    assert (answer.text, answer.show_alert) == ("kept", True)
    assert "query is too old" in await call.refused("answerCallbackQuery", callback_query_id=pressed)
    assert "query ID is invalid" in await call.refused("answerCallbackQuery", callback_query_id="5")


async def test_a_press_is_too_old_after_150_seconds(
    call: Caller, clock: HandClock, anna: Person, question: Wire
) -> None:
    pressed = anna.presses(question, "y")
    clock.goes_on(timedelta(seconds=150))
    assert "query is too old" in await call.refused("answerCallbackQuery", callback_query_id=pressed)
    assert "callback_query" not in (await call.done("getUpdates"))[-1]


async def test_answers_end_at_200_characters(call: Caller, anna: Person, question: Wire) -> None:
    pressed = anna.presses(question, "Yes")
    refused = await call.refused("answerCallbackQuery", callback_query_id=pressed, text="x" * 201)
    assert "MESSAGE_TOO_LONG" in refused


async def test_a_press_carries_the_message_as_it_was(bot: telegram.Bot, anna: Person, question: Wire) -> None:
    anna.presses(question, "Yes")
    query = (await bot.get_updates())[-1].callback_query
    assert query.data == "y" and query.message.text == "?"
    await query.answer()
    await query.edit_message_text("done")
    assert anna.chat[-1]["text"] == "done"


async def test_only_buttons_that_are_there_are_pressed(call: Caller, anna: Person, question: Wire) -> None:
    with pytest.raises(ImpossibleError, match="its buttons: Yes"):
        anna.presses(question, "Maybe")
    with pytest.raises(ImpossibleError, match="no button 'Home' below the chat"):
        anna.taps("Home")


async def test_a_reaction_is_one_of_the_free_emoji_or_none(
    bot: telegram.Bot, call: Caller, anna: Person, greeting: Wire
) -> None:
    await bot.set_message_reaction(anna.id, greeting["message_id"], "❤")
    assert await anna.sees_reaction(greeting) == ["❤"]
    await bot.set_message_reaction(anna.id, greeting["message_id"])
    assert anna.reactions == {}
    for emoji in ("✨", "x", ""):
        reaction = [{"type": "emoji", "emoji": emoji}]
        refused = await call.refused("setMessageReaction", **place(greeting), reaction=reaction)
        assert refused == "Bad Request: REACTION_INVALID"
    two = [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "❤"}]
    assert "REACTIONS_TOO_MANY" in await call.refused("setMessageReaction", **place(greeting), reaction=two)
    away = place(greeting) | {"message_id": 9}
    assert "message to react not found" in await call.refused("setMessageReaction", **away)


async def test_a_pinned_message_is_told_by_get_chat(bot: telegram.Bot, anna: Person, question: Wire) -> None:
    await bot.pin_chat_message(anna.id, question["message_id"])
    assert (await bot.get_chat(anna.id)).pinned_message.text == "?"
    await bot.unpin_chat_message(anna.id)
    assert (await bot.get_chat(anna.id)).pinned_message is None
