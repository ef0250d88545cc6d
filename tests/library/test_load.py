"""Reading ``prompts/``: strict with our own files."""

import shutil

import pytest

from bot.domain.care import Tier, assess
from bot.domain.kinds import Category, Depth, PartOfDay, Season, Subject
from bot.domain.lines import ReinviteButton, Stage
from bot.library import Library, LibraryError
from tests.library.folder import HEAD, entries, prompt, spoil


def test_a_locale_is_read_whole(prompts):
    spoil(
        prompts / "en/sight.toml",
        'slots = ["midday", "any"], depth = "light"',
        'slots = ["morning"], depth = "deep", season = ["winter"], '
        'sensitive = ["family"], variants = ["Another one?"]',
    )
    spoil(prompts / "en/reinvites.toml", "stage = 2", 'stage = 2, buttons = ["keep", "pause"]')
    english = Library.load(prompts).locale("en")
    sight = next(one for one in english.prompts if one.id == "sight-002")
    assert (sight.category, sight.depth) == (Category.SIGHT, Depth.DEEP)
    assert (sight.slots, sight.season) == ({PartOfDay.MORNING}, {Season.WINTER})
    assert (sight.sensitive, sight.variants) == ({Subject.FAMILY}, ("Another one?",))
    asking = next(one for one in english.reinvites if one.stage is Stage.SECOND)
    assert asking.buttons == (ReinviteButton.KEEP, ReinviteButton.PAUSE)
    assert english.say("welcome", name="you") == "Hello <b>you</b>."
    assert assess("oh I want to sing", english.care) is Tier.EXPLICIT
    assert english.lexicon.themes[Category.SIGHT].stems == ("glow",)
    assert english.support.directory == "https://findahelpline.com"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("xx", "xx"),
        ("XX", "xx"),
        ("xx-BR", "xx"),
        ("xx_BR", "xx"),
        ("pt-BR", "en"),
        ("", "en"),
        (None, "en"),
        ("🌧", "en"),
    ],
)
def test_the_nearest_locale_is_taken(prompts, asked, given):
    assert Library.load(prompts).locale(asked).code == given


def test_the_default_comes_first_and_can_be_chosen(prompts):
    assert [locale.code for locale in Library.load(prompts, default="xx").locales] == ["xx", "en"]
    assert Library.load(prompts).locales[0].name == "Name of en"


def test_an_unknown_default_is_said_in_one_sentence(prompts):
    with pytest.raises(LibraryError, match=r"no locale de.* Set LOCALE to one of en, xx"):
        Library.load(prompts, default="de")


def test_a_young_locale_borrows_lines_but_neither_care_nor_themes(prompts):
    for name in ("acks", "recap", "reinvites", "care", "lexicon"):
        (prompts / f"xx/{name}.toml").unlink()
    library = Library.load(prompts)
    english, young = library.locale("en"), library.locale("xx")
    assert young.acks == english.acks
    assert young.recap_lines == english.recap_lines
    assert young.reinvites == english.reinvites
    assert young.care.patterns == ()
    assert young.lexicon.themes == {}


def test_the_words_people_type_are_the_locales_own_or_the_defaults(prompts):
    (prompts / "en/typed.toml").write_text(f'{HEAD}[days]\nmon = "0"\n')
    (prompts / "xx/typed.toml").write_text(f'{HEAD}[days]\nlun = "0"\n')
    assert "lun" in Library.load(prompts).locale("xx").vocabulary.days
    (prompts / "xx/typed.toml").unlink()
    assert "mon" in Library.load(prompts).locale("xx").vocabulary.days


def test_words_people_type_that_cannot_be_used_are_a_fault(prompts):
    (prompts / "en/typed.toml").write_text(f'{HEAD}[days]\nmon = "first"\n')
    with pytest.raises(LibraryError, match=r"en/typed\.toml:4: cannot be used"):
        Library.load(prompts)


def test_a_locale_with_prompts_of_its_own_keeps_them(prompts):
    spoil(prompts / "xx/sight.toml", "asight1", "something")
    library = Library.load(prompts)
    assert library.locale("xx").prompts != library.locale("en").prompts


FAULTS = [
    ("sight.toml", '"light"', '"shallow"', 4, "“shallow” is no depth. Use light, medium, deep"),
    ("sight.toml", 'depth = "light", tense', 'deepth = "light", tense', 4, "“depth” is missing"),
    (
        "sight.toml",
        'depth = "light", text',
        'depth = "light", colour = "red", text',
        5,
        "“colour” is not known",
    ),
    ("sight.toml", 'text = "asight2', 'text = 7, old = "asight2', 5, "“text” has the wrong type"),
    ("sight.toml", 'text = "asight1 bsight1 csight1 dsight1"', 'text = ""', 4, "“text” is empty"),
    ("sight.toml", "asight3", "asight3! asight3", 6, "exclamation mark"),
    ("sight.toml", "asight3", "a? b? c?", 6, "more than two questions"),
    ("sight.toml", "asight3", "x" * 160, 6, "characters. Keep it between 8 and 160"),
    ("sight.toml", "asight3", "<b>", 6, "markup"),
    ("sight.toml", "asight3", "{name}", 6, "the variable {name}. Allowed here: none"),
    ("sight.toml", "asight3", "SHOUTING", 6, "shouts"),
    ("sight.toml", "asight3", "two  spaces", 6, "odd spacing"),
    ("sight.toml", '"sight-003"', '"sound-003"', 6, "“sound-003” is no id for this place"),
    ("sight.toml", '["morning", "any"]', "[]", 4, "“slots” is missing"),
    ("sight.toml", "},", "}", 5, "is no TOML"),
    ("sight.toml", "schema = 1", "schema = 2", 1, "“schema” is missing or unknown"),
    ("sight.toml", "schema = 1", "schema = true", 1, "“schema” has the wrong type"),
    ("sight.toml", "schema = 1", 'schema = 1\nextra = "x"', 2, "“extra” is not known here"),
    ("meta.toml", '"en"', '"de"', 3, "not the folder's name"),
    ("acks.toml", '"ack-any-002", when = "any"', '"ack-any-002", when = "never"', 5, "“never” is no when"),
    ("acks.toml", "Any line 2.", "Any line 2." * 12, 5, "between 2 and 120"),
    ("acks.toml", 'line 2."', 'line 2.", words = true, wordless = true', 5, "suits nothing"),
    ("reinvites.toml", ", final = true", "", 8, "stage 3 is the last message"),
    ("reinvites.toml", "stage = 1,", "stage = 4,", 4, "“stage” is missing or unknown"),
    ("recap.toml", "About week:", "About {month}:", 6, "Allowed here: none"),
    ("recap.toml", 'period = "today"', 'period = "today", whole = true', 4, "“whole” says nothing of today"),
    ("care.toml", '"want to sing"', '"want (to"', 5, "cannot be used"),
    ("care.toml", '"unsure"', '"maybe"', 6, "“maybe” is no tier. Use explicit, unsure"),
    ("banned.toml", "\\bmust", "(must", 4, "no regular expression"),
    ("support.toml", "https:", "http:", 3, "no safe link"),
    ("lexicon.toml", "themes.sight", "themes.sigth", 3, "“sigth” is no category"),
    ("lexicon.toml", "words", "wrods", 4, "“wrods” is not known here"),
    ("messages.ftl", "days =", "days", 3, "is no Fluent"),
    ("messages.ftl", "days =", "welcome =", 3, "“welcome” stands here twice"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "message"), FAULTS)
def test_a_fault_is_named_by_file_and_line_with_its_fix(prompts, file, old, new, line, message):
    spoil(prompts / "en" / file, old, new)
    with pytest.raises(LibraryError) as caught:
        Library.load(prompts)
    finding = caught.value.findings[0]
    assert (finding.file, finding.line) == (f"prompts/en/{file}", line)
    assert message in str(finding)
    assert str(prompts) not in str(caught.value)


def test_all_faults_of_a_locale_are_told_at_once(prompts):
    spoil(prompts / "en/sight.toml", '"light"', '"shallow"')
    spoil(prompts / "en/sound.toml", '"light"', '"shallow"')
    with pytest.raises(LibraryError) as caught:
        Library.load(prompts)
    assert len(caught.value.findings) == 2


def test_a_file_nobody_reads_is_a_fault(prompts):
    shutil.copy(prompts / "en/sight.toml", prompts / "en/sights.toml")
    with pytest.raises(LibraryError, match=r"sights\.toml: is no file of a locale"):
        Library.load(prompts)


def test_a_file_that_is_no_text_is_a_fault(prompts):
    (prompts / "en/sight.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(LibraryError, match="UTF-8"):
        Library.load(prompts)


def test_entries_may_be_written_over_several_lines(prompts):
    one = '\n[[prompts]]\nid = "sight-00{n}"\nslots = ["any"]\ndepth = "light"\ntext = "Thing {n}, seen?"\n'
    written = "".join(one.replace("{n}", str(n)) for n in (1, 2))
    (prompts / "en/sight.toml").write_text(f"{HEAD}{written}tone = 3\n")
    with pytest.raises(LibraryError, match=r"sight\.toml:15: “tone” has the wrong type"):
        Library.load(prompts)


def test_a_support_line_needs_a_day_and_a_source(prompts):
    line = 'country = "XX", name = "Nobody", phone = "000", source = "invented"'
    (prompts / "en/support.toml").write_text(
        entries("lines", [line]).replace("lines", 'directory = "https://example.org"\nlines', 1)
    )
    with pytest.raises(LibraryError, match="“verified_on” is no date"):
        Library.load(prompts)


def test_a_retired_prompt_is_kept_and_marked(prompts):
    retired = entries("prompts", [prompt("sight", 1, ", retired = true")])
    (prompts / "en/sight.toml").write_text(retired)
    english = Library.load(prompts).locale("en")
    assert [one.retired for one in english.prompts if one.category is Category.SIGHT] == [True]
