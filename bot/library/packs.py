"""The operator's own prompts: checked like ours; a bad file is left out, and the rest goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bot.domain.kinds import Category
from bot.domain.prompts import Prompt
from bot.library.entries import prompt_reader, read_all
from bot.library.findings import Finding, Refusal, sentence
from bot.library.likeness import near_duplicates
from bot.library.locale import Locale
from bot.library.tables import Source, Table

ANY_NAME = r"[a-z][a-z0-9_]*(-[a-z0-9_]+)*"


class Packs:
    """Adds the files under a folder to ``locales`` one by one; what could not be added is ``refused``."""

    def __init__(self, locales: Mapping[str, Locale], default: str) -> None:
        self.locales, self.default = dict(locales), default
        self.refused: list[Refusal] = []

    def add_folder(self, folder: Path) -> None:
        """Every ``*.toml`` in ``folder`` and in its folders named after locales."""
        if not folder.is_dir():
            self.refused.append(Refusal(folder.name, 0, "there is no such folder"))
            return
        for path in sorted([*folder.glob("*.toml"), *folder.glob("*/*.toml")]):
            loose = path.parent == folder
            self._add(path, self.default if loose else path.parent.name, str(path.relative_to(folder)))
        for path in sorted(folder.glob("*/*/**/*.toml")):
            fix = "Put it into the folder itself, or into one named after a locale"
            self._refuse(str(path.relative_to(folder)), Finding("", 0, "it lies too deep to be read", fix))

    def _add(self, path: Path, code: str, name: str) -> None:
        source = Source.read(path, name)
        table = source.table()
        if source.findings:  # no TOML: all else that is missing follows from that
            self._refuse(name, source.findings[0])
            return
        code = table.text("locale", code)
        locale = self.locales.get(code)
        prompts = tuple(_prompts(table, path.stem)) if locale else ()
        if not locale and not source.findings:
            line = table.line_of("locale") if "locale" in source.text else 0
            source.wrong(line, f"there is no locale {code}", f"Use {', '.join(self.locales)}")
        elif locale and not source.findings:
            _compare(source, locale, prompts)
        if source.findings:
            self._refuse(name, min(source.findings))
        elif locale:
            self.locales[locale.code] = replace(locale, prompts=locale.prompts + prompts)

    def _refuse(self, name: str, why: Finding) -> None:
        self.refused.append(Refusal(name, why.line, f"{sentence(why.message)} {sentence(why.fix)}"))


def _compare(source: Source, locale: Locale, prompts: tuple[Prompt, ...]) -> None:
    """Note ids that are taken, banned wordings, and prompts like one that is there already."""
    taken, lines, at = {prompt.id for prompt in locale.prompts}, {}, 0
    for prompt in prompts:
        found = re.compile(rf"[\"']{re.escape(prompt.id)}[\"']").search(source.text, at + 1)
        at = found.start() if found else at
        line = lines[prompt.text] = source.line_at(at)
        if prompt.id in taken:
            source.wrong(line, f"the id {prompt.id} is taken", "Begin it with a name of your own")
        taken.add(prompt.id)
        for banned in locale.banned:
            if any(banned.pattern.search(text) for text in prompt.wordings):
                source.wrong(line, f"the wording is banned ({banned.why})", f"Rather like: {banned.good}")
    for prompt, other, _ in near_duplicates(prompts, locale.prompts):
        source.wrong(lines[prompt.text], f"{prompt.id} is nearly {other.id}", "Say something else")


def _prompts(table: Table, stem: str) -> Iterator[Prompt]:
    """The file's prompts; their category is named in the file, or by its name."""
    named = Category(stem) if stem in set(Category) else None
    category = table.one_of("category", Category, named)
    yield from read_all(table, "prompts", prompt_reader(category, ANY_NAME))
