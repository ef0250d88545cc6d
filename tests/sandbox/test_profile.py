"""What the bot tells Telegram about itself, and what Telegram tells it about others."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest
import telegram

from bot.sandbox import Person, Sandbox
from tests.sandbox.conftest import HandClock
from tests.sandbox.wires import Caller


def command(name: str, description: str = "x") -> dict[str, str]:
    return {"command": name, "description": description}


async def test_commands_are_kept_by_scope_and_language(bot: telegram.Bot) -> None:
    private = telegram.BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([("start", "Begin")])
    await bot.set_my_commands([("start", "Anfangen")], scope=private, language_code="de")
    assert (await bot.get_my_commands())[0].description == "Begin"
    assert (await bot.get_my_commands(scope=private, language_code="de"))[0].description == "Anfangen"
    assert await bot.get_my_commands(language_code="fr") == ()
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()


async def test_a_persons_menu_is_the_narrowest_that_has_any(sandbox: Sandbox, bot: telegram.Bot) -> None:
    await bot.set_my_commands([("a", "everybody")])
    await bot.set_my_commands([("a", "alle")], language_code="de")
    anna, hans = sandbox.person("Anna"), sandbox.person("Hans", language="de")

    def menu(person: Person) -> list[str]:
        seen = sandbox.world.profile.shown_to(person.id, person.language)
        return [each["description"] for each in seen["commands"]]

    assert (menu(anna), menu(hans)) == (["everybody"], ["alle"])
    await bot.set_my_commands([("a", "in private")], scope=telegram.BotCommandScopeAllPrivateChats())
    assert (menu(anna), menu(hans)) == (["in private"], ["in private"])


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([command("Start")], "BOT_COMMAND_INVALID"),
        ([command("x" * 33)], "BOT_COMMAND_INVALID"),
        ([command("x", "")], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command("x", "d" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command("x")] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_impossible_commands_are_refused(
    call: Caller, commands: list[dict[str, str]], reason: str
) -> None:
    assert reason in await call.refused("setMyCommands", commands=commands)


async def test_names_and_descriptions_fall_back_to_those_without_a_language(
    sandbox: Sandbox, bot: telegram.Bot
) -> None:
    await bot.set_my_description("small moments")
    await bot.set_my_description("kleine Momente", language_code="de")
    await bot.set_my_short_description("moments")
    await bot.set_my_name("Glimmer")
    assert (await bot.get_my_description("de")).description == "kleine Momente"
    assert (await bot.get_my_description("fr")).description == "small moments"
    assert (await bot.get_my_short_description()).short_description == "moments"
    assert (await bot.get_my_name()).name == "Glimmer"
    await bot.set_my_description(None, language_code="de")
    assert (await bot.get_my_description("de")).description == "small moments"


async def test_texts_about_the_bot_have_their_lengths(call: Caller) -> None:
    for method, name, most in (
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ):
        await call.done(method, **{name: "x" * most})
        assert "is too long" in await call.refused(method, **{name: "x" * (most + 1)})
    assert "language code" in await call.refused("setMyName", name="x", language_code="english")


async def test_a_chat_tells_who_it_is_with(bot: telegram.Bot, anna: Person) -> None:
    chat = await bot.get_chat(anna.id)
    assert (chat.id, chat.type, chat.first_name) == (anna.id, "private", "Anna")
    assert (await bot.get_user_profile_photos(anna.id)).total_count == 0
    with pytest.raises(telegram.error.BadRequest, match="private chats"):
        await bot.leave_chat(anna.id)


async def test_the_menu_button_is_kept_for_one_chat_or_all(bot: telegram.Bot, anna: Person) -> None:
    await bot.set_chat_menu_button(anna.id, telegram.MenuButtonDefault())
    assert (await bot.get_chat_menu_button(anna.id)).type == "default"
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_only_known_actions_are_shown(bot: telegram.Bot, call: Caller, anna: Person) -> None:
    await bot.send_chat_action(anna.id, "typing")
    assert "wrong value" in await call.refused("sendChatAction", chat_id=anna.id, action="dancing")


async def test_a_file_path_works_for_an_hour(
    sandbox: Sandbox, clock: HandClock, http: aiohttp.ClientSession, call: Caller, anna: Person
) -> None:
    file_id = anna.sends_voice(b"hello")["voice"]["file_id"]
    path = (await call.done("getFile", file_id=file_id))["file_path"]
    address = f"{sandbox.url}/file/bot{sandbox.token}/{path}"
    async with http.get(address) as answer:
        assert await answer.read() == b"hello"
    async with http.get(address.replace(sandbox.token, "1:wrong")) as answer:
        assert answer.status == 401
    clock.goes_on(timedelta(hours=1))
    async with http.get(address) as answer:
        assert answer.status == 404
    assert "invalid file_id" in await call.refused("getFile", file_id="nothing")


async def test_the_bot_can_say_goodbye(call: Caller) -> None:
    assert await call.done("close") is True
    assert await call.done("logOut") is True
