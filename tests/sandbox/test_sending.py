"""What the bot may send, what comes of it, and what is refused."""

from __future__ import annotations

import pytest
import telegram

from bot.sandbox import Person, Sandbox, png, spec
from tests.sandbox.wires import Caller


async def test_a_message_is_heard_with_its_entities_and_buttons(bot: telegram.Bot, anna: Person) -> None:
    keyboard = telegram.InlineKeyboardMarkup.from_button(
        telegram.InlineKeyboardButton("Yes", callback_data="y")
    )
    sent = await bot.send_message(anna.id, " <b>Hello</b> #sun ", parse_mode="HTML", reply_markup=keyboard)
    heard = await anna.hears()
    assert sent.text == heard["text"] == "Hello #sun"
    assert [entity["type"] for entity in heard["entities"]] == ["bold", "hashtag"]
    assert heard["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "y"


async def test_every_message_is_what_the_specification_calls_one(bot: telegram.Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "x", reply_parameters=telegram.ReplyParameters(1))
    await bot.send_photo(anna.id, png(300, 200), caption="<i>x</i>", parse_mode="HTML", has_spoiler=True)
    await bot.send_voice(anna.id, b"voice", duration=2)
    await bot.send_document(anna.id, b"pages", filename="a.pdf", thumbnail=png())
    await bot.send_audio(anna.id, b"song", title="t")
    await bot.send_video(anna.id, b"video")
    await bot.send_animation(anna.id, b"gif")
    await bot.send_video_note(anna.id, b"round")
    await bot.send_sticker(anna.id, b"sticker")
    await bot.send_location(anna.id, 52.5, 13.4)
    await bot.forward_message(anna.id, anna.id, 2)
    anna.sends_photo(b"anything"), anna.sends_voice(b"x"), anna.sends_sticker(), anna.sends_contact()
    (
        anna.sends_document(b"x"),
        anna.sends_video(b"x"),
        anna.forwards("x", "Somebody"),
        anna.shares_location(1, 2),
    )
    for message in anna.chat:
        spec.check_object("Message", {**message})


async def test_a_file_is_sent_again_by_its_id_only_as_what_it_is(
    bot: telegram.Bot, anna: Person, call: Caller
) -> None:
    photo = (await bot.send_photo(anna.id, png(300, 200))).photo[-1]
    again = await bot.send_photo(anna.id, photo.file_id)
    assert again.photo[-1] == photo
    assert "can't use file of type photo as voice" in await call.refused(
        "sendVoice", chat_id=anna.id, voice=photo.file_id
    )
    assert "wrong file identifier" in await call.refused("sendPhoto", chat_id=anna.id, photo="nothing")
    assert "failed to get HTTP URL content" in await call.refused(
        "sendPhoto", chat_id=anna.id, photo="https://example.org/a.png"
    )


async def test_files_come_back_byte_for_byte_in_both_directions(bot: telegram.Bot, anna: Person) -> None:
    sent = await bot.send_voice(anna.id, b"from the bot", duration=1)
    anna.sends_voice(b"from anna")
    received = (await bot.get_updates())[-1].message
    for voice, data in ((sent.voice, b"from the bot"), (received.voice, b"from anna")):
        assert bytes(await (await voice.get_file()).download_as_bytearray()) == data


async def test_the_smallest_size_of_a_photo_is_only_a_thumbnail(bot: telegram.Bot, anna: Person) -> None:
    data = png(400, 300)
    anna.sends_photo(data)
    sizes = (await bot.get_updates())[-1].message.photo
    assert [(size.width, size.height) for size in sizes] == [(90, 68), (400, 300)]
    assert bytes(await (await sizes[-1].get_file()).download_as_bytearray()) == data
    assert bytes(await (await sizes[0].get_file()).download_as_bytearray()) != data


async def test_an_album_is_several_messages_with_one_group(bot: telegram.Bot, anna: Person) -> None:
    items = [telegram.InputMediaPhoto(png(), caption="both"), telegram.InputMediaPhoto(png(8, 8))]
    sent = await bot.send_media_group(anna.id, items)
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["both", None]


async def test_albums_are_refused_alone_or_of_mixed_kinds(call: Caller, anna: Person) -> None:
    photo = {"type": "photo", "media": "x"}
    refused = await call.refused("sendMediaGroup", chat_id=anna.id, media=[photo])
    assert "2-10" in refused


async def test_a_reply_keyboard_stands_until_it_is_removed(bot: telegram.Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=telegram.ReplyKeyboardMarkup([["Yes", "No"]]))
    assert anna.taps("Yes")["text"] == "Yes"
    assert anna.keyboard is not None
    await bot.send_message(anna.id, "!", reply_markup=telegram.ReplyKeyboardRemove())
    assert anna.keyboard is None


async def test_who_answers_a_forced_reply_replies_to_its_message(bot: telegram.Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "?", reply_markup=telegram.ForceReply())
    assert anna.says("this")["reply_to_message"]["message_id"] == sent.message_id
    assert "reply_to_message" not in anna.says("and that")


async def test_a_copy_and_a_forward_carry_the_words(bot: telegram.Bot, anna: Person) -> None:
    copied = await bot.copy_message(anna.id, anna.id, 1)
    forwarded = await bot.forward_message(anna.id, anna.id, 1)
    assert anna.chat[-2]["text"] == "/start" and anna.chat[-2]["message_id"] == copied.message_id
    assert forwarded.forward_origin.sender_user.id == anna.id


LONG_BUT_ALLOWED = "🌟" * 4096


async def test_text_is_counted_in_code_points_after_parsing(call: Caller, anna: Person) -> None:
    await call.done("sendMessage", chat_id=anna.id, text=LONG_BUT_ALLOWED)
    await call.done("sendMessage", chat_id=anna.id, text=f"<b>{LONG_BUT_ALLOWED}</b>", parse_mode="HTML")
    assert "message is too long" in await call.refused("sendMessage", chat_id=anna.id, text="a" * 4097)


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_a_message_without_words_is_refused(call: Caller, anna: Person, text: str) -> None:
    refused = await call.refused("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert refused == "Bad Request: message text is empty"


async def test_captions_end_at_1024(bot: telegram.Bot, anna: Person) -> None:
    await bot.send_photo(anna.id, png(), caption="a" * 1024)
    with pytest.raises(telegram.error.BadRequest, match="caption is too long"):
        await bot.send_photo(anna.id, png(), caption="a" * 1025)


async def test_markdown_is_refused_and_so_is_a_mode_nobody_knows(call: Caller, anna: Person) -> None:
    for mode, reason in (("MarkdownV2", "does not read Markdown"), ("bbcode", "unsupported parse_mode")):
        assert reason in await call.refused("sendMessage", chat_id=anna.id, text="x", parse_mode=mode)


async def test_pictures_must_be_pictures_of_a_possible_shape(bot: telegram.Bot, anna: Person) -> None:
    for data, reason in (
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ):
        with pytest.raises(telegram.error.BadRequest, match=f"(?i){reason}"):
            await bot.send_photo(anna.id, data)


async def test_files_must_not_be_empty_or_too_big(bot: telegram.Bot, anna: Person) -> None:
    with pytest.raises(telegram.error.BadRequest, match="non-empty"):
        await bot.send_document(anna.id, b"")
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)file is too big"):
        await bot.send_photo(anna.id, bytes(10 * 1024 * 1024 + 1))
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)file is too big"):
        await bot.send_document(anna.id, bytes(50 * 1024 * 1024 + 1))


async def test_what_is_over_20_megabytes_cannot_be_fetched(bot: telegram.Bot, anna: Person) -> None:
    anna.sends_document(bytes(20 * 1024 * 1024 + 1))
    document = (await bot.get_updates())[-1].message.document
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)file is too big"):
        await document.get_file()


async def test_who_may_be_written_to(sandbox: Sandbox, call: Caller, anna: Person) -> None:
    stranger = sandbox.person("Stranger")
    refused = "sendMessage"
    assert await call.refused(refused, chat_id=5, text="x") == "Bad Request: chat not found"
    assert await call.refused(refused, chat_id="@nobody", text="x") == "Bad Request: chat not found"
    assert (
        await call.refused(refused, chat_id=stranger.id, text="x")
        == "Forbidden: bot can't initiate conversation with a user"
    )
    anna.blocks()
    assert await call.refused(refused, chat_id=anna.id, text="x") == "Forbidden: bot was blocked by the user"
    anna.unblocks()
    await call.done(refused, chat_id=anna.id, text="x")
    anna.deactivates()
    assert await call.refused(refused, chat_id=anna.id, text="x") == "Forbidden: user is deactivated"


async def test_a_reply_needs_its_message_unless_allowed_without(call: Caller, anna: Person) -> None:
    reply = {"message_id": 99}
    refused = await call.refused("sendMessage", chat_id=anna.id, text="x", reply_parameters=reply)
    assert refused == "Bad Request: message to be replied not found"
    lenient = reply | {"allow_sending_without_reply": True}
    sent = await call.done("sendMessage", chat_id=anna.id, text="x", reply_parameters=lenient)
    assert "reply_to_message" not in sent
    quoting = {"message_id": 1, "quote": "nobody said this"}
    assert "QUOTE_TEXT_INVALID" in await call.refused(
        "sendMessage", chat_id=anna.id, text="x", reply_parameters=quoting
    )


async def test_a_topic_nobody_has_is_not_found(call: Caller, anna: Person) -> None:
    refused = await call.refused("sendMessage", chat_id=anna.id, text="x", message_thread_id=3)
    assert refused == "Bad Request: message thread not found"


def inline(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline(text="x", callback_data="ä" * 33), "BUTTON_DATA_INVALID"),
        (inline(text="x", callback_data=""), "BUTTON_DATA_INVALID"),
        (inline(text=" ", callback_data="y"), "must be non-empty"),
        (inline(text="x"), "Text buttons are unallowed"),
        (inline(text="x", callback_data="y", url="https://example.org"), "exactly one"),
        (inline(text="x", url="example"), "BUTTON_URL_INVALID"),
        (inline(text="x", callback_data="y", style="golden"), "wrong value"),
        (inline(text="x", callback_data="y", colour="red"), 'no field "colour"'),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 101]}, "reply markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "must be non-empty"),
        ({"keyboard": [["x"]]}, "must be KeyboardButton"),
        ({"force_reply": True, "input_field_placeholder": "x" * 65}, "1-64"),
        ({"nothing": 1}, "is none of"),
    ],
)
async def test_impossible_keyboards_are_refused(
    call: Caller, anna: Person, markup: dict[str, object], reason: str
) -> None:
    assert reason in await call.refused("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert len(anna.chat) == 1


async def test_sixty_four_bytes_of_data_and_a_hundred_buttons_are_allowed(call: Caller, anna: Person) -> None:
    button = {"text": "x", "callback_data": "ä" * 32}
    await call.done(
        "sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": [[button] * 100]}
    )
