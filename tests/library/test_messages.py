"""What the conversation says."""

import logging

import pytest

from bot.library import Library, Markup
from bot.library.messages import right_to_left
from tests.library.folder import spoil


@pytest.fixture
def gaps():
    return []


@pytest.fixture
def library(prompts, gaps):
    spoil(prompts / "xx/messages.ftl", "days =", "# days\ntage =")
    return Library.load(prompts, gap=gaps.append)


def test_what_a_person_wrote_is_escaped(library):
    assert library.locale("en").say("welcome", name="<b>&") == "Hello <b>&lt;b&gt;&amp;</b>."


def test_markup_made_on_purpose_passes(library):
    assert library.locale("en").say("welcome", name=Markup("<i>x</i>")) == "Hello <b><i>x</i></b>."


def test_where_telegram_reads_no_html_nothing_is_escaped(library):
    assert library.locale("en").say("saved-toast", name="R&B") == "Saved for R&B"


def test_an_attribute_is_said_by_its_name(library, gaps):
    assert library.locale("en").say("welcome.button") == "Begin"
    assert gaps == []


def test_numbers_choose_their_plural(library):
    english = library.locale("en")
    assert [english.say("days", count=n) for n in (1, 2)] == ["1 day", "2 days"]


def test_what_a_locale_lacks_is_said_in_the_default(library, gaps):
    assert library.locale("xx").say("days", count=2) == "2 days"
    assert gaps == ["xx: no message named days"]


def test_what_nobody_has_is_said_by_its_key(library, gaps):
    assert library.locale("xx").say("nowhere") == "nowhere"
    assert gaps == ["xx: no message named nowhere", "en: no message named nowhere"]


def test_a_missing_variable_is_told_but_stops_nothing(library, gaps):
    assert library.locale("en").say("welcome").startswith("Hello")
    assert len(gaps) == 1
    assert "name" in gaps[0]


def test_a_gap_is_logged_once(prompts, caplog):
    english = Library.load(prompts).locale("en")
    with caplog.at_level(logging.WARNING):
        english.say("nowhere")
        english.say("nowhere")
    assert [record.getMessage() for record in caplog.records] == ["prompts: en: no message named nowhere"]


def test_isolation_marks_are_for_languages_from_right_to_left_only(library):
    assert "\u2068" not in library.locale("en").say("welcome", name="x")
    assert [right_to_left(code) for code in ("en", "pt-BR", "ar", "he", "fa")] == [
        False,
        False,
        True,
        True,
        True,
    ]
