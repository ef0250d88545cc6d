"""The bot's queue: what a person does arrives in order, and stays until it is confirmed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import telegram

from bot.sandbox import ImpossibleError, Person, Sandbox, Wire, spec
from tests.sandbox.conftest import HandClock
from tests.sandbox.wires import Caller

EVERYTHING = ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"]


def texts(updates: list[Wire]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_an_offset_confirms_them(call: Caller, anna: Person) -> None:
    anna.says("one")
    first = await call.done("getUpdates")
    assert texts(first) == ["/start", "one"] == texts(await call.done("getUpdates"))
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert texts(await call.done("getUpdates", offset=first[1]["update_id"])) == ["one"]
    assert await call.done("getUpdates", offset=first[1]["update_id"] + 1) == []
    assert await call.done("getUpdates", offset=0) == []


async def test_a_negative_offset_keeps_only_the_last(call: Caller, sandbox: Sandbox, anna: Person) -> None:
    anna.says("one")
    anna.says("two")
    assert texts(await call.done("getUpdates", offset=-1)) == ["two"]
    assert len(sandbox.pending) == 1
    assert texts(await call.done("getUpdates", offset=-5)) == ["two"]


async def test_a_limit_leaves_the_rest_for_later(call: Caller, anna: Person) -> None:
    anna.says("one")
    assert texts(await call.done("getUpdates", limit=1)) == ["/start"]
    assert "limit must be 1-100" in await call.refused("getUpdates", limit=0)


async def test_a_long_poll_ends_with_the_first_update(call: Caller, anna: Person) -> None:
    last = (await call.done("getUpdates"))[-1]["update_id"]
    waiting = asyncio.create_task(call.done("getUpdates", offset=last + 1, timeout=50))
    await call.done("getMe")
    anna.says("now")
    assert texts(await waiting) == ["now"]


async def test_a_second_poller_ends_the_first(call: Caller, anna: Person) -> None:
    last = (await call.done("getUpdates"))[-1]["update_id"]
    first = asyncio.create_task(call.refused("getUpdates", offset=last + 1, timeout=50))
    while not first.done():
        assert await call.done("getUpdates", offset=last + 1) == []
    assert await first == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_polling_is_refused_while_a_webhook_is_set(call: Caller) -> None:
    await call.done("setWebhook", url="https://example.org/hook")
    refused = await call.refused("getUpdates")
    assert refused.startswith("Conflict: can't use getUpdates method while webhook is active")
    await call.done("deleteWebhook")
    assert await call.done("getUpdates") == []


async def test_updates_are_forgotten_after_a_day(call: Caller, clock: HandClock, anna: Person) -> None:
    clock.goes_on(timedelta(hours=23))
    anna.says("later")
    clock.goes_on(timedelta(hours=1))
    assert texts(await call.done("getUpdates")) == ["later"]


async def test_reactions_come_only_when_asked_for_and_the_wish_persists(call: Caller, anna: Person) -> None:
    message = anna.chat[0]
    anna.reacts(message, "❤")
    updates = await call.done("getUpdates", allowed_updates=EVERYTHING)
    assert len(updates) == 1
    anna.reacts(message, None)
    changed = (await call.done("getUpdates"))[-1]["message_reaction"]
    assert changed["old_reaction"] == [{"type": "emoji", "emoji": "❤"}] and changed["new_reaction"] == []


async def test_kinds_that_were_not_wanted_never_come(call: Caller, anna: Person) -> None:
    await call.done("getUpdates", offset=-1, allowed_updates=["callback_query"])
    anna.says("unheard")
    assert len(await call.done("getUpdates", allowed_updates=[])) == 1
    anna.says("heard")
    assert len(await call.done("getUpdates")) == 2


async def test_blocking_and_coming_back_are_told(bot: telegram.Bot, anna: Person) -> None:
    anna.blocks()
    anna.unblocks()
    gone, back = [update.my_chat_member for update in (await bot.get_updates())[1:]]
    assert (gone.old_chat_member.status, gone.new_chat_member.status) == ("member", "kicked")
    assert (back.old_chat_member.status, back.new_chat_member.status) == ("kicked", "member")


async def test_who_blocked_the_bot_cannot_write(anna: Person) -> None:
    anna.blocks()
    with pytest.raises(ImpossibleError, match="Anna blocked the bot"):
        anna.says("hello?")


async def test_edits_come_as_edits_and_leave_the_first_update_alone(bot: telegram.Bot, anna: Person) -> None:
    said = anna.says("before #one")
    anna.edits(said, "after #two")
    photo = anna.sends_photo(b"x", caption="before")
    anna.edits(photo, "after")
    _, before, after, _, caption = await bot.get_updates()
    assert before.message.text == "before #one"
    assert after.edited_message.text == "after #two" and after.edited_message.edit_date is not None
    assert caption.edited_message.caption == "after"


async def test_replies_quotes_forwards_and_albums_arrive_as_such(bot: telegram.Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "a whole 🌟 sentence")
    anna.says("yes", reply_to={"message_id": sent.message_id}, quote="sentence")
    anna.forwards("somebody's words", "Somebody")
    anna.sends_album([b"1", b"2"], caption="both")
    reply, forwarded, first, second = [update.message for update in (await bot.get_updates())[1:]]
    assert reply.reply_to_message.message_id == sent.message_id
    assert (reply.quote.text, reply.quote.position) == ("sentence", 11)
    assert forwarded.forward_origin.sender_user_name == "Somebody"
    assert first.media_group_id == second.media_group_id and first.caption == "both"


async def test_text_too_long_for_one_message_is_cut_as_the_app_would(bot: telegram.Bot, anna: Person) -> None:
    anna.says("a" * 5000)
    assert [len(update.message.text) for update in (await bot.get_updates())[1:]] == [4096, 904]


async def test_every_update_is_what_the_specification_calls_one(call: Caller, anna: Person) -> None:
    await call.done("getUpdates", offset=-1, allowed_updates=EVERYTHING)
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = await call.done("sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard)
    anna.presses(sent, "Yes")
    anna.edits(anna.says("x"), "y")
    anna.reacts(sent, "👍")
    anna.blocks()
    updates = await call.done("getUpdates")
    assert {kind for update in updates for kind in update} == {*EVERYTHING, "update_id"}
    for update in updates:
        spec.check_object("Update", update)


async def test_anything_can_be_injected_and_is_handed_out_as_it_is(
    sandbox: Sandbox, call: Caller, anna: Person
) -> None:
    number = sandbox.inject({"message": {"nothing": "that anybody could read"}})
    assert (await call.done("getUpdates"))[-1] == {
        "message": {"nothing": "that anybody could read"},
        "update_id": number,
    }
    anna.says("and on")
    assert (await call.done("getUpdates"))[-1]["update_id"] == number + 1


async def test_an_update_may_even_have_no_usable_number(sandbox: Sandbox, call: Caller) -> None:
    number = sandbox.inject({"update_id": "seven"})
    assert await call.done("getUpdates") == [{"update_id": "seven"}]
    assert await call.done("getUpdates", offset=number + 1) == []


async def test_who_hears_nothing_is_told_what_was_there(bot: telegram.Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "first")
    assert (await anna.hears())["text"] == "first"
    with pytest.raises(AssertionError, match=r"Anna heard nothing new in 0\.01 s\. The chat:\s+Anna: /start"):
        await anna.hears(timeout=0.01)
