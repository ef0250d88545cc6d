"""The library: ``prompts/<locale>/`` as values. Strict with our own words, patient with a pack's."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.library.findings import Finding, LibraryError, Refusal
from bot.library.locale import Level, Locale, Reading
from bot.library.messages import Gap, LogOnce, Markup
from bot.library.packs import Packs

__all__ = ["Finding", "Level", "Library", "LibraryError", "Locale", "Markup", "Refusal"]


@dataclass(frozen=True, slots=True)
class Library:
    """All locales, the default one first, and which of the operator's files were left out."""

    locales: tuple[Locale, ...]
    refused: tuple[Refusal, ...] = ()

    @classmethod
    def load(
        cls, folder: Path, packs: Path | None = None, *, default: str = "en", gap: Gap | None = None
    ) -> Library:
        """Everything under ``folder``, and the operator's ``packs``. Raises LibraryError for a fault of ours.

        ``gap`` is told of messages and variables that are missing when something is said; unless
        given, each is logged once.
        """
        with _unexamined():
            return cls._load(folder, packs, default, gap or LogOnce())

    @classmethod
    def _load(cls, folder: Path, packs: Path | None, default: str, gap: Gap) -> Library:
        codes = cls.codes(folder)
        if default not in codes:
            fix = f"Set LOCALE to one of {', '.join(codes)}" if codes else "Is this the right folder"
            raise LibraryError(Finding(folder.name, 0, f"there is no locale {default}", fix))
        first = _load(folder / default, gap)
        rest = (_adopt(_load(folder / code, gap, first), first) for code in codes if code != default)
        collected = Packs({locale.code: locale for locale in (first, *rest)}, default)
        if packs:
            collected.add_folder(packs)
        return cls(tuple(_listening(tuple(_with_english(collected.locales)))), tuple(collected.refused))

    @staticmethod
    def codes(folder: Path) -> list[str]:
        """The locales that stand under ``folder``."""
        return sorted(path.parent.name for path in folder.glob("*/meta.toml"))

    def locale(self, code: str | None) -> Locale:
        """For a language tag as Telegram sends it: pt-BR, else pt, else some pt, else the default."""
        known = {locale.code.lower(): locale for locale in self.locales}
        parts = (code or "").lower().replace("_", "-").split("-")
        tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
        exact = next((known[tag] for tag in tags if tag in known), None)
        return exact or next((known[tag] for tag in known if tag.split("-")[0] == parts[0]), self.locales[0])


def _listening(locales: tuple[Locale, ...]) -> Iterator[Locale]:
    """Moments in the other languages are read by theirs.

    Where a cry is listened for at all, a plain one is heard in the other languages, too.
    """
    for locale in locales:
        others = [other for other in locales if other is not locale]
        cries = tuple(other.care for other in others) if locale.care.patterns else ()
        yield replace(locale, foreign=cries, others=tuple(other.lexicon for other in others))


def _with_english(locales: Mapping[str, Locale]) -> Iterator[Locale]:
    """What people type is read as English where it is nothing in their own language."""
    for code, locale in locales.items():
        own = locale.vocabulary
        english = locales.get("en") if code != "en" else None
        beside = replace(english.vocabulary, day_first=own.day_first) if english else None
        yield replace(locale, vocabulary=replace(own, also=beside), english=english)


@contextmanager
def _unexamined() -> Iterator[None]:
    """So many small values that all stay: looking for garbage among them would be a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(folder: Path, gap: Gap, fallback: Locale | None = None) -> Locale:
    reading = Reading(folder)
    locale = reading.locale(gap, fallback)
    findings = reading.findings()
    if findings:
        raise LibraryError(*findings)
    return locale


def _adopt(locale: Locale, default: Locale) -> Locale:
    """What a young locale has no lines for is said in the default's words, rather than not at all.

    Care phrases and themes are not adopted: they would misread another language.
    """
    return replace(
        locale,
        prompts=locale.prompts or default.prompts,
        acks=locale.acks or default.acks,
        reinvites=locale.reinvites or default.reinvites,
        recap_lines=locale.recap_lines or default.recap_lines,
    )
