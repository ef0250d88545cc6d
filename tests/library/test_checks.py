"""``glimmer prompts check``: a library without fault, and every fault it must see."""

from datetime import date
from pathlib import Path

import pytest

from bot.library import checks
from bot.library.checks import Report, renew_manifest
from bot.library.checks.fluent import html_faults
from bot.library.findings import Finding
from tests.library.folder import HEAD, spoil

TODAY = date(2026, 7, 1)


def check_report(prompts: Path) -> Report:
    return checks.check(prompts, TODAY)


def check(prompts: Path) -> list[Finding]:
    return list(check_report(prompts).findings)


def test_a_good_library_has_nothing_to_mend(prompts):
    report = check_report(prompts)
    assert report.findings == ()
    assert report.ok
    assert list(report.lines())[-1] == "All is well"
    assert report.summaries[0].startswith("en Name of en (bronze): 76 prompts in 16 themes")


FAULTS = [
    ("sight.toml", '"sight-003"', '"sight-002"', 5, "the id sight-002 stands here twice"),
    (
        "sight.toml",
        "asight2 bsight2 csight2 dsight2",
        "aSIGHT1, bsight1 csight1 dsight1?",
        5,
        "same words as",
    ),
    ("sight.toml", "dsight2", "dsight2 bsight1 csight1 dsight1 asight1", None, None),
    ("sight.toml", "asight2 bsight2 csight2 dsight2", "asight1 bsight1 csight1 e", 5, "nearly sight-001"),
    ("taste.toml", ', sensitive = ["food", "body"]', "", 4, "not marked for who mutes food"),
    ("body.toml", '["food", "body"]', '["food"]', 4, "not marked for who mutes body"),
    ("acks.toml", "Any line 2.", "Any line 1.", 5, "ack-any-002 has the same words as ack-any-001"),
    ("acks.toml", "Any line 2.", "You must not forget.", 5, "a banned wording (guilt: pressure)"),
    ("acks.toml", 'when = "any",', 'when = "any", follow_up = true,', None, None),
    ("home.toml", "ahome2", "You must not forget ahome2", 5, "a banned wording (guilt: pressure)"),
    ("messages.ftl", "Begin", "You must not forget", 1, "a banned wording (guilt: pressure)"),
    ("messages.ftl", "other] { $count } days", "other] must not forget { $count }", 3, "a banned wording"),
    ("banned.toml", "You must not forget this", "You may forget this", 4, "the bad example of guilt passes"),
    ("banned.toml", "Anything worth keeping", "This must not forget", 4, "banned by guilt"),
    ("care.toml", '["i want to sing"]', '["i want to dance"]', 5, "misses “i want to dance”"),
    ("care.toml", '["want a song"]', '["who would want to sing"]', 5, "wrongly hits"),
    ("care.toml", '["i want to sing"]', "[]", 5, "“want to sing” has no example"),
    ("care.toml", "a kettle to sing for", "kettles want to sing", 3, "is taken for a crisis"),
    ("care.toml", '["a kettle to sing for"]', "[]", 3, "there are no look-alikes"),
    ("care.toml", "there is no song left", "no song left, want to sing", 6, "explicit by another"),
    ("messages.ftl", "<b>", "<b><i>", 1, "leaves <b> open"),
    ("messages.ftl", "<b>", "<h1>", 1, "the tag <h1>, which Telegram does not know"),
    ("messages.ftl", "Begin", "Begin <b>now</b>", 1, "welcome.button has markup"),
    ("messages.ftl", "Begin", "B" * 41, 1, "has 41 characters. A button may have 40"),
    ("messages.ftl", "Saved", "S" * 200, 7, "A toast may have 200"),
    ("messages.ftl", "What", "W" * 256, 8, "A command may have 256"),
    ("messages.ftl", "Hello", "Hello" * 900, 1, "A message may have 4096"),
    ("messages.ftl", "Hello", "Hello!", 1, "exclamation mark"),
    ("messages.ftl", "Hello", "{ -nobody }", 1, "cannot be said"),
    ("messages.ftl", "[one] { $count }", "[one] <b>", 3, "leaves <b> open"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "message"), FAULTS)
def test_a_fault_is_found_where_it_is(prompts, file, old, new, line, message):
    spoil(prompts / "en" / file, old, new)
    found = [finding for finding in check(prompts) if finding.file == f"prompts/en/{file}"]
    if message is None:
        assert found == []
    else:
        assert any(finding.line == line and message in str(finding) for finding in found), found


def test_what_is_only_almost_a_fault_is_none(prompts):
    spoil(prompts / "en/acks.toml", '"any", text = "Any line 1."', '"any", follow_up = true, text = "Where?"')
    assert check(prompts) == []


def test_asking_back_too_often_is_seen(prompts):
    for n in (1, 2, 3):
        spoil(
            prompts / "en/acks.toml",
            f'"any", text = "Any line {n}.',
            f'"any", follow_up = true, text = "{n}?',
        )
    (finding,) = check(prompts)
    assert "3 of 12 lines for any ask something" in finding.message


@pytest.mark.parametrize("more", ["whole = true", "min = 9", "max = 9"])
def test_a_period_needs_an_intro_that_always_holds(prompts, more):
    spoil(prompts / "en/recap.toml", 'period = "year"', f'period = "year", {more}')
    [finding] = check(prompts)
    assert "0 intros for any year, 1 are needed" in finding.message


def test_too_little_for_the_level_is_told_by_file(prompts):
    spoil(prompts / "en/meta.toml", "bronze", "gold")
    found = {finding.file.rpartition("/")[2]: finding.message for finding in check(prompts)}
    assert found["sight.toml"] == "4 prompts, 26 are needed for gold"
    assert found["open.toml"] == "6 prompts, 40 are needed for gold"
    assert found["reinvites.toml"].endswith("are needed for gold")
    assert found["care.toml"].endswith("are needed for gold")


def test_a_part_of_the_day_with_too_little_is_told(prompts):
    for file in (prompts / "en").glob("*.toml"):
        if file.stem not in ("meta", "open", "tender") and 'slots = ["' in file.read_text():
            file.write_text(file.read_text().replace(', "any"]', "]").replace('["any"]', '["morning"]'))
    assert any("prompts for the night" in finding.message for finding in check(prompts))


def test_a_season_with_too_little_is_told(prompts):
    for file in (prompts / "en").glob("*.toml"):
        file.write_text(file.read_text().replace('depth = "light"', 'season = ["winter"], depth = "light"'))
    assert any(finding.message.startswith("0 prompts for the evening") for finding in check(prompts))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('depth = "light"', 'depth = "medium"', "0% of the prompts are light"),
        ('"light", tense', '"light", sensitive = ["work"], tense', "of the prompts are sensitive"),
        ('depth = "light"', 'depth = "light", tone = "playful"', "100% of the prompts are playful"),
        (', tense = "now"', "", "only 0% look beyond today"),
    ],
)
def test_a_mixture_out_of_shape_is_seen(prompts, old, new, message):
    for file in (prompts / "en").glob("*.toml"):
        file.write_text(file.read_text().replace(old, new))
    assert any(message in finding.message for finding in check(prompts))


def test_openings_that_the_eye_would_learn_are_seen(prompts):
    for n in (1, 2, 3):
        spoil(prompts / "en/sight.toml", f"asight{n}", f"Was there a asight{n}")
    (finding,) = check(prompts)
    assert (finding.line, finding.message) == (6, "“was there a” opens too many prompts of sight")
    for category in ("sound", "touch", "smell", "taste"):
        spoil(prompts / f"en/{category}.toml", f"a{category}1", f"Was there a a{category}1")
    assert any(finding.message.endswith("opens too many prompts") for finding in check(prompts))


def test_messages_must_have_the_same_shape_everywhere(prompts):
    spoil(prompts / "xx/messages.ftl", "saved-toast = Saved for { $name }", "new-toast = New")
    spoil(prompts / "xx/messages.ftl", "<b>{ $name }</b>", "you")
    messages = [finding.message for finding in check(prompts)]
    assert set(messages) == {
        "there is no message saved-toast",
        "new-toast is not known",
        "welcome has other variables",
    }


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ('<a href="https://example.org">x</a> &amp; &lt; <tg-spoiler>y</tg-spoiler>', True),
        ("<blockquote expandable>x</blockquote>", True),
        ("<b><i>x</b></i>", False),
        ("a < b", False),
        ("a & b", False),
        ("</b>", False),
    ],
)
def test_html_is_what_telegram_takes(text, ok):
    assert (not list(html_faults(text))) is ok


def test_an_id_that_vanished_is_missed_until_it_is_let_go(prompts):
    spoil(prompts / "en/sight.toml", '"sight-004"', '"sight-009"')
    messages = [finding.message for finding in check(prompts)]
    assert messages == ["sight-004 was taken out", "sight-009 is not in manifest.toml as it is now"]
    renew_manifest(prompts)
    assert check(prompts) == []
    spoil(prompts / "en/sight.toml", '"sight-009"', '"sight-004"')
    assert "sight-004 was retired and is used again" in [finding.message for finding in check(prompts)]


def test_a_retired_prompt_stays_retired(prompts):
    retire = ('"sight-002", ', '"sight-002", retired = true, ')
    for category in ("sight",):
        spoil(prompts / f"en/{category}.toml", *retire)
    assert any("sight-002 is not in manifest" in finding.message for finding in check(prompts))
    manifest = renew_manifest(prompts)
    assert '[en.retired]\nsight = "002"\n' in manifest.read_text()
    assert check(prompts) == []
    spoil(prompts / "en/sight.toml", *reversed(retire))
    (finding,) = check(prompts)
    assert finding.fix == "Take a new number"


def test_renewing_twice_changes_nothing(prompts):
    before = renew_manifest(prompts).read_text()
    assert renew_manifest(prompts).read_text() == before
    assert 'ack-any = "001-012"' in before


def test_a_library_without_its_default_is_one_finding(prompts):
    (finding,) = checks.check(prompts, TODAY, default="yy").findings
    assert finding.message == "there is no locale yy"


def places(prompts, file):
    return [(f.line, f.message) for f in check(prompts) if f.file == f"prompts/{file}"]


def test_a_count_is_told_where_the_list_begins_and_a_level_where_it_stands(prompts):
    spoil(prompts / "en/meta.toml", "bronze", "gold")
    assert (3, "4 prompts, 26 are needed for gold") in places(prompts, "en/sight.toml")
    assert {line for line, _ in places(prompts, "en/meta.toml")} == {5}


def test_an_id_that_was_taken_out_is_missed_where_it_stood(prompts):
    spoil(prompts / "en/sight.toml", '"sight-002"', '"sight-009"')
    assert (4, "sight-002 was taken out") in places(prompts, "en/sight.toml")
    spoil(prompts / "en/sound.toml", '"sound-001"', '"sound-009"')
    assert (5, "sound-001 was taken out") in places(prompts, "en/sound.toml")


def test_a_message_that_is_missing_is_missed_where_it_would_stand(prompts):
    spoil(prompts / "xx/messages.ftl", "saved-toast = Saved for { $name }\n", "")
    assert places(prompts, "xx/messages.ftl") == [(3, "there is no message saved-toast")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sight.toml", "},", "}"),
        ("meta.toml", '"en"', '"en'),
        ("messages.ftl", "saved-toast = ", "saved-toast "),
    ],
)
def test_of_a_file_that_cannot_be_read_only_that_is_told_and_first(prompts, file, old, new):
    spoil(prompts / "xx/acks.toml", "Any line 2.", "Any line 1.")
    spoil(prompts / f"en/{file}", old, new)
    found = check(prompts)
    assert found[0].file == f"prompts/en/{file}"
    assert [finding.file for finding in found[1:]] == ["prompts/xx/acks.toml"]


def test_a_finding_ends_in_one_stop_and_names_no_line_that_is_none():
    assert str(Finding("a.toml", 3, "it is wrong", "Rather like: One word.")) == (
        "a.toml:3: it is wrong. Rather like: One word."
    )
    assert str(Finding("b.toml", 0, "is no file", "Is this right?")) == "b.toml: is no file. Is this right?"


def test_a_file_that_cannot_be_read_is_a_finding_and_not_an_error(prompts):
    spoil(prompts / "en/sight.toml", "},", "}")
    assert any("is no TOML" in finding.message for finding in check(prompts))


def verified_on(prompts: Path, day: str) -> Report:
    line = f'country = "XX", name = "Nobody", phone = "000", source = "invented", verified_on = {day}'
    text = f'{HEAD}directory = "https://example.org"\nlines = [\n  {{ {line} }},\n]\n'
    (prompts / "en/support.toml").write_text(text)
    return check_report(prompts)


@pytest.mark.parametrize("day", ["2026-07-02", "2026-07-01", "2026-01-02"])
def test_a_number_that_was_verified_lately_is_in_order(prompts, day):
    report = verified_on(prompts, day)
    assert (report.findings, report.warnings) == ((), ())


def test_a_number_that_is_verified_in_the_future_is_a_fault(prompts):
    (finding,) = verified_on(prompts, "2026-07-03").findings
    assert str(finding).startswith("prompts/en/support.toml:5: XX Nobody is verified on 2026-07-03")


def test_a_number_that_nobody_verified_for_half_a_year_is_a_warning_and_no_fault(prompts):
    report = verified_on(prompts, "2026-01-01")
    assert report.ok
    (warning,) = report.warnings
    assert str(warning).startswith("prompts/en/support.toml:5: XX Nobody was last verified on 2026-01-01")
