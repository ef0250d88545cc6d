"""The operator's own prompts."""

from pathlib import Path

import pytest

from bot.domain.kinds import Category
from bot.library import Library
from tests.library.folder import HEAD, entries


def own(number: int, text: str = "Anything green on a windowsill?", more: str = "") -> str:
    return f'id = "ours-{number:03}", slots = ["any"], depth = "light"{more}, text = "{text}"'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    (tmp_path / "packs/xx").mkdir(parents=True)
    return tmp_path / "packs"


def prompts_of(library: Library, code: str) -> list[str]:
    return [prompt.id for prompt in library.locale(code).prompts if prompt.id.startswith("ours")]


def test_a_pack_is_mixed_in(prompts, packs):
    (packs / "sight.toml").write_text(entries("prompts", [own(1)]))
    (packs / "xx/home.toml").write_text(entries("prompts", [own(2)]))
    library = Library.load(prompts, packs)
    assert library.refused == ()
    assert prompts_of(library, "en") == ["ours-001"]
    assert prompts_of(library, "xx") == ["ours-002"]
    assert library.locale("xx").prompts[-1].category is Category.HOME


def test_a_loose_file_may_name_its_category_and_locale(prompts, packs):
    named = entries("prompts", [own(1)]).replace("prompts", 'locale = "xx"\ncategory = "play"\nprompts', 1)
    (packs / "my own.toml").write_text(named)
    library = Library.load(prompts, packs)
    assert library.refused == ()
    assert library.locale("xx").prompts[-1].category is Category.PLAY


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (entries("prompts", [own(1), own(2, "Buy this now!")]), 5, "exclamation mark"),
        (entries("prompts", [own(1, "This you must not forget")]), 4, "banned (pressure)"),
        (entries("prompts", [own(1).replace("ours", "sight")]), 4, "the id sight-001 is taken"),
        (
            entries(
                "prompts", [own(1), own(2, "A coat on the stairs?").replace('"ours-002"', "'sight-001'")]
            ),
            5,
            "the id sight-001 is taken",
        ),
        (entries("prompts", [own(1), own(1, "Another thing on the stairs?")]), 5, "the id ours-001 is taken"),
        (entries("prompts", [own(1, "asight1 bsight1 csight1 xsight1")]), 4, "nearly sight-001"),
        (entries("prompts", [own(1), own(2, "Anything green on the windowsill?")]), 5, "nearly ours-001"),
        (entries("prompts", [own(1, more=', mood = "x"')]), 4, "“mood” is not known here"),
        (f'{HEAD}category = "taste"\nprompts = [{{ {own(1)} }}]', 4, "not marked for who mutes food"),
        (entries("acks", [own(1)]), 1, "“prompts” is missing"),
        ("prompts = [", 1, "is no TOML"),
        (f'{HEAD}locale = "yy"\nprompts = []\n', 3, "there is no locale yy"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_the_rest_goes_on(prompts, packs, text, line, reason):
    (packs / "sight.toml").write_text(text)
    (packs / "sound.toml").write_text(entries("prompts", [own(9, "A tap that stopped dripping?")]))
    library = Library.load(prompts, packs)
    (refusal,) = library.refused
    assert (refusal.file, refusal.line) == ("sight.toml", line)
    assert reason in refusal.reason
    assert prompts_of(library, "en") == ["ours-009"]


def test_a_file_with_the_mark_that_some_editors_write_before_it_is_read(prompts, packs):
    (packs / "sight.toml").write_text(entries("prompts", [own(1)]), encoding="utf-8-sig")
    library = Library.load(prompts, packs)
    assert library.refused == ()
    assert prompts_of(library, "en") == ["ours-001"]


def test_a_name_that_is_no_category_needs_one(prompts, packs):
    (packs / "garden.toml").write_text(entries("prompts", [own(1)]))
    (refusal,) = Library.load(prompts, packs).refused
    assert "“category” is missing" in refusal.reason


def test_a_folder_of_no_locale_is_refused(prompts, packs):
    (packs / "yy").mkdir()
    (packs / "yy/sight.toml").write_text(entries("prompts", [own(1)]))
    (refusal,) = Library.load(prompts, packs).refused
    assert refusal.file == "yy/sight.toml"
    assert "there is no locale yy. Use en, xx" in refusal.reason


def test_a_file_that_lies_too_deep_is_refused_and_not_passed_over(prompts, packs):
    (packs / "xx/more/still").mkdir(parents=True)
    (packs / "xx/more/still/sight.toml").write_text(entries("prompts", [own(1)]))
    (refusal,) = Library.load(prompts, packs).refused
    assert str(refusal).startswith("xx/more/still/sight.toml is left out: it lies too deep to be read.")


def test_a_missing_folder_is_refused_too(prompts, packs):
    (refusal,) = Library.load(prompts, packs / "nowhere").refused
    assert refusal.reason == "there is no such folder"
