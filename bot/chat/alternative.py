"""Pictures in words, for who does not see them: of what is in the picture itself, and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import words
from bot.chat.drawing import recurring_in
from bot.chat.turn import Turn
from bot.domain.kinds import Category
from bot.pictures import Clock, Contact, Garland, Petals, Picture, Postcard, Sky, Year, lights_of
from bot.services.picturing import Page

QUOTED = 300  # characters of a card's words below it
NAMED = 4  # themes; more are a list to be worked through


def of_picture(picture: Picture, turn: Turn) -> str:
    """What can be seen in a picture of a period; slow for thousands of moments."""
    title, dates = picture.heading.title, picture.heading.dates
    match picture:
        case Sky(key=key, hourless=hourless):
            said = turn.say("alt-sky-by-day" if hourless else "alt-sky", period=title, dates=dates)
            return _themed(said, [named.theme for named in key], turn)
        case Year():
            first, last = (words.month(month, turn.locale) for month in picture.ends())
            said = turn.say("alt-year", dates=dates, first=first, last=last)
            return _themed(said, recurring_in(lights_of(picture)), turn)
        case Clock(stars=stars):
            return _themed(turn.say("alt-clock", dates=dates), recurring_in(stars), turn)
        case Petals(petals=petals):
            grown = [petal.name for petal in petals if petal.count]
            senses = words.listed(grown, turn.locale)
            return turn.say("alt-petals", dates=dates, senses=senses, petals=len(grown))
        case Contact(photos=photos):
            return turn.say("alt-contact", dates=dates, photos=len(photos))
        case Garland():
            return turn.say("alt-garland", dates=dates)
        case Postcard():
            return ""  # `of_card` tells its words


def of_card(page: Page, turn: Turn) -> str:
    """What is on a postcard: its day, whether there is a picture, and the words themselves."""
    day, text = words.long_day(page.glimmer.day, turn.locale), " ".join(page.glimmer.text.split())
    shown = text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
    key = ("alt-postcard-both" if page.photo else "alt-postcard") if text else "alt-postcard-photo"
    return turn.say(key, day=day, words=shown)


def wordless(picture: Picture, turn: Turn) -> str:
    """What can be seen in one without words, and nothing of whose it is or when."""
    match picture:
        case Postcard(photo=None):
            return turn.say("alt-wordless-postcard")
        case Postcard():
            return turn.say("alt-wordless-contact", photos=1)
        case Contact(photos=photos):
            return turn.say("alt-wordless-contact", photos=len(photos))
    return turn.say(f"alt-wordless-{type(picture).__name__.lower()}")


def _themed(said: str, themes: Sequence[Category], turn: Turn) -> str:
    names = [turn.say(f"kind-{theme.value}") for theme in themes[:NAMED]]
    return f"{said} {turn.say('alt-themes', themes=words.listed(names, turn.locale))}" if names else said
