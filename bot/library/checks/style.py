"""Does it stay fresh and kind? Duplicates, openings, and wordings that are never used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.domain.wording import words
from bot.library.checks.fluent import sentences
from bot.library.checks.subject import Line, Subject
from bot.library.findings import Finding
from bot.library.likeness import near_duplicates
from bot.library.safety import Banned

OPENING = 3
"""So many first words are what the eye recognises."""
SAME_IN_CATEGORY, SAME_IN_LOCALE = 2, 6


def check_ids(subject: Subject) -> Iterator[Finding]:
    """No id twice."""
    count = Counter(line.id for _, line in subject.lines())
    for file, line in {line.id: (file, line) for file, line in subject.lines()}.values():
        if count[line.id] > 1:
            yield subject.at(
                file, f'"{line.id}"', f"the id {line.id} stands here twice", "Take the next number"
            )


def check_duplicates(subject: Subject) -> Iterator[Finding]:
    """No line twice, in whatever file; no two prompts nearly the same."""
    seen: dict[str, str] = {}
    for file, line in subject.lines():
        for text in _wordings(line):
            key = " ".join(words(text)) or text
            if key in seen and not getattr(line, "retired", False):
                message = f"{line.id} has the same words as {seen[key]}"
                yield subject.at(file, f'"{line.id}"', message, "Say something else")
            seen.setdefault(key, line.id)
    for prompt, other, likeness in near_duplicates(subject.active):
        if likeness < 1:
            message = f"{prompt.id} is nearly {other.id} (Jaccard {likeness:.2f})"
            yield subject.about(prompt, message, "Say something else")


def _wordings(line: Line) -> tuple[str, ...]:
    return (line.text, *getattr(line, "variants", ()))


def check_openings(subject: Subject) -> Iterator[Finding]:
    """The first three words are seldom the same."""
    in_category: Counter[tuple[str, ...]] = Counter()
    in_locale: Counter[tuple[str, ...]] = Counter()
    for prompt in subject.active:
        opening = tuple(words(prompt.text)[:OPENING])
        in_locale[opening] += 1
        in_category[(prompt.category, *opening)] += 1
        message = f"“{' '.join(opening)}” opens {{}}"
        if in_category[(prompt.category, *opening)] > SAME_IN_CATEGORY:
            fix = f"At most {SAME_IN_CATEGORY} may; begin differently"
            yield subject.about(prompt, message.format(f"too many prompts of {prompt.category}"), fix)
        elif in_locale[opening] > SAME_IN_LOCALE:
            fix = f"At most {SAME_IN_LOCALE} may; begin differently"
            yield subject.about(prompt, message.format("too many prompts"), fix)


def check_banned(subject: Subject) -> Iterator[Finding]:
    """Every pattern catches its bad example and no good one; nothing that is said has one."""
    banned = subject.locale.banned
    if not banned:
        yield subject.at("banned.toml", "", "there are no banned wordings", "Copy the idea of another locale")
    yield from _examples(subject, banned)
    for file, needle, text in _everything(subject):
        for rule in banned:
            if rule.pattern.search(text):
                message = f"a banned wording ({rule.id}: {rule.why}): “{text.strip()}”"
                yield subject.at(file, needle, message, f"Rather like: {rule.good}")


def _examples(subject: Subject, banned: tuple[Banned, ...]) -> Iterator[Finding]:
    for rule in banned:
        if not rule.pattern.search(rule.bad):
            message = f"the bad example of {rule.id} passes"
            yield subject.at("banned.toml", f'"{rule.id}"', message, "Mend the pattern")
        for other in banned:
            if other.pattern.search(rule.good):
                message = f"the good example of {rule.id} is banned by {other.id}"
                yield subject.at("banned.toml", f'"{rule.id}"', message, "Mend one of them")


def _everything(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """All that is said: file, needle and text."""
    for file, line in subject.lines():
        for text in _wordings(line):
            yield file, f'"{line.id}"', text
    for key, text in sentences(subject.locale.messages):
        yield "messages.ftl", f"{key.partition('.')[0]} =", text
