"""Entries of the library's files, read strictly into the domain's values. Format: prompts/SCHEMA.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

from bot.domain.kinds import Category, Depth, Need, PartOfDay, Season, Subject, Tense, Tone
from bot.domain.lines import Ack, Part, RecapLine, Reinvite, ReinviteButton, Span, Stage, When
from bot.domain.prompts import Prompt
from bot.library.faults import ACK_LENGTH, LINE_LENGTH, PROMPT_LENGTH, faults
from bot.library.tables import Table

T = TypeVar("T")
WHOLE = (Span.WEEK, Span.MONTH, Span.SEASON, Span.YEAR)
OWN_SUBJECTS = {Category.TASTE: Subject.FOOD, Category.BODY: Subject.BODY}
"""What every prompt of a category touches, so that whoever mutes the subject is asked none of them."""
VARIABLES = {Span.MONTH: ("month", "year"), Span.SEASON: ("season", "year"), Span.YEAR: ("year",)}


def read_id(entry: Table, stem: str) -> str:
    """``<stem>-<three digits>``; ``stem`` is a regular expression."""
    key = entry.text("id")
    if key and not re.fullmatch(rf"{stem}-\d{{3}}", key):
        entry.wrong("id", f"“{key}” is no id for this place", "Write it like sight-001")
    return key


def read_line(entry: Table, length: range, variables: tuple[str, ...] = ()) -> str:
    """The text of an entry."""
    text = entry.text("text")
    _inspect(entry, text, length, variables)
    return text


def _inspect(entry: Table, text: str, length: range, variables: tuple[str, ...] = ()) -> None:
    for message, fix in faults(text, length, variables) if text else ():
        entry.wrong("text", message, fix)


def prompt_reader(category: Category, stem: str) -> Callable[[Table], Prompt]:
    """Reads prompts of ``category`` whose ids begin with ``stem``, a regular expression."""

    def read(entry: Table) -> Prompt:
        prompt = Prompt(
            id=read_id(entry, stem),
            text=read_line(entry, PROMPT_LENGTH),
            category=category,
            slots=frozenset(entry.some_of("slots", PartOfDay)),
            depth=entry.one_of("depth", Depth),
            season=frozenset(entry.some_of("season", Season)),
            tense=entry.one_of("tense", Tense, Tense.TODAY),
            sensitive=frozenset(entry.some_of("sensitive", Subject)),
            needs=frozenset(entry.some_of("needs", Need)),
            tone=entry.one_of("tone", Tone, Tone.PLAIN),
            variants=entry.texts("variants"),
            retired=entry.flag("retired"),
        )
        for variant in prompt.variants:
            _inspect(entry, variant, PROMPT_LENGTH)
        if not prompt.slots:
            entry.wrong(
                "slots", "“slots” is missing", 'Write slots = ["any"], or the parts of the day it suits'
            )
        owed = OWN_SUBJECTS.get(category)
        if owed and owed not in prompt.sensitive:
            message = f"{prompt.id} is about {category} and not marked for who mutes {owed}"
            entry.wrong("sensitive", message, f'Write sensitive = ["{owed}"]')
        return prompt

    return read


def read_ack(entry: Table) -> Ack:
    """An acknowledgement."""
    when = entry.one_of("when", When)
    id_, text = read_id(entry, f"ack-{when}"), read_line(entry, ACK_LENGTH)
    words, wordless = entry.flag("words"), entry.flag("wordless")
    if words and wordless:
        entry.wrong("wordless", f"{id_} suits nothing", "Leave words or wordless out")
    return Ack(id_, when, text, entry.flag("follow_up"), words, wordless)


def read_reinvite(entry: Table) -> Reinvite:
    """A re-invitation: ``stage`` 1 to 3, the third ``final``, or ``on = "return"``."""
    number, final = entry.number("stage"), entry.flag("final")
    stage = entry.one_of("on", _On).stage if "on" in entry else _stage(entry, number)
    if final != (stage is Stage.FINAL):
        entry.wrong(
            "final", "stage 3 is the last message, and only that", "Write final = true with stage = 3"
        )
    stem = "return" if stage is Stage.RETURN else f"reinvite-{stage}"
    key, text = read_id(entry, stem), read_line(entry, LINE_LENGTH)
    return Reinvite(key, stage, text, entry.some_of("buttons", ReinviteButton))


class _On(StrEnum):
    RETURN = "return"

    @property
    def stage(self) -> Stage:
        return Stage.RETURN


def _stage(entry: Table, number: int) -> Stage:
    if number not in (1, 2, 3):
        entry.wrong("stage", "“stage” is missing or unknown", 'Write stage = 1, 2 or 3, or on = "return"')
        return Stage.FIRST
    return Stage(str(number))


def read_recap_line(entry: Table) -> RecapLine:
    """A recap or look-back line; only intros may name their month, season or year."""
    part, span = entry.one_of("part", Part), entry.one_of("period", Span)
    variables = VARIABLES.get(span, ()) if part is Part.INTRO else ()
    key, text = read_id(entry, f"recap-{span}(-{part})?"), read_line(entry, LINE_LENGTH, variables)
    most = entry.number("max") if "max" in entry else None
    if (whole := entry.flag("whole")) and span not in WHOLE:
        entry.wrong("whole", f"“whole” says nothing of {span}", f"Leave it out; it is for {', '.join(WHOLE)}")
    return RecapLine(key, part, span, text, entry.number("min"), most, whole)


def read_all(table: Table, key: str, read: Callable[[Table], T]) -> Iterator[T]:
    """Each entry of the list ``key`` by ``read``."""
    for entry in table.tables(key):
        yield read(entry)
        entry.close()
    table.close()
