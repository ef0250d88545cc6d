"""The kinds by which the library sorts its words; values are what stands in ``prompts/``."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """What a prompt is about: sixteen themes, and two decks of their own at the end."""

    __hash__ = str.__hash__  # Enum's own is slow, and this is asked of every prompt at every choice

    SIGHT = "sight"
    SOUND = "sound"
    TOUCH = "touch"
    SMELL = "smell"
    TASTE = "taste"
    BODY = "body"
    NATURE = "nature"
    ANIMALS = "animals"
    PEOPLE = "people"
    KINDNESS = "kindness"
    HOME = "home"
    QUIET = "quiet"
    PLAY = "play"
    MAKING = "making"
    PASSING = "passing"
    MEMORY = "memory"
    OPEN = "open"  # no theme, least effort
    TENDER = "tender"  # for heavy days only; neutral is enough


THEMES = tuple(category for category in Category if category not in (Category.OPEN, Category.TENDER))
"""The sixteen categories a moment can belong to."""


class PartOfDay(StrEnum):
    """When a prompt fits; what ``slots`` of a prompt names."""

    ANY = "any"
    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"
    NIGHT = "night"


class Depth(StrEnum):
    """How much a prompt asks of somebody."""

    __hash__ = str.__hash__  # Enum's own is slow, and this is asked of every prompt at every choice

    LIGHT = "light"
    MEDIUM = "medium"
    DEEP = "deep"


class Season(StrEnum):
    """Where the person is, not where the operator is."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Hemisphere(StrEnum):
    """Which way round the seasons go; in the tropics prompts with a season are left out."""

    NORTH = "north"
    SOUTH = "south"
    TROPICS = "tropics"


class Tense(StrEnum):
    """Where in time a prompt looks."""

    NOW = "now"
    TODAY = "today"
    AHEAD = "ahead"
    PAST = "past"


class Subject(StrEnum):
    """What may be sore, and can be muted."""

    FOOD = "food"
    BODY = "body"
    RELATIONSHIPS = "relationships"
    FAMILY = "family"
    MEMORY = "memory"
    MONEY = "money"
    WORK = "work"
    FAITH = "faith"


class Need(StrEnum):
    """What a prompt takes for granted; somebody who lacks it is never asked."""

    VISION = "vision"
    HEARING = "hearing"
    OUTDOORS = "outdoors"
    MOBILITY = "mobility"


class Tone(StrEnum):
    """How a prompt sounds."""

    PLAIN = "plain"
    PLAYFUL = "playful"
    QUIET = "quiet"
