"""Is there enough of everything, and of the right mixture? CONTENT §3.2 and §3.4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.care import Tier
from bot.domain.kinds import THEMES, Category, Depth, PartOfDay, Season, Tense, Tone
from bot.domain.lines import Part, RecapLine, Span, Stage, When
from bot.library.checks.subject import Subject
from bot.library.findings import Finding
from bot.library.locale import Level


@dataclass(frozen=True, slots=True)
class Target:
    """What a level asks for, at least; ``stages`` are re-invitations of stage 1, 2, 3 and on return."""

    prompts: int
    categories: int
    per_category: int
    open: int
    tender: int
    per_part: int
    acks: int
    acks_each: int
    stages: tuple[int, int, int, int]
    recap_lines: int
    explicit: int
    unsure: int


TARGETS: Mapping[Level, Target] = MappingProxyType(
    {
        Level.GOLD: Target(480, 16, 26, 40, 24, 200, 90, 8, (10, 10, 10, 12), 48, 30, 20),
        Level.SILVER: Target(180, 16, 10, 16, 14, 80, 40, 8, (6, 6, 6, 8), 30, 25, 15),
        Level.BRONZE: Target(60, 10, 3, 6, 6, 30, 12, 1, (2, 2, 2, 2), 9, 0, 0),
    }
)
FOLLOW_UPS = 1 / 6
MORE_THAN_FEW = 3
"""Moments from which a recap has the lines of its period."""
MORE = "Write more of them, or lower the level in meta.toml"


def check_counts(subject: Subject) -> Iterator[Finding]:
    """Counts against the targets of the locale's level."""
    target = TARGETS[subject.locale.level]
    yield from _prompts(subject, target)
    yield from _parts(subject, target)
    yield from _lines(subject, target)
    yield from _care(subject, target)


def _short(subject: Subject, file: str, what: str, has: int, needs: int) -> Iterator[Finding]:
    if has < needs:
        yield subject.at(file, "", f"{has} {what}, {needs} are needed for {subject.locale.level}", MORE)


def _prompts(subject: Subject, target: Target) -> Iterator[Finding]:
    count = Counter(prompt.category for prompt in subject.active)
    yield from _short(subject, "meta.toml", "prompts", count.total(), target.prompts)
    yield from _short(subject, "open.toml", "prompts", count[Category.OPEN], target.open)
    yield from _short(subject, "tender.toml", "prompts", count[Category.TENDER], target.tender)
    used = [category for category in THEMES if count[category]]
    yield from _short(subject, "meta.toml", "themes with prompts", len(used), target.categories)
    for category in used:
        yield from _short(subject, f"{category}.toml", "prompts", count[category], target.per_category)


def _parts(subject: Subject, target: Target) -> Iterator[Finding]:
    """Eligible in each part of the day, in the season that has fewest, without the tender deck."""
    usual = [prompt for prompt in subject.active if prompt.category is not Category.TENDER]
    for part in PartOfDay:
        if part is not PartOfDay.ANY:
            fit = [prompt for prompt in usual if prompt.slots & {PartOfDay.ANY, part}]
            fewest = min(sum(not p.season or season in p.season for p in fit) for season in Season)
            yield from _short(subject, "meta.toml", f"prompts for the {part}", fewest, target.per_part)


def _lines(subject: Subject, target: Target) -> Iterator[Finding]:
    locale = subject.locale
    whens = Counter(ack.when for ack in locale.acks if not ack.wordless)
    for when in When:
        needs = target.acks if when is When.ANY else target.acks_each
        yield from _short(subject, "acks.toml", f"lines for {when}", whens[when], needs)
    asking = sum(ack.follow_up for ack in locale.acks if ack.when is When.ANY)
    if asking > FOLLOW_UPS * whens[When.ANY]:
        message = f"{asking} of {whens[When.ANY]} lines for any ask something"
        yield subject.at("acks.toml", "follow_up", message, "At most one in six; take some back")
    stages = Counter(reinvite.stage for reinvite in locale.reinvites)
    for stage, needs in zip(Stage, target.stages, strict=True):
        yield from _short(subject, "reinvites.toml", f"lines of stage {stage}", stages[stage], needs)
    spans = Counter(line.span for line in locale.recap_lines)
    yield from _short(subject, "recap.toml", "lines", spans.total(), target.recap_lines)
    always = Counter(line.span for line in locale.recap_lines if _is_always_true(line))
    for span in Span:
        yield from _short(subject, "recap.toml", f"intros for any {span}", always[span], 1)


def _is_always_true(line: RecapLine) -> bool:
    """Whether it can stand above such a recap however much is in it, be it whole or not, named or not."""
    free = line.span in (Span.FEW, Span.NONE) or (line.least <= MORE_THAN_FEW and line.most is None)
    return line.part is Part.INTRO and free and not line.whole and "{" not in line.text


def _care(subject: Subject, target: Target) -> Iterator[Finding]:
    tiers = Counter(pattern.tier for pattern in subject.locale.care.patterns)
    yield from _short(subject, "care.toml", "explicit patterns", tiers[Tier.EXPLICIT], target.explicit)
    yield from _short(subject, "care.toml", "unsure patterns", tiers[Tier.UNSURE], target.unsure)


def check_shares(subject: Subject) -> Iterator[Finding]:
    """The mixture: mostly light, seldom sore, not always today."""
    prompts = subject.active
    if not prompts:
        return
    count = len(prompts)
    light = sum(prompt.depth is Depth.LIGHT for prompt in prompts) / count
    sore = sum(bool(prompt.sensitive) for prompt in prompts) / count
    playful = sum(prompt.tone is Tone.PLAYFUL for prompt in prompts) / count
    other_times = sum(prompt.tense is not Tense.TODAY for prompt in prompts) / count
    rules = (
        (light < 0.70, f"only {light:.0%} of the prompts are light", "At least 70 % should ask little"),
        (sore > 0.25, f"{sore:.0%} of the prompts are sensitive", "At most 25 % may be"),
        (playful > 0.25, f"{playful:.0%} of the prompts are playful", "At most 25 % may be"),
        (other_times < 0.15, f"only {other_times:.0%} look beyond today", "Give 15 % another tense"),
    )
    yield from (subject.at("meta.toml", "", message, fix) for broken, message, fix in rules if broken)
