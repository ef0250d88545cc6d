"""Are the messages complete, valid for Telegram, and of the same shape in every locale?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from fluent.syntax import ast

from bot.library.checks.subject import Subject
from bot.library.findings import Finding
from bot.library.limits import Kind, kind_of
from bot.library.messages import Messages

TAGS = frozenset(
    {
        *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler"),
        *("a", "tg-emoji", "tg-time", "code", "pre", "blockquote"),
    }
)
"""What Telegram's HTML knows (Bot API 10.1, HTML style)."""
TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)")


def patterns(messages: Messages) -> Iterator[tuple[str, ast.Pattern]]:
    """Every message and attribute by its key (``key.attribute``)."""
    for entry in messages.resource.body:
        if isinstance(entry, ast.Message):
            if entry.value:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def sentences(messages: Messages) -> Iterator[tuple[str, str]]:
    """Every message with every of its variants as written, without tags and variables."""
    for key, pattern in patterns(messages):
        for text in pieces(pattern):
            yield key, TAG.sub("", text)


def pieces(pattern: ast.Pattern) -> Iterator[str]:
    """The pattern's own text, variables left out; then that of each of its variants."""
    yield "".join(part.value for part in pattern.elements if isinstance(part, ast.TextElement))
    for select in _selects(pattern):
        for variant in select.variants:
            yield from pieces(variant.value)


def longest(pattern: ast.Pattern) -> str:
    """The text with the longest variants, variables left out."""
    said = ""
    for part in pattern.elements:
        if isinstance(part, ast.TextElement):
            said += part.value
        elif isinstance(part.expression, ast.SelectExpression):
            said += max((longest(variant.value) for variant in part.expression.variants), key=len)
    return said


def _selects(pattern: ast.Pattern) -> Iterator[ast.SelectExpression]:
    for part in pattern.elements:
        if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.SelectExpression):
            yield part.expression


def variables(node: object) -> set[str]:
    """The names of the variables anywhere below ``node``."""
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return set().union(*map(variables, node))
    if isinstance(node, ast.BaseNode):
        return set().union(*(variables(value) for name, value in vars(node).items() if name != "span"))
    return set()


def check_messages(subject: Subject, default: Subject) -> Iterator[Finding]:
    """The default's keys with the default's variables, each fit for Telegram."""
    at = partial(subject.at, "messages.ftl")
    ours, theirs = (dict(patterns(s.locale.messages)) for s in (subject, default))
    before = ""
    for key in theirs:
        if key in ours:
            before = f"{key.partition('.')[0]} ="
            continue
        yield at(before, f"there is no message {key}", f"Write it; see {default.locale.code}/messages.ftl")
    for key, pattern in ours.items():
        place = f"{key.partition('.')[0]} ="
        if key not in theirs:
            yield at(place, f"{key} is not known", f"Take it out, or add it to {default.locale.code}, too")
        elif variables(pattern) != variables(theirs[key]):
            names = ", ".join(sorted(f"${name}" for name in variables(theirs[key]))) or "none"
            yield at(place, f"{key} has other variables", f"It has these to use: {names}")
        for message, fix in _faults(pattern, kind_of(key)):
            yield at(place, f"{key} {message}", fix)
    yield from (
        at(f"{key.partition('.')[0]} =", f"{key} cannot be said: {why}", "Correct it")
        for key, why in _unsayable(subject, ours)
    )


def _faults(pattern: ast.Pattern, kind: Kind) -> Iterator[tuple[str, str]]:
    said = longest(pattern)
    shown = said if kind.plain else TAG.sub("", said)
    if len(shown) > kind.longest:
        yield f"has {len(shown)} characters", f"A {kind.name} may have {kind.longest}"
    if re.search("[!¡！]", shown):
        yield "has an exclamation mark", "Say it calmly, with a full stop"
    if kind.plain and TAG.search(said):
        yield "has markup", f"A {kind.name} is shown as it is written"
    elif not kind.plain:
        yield from (
            (fault, "Telegram would refuse it") for text in pieces(pattern) for fault in html_faults(text)
        )


def html_faults(text: str) -> Iterator[str]:
    """What Telegram's HTML would refuse."""
    stack: list[str] = []
    for close, name, attributes in TAG.findall(text):
        if name not in TAGS:
            yield f"has the tag <{name}>, which Telegram does not know"
        if not close:
            stack.append(name)
        elif attributes or not stack or stack.pop() != name:
            yield f"closes <{name}> where it is not open"
    if stack:
        yield f"leaves <{stack[-1]}> open"
    if "<" in TAG.sub("", text) or ">" in TAG.sub("", text):
        yield "has a stray < or >, to be written &lt; or &gt;"
    if AMPERSAND.search(text):
        yield "has a stray &, to be written &amp;"


def _unsayable(subject: Subject, ours: dict[str, ast.Pattern]) -> Iterator[tuple[str, str]]:
    """Messages that fail although every variable is there: unknown terms, functions, messages."""
    gaps: list[str] = []
    source = subject.reading.sources["messages.ftl"]
    messages = Messages(subject.locale.code, source, gaps.append)
    for key, pattern in ours.items():
        gaps.clear()
        messages.say(key, **dict.fromkeys(variables(pattern), 1))
        yield from ((key, gap) for gap in gaps)
