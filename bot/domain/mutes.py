"""Mutes: what somebody is never asked about, because they said so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.kinds import THEMES, Category, Need, Subject

Muted = Category | Subject | Need
"""A category or subject to leave out, or something that prompts must not take for granted."""
KINDS = (("kind", Category), ("subject", Subject), ("need", Need))


@dataclass(frozen=True, slots=True)
class Mutes:
    """Everything a person muted, kind by kind: as text, the category and the subject *body* are equal."""

    categories: frozenset[Category] = frozenset()
    subjects: frozenset[Subject] = frozenset()
    needs: frozenset[Need] = frozenset()

    @classmethod
    def of(cls, things: Iterable[Muted]) -> Mutes:
        """From all of them at once."""
        every = list(things)
        return cls(
            frozenset(thing for thing in every if isinstance(thing, Category)),
            frozenset(thing for thing in every if isinstance(thing, Subject)),
            frozenset(thing for thing in every if isinstance(thing, Need)),
        )

    def __contains__(self, thing: Muted) -> bool:
        match thing:
            case Category():
                return thing in self.categories
            case Subject():
                return thing in self.subjects
            case Need():
                return thing in self.needs


def kind_of(muted: Muted) -> str:
    """The name of what it is one of: ``kind``, ``subject`` or ``need``."""
    return next(name for name, kind in KINDS if isinstance(muted, kind))


def muted_by(kind: str, name: str) -> Muted | None:
    """The mute of that kind and name; None if there is no such thing, or it cannot be muted."""
    found = dict[str, type[Muted]](KINDS).get(kind)
    if found is None or name not in set(found):
        return None
    muted: Muted = found(name)
    return None if isinstance(muted, Category) and muted not in THEMES else muted
