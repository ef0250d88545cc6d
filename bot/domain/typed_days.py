"""Understanding how long people want to pause, in a locale's words. Periods are in ``typed_periods``."""

from __future__ import annotations

from datetime import date

from bot.domain.person import FOR_GOOD
from bot.domain.typed_dates import (
    DAY,
    after_any,
    essential,
    in_years,
    length,
    moved,
    named_days,
    phrase_of,
    sane,
    weekday_of,
)
from bot.domain.vocabulary import Misread, Reason, Return, Unit, Vocabulary, in_turn

SATURDAY = 5


def pause(text: str, today: date, vocabulary: Vocabulary) -> date | Misread:
    """The first local day on which nudges come again, after ``today``; ``FOR_GOOD`` if never."""
    return in_turn(lambda words: _pause(text, today, words), text, vocabulary)


def ahead(text: str, today: date, vocabulary: Vocabulary) -> bool:
    """Whether it names one day that is still to come: *tomorrow*, *next friday*, *in 3 days*."""
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return False
    if _is_ahead(phrase, today, vocabulary):
        return True
    return vocabulary.also is not None and _is_ahead(phrase, today, vocabulary.also)


def _is_ahead(phrase: str, today: date, vocabulary: Vocabulary) -> bool:
    rest = after_any(phrase, vocabulary.ahead)
    counted = length(essential(rest, vocabulary), vocabulary)
    if rest != phrase or counted:
        return rest != phrase and counted is not None
    named = vocabulary.returns.get(phrase)
    if named is not None:
        return named in (Return.TOMORROW, Return.AFTER_TOMORROW)
    return not isinstance(_pause(phrase, today, vocabulary), Misread)


def _pause(text: str, today: date, vocabulary: Vocabulary) -> date | Misread:
    phrase = phrase_of(text)
    if isinstance(phrase, Misread):
        return phrase
    later = vocabulary.begins | vocabulary.ahead
    if after_any(phrase, later) != phrase and phrase not in vocabulary.returns:
        return Misread(Reason.UNCLEAR, phrase)
    rest = after_any(phrase, vocabulary.to)
    if after_any(rest, later) != rest:
        return Misread(Reason.UNKNOWN, phrase)
    words = essential(rest, vocabulary)
    named = vocabulary.returns.get(phrase) or _returns(rest, vocabulary) or vocabulary.returns.get(words)
    until = _returning(named, today, rest != phrase) if named else _until(words, today, vocabulary)
    if until is None and (day := _without_hour(rest, vocabulary)):
        return _pause(day, today, vocabulary)
    if until is None:
        return Misread(Reason.UNKNOWN, phrase)
    return until if until > today else Misread(Reason.PAST, phrase)


def _without_hour(phrase: str, vocabulary: Vocabulary) -> str:
    """*monday morning* without its *morning*; empty if there is no such word behind a day."""
    hours = (word for word in (*vocabulary.halves, *vocabulary.clocks) if phrase.endswith(f" {word}"))
    found = max(hours, key=len, default="")
    return phrase[: -len(found)].strip() if found else ""


def _returns(phrase: str, vocabulary: Vocabulary) -> Return | None:
    """What it names, behind any number of small words: *for all next week*."""
    words = phrase.split()
    small = next((at for at, word in enumerate(words) if word not in vocabulary.small), len(words))
    found = (vocabulary.returns.get(" ".join(words[at:])) for at in range(small + 1))
    return next(filter(None, found), None)


def _returning(when: Return, today: date, until: bool) -> date:
    """The day itself, or without *until* the one on which that stretch is over."""
    monday = today + (7 - today.weekday()) * DAY
    first = moved(today.replace(day=1), 1, Unit.MONTH)
    saturday = today + ((SATURDAY - today.weekday() - 1) % 7 + 1) * DAY
    returns = {
        Return.TODAY: (today, today + DAY),
        Return.TOMORROW: (today + DAY, today + DAY),
        Return.AFTER_TOMORROW: (today + 2 * DAY, today + 2 * DAY),
        Return.WEEKEND: (saturday, monday),
        Return.THIS_WEEK: (monday, monday),
        Return.NEXT_WEEK: (monday, monday + 7 * DAY),
        Return.THIS_MONTH: (first, first),
        Return.NEXT_MONTH: (first, moved(first, 1, Unit.MONTH)),
        Return.NEVER: (FOR_GOOD, FOR_GOOD),
    }
    return returns[when][0 if until else 1]


def _until(words: str, today: date, vocabulary: Vocabulary) -> date | None:
    """After a length, on a weekday, or at the beginning of a day, month or year."""
    counted = length(words, vocabulary)
    weekday = weekday_of(words, vocabulary)
    if weekday is not None:
        return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY
    try:
        if counted is not None:
            return sane(moved(today, *counted))
        named = named_days(words, vocabulary, lambda month, day: _coming(month, day, today))
    except (ValueError, OverflowError):
        return None
    return named.start if named else None


def _coming(month: int, day: int, today: date) -> date:
    """The next such date after today; ValueError if there never is one."""
    return next(on for on in in_years(month, day, range(today.year, today.year + 9)) if on > today)
