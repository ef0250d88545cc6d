"""``glimmer prompts check``: everything about the words that a machine can see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.kinds import Category
from bot.library.checks.caring import check_care, stale_support, untrue_support
from bot.library.checks.counts import check_counts, check_shares
from bot.library.checks.fluent import check_messages
from bot.library.checks.manifest import NAME, check_manifest, read_manifest, renewed
from bot.library.checks.style import check_banned, check_duplicates, check_ids, check_openings
from bot.library.checks.subject import Subject
from bot.library.findings import Finding
from bot.library.locale import Reading

ALONE = (
    check_ids,
    check_counts,
    check_shares,
    check_duplicates,
    check_openings,
    check_banned,
    check_care,
)
"""The checks that need one locale only."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and what there is: one line per locale. ``warnings`` are for a person to look at."""

    findings: tuple[Finding, ...]
    summaries: tuple[str, ...]
    warnings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def lines(self) -> Iterator[str]:
        """For the operator's terminal: findings by file and line, then the summary."""
        yield from map(str, self.findings)
        yield from map(str, self.warnings)
        yield from self.summaries
        yield f"{len(self.findings)} to mend" if self.findings else "All is well"


def check(folder: Path, today: date, default: str = "en") -> Report:
    """Everything wrong under ``folder`` (``prompts/``) on the day ``today``, by file and line."""
    subjects = {subject.locale.code: subject for subject in _subjects(folder)}
    manifest, findings = read_manifest(folder)
    if default not in subjects:
        fix = "It is the locale that every other one falls back on"
        return Report((Finding(folder.name, 0, f"there is no locale {default}", fix),), ())
    unreadable = [finding for subject in subjects.values() for finding in subject.reading.unreadable()]
    for subject in subjects.values():
        findings += subject.reading.findings()
        if not subject.reading.unreadable():  # else whatever is missing follows from that
            findings += [finding for look in ALONE for finding in look(subject)]
            findings += untrue_support(subject, today)
            findings += check_manifest(subject, manifest)
        if not subject.reading.unreadable() and not subjects[default].reading.unreadable():
            findings += check_messages(subject, subjects[default])
    ordered = sorted(set(findings), key=lambda finding: (finding not in unreadable, finding))
    stale = [warning for subject in subjects.values() for warning in stale_support(subject, today)]
    return Report(tuple(ordered), tuple(map(_summary, subjects.values())), tuple(stale))


def renew_manifest(folder: Path) -> Path:
    """Write the ids of all locales into the manifest and return where it is. For ``prompts renew``."""
    manifest, _ = read_manifest(folder)
    path = folder / NAME
    path.write_text(renewed(_subjects(folder), manifest), encoding="utf-8")
    return path


def _subjects(folder: Path) -> list[Subject]:
    readings = [Reading(path.parent) for path in sorted(folder.glob("*/meta.toml"))]
    return [Subject(reading, reading.locale(_unheard)) for reading in readings]


def _unheard(_: str) -> None:
    """Nothing is said while checking."""


def _summary(subject: Subject) -> str:
    locale = subject.locale
    count = Counter(prompt.category for prompt in subject.active)
    themes = len(set(count) - {Category.OPEN, Category.TENDER})
    return (
        f"{locale.code} {locale.name} ({locale.level}): {count.total()} prompts in {themes} themes, "
        f"{len(locale.acks)} acknowledgements, {len(locale.reinvites)} re-invitations, "
        f"{len(locale.recap_lines)} recap lines, {len(locale.care.patterns)} care patterns"
    )
