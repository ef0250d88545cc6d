"""The manifest of permanent ids: what was once sent under an id is never sent as something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from bot.library.checks.subject import Subject
from bot.library.findings import Finding
from bot.library.tables import Source, Table

NAME = "manifest.toml"
RENEW = "Run: glimmer prompts renew"
HEAD = """\
schema = 1
license = "CC0-1.0"
# Every id that was ever used, by locale and kind; written by `glimmer prompts renew`. Retired ids
# are never used again: somebody's history has them.
"""


@dataclass(frozen=True, slots=True)
class Ids:
    """A locale's ids: ``known`` all there ever were, ``retired`` those of them that are not sent any more."""

    known: frozenset[str] = field(default_factory=frozenset)
    retired: frozenset[str] = field(default_factory=frozenset)


def read_manifest(folder: Path) -> tuple[Mapping[str, Ids], list[Finding]]:
    """By locale, with the faults of the file. Empty if there is none."""
    path = folder / NAME
    if not path.exists():
        return {}, []
    source = Source.read(path, f"{folder.name}/{NAME}")
    table = source.table()
    found: dict[str, Ids] = {}
    for code in table.keys():  # noqa: SIM118 (a Table is no mapping: keys() is what was not asked for yet)
        locale = table.inner(code)
        retired = frozenset(_read(locale.inner("retired")))
        found[code] = Ids(frozenset(_read(locale)) | retired, retired)
    return found, source.findings


def _read(table: Table) -> Iterator[str]:
    for stem in table.keys():  # noqa: SIM118 (as above)
        for first, last in re.findall(r"(\d+)(?:-(\d+))?", table.text(stem)):
            yield from (f"{stem}-{number:03}" for number in range(int(first), int(last or first) + 1))


def ids_of(subject: Subject) -> Ids:
    """The ids that stand in the locale's files now."""
    known = frozenset(line.id for _, line in subject.lines())
    return Ids(known, frozenset(prompt.id for prompt in subject.locale.prompts if prompt.retired))


def check_manifest(subject: Subject, manifest: Mapping[str, Ids]) -> Iterator[Finding]:
    """No id is lost, none comes back, and the manifest knows them all."""
    then, now = manifest.get(subject.locale.code, Ids()), ids_of(subject)
    for file, line in subject.lines():
        needle = f'"{line.id}"'
        if line.id in then.retired - now.retired:
            yield subject.at(file, needle, f"{line.id} was retired and is used again", "Take a new number")
        elif line.id not in then.known or line.id in now.retired - then.retired:
            yield subject.at(file, needle, f"{line.id} is not in {NAME} as it is now", RENEW)
    for key in sorted(then.known - now.known - then.retired):
        fix = f"Put it back with retired = true, or let it go for good: {RENEW[5:]}"
        yield subject.at(*_neighbour(subject, key), f"{key} was taken out", fix)


def _neighbour(subject: Subject, key: str) -> tuple[str, str]:
    """Where ``key`` would stand: the file, and the entry before it, or the first of its kind."""
    stem = key.rpartition("-")[0]
    alike = sorted((line.id, file) for file, line in subject.lines() if line.id.rpartition("-")[0] == stem)
    before = [(file, f'"{id_}"') for id_, file in alike if id_ < key]
    after = [(file, f'"{id_}"') for id_, file in alike if id_ > key]
    return before[-1] if before else after[0] if after else ("meta.toml", "")


def renewed(subjects: Iterable[Subject], manifest: Mapping[str, Ids]) -> str:
    """The manifest's text with the new ids; ids that are gone from the files become retired."""
    locales = dict(manifest)
    for subject in subjects:
        then, now = manifest.get(subject.locale.code, Ids()), ids_of(subject)
        gone = then.known - now.known
        locales[subject.locale.code] = Ids(then.known | now.known, then.retired | now.retired | gone)
    return HEAD + "".join(_section(code, locales[code]) for code in sorted(locales))


def _section(code: str, ids: Ids) -> str:
    retired = _ranges(ids.retired)
    return f"\n[{code}]\n{_ranges(ids.known)}" + (f"\n[{code}.retired]\n{retired}" if retired else "")


def _ranges(ids: Collection[str]) -> str:
    numbers: dict[str, list[int]] = defaultdict(list)
    for key in sorted(ids):
        stem, _, number = key.rpartition("-")
        numbers[stem].append(int(number))
    return "".join(f'{stem} = "{" ".join(_runs(found))}"\n' for stem, found in numbers.items())


def _runs(numbers: list[int]) -> Iterator[str]:
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield f"{run[0]:03}" if len(run) == 1 else f"{run[0]:03}-{run[-1]:03}"
