"""What stands in a message: entities, pictures, sounds, replies, edits, reactions."""

from __future__ import annotations

import re
import struct
import wave
import zlib
from io import BytesIO

from playwright.sync_api import APIResponse, Route, expect

from tests.browser.acting import Bot, ChatPage


def png(width: int = 48, height: int = 32) -> bytes:
    """A plain dusk-blue picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes((70, 90, 150)) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def sound(seconds: int = 1) -> bytes:
    """Silence the browser can play."""
    buffer = BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16000 * seconds))
    return buffer.getvalue()


def test_entities_become_what_they_mean_and_markup_stays_text(chat: ChatPage, bot: Bot) -> None:
    html = (
        "🌅 <b>bold <i>both</i></b> <u>under</u> <s>gone</s> <code>code</code> "
        "<tg-spoiler>secret</tg-spoiler> "
        '<a href="https://example.org/">link</a> #tag /help &lt;script&gt;document.title="x"&lt;/script&gt;'
        "<blockquote>quoted</blockquote>"
    )
    bot.says(chat.person, html, parse_mode="HTML")
    message = chat.message("bold")
    expect(message.locator("strong em")).to_have_text("both")
    expect(message.locator("u")).to_have_text("under")
    expect(message.locator("s")).to_have_text("gone")
    expect(message.locator("code")).to_have_text("code")
    expect(message.locator("blockquote")).to_have_text("quoted")
    expect(message.get_by_role("link", name="link")).to_have_attribute("href", "https://example.org/")
    expect(message).to_contain_text('<script>document.title="x"</script>')
    message.get_by_role("button", name="Hidden text").click()
    expect(message.get_by_role("button", name="Hidden text")).to_have_count(0)
    message.get_by_role("button", name="/help").click()
    assert bot.hears(chat.person)["text"] == "/help"
    assert chat.page.locator("main script").count() == 0


def test_a_script_typed_by_a_person_stays_text(chat: ChatPage) -> None:
    chat.says("<script>alert(1)</script><img src=x onerror=alert(2)>")
    assert chat.page.locator("main script").count() == 0
    assert chat.page.locator("main article img").count() == 0


def test_a_moment_in_a_message_is_shown_in_the_readers_own_zone(chat: ChatPage, bot: Bot) -> None:
    noon = 1_772_798_400  # Friday 6 March 2026, 12:00 UTC
    bot.says(chat.person, f'<tg-time unix="{noon}" format="wt">Fri 12:00</tg-time>', parse_mode="HTML")
    expect(chat.message("Friday")).to_contain_text("Friday 13:00")


def test_right_to_left_lines_run_right_to_left(chat: ChatPage) -> None:
    chat.says("لحظة هادئة")
    expect(chat.message("لحظة").locator(".text")).to_have_css("direction", "rtl")


def test_photos_go_both_ways_and_open_large(chat: ChatPage, bot: Bot) -> None:
    chat.attaches("Photo", "stairs.png", "image/png", png(), caption="the light")
    heard = bot.hears(chat.person)
    assert heard["photo"]
    assert heard["caption"] == "the light"
    bot.sends_file("sendPhoto", chat.person, "photo", "sky.png", png(96, 64))
    expect(chat.button("Open the picture")).to_have_count(2)
    picture = chat.page.locator("article img").last
    picture.evaluate("image => image.decode()")
    chat.button("Open the picture").last.click()
    expect(chat.page.get_by_role("dialog", name="Picture")).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog", name="Picture")).to_have_count(0)


def test_a_voice_note_from_a_file_can_be_played(chat: ChatPage, bot: Bot) -> None:
    chat.attaches("Voice note from a file", "note.wav", "audio/wav", sound())
    assert bot.hears(chat.person)["voice"]
    chat.button("Play: Voice note").click()
    expect(chat.page.get_by_role("slider", name="Position")).to_have_value("1000")


def test_a_document_is_offered_for_download_under_its_name(chat: ChatPage, bot: Bot) -> None:
    bot.sends_file("sendDocument", chat.person, "document", "glimmers.zip", b"PK")
    with chat.page.expect_download() as download:
        chat.page.get_by_role("link", name="glimmers.zip").click()
    assert download.value.suggested_filename == "glimmers.zip"


def test_an_own_message_is_changed_with_the_arrow_key(chat: ChatPage, bot: Bot) -> None:
    chat.says("a ketle")
    bot.hears(chat.person)
    chat.input.press("ArrowUp")
    expect(chat.input).to_have_value("a ketle")
    chat.input.fill("a kettle")
    chat.input.press("Enter")
    assert bot.hears(chat.person, "edited_message")["text"] == "a kettle"
    expect(chat.message("a kettle")).to_contain_text("edited")


def test_leaving_an_edit_brings_the_draft_back(chat: ChatPage) -> None:
    chat.says("said")
    chat.input.fill("half a thought")
    chat.does(chat.message("said"), "Edit")
    expect(chat.input).to_have_value("said")
    chat.input.press("Escape")
    expect(chat.input).to_have_value("half a thought")


def test_a_reply_quotes_what_it_answers(chat: ChatPage, bot: Bot) -> None:
    question = bot.says(chat.person, "What did your eyes rest on?")
    chat.does(chat.message("What did your eyes rest on?"), "Reply")
    chat.says("the stairs")
    assert bot.hears(chat.person)["reply_to_message"]["message_id"] == question["message_id"]
    expect(chat.message("the stairs")).to_contain_text("What did your eyes rest on?")


def test_reactions_go_both_ways_and_can_be_taken_back(chat: ChatPage, bot: Bot) -> None:
    chat.says("a fox")
    mine = bot.hears(chat.person)
    reaction = [{"type": "emoji", "emoji": "👍"}]
    bot.call("setMessageReaction", chat_id=chat.person, message_id=mine["message_id"], reaction=reaction)
    expect(chat.message("a fox").get_by_role("img", name=re.compile("👍"))).to_be_visible()
    bot.says(chat.person, "Kept, the fox.")
    chat.does(chat.message("Kept, the fox."), "❤️")
    assert bot.hears(chat.person, "message_reaction")["new_reaction"] == [{"type": "emoji", "emoji": "❤"}]
    chat.button("Take ❤ back").click()
    assert bot.hears(chat.person, "message_reaction")["new_reaction"] == []
    expect(chat.button("Take ❤ back")).to_have_count(0)


def test_an_answer_that_the_events_have_overtaken_takes_nothing_back(chat: ChatPage, bot: Bot) -> None:
    late: list[tuple[Route, APIResponse]] = []
    chat.page.route("**/messages", lambda route: late.append((route, route.fetch())))
    chat.says("a fox")
    reaction = [{"type": "emoji", "emoji": "👍"}]
    message_id = bot.hears(chat.person)["message_id"]
    bot.call("setMessageReaction", chat_id=chat.person, message_id=message_id, reaction=reaction)
    reacted = chat.message("a fox").get_by_role("img", name=re.compile("👍"))
    expect(reacted).to_be_visible()
    for route, answer in late:
        route.fulfill(response=answer)
    chat.page.unroute("**/messages")
    chat.says("another fox")
    bot.hears(chat.person)
    bot.says(chat.person, "Kept, both.")
    expect(chat.message("Kept, both.")).to_be_visible()
    expect(chat.messages.filter(has_text="a fox").get_by_role("img", name=re.compile("👍"))).to_be_visible()


def test_a_deleted_message_leaves_the_page(chat: ChatPage, bot: Bot) -> None:
    sent = bot.says(chat.person, "for a moment only")
    expect(chat.message("for a moment only")).to_be_visible()
    bot.call("deleteMessage", chat_id=chat.person, message_id=sent["message_id"])
    expect(chat.message("for a moment only")).to_have_count(0)
