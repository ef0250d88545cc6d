"""The benchmarks can be listed, and their people are such as the bot itself makes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from click.testing import CliRunner

from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.population import FIRST, MODELS, many
from benchmarks.svg import plot
from bot.storage.database import open_database
from bot.storage.people import People

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_all_of_them_are_listed() -> None:
    said = CliRunner().invoke(main, ["--list"]).output
    assert [line.split()[0] for line in said.splitlines()] == list(BENCHMARKS)


def test_a_copied_person_is_asked_when_their_model_is(tmp_path: Path) -> None:
    many(tmp_path / "a.db", 2 * MODELS, NOW)
    people = People(open_database(tmp_path / "a.db"))
    model, copy = people.get(FIRST), people.get(FIRST + MODELS)
    assert model and copy
    assert model.rhythm == copy.rhythm
    assert people.next_at(model.id) == people.next_at(copy.id)


def test_a_plot_is_drawn_as_xml_with_a_name_at_each_line() -> None:
    drawn = plot("Cost & more", "people", {"a < b": [(1.0, 2.0), (1000.0, 30.0)]})
    texts = [element.text for element in ElementTree.fromstring(drawn).iter() if element.tag.endswith("text")]
    assert {"Cost & more", "a < b", "1,000"} <= set(texts)
