"""The demo's page as a whole: beginning, people, clock, restarts, sizes."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.acting import Bot, ChatPage, inline, open_chat
from tests.browser.serving import Server


def test_the_first_visitor_gives_a_name_and_finds_the_description_and_the_start_button(
    page: Page, tmp_path: Path
) -> None:
    server = Server(tmp_path)
    try:
        Bot(server).call("setMyDescription", description="Hello there.")
        page.goto(server.url)
        page.get_by_label("First name").fill("Anna")
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_text("Hello there.")).to_be_visible()
        chat = ChatPage(page, int(re.search(r"person=(\d+)", page.url)[1]))  # type: ignore[index]  # the URL names the person
        chat.starts()
        assert Bot(server).hears(chat.person)["text"] == "/start"
        expect(page.get_by_text("Hello there.")).to_be_hidden()
        page.goto(server.url)
        expect(chat.message("/start")).to_be_visible()
    finally:
        server.kill()


def test_the_header_names_the_bot_and_says_when_it_is_typing(chat: ChatPage, bot: Bot) -> None:
    name = bot.call("getMe")["first_name"]
    expect(chat.page.get_by_role("heading", name=name)).to_be_visible()
    expect(chat.page.get_by_text("Small moments, kept")).to_be_visible()
    bot.call("sendChatAction", chat_id=chat.person, action="typing")
    expect(chat.page.get_by_text("typing…")).to_be_visible()
    bot.says(chat.person, "There you are.")
    expect(chat.page.get_by_text("typing…")).to_be_hidden()


def test_what_a_person_writes_reaches_the_bot_and_its_answer_the_page(chat: ChatPage, bot: Bot) -> None:
    chat.input.fill("rain on the")
    chat.input.press("Shift+Enter")
    chat.input.press_sequentially("roof")
    chat.input.press("Enter")
    assert bot.hears(chat.person)["text"] == "rain on the\nroof"
    bot.says(chat.person, "Kept.")
    expect(chat.message("Kept.")).to_be_visible()
    expect(chat.input).to_have_value("")


def test_a_draft_outlives_the_page(chat: ChatPage) -> None:
    chat.input.fill("not sent yet")
    chat.page.reload()
    expect(chat.input).to_have_value("not sent yet")


def test_a_second_person_has_a_chat_and_an_unread_dot_of_their_own(chat: ChatPage, bot: Bot) -> None:
    page = chat.page
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("First name").fill("Yusuf")
    page.get_by_label("Language").select_option("ar")
    page.get_by_role("dialog").get_by_role("button", name="Add").click()
    expect(page.get_by_role("link", name="Open Yusuf's chat").last).to_have_attribute("aria-current", "page")
    yusuf = ChatPage(page, int(re.search(r"person=(\d+)", page.url)[1]))  # type: ignore[index]  # the URL names the person
    yusuf.starts()
    heard = bot.hears(yusuf.person)
    assert heard["from"]["language_code"] == "ar"
    assert chat.person != yusuf.person
    bot.says(chat.person, "Only for Anna.")
    dot = page.locator(f'nav a[href="/?person={chat.person}"]')
    expect(dot).to_have_accessible_name("Anna, new messages", timeout=20_000)
    dot.click()
    expect(chat.message("Only for Anna.")).to_be_visible()
    expect(chat.message("/start")).to_have_count(1)


def test_a_blocked_bot_is_told_and_can_be_let_in_again(chat: ChatPage, bot: Bot) -> None:
    chat.button("Chat menu").click()
    chat.page.get_by_role("menuitem", name="Block the bot").click()
    expect(chat.input).to_be_hidden()
    assert bot.hears(chat.person, "my_chat_member")["new_chat_member"]["status"] == "kicked"
    chat.button("Unblock the bot").click()
    assert bot.hears(chat.person, "my_chat_member")["new_chat_member"]["status"] == "member"
    expect(chat.input).to_be_visible()


def test_the_clock_moves_by_an_hour_and_back(chat: ChatPage) -> None:
    panel = chat.page.get_by_role("complementary", name="The demo's clock")
    shown = panel.locator("time")
    before = shown.get_attribute("datetime")
    panel.get_by_role("button", name="Tomorrow morning").click()
    expect(chat.log.get_by_text("Yesterday")).to_be_visible()
    assert shown.get_attribute("datetime") > before  # type: ignore[operator]  # ISO times, both set
    panel.get_by_role("button", name="Now").click()
    expect(chat.log.get_by_text("Today")).to_be_visible()


def test_without_a_question_ahead_the_clock_says_why_it_stays(chat: ChatPage) -> None:
    chat.page.route("**/clock", lambda route: route.fulfill(json=route.fetch().json() | {"stays": True}))
    chat.page.get_by_role("button", name="To the next nudge").click()
    expect(chat.page.get_by_text("No question is on its way")).to_be_visible()


def test_a_killed_server_is_waited_for_and_nothing_typed_is_lost(page: Page, tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        chat = open_chat(page, server, "Anna")
        chat.starts()
        chat.input.fill("half a sentence")
        server.kill()
        expect(page.get_by_text("Reconnecting…")).to_be_visible()
        chat.input.press("Enter")
        expect(page.get_by_text("Your words are still here.")).to_be_visible()
        expect(chat.input).to_have_value("half a sentence")
        server.start()
        bot = Bot(server)
        expect(page.get_by_text("Reconnecting…")).to_be_hidden()
        bot.says(chat.person, "Back again.")
        expect(chat.message("Back again.")).to_be_visible()
        expect(chat.message("/start")).to_have_count(1)
        chat.says("half a sentence")
    finally:
        server.kill()


def test_a_long_chat_opens_at_its_end_and_older_messages_come_when_scrolled_to(
    chat: ChatPage, bot: Bot
) -> None:
    for number in range(150):
        bot.says(chat.person, f"moment {number:03}")
    expect(chat.message("moment 149")).to_be_in_viewport()
    chat.page.reload()
    expect(chat.message("moment 149")).to_be_in_viewport()
    expect(chat.message("moment 000")).to_have_count(0)
    for _ in range(4):
        chat.messages.first.scroll_into_view_if_needed()
        chat.page.wait_for_timeout(100)
    expect(chat.message("moment 000")).to_have_count(1)
    expect(chat.message("moment 149")).not_to_be_in_viewport()
    chat.button("To the newest message").click()
    expect(chat.message("moment 149")).to_be_in_viewport()


def test_nothing_is_wider_than_a_small_telephone(chat: ChatPage, bot: Bot) -> None:
    chat.page.set_viewport_size({"width": 360, "height": 740})
    rows = inline(
        [{"text": "A rather long label", "callback_data": "a"}, {"text": "And another", "callback_data": "b"}]
    )
    bot.says(chat.person, "Donaudampfschifffahrt" * 9, reply_markup=rows)
    expect(chat.button("And another")).to_be_in_viewport()
    assert chat.page.evaluate("document.documentElement.scrollWidth") == 360
    assert chat.log.evaluate("node => node.scrollWidth <= node.clientWidth")
    chat.button("Show the demo's clock").click()
    expect(chat.button("Tomorrow morning")).to_be_in_viewport()
    chat.page.keyboard.press("Escape")
    expect(chat.button("Tomorrow morning")).to_be_hidden()


def test_who_asks_for_a_chat_that_is_not_there_may_choose_another(
    page: Page, server: Server, bot: Bot
) -> None:
    known = open_chat(page, server, "Mei")
    page.goto(f"{server.url}/?person=999999999")
    expect(page.get_by_text("This person is not in the demo any more.")).to_be_visible()
    page.get_by_role("link", name="Mei").last.click()
    expect(known.button("START")).to_be_visible()
