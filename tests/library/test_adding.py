"""Adding a locale is adding a folder, as docs/adding-a-language.md promises."""

import shutil
from pathlib import Path

from bot import app
from bot.chat.profile import show
from bot.library import Library
from tests.dialog import talking
from tests.library.folder import spoil


def copied(folder: Path, *codes: str) -> Path:
    """Our words with locales more, made as the page says; the code is invented unless one is named."""
    ours = app.prompts_folder()
    shutil.copytree(ours, folder / "prompts")
    for code in codes or ("qq",):
        young = folder / "prompts" / code
        shutil.copytree(ours / "en", young)
        for file in ("care.toml", "lexicon.toml"):
            (young / file).unlink()
        spoil(young / "meta.toml", 'locale = "en"', f'locale = "{code}"')
        spoil(young / "messages.ftl", "nothing-button = Nothing today", "nothing-button = Qua qua")
    return folder / "prompts"


def test_a_copied_folder_with_a_new_code_is_a_locale(tmp_path):
    locale = Library.load(copied(tmp_path)).locale("qq-QQ")
    assert locale.code == "qq"
    assert locale.say("nothing-button") == "Qua qua"


def test_a_locale_without_care_phrases_hears_nothing_and_still_says_where_people_are(tmp_path):
    locale = Library.load(copied(tmp_path)).locale("qq")
    assert not locale.care.patterns
    assert locale.support.directory in locale.say("support", directory=locale.support.directory)


def test_the_other_locales_stay_as_they_are(tmp_path):
    before = {locale.code: locale.prompts for locale in Library.load(app.prompts_folder()).locales}
    after = {locale.code: locale.prompts for locale in Library.load(copied(tmp_path)).locales}
    assert {code: after[code] for code in before} == before


async def test_a_locale_of_one_country_has_its_menu_and_stops_nobody_elses(tmp_path):
    library = Library.load(copied(tmp_path, "pt-BR", "uk", "xyz"))
    async with talking(tmp_path / "a.db", library=library) as anna:
        await anna.says("/help")  # so that it is there
        await show(anna.house.application.bot, library, anna.house.commands)
        menu = anna.sandbox.world.profile.commands
        assert all(menu("default", code) for code in ("", "de", "es", "pt", "uk"))
    assert library.locale("pt").code == "pt-BR"
    assert library.locale("pt-PT").code == "pt-BR"
