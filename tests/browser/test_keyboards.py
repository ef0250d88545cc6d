"""Buttons under messages, reply keyboards, and the command menu."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.acting import Bot, ChatPage, inline


def test_an_inline_button_waits_for_its_answer_and_shows_the_toast(chat: ChatPage, bot: Bot) -> None:
    chat_rows = inline(
        [{"text": "Morning", "callback_data": "am"}, {"text": "Evening", "callback_data": "pm"}]
    )
    bot.says(chat.person, "When?", reply_markup=chat_rows)
    chat.button("Evening").click()
    expect(chat.button("Evening")).to_have_attribute("aria-busy", "true")
    query = bot.hears(chat.person, "callback_query")
    assert query["data"] == "pm"
    bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Evening it is.")
    expect(chat.page.get_by_text("Evening it is.")).to_be_visible()
    expect(chat.button("Evening")).to_have_attribute("aria-busy", "false")
    bot.call(
        "editMessageText",
        chat_id=chat.person,
        message_id=query["message"]["message_id"],
        text="At 20:30, then.",
    )
    expect(chat.message("At 20:30, then.")).to_be_visible()
    expect(chat.button("Evening")).to_have_count(0)


def test_an_alert_waits_for_ok_and_a_link_button_opens_a_tab_of_its_own(chat: ChatPage, bot: Bot) -> None:
    rows = inline(
        [{"text": "Tell me", "callback_data": "x"}, {"text": "Read", "url": "https://example.org/"}]
    )
    bot.says(chat.person, "More?", reply_markup=rows)
    link = chat.page.get_by_role("link", name="Read")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    chat.button("Tell me").click()
    query = bot.hears(chat.person, "callback_query")
    bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Only this.", show_alert=True)
    dialog = chat.page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("Only this.")
    dialog.get_by_role("button", name="OK").click()
    expect(dialog).to_be_hidden()


def test_a_reply_keyboard_for_one_time_folds_away_and_a_removed_one_is_gone(chat: ChatPage, bot: Bot) -> None:
    keyboard = {
        "keyboard": [[{"text": "One now"}, {"text": "Later"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": "A word is enough",
    }
    bot.says(chat.person, "Now?", reply_markup=keyboard)
    expect(chat.input).to_have_attribute("placeholder", "A word is enough")
    chat.button("Later").click()
    assert bot.hears(chat.person)["text"] == "Later"
    expect(chat.button("Later")).to_be_hidden()
    chat.button("Show the reply buttons").click()
    expect(chat.button("Later")).to_be_visible()
    bot.says(chat.person, "Fine.", reply_markup={"remove_keyboard": True})
    expect(chat.button("Later")).to_have_count(0)
    expect(chat.button("Hide the reply buttons")).to_be_hidden()


def test_a_place_is_shared_from_examples(chat: ChatPage, bot: Bot) -> None:
    keyboard = {"keyboard": [[{"text": "Share my place", "request_location": True}]], "resize_keyboard": True}
    bot.says(chat.person, "Where are you?", reply_markup=keyboard)
    chat.button("Share my place").click()
    chat.button("Kathmandu").click()
    chat.button("Share this place").click()
    assert round(bot.hears(chat.person)["location"]["longitude"], 2) == 85.32
    expect(chat.message("85.324")).to_be_visible()


def test_a_forced_reply_answers_its_question(chat: ChatPage, bot: Bot) -> None:
    question = bot.says(
        chat.person, "Which city?", reply_markup={"force_reply": True, "input_field_placeholder": "A city"}
    )
    expect(chat.page.get_by_text("Replying to")).to_be_visible()
    expect(chat.input).to_be_focused()
    expect(chat.input).to_have_attribute("placeholder", "A city")
    chat.says("Lisbon")
    assert bot.hears(chat.person)["reply_to_message"]["message_id"] == question["message_id"]
    expect(chat.page.get_by_text("Replying to")).to_be_hidden()
    expect(chat.message("Lisbon")).to_contain_text("Which city?")


def test_the_command_menu_filters_what_is_typed(chat: ChatPage, bot: Bot) -> None:
    chat.input.press_sequentially("/re")
    expect(chat.page.get_by_role("option")).to_have_count(2)
    chat.input.press("ArrowDown")
    chat.input.press("Enter")
    assert bot.hears(chat.person)["text"] == "/remember"
    chat.button("Commands").click()
    expect(chat.page.get_by_role("option")).to_have_count(3)
    chat.input.press("Escape")
    expect(chat.page.get_by_role("option")).to_have_count(0)


def test_the_page_can_be_used_by_keyboard_alone(chat: ChatPage, bot: Bot) -> None:
    bot.says(chat.person, "Shall I?", reply_markup=inline([{"text": "Yes", "callback_data": "yes"}]))
    expect(chat.button("Yes")).to_be_visible()
    chat.input.focus()
    for _ in range(12):
        chat.page.keyboard.press("Shift+Tab")
        if chat.button("Yes").evaluate("node => node === document.activeElement"):
            break
    chat.page.keyboard.press("Enter")
    assert bot.hears(chat.person, "callback_query")["data"] == "yes"
